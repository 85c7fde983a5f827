import type { Limit } from '../language/limit.ts';
import { compare, ZERO } from '../numbers/exact.ts';
import type { Interval } from '../numbers/interval.ts';
import * as interval from '../numbers/interval.ts';
import type { Truth } from '../numbers/truth.ts';
import { hasReservation, payment } from './arithmetic.ts';
import type { InfluenceCollector } from './influence.ts';
import type { PreparedCondition, PreparedQuantity, Preparer } from './prepared.ts';
import type { Situation } from './situation.ts';

/** A cap or floor ready to be applied; a programme's budget binds no single applicant and is not among them. */
export interface PreparedLimit {
  readonly source: Limit;
  readonly amount: PreparedQuantity;
  readonly when: PreparedCondition | undefined;
}

export function prepareLimit(source: Limit, preparer: Preparer): PreparedLimit {
  return {
    source,
    amount: preparer.quantity(source.amount),
    when: source.when === undefined ? undefined : preparer.condition(source.when),
  };
}

export function collectLimit(source: Limit, influences: InfluenceCollector): void {
  influences.quantity(source.amount, source.below === 'refuse' ? -1 : 1, 'amount');
  if (source.when !== undefined) influences.condition(source.when, 0, 'amount');
}

/** What a limit makes of an amount that is paid where something is `met`, else for sure, over every completion. */
export type Limiter = (amount: Interval, met?: Truth) => Interval;

export function limiter(state: Situation, limit: PreparedLimit): Limiter {
  const applies = limit.when?.holds(state) ?? true;
  if (applies === false) return (amount) => amount;
  const apply = applied(state, limit);
  return applies === true ? apply : (amount, met) => interval.hull(apply(amount, met), amount);
}

/** The same where it applies. */
export function applied(state: Situation, limit: PreparedLimit): Limiter {
  const bound = ceiling(state, limit);
  return (amount, met = true) => limited(limit.source, bound, amount, met);
}

/** Floors raise, then refuse, before caps cut: so each holds in whatever order the text states them. */
export function rankOf({ source: { type, below } }: PreparedLimit): number {
  return type !== 'floor' ? 3 : below === 'refuse' ? 2 : 1;
}

/** Whether a limit that may apply has no figure in some completion: what it holds is then known as a bound only. */
export function isReserved(state: Situation, limit: PreparedLimit): boolean {
  return limit.when?.holds(state) !== false && hasReservation(limit.amount.value(state));
}

/** What a limit allows at the most (or, a floor, pays at the least); not below zero. What is to be reached is not rounded. */
export function ceiling(state: Situation, { source, amount }: PreparedLimit): Interval {
  const value = amount.value(state);
  if (hasReservation(value)) return interval.NOT_NEGATIVE;
  return source.below ? interval.larger(value, interval.NOTHING) : payment(value);
}

/** A cap holds down; a floor raises what is met, or leaves nothing of what does not reach it. */
function limited({ type, below }: Limit, bound: Interval, amount: Interval, met: Truth): Interval {
  if (type === 'cap') return interval.smaller(amount, bound);
  if (below === 'refuse')
    return { min: reaching(amount.min, bound.max), max: reaching(amount.max, bound.min) };
  if (met === false) return interval.NOTHING;
  const raised = interval.larger(amount, bound);
  return met === true ? raised : interval.hull(raised, interval.NOTHING);
}

function reaching(amount: Interval['min'], floor: Interval['min']): Interval['min'] {
  if (amount === null) return null;
  return floor !== null && compare(amount, floor) >= 0 ? amount : ZERO;
}
