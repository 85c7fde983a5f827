import { toNumber } from '../numbers/exact.ts';
import * as interval from '../numbers/interval.ts';
import { type Interval, isPoint, NOTHING } from '../numbers/interval.ts';
import type { Truth } from '../numbers/truth.ts';
import { hasReservation, inFen, join, payment } from './arithmetic.ts';
import type { PreparedPair } from './award.ts';
import { forEachCase, type Unknown } from './completions.ts';
import { unjudged } from './conditions.ts';
import { areItemsCorrelated, isCorrelated, movesBothWays } from './correlation.ts';
import { mayBeOpen } from './facts.ts';
import type { Influence } from './influence.ts';
import { isReserved, type Limiter, limiter, type PreparedLimit } from './limits.ts';
import {
  type Count,
  combineItems,
  isOpen,
  mapPair,
  NO_ITEMS,
  NOT_MET,
  type Outcome,
  orNothing,
  unite,
} from './outcome.ts';
import type { Value } from './prepared.ts';
import { influencesOf, type PreparedClause } from './prepared-clause.ts';
import {
  cellsOf,
  forEachItem,
  isSharedByItems,
  itemCount,
  type ListSlot,
  type Situation,
  type Slot,
} from './situation.ts';
import { NO_SPLITS, type Splits } from './splits.ts';

/** A clause of a check with its outcome. */
export interface Evaluated {
  readonly clause: PreparedClause;
  readonly outcome: Outcome;
}

/** Evaluates the clauses again that read a variable that has just been narrowed. */
export function reevaluate(
  state: Situation,
  evaluated: readonly Evaluated[],
  narrowed: Slot,
): readonly Evaluated[] {
  return evaluated.map((each) =>
    each.clause.reads.includes(narrowed)
      ? { clause: each.clause, outcome: evaluateClause(state, each.clause) }
      : each,
  );
}

/** The outcome of a clause over all completions: exact, or wider and marked `bound`; never narrower. */
export function evaluateClause(state: Situation, clause: PreparedClause): Outcome {
  const { list, reads } = clause;
  const splits = mayBeOpen(state, reads) ? influencesOf(clause).splits : NO_SPLITS;
  if (list !== undefined) return evaluateItems(state, clause, list, splits);
  return overCases(state, clause, splits.alone, () => capSum(state, clause, payOnce(state, clause)));
}

function evaluateItems(state: Situation, clause: PreparedClause, list: ListSlot, splits: Splits): Outcome {
  return overCases(state, clause, itemCount(state, list) > 1 ? splits.ofSeveral : splits.alone, () => {
    const items: Outcome[] = [];
    forEachItem(state, list, () =>
      items.push(overCases(state, clause, splits.ofItem, () => payOnce(state, clause))),
    );
    const unknownUpTo = state.known[list.index] ? undefined : list.maxItems;
    const correlated = clause.spansItems || (splits !== NO_SPLITS && areItemsCorrelated(state, clause));
    return capSum(
      state,
      clause,
      combineItems(items, { correlated, unknownUpTo, paid: paidItems(state, clause) }),
    );
  });
}

/** The most items that are paid; infinite without a limit. */
function paidItems(state: Situation, { countLimits }: PreparedClause): Count {
  let [min, max] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const { amount, when } of countLimits) {
    const applies = when?.holds(state) ?? true;
    if (applies === false) continue;
    const count = wholeNumbers(amount.value(state));
    min = Math.min(min, count.min);
    if (applies === true) max = Math.min(max, count.max);
  }
  return { min, max };
}

function wholeNumbers(value: Value): Count {
  const whole = (end: Interval['min'], open: number): number =>
    end === null || hasReservation(value) ? open : Math.max(0, Math.floor(toNumber(end)));
  return { min: whole(value.min, 0), max: whole(value.max, Number.POSITIVE_INFINITY) };
}

/** The outcome over all cases of the unknown variables; wider than the completions where some are left unsplit. */
function overCases(
  state: Situation,
  clause: PreparedClause,
  splits: readonly Influence[],
  evaluate: () => Outcome,
): Outcome {
  const open = unknowns(state, clause, splits);
  let outcome: Outcome | undefined;
  const unsplit = forEachCase(open, () => {
    const next = evaluate();
    outcome = outcome === undefined ? next : unite(outcome, next);
  });
  const found = outcome ?? NOT_MET;
  return unsplit ? { ...found, bound: true } : found;
}

/** The variables that are unknown now, one entry for each item concerned. */
function unknowns(
  state: Situation,
  clause: PreparedClause,
  splits: readonly Influence[],
): readonly Unknown[] {
  const found: Unknown[] = [];
  for (const { slot, cuts } of splits) {
    if (clause.spansItems && isSharedByItems(state, slot)) continue;
    for (const cells of allCellsOf(state, clause, slot)) {
      const range = cells[slot.index];
      if (range !== undefined && !isPoint(range)) found.push({ slot, cells, cuts });
    }
  }
  return found;
}

/** The cells of a variable: of every item for a list that is not the clause's own, else of the current item. */
function allCellsOf(state: Situation, { list }: PreparedClause, slot: Slot): readonly Interval[][] {
  const rows = slot.list === undefined || slot.list === list?.index ? undefined : state.rows[slot.list];
  return rows ?? [cellsOf(state, slot)];
}

/**
 * One payment in one case: whether it is met, and its pair after its own limits, rounded down to the fen once.
 *
 * Complexity: the steps depend on each other and run for every case of every item; each exit spares the later steps.
 */
function payOnce(state: Situation, clause: PreparedClause): Outcome {
  state.effort.count();
  const met = clause.when?.holds(state) ?? true;
  if (met === false) return NOT_MET;
  const sure = clause.needsAuthority ? unjudged(state, () => clause.when?.holds(state) ?? true) : met;
  const { pair } = clause;
  if (!pair) return { ...NOT_MET, met, sure };
  const granted = pair.least.value(state);
  const most = mostOf(state, pair, granted);
  // The ends of a range may cross: the least that is granted never exceeds the most.
  const least = pair.force === 'range' ? join(granted, most, interval.smaller) : granted;
  const flaw = least.flaw ?? most.flaw;
  if (flaw) return { ...NOT_MET, met, sure, flaw };
  const partial = least.partly || most.partly || isReservedAny(state, clause.itemLimits);
  const paid = pair.fixed ?? mapPair({ least, most }, payable(state, clause.itemLimits));
  const amount =
    sure !== true && clause.needsAuthority ? { ...paid, least: pending(sure, paid.least) } : paid;
  return {
    met,
    sure,
    amount,
    share: met === true && !partial ? amount : orNothing(amount),
    flaw,
    bound:
      partial ||
      isJudgementUnknown(clause, met, sure) ||
      isCorrelated(state, clause, met === 'unknown' || sure === 'unknown', amount),
    partial,
    items: NO_ITEMS,
  };
}

/** Whether it is unknown if, where the clause is met, the authority still has something to judge. */
function isJudgementUnknown({ needsAuthority: judged }: PreparedClause, met: Truth, sure: Truth): boolean {
  return judged && met === 'unknown' && sure === met;
}

function mostOf(state: Situation, pair: PreparedPair, least: Value): Value {
  if (pair.most === null) return { ...least, max: null };
  return pair.most === pair.least ? least : pair.most.value(state);
}

/** The payment of an amount: not below zero, after limits, in whole fen. */
function payable(state: Situation, limits: readonly PreparedLimit[]): Limiter {
  if (limits.length === 0) return payment;
  const applied = limits.map((limit) => limiter(state, limit));
  return (amount, met) =>
    inFen(applied.reduce((rest, apply) => apply(rest, met), interval.larger(amount, NOTHING)));
}

/** The least that is granted while the authority has yet to judge: perhaps nothing, or nothing. */
function pending(sure: Exclude<Truth, true>, least: Interval): Interval {
  return sure ? interval.hull(least, NOTHING) : NOTHING;
}

/** Whether some limit has no figure in some completion. */
function isReservedAny(state: Situation, limits: readonly PreparedLimit[]): boolean {
  return limits.some((limit) => isReserved(state, limit));
}

/** The outcome after the limits of the clause's sum. */
function capSum(state: Situation, clause: PreparedClause, outcome: Outcome): Outcome {
  const limits = [...clause.sumLimits, ...clause.countLimits];
  if (limits.length === 0 || outcome.amount === undefined) return outcome;
  const limited = payable(state, clause.sumLimits);
  const { least, most } = outcome.amount;
  const amount = { least: limited(least, clause.needsAuthority ? outcome.sure : true), most: limited(most) };
  const reserved = isReservedAny(state, limits);
  return {
    ...outcome,
    amount,
    share: outcome.met === true && !outcome.partial && !reserved ? amount : orNothing(amount),
    bound:
      outcome.bound ||
      reserved ||
      (isOpen(amount) &&
        (movesBothWays(state, clause) ||
          (clause.sumLimits.some(({ source }) => source.type === 'floor') &&
            isJudgementUnknown(clause, outcome.met, outcome.sure)))),
    partial: outcome.partial || reserved,
  };
}
