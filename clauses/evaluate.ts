import { inFen } from './arithmetic.ts';
import type { PreparedPair } from './award.ts';
import { forEachCase, type Unknown } from './completions.ts';
import * as interval from './interval.ts';
import { type Interval, isPoint, NOTHING } from './interval.ts';
import { limiter, type PreparedLimit } from './limits.ts';
import { Gathering, NO_PAIR, NOT_MET, type Outcome, type Pair, together } from './outcome.ts';
import type { Value } from './prepared.ts';
import type { PreparedClause } from './prepared-clause.ts';
import {
  currentValue,
  forEachItem,
  holder,
  type ListSlot,
  type Situation,
  type Slot,
  standsForMany,
} from './situation.ts';
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
  const gathered = new Gathering();
  const unsplit = forEachCase(unknowns(state, clause, mustSplit), () =>
    gathered.add(capSum(state, clause, payOnce(state, clause))),
  );
  return gathered.outcome(unsplit);
}

function evaluateItems(state: Situation, clause: PreparedClause, list: ListSlot): Outcome {
  const count = state.rows[list.index]?.length ?? 0;
  const shared = unknowns(
    state,
    clause,
    (use) => use.slot.list === undefined && (mustSplit(use) || (count > 1 && use.condition !== undefined)),
  );
  const gathered = new Gathering();
  const unsplit = forEachCase(shared, () => {
    const items: Outcome[] = [];
    forEachItem(state, list, () => items.push(evaluateItem(state, clause)));
    gathered.add(
      capSum(
        state,
        clause,
        together(items, clause.acrossItems, state.known[list.index] === true ? undefined : list.maxItems),
      ),
    );
  });
  return gathered.outcome(unsplit);
}

function evaluateItem(state: Situation, clause: PreparedClause): Outcome {
  const gathered = new Gathering();
  const own = unknowns(state, clause, (use) => use.slot.list !== undefined && mustSplit(use));
  const unsplit = forEachCase(own, () => gathered.add(payOnce(state, clause)));
  return gathered.outcome(unsplit);
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
  const found: Unknown[] = [];
  for (const use of clause.uses) {
    const cells = holder(state, use.slot);
    const range = cells[use.slot.index];
    if (range === undefined || isPoint(range) || use.slot.kind === 'series') continue;
    if (clause.acrossItems && standsForMany(state, use.slot)) continue;
    if (chosen(use)) found.push({ slot: use.slot, cells, cuts: use.cuts });
  }
  return found;
}

/** One payment in one case: met or not, and the pair after its own limits, rounded down to the fen once. */
function payOnce(state: Situation, clause: PreparedClause): Outcome {
  state.effort.note();
  const met = clause.when?.holds(state) ?? true;
  if (met === false) return NOT_MET;
  const sure = clause.judged ? withoutAuthority(state, clause) : met;
  if (clause.pair === undefined) return { met, sure, share: NO_PAIR, bound: false, items: [] };
  const least = clause.pair.least.value(state);
  const most = mostOf(state, clause.pair, least);
  const flaw = least.flaw ?? most.flaw;
  if (flaw !== undefined) return { met, sure, share: NO_PAIR, flaw, bound: false, items: [] };
  const after = payable(state, clause.itemLimits);
  const amount = { least: pending(clause, sure, after(least)), most: after(most) };
  const partly = least.partly === true || most.partly === true;
  return {
    met,
    sure,
    amount,
    share: met === true && !partly ? amount : orNothing(amount),
    bound: partly || entangled(state, clause, met, amount),
    items: [],
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
  return (amount) => inFen(applied.reduce((rest, apply) => apply(rest), interval.larger(amount, NOTHING)));
}

/** Nothing is granted for sure while the authority has still to judge. */
function pending({ judged }: PreparedClause, sure: Truth, least: Interval): Interval {
  return !judged || sure === true ? least : sure === false ? NOTHING : interval.hull(least, NOTHING);
}

function orNothing({ least, most }: Pair): Pair {
  return { least: interval.hull(least, NOTHING), most: interval.hull(most, NOTHING) };
}

/**
 * Whether something unknown moves the amount both ways, or leaves the condition open in a way that pieces do not
 * settle: then a case may count that no completion reaches.
 */
function entangled(state: Situation, clause: PreparedClause, met: Truth, amount: Pair): boolean {
  const open = isOpen(amount);
  return clause.uses.some((use) => {
    const unsplit = use.measuredInCondition || (clause.acrossItems && standsForMany(state, use.slot));
    const ties = (open && use.amount === 0) || (met === 'unknown' && unsplit && mustSplit(use));
    return (
      ties &&
      (clause.acrossItems ? isOpenSomewhere(state, use.slot) : !isPoint(currentValue(state, use.slot)))
    );
  });
}

function capSum(state: Situation, clause: PreparedClause, outcome: Outcome): Outcome {
  if (clause.sumLimits.length === 0 || outcome.amount === undefined) return outcome;
  const cap = payable(state, clause.sumLimits);
  const pair = ({ least, most }: Pair): Pair => ({ least: cap(least), most: cap(most) });
  const amount = pair(outcome.amount);
  const bound = outcome.bound || (isOpen(amount) && movesBothWays(state, clause));
  return { ...outcome, amount, share: pair(outcome.share), bound };
}

/** Whether something open in a limit of the sum moves the amount both ways, or decides what it measures. */
function movesBothWays(state: Situation, clause: PreparedClause): boolean {
  return clause.uses.some(
    (use) =>
      clause.sumReads.has(use.slot) &&
      (use.amount === 0 || use.measuredInCondition) &&
      isOpenSomewhere(state, use.slot),
  );
}

/** Whether a variable is unknown, for any item. */
function isOpenSomewhere(state: Situation, slot: Slot): boolean {
  const list = slot.list === undefined ? undefined : state.layout.lists[slot.list];
  if (list === undefined) return !isPoint(currentValue(state, slot));
  let found = false;
  forEachItem(state, list, () => {
    found ||= !isPoint(currentValue(state, slot));
  });
  return found;
}

function isOpen({ least, most }: Pair): boolean {
  return !isPoint(least) || !isPoint(most);
}
