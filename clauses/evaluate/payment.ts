import * as interval from '../numbers/interval.ts';
import { type Interval, NOTHING } from '../numbers/interval.ts';
import type { Truth } from '../numbers/truth.ts';
import { inFen, join, payment } from './arithmetic.ts';
import type { PreparedPair } from './award.ts';
import { unjudged } from './conditions.ts';
import { isCorrelated, movesBothWays } from './correlation.ts';
import { isReserved, type Limiter, limiter, type PreparedLimit } from './limits.ts';
import { isOpen, mapPair, NO_ITEMS, NOT_MET, type Outcome, orNothing } from './outcome.ts';
import type { Value } from './prepared.ts';
import type { PreparedClause } from './prepared-clause.ts';
import type { Situation } from './situation.ts';

/**
 * One payment in one case: whether it is met, and its pair after its own limits, rounded down to the fen once.
 *
 * Complexity: the steps depend on each other and run for every case of every item; each exit spares the later steps.
 */
export function payOnce(state: Situation, clause: PreparedClause): Outcome {
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

/** A sum after limits; `counts` are limits on the number of items that it adds. */
export function limitSum(
  state: Situation,
  clause: PreparedClause,
  outcome: Outcome,
  sumLimits: readonly PreparedLimit[],
  counts: readonly PreparedLimit[] = [],
): Outcome {
  if (sumLimits.length + counts.length === 0 || outcome.amount === undefined) return outcome;
  const limited = payable(state, sumLimits);
  const { least, most } = outcome.amount;
  const amount = { least: limited(least, clause.needsAuthority ? outcome.sure : true), most: limited(most) };
  const reserved = isReservedAny(state, sumLimits) || isReservedAny(state, counts);
  return {
    ...outcome,
    amount,
    share: outcome.met === true && !outcome.partial && !reserved ? amount : orNothing(amount),
    bound:
      outcome.bound ||
      reserved ||
      (isOpen(amount) &&
        (movesBothWays(state, clause) ||
          (sumLimits.some(({ source }) => source.type === 'floor') &&
            isJudgementUnknown(clause, outcome.met, outcome.sure)))),
    partial: outcome.partial || reserved,
  };
}
