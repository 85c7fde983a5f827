import { inFen, join } from './arithmetic.ts';
import type { PreparedPair } from './award.ts';
import { forEachCase, type Unknown } from './completions.ts';
import { toNumber } from './exact.ts';
import { isOpenNow, isOpenSomewhere } from './facts.ts';
import * as interval from './interval.ts';
import { type Interval, isPoint, NOTHING } from './interval.ts';
import { isReserved, limiter, type PreparedLimit } from './limits.ts';
import {
  type Count,
  eachSide,
  NO_ITEMS,
  NO_PAIR,
  NOT_MET,
  type Outcome,
  orNothing,
  type Pair,
  together,
  unite,
} from './outcome.ts';
import type { Value } from './prepared.ts';
import type { PreparedClause } from './prepared-clause.ts';
import { forEachItem, holder, type ListSlot, type Situation, type Slot, standsForMany } from './situation.ts';
import type { Truth } from './truth.ts';
import type { Use } from './uses.ts';

/** A clause of a check with its outcome. */
export interface Evaluated {
  readonly clause: PreparedClause;
  readonly outcome: Outcome;
}

/** Evaluates again what reads one of the variables that have just been narrowed. */
export function reevaluate(
  state: Situation,
  evaluated: readonly Evaluated[],
  narrowed: readonly Slot[],
): readonly Evaluated[] {
  return evaluated.map((each) =>
    narrowed.some((slot) => each.clause.reads.has(slot))
      ? { clause: each.clause, outcome: evaluateClause(state, each.clause) }
      : each,
  );
}

/** Evaluates a clause exactly where the completions allow it, and otherwise more widely, never more narrowly. */
export function evaluateClause(state: Situation, clause: PreparedClause): Outcome {
  return clause.list === undefined ? evaluateWhole(state, clause) : evaluateItems(state, clause, clause.list);
}

function evaluateWhole(state: Situation, clause: PreparedClause): Outcome {
  return united(unknowns(state, clause, mustSplit), () => capSum(state, clause, payOnce(state, clause)));
}

function evaluateItems(state: Situation, clause: PreparedClause, list: ListSlot): Outcome {
  const count = state.rows[list.index]?.length ?? 0;
  const shared = unknowns(
    state,
    clause,
    (use) => use.slot.list === undefined && (mustSplit(use) || (count > 1 && use.condition !== undefined)),
  );
  const unknownUpTo = state.known[list.index] === true ? undefined : list.maxItems;
  return united(shared, () => {
    const items: Outcome[] = [];
    forEachItem(state, list, () => items.push(evaluateItem(state, clause)));
    const tied = clause.acrossItems || isTied(state, clause);
    const outcome = together(items, { tied, unknownUpTo, paid: paidItems(state, clause) });
    return capSum(state, clause, outcome);
  });
}

/** Whether something open that every item shares is not settled by pieces. */
function isTied(state: Situation, { uses }: PreparedClause): boolean {
  return uses.some(
    (use) =>
      use.slot.list === undefined &&
      use.condition !== undefined &&
      use.measuredInCondition &&
      isOpenNow(state, use),
  );
}

/** How many items are paid at the most: as many as there are where nothing limits them. */
function paidItems(state: Situation, { countLimits }: PreparedClause): Count {
  let paid: Count = { min: Number.POSITIVE_INFINITY, max: Number.POSITIVE_INFINITY };
  for (const { amount, when } of countLimits) {
    const applies = when?.holds(state) ?? true;
    if (applies === false) continue;
    const count = wholeNumbers(amount.value(state));
    paid = {
      min: Math.min(paid.min, count.min),
      max: applies === true ? Math.min(paid.max, count.max) : paid.max,
    };
  }
  return paid;
}

function wholeNumbers({ min, max, flaw, partly }: Value): Count {
  const known = flaw === undefined && partly !== true;
  return {
    min: !known || min === null ? 0 : Math.max(0, Math.floor(toNumber(min))),
    max: !known || max === null ? Number.POSITIVE_INFINITY : Math.max(0, Math.floor(toNumber(max))),
  };
}

function evaluateItem(state: Situation, clause: PreparedClause): Outcome {
  const own = unknowns(state, clause, (use) => use.slot.list !== undefined && mustSplit(use));
  return united(own, () => payOnce(state, clause));
}

/** The outcome over all cases of some unknowns; with variables left unsplit it may be wider than the completions. */
function united(splits: readonly Unknown[], evaluate: () => Outcome): Outcome {
  if (splits.length === 0) return evaluate();
  let outcome: Outcome | undefined;
  const unsplit = forEachCase(splits, () => {
    const next = evaluate();
    outcome = outcome === undefined ? next : unite(outcome, next);
  });
  const found = outcome ?? NOT_MET;
  return unsplit ? { ...found, bound: true } : found;
}

/** A variable must be split where intervals are not exact: it moves the result both ways, or decides and measures. */
function mustSplit(use: Use): boolean {
  return use.condition === 0 || use.amount === 0 || (use.condition !== undefined && use.amount !== undefined);
}

function unknowns(
  state: Situation,
  clause: PreparedClause,
  chosen: (use: Use) => boolean,
): readonly Unknown[] {
  let found: readonly Unknown[] = [];
  for (const use of clause.uses) {
    if (use.slot.kind === 'series' || !chosen(use)) continue;
    if (clause.acrossItems && standsForMany(state, use.slot)) continue;
    for (const cells of holdersOf(state, clause, use.slot)) {
      const range = cells[use.slot.index];
      if (range !== undefined && !isPoint(range))
        found = [...found, { slot: use.slot, cells, cuts: use.cuts }];
    }
  }
  return found;
}

/** Where a variable of a list stands: at each item for a clause that looks at all of them, else at the present one. */
function holdersOf(state: Situation, { list }: PreparedClause, slot: Slot): readonly Interval[][] {
  const rows = slot.list === undefined || slot.list === list?.index ? undefined : state.rows[slot.list];
  return rows ?? [holder(state, slot)];
}

/** One payment in one case: met or not, and the pair after its own limits, rounded down to the fen once. */
function payOnce(state: Situation, clause: PreparedClause): Outcome {
  state.effort.note();
  const met = clause.when?.holds(state) ?? true;
  if (met === false) return NOT_MET;
  const sure = clause.judged ? withoutAuthority(state, clause) : met;
  if (clause.pair === undefined)
    return { met, sure, share: NO_PAIR, bound: false, partial: false, items: NO_ITEMS };
  const { pair } = clause;
  const granted = pair.least.value(state);
  const most = mostOf(state, pair, granted);
  // The ends of a range may cross: no more is granted for sure than may be granted.
  const least = pair.force === 'range' ? join(granted, most, interval.smaller) : granted;
  const flaw = least.flaw ?? most.flaw;
  if (flaw !== undefined)
    return { met, sure, share: NO_PAIR, flaw, bound: false, partial: false, items: NO_ITEMS };
  const partial = least.partly === true || most.partly === true || isReservedAny(state, clause.itemLimits);
  const paid = eachSide({ least, most }, payable(state, clause.itemLimits));
  const amount = clause.judged && sure !== true ? { ...paid, least: pending(sure, paid.least) } : paid;
  return {
    met,
    sure,
    amount,
    share: met === true && !partial ? amount : orNothing(amount),
    bound: partial || entangled(state, clause, met, amount),
    partial,
    items: NO_ITEMS,
  };
}

function mostOf(state: Situation, pair: PreparedPair, least: Value): Value {
  if (pair.most === null) return { ...least, max: null };
  return pair.most === pair.least ? least : pair.most.value(state);
}

function withoutAuthority(state: Situation, clause: PreparedClause): Truth {
  state.authority = false;
  const sure = clause.when?.holds(state) ?? true;
  state.authority = true;
  return sure;
}

/** What is paid out of an amount: not below zero, after limits, in whole fen. */
function payable(state: Situation, limits: readonly PreparedLimit[]): (amount: Interval) => Interval {
  const applied = limits.map((limit) => limiter(state, limit));
  return (amount) =>
    inFen(applied.reduce((rest, apply) => apply(rest, true), interval.larger(amount, NOTHING)));
}

/** Nothing is granted for sure while the authority has still to judge. */
function pending(sure: Exclude<Truth, true>, least: Interval): Interval {
  return sure === false ? NOTHING : interval.hull(least, NOTHING);
}

function isReservedAny(state: Situation, limits: readonly PreparedLimit[]): boolean {
  return limits.some((limit) => isReserved(state, limit));
}

/**
 * Whether something unknown moves the amount both ways, or leaves the condition open in a way that pieces do not
 * settle: then a case may count that no completion reaches.
 */
function entangled(state: Situation, clause: PreparedClause, met: Truth, amount: Pair): boolean {
  const open = isOpen(amount);
  if (open && clause.sharedLists.some(({ index }) => state.known[index] !== true)) return true;
  return clause.uses.some((use) => {
    const unsplit = use.measuredInCondition || (clause.acrossItems && standsForMany(state, use.slot));
    const ties = (open && use.amount === 0) || (met === 'unknown' && unsplit && mustSplit(use));
    return ties && (clause.acrossItems ? isOpenSomewhere(state, use) : isOpenNow(state, use));
  });
}

function capSum(state: Situation, clause: PreparedClause, outcome: Outcome): Outcome {
  if (clause.sumLimits.length === 0 || outcome.amount === undefined) return outcome;
  const amount = eachSide(outcome.amount, payable(state, clause.sumLimits));
  const reserved = isReservedAny(state, clause.sumLimits);
  return {
    ...outcome,
    amount,
    share: outcome.share === outcome.amount && !reserved ? amount : orNothing(amount),
    bound: outcome.bound || reserved || (isOpen(amount) && movesBothWays(state, clause)),
    partial: outcome.partial || reserved,
  };
}

/** Whether something open in a limit of the sum moves the amount both ways, or decides what it measures. */
function movesBothWays(state: Situation, clause: PreparedClause): boolean {
  return clause.uses.some(
    (use) =>
      clause.sumReads.has(use.slot) &&
      (use.amount === 0 || use.measuredInCondition) &&
      isOpenSomewhere(state, use),
  );
}

function isOpen({ least, most }: Pair): boolean {
  return !isPoint(least) || !isPoint(most);
}
