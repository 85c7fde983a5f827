import type { Limit } from '../language/limit.ts';
import { compare, ZERO } from '../numbers/exact.ts';
import type { Interval } from '../numbers/interval.ts';
import * as interval from '../numbers/interval.ts';
import type { Truth } from '../numbers/truth.ts';
import { hasReservation, payment } from './arithmetic.ts';
import type { InfluenceCollector } from './influence.ts';
import type { PreparedCondition, PreparedQuantity, Preparer } from './prepared.ts';
import type { ListSlot, Situation, Slot } from './situation.ts';

/** A limit, ready to be applied. */
export interface PreparedLimit {
  readonly source: Limit;
  readonly amount: PreparedQuantity;
  readonly when: PreparedCondition | undefined;
}

/** A cap that a clause states over several clauses, as it applies to one of them. */
export interface JointCap {
  /** The full id of the clause that states it. */
  readonly owner: string;
  readonly limit: PreparedLimit;
  /** The list, for a cap that applies to each of its items separately. */
  readonly items?: ListSlot | undefined;
  /** The variables that it reads. */
  readonly reads: readonly Slot[];
  /** Whether it reads several items of a list at once. */
  readonly spansItems: boolean;
}

/** Prepares a limit. */
export function prepareLimit(source: Limit, preparer: Preparer): PreparedLimit {
  return {
    source,
    amount: preparer.quantity(source.amount),
    when: source.when === undefined ? undefined : preparer.condition(source.when),
  };
}

/** Collects how a limit uses variables: all of its influence is on the amount. */
export function collectLimit(source: Limit, influences: InfluenceCollector): void {
  influences.quantity(source.amount, source.below === 'refuse' ? -1 : 1, 'amount');
  if (source.when !== undefined) influences.condition(source.when, 0, 'amount');
}

/** Limits an amount over all completions. `met` says whether the amount is paid; true by default. */
export type Limiter = (amount: Interval, met?: Truth) => Interval;

/** The effect of a limit in a state; where it may not apply, the hull of both. */
export function limiter(state: Situation, limit: PreparedLimit): Limiter {
  const applies = limit.when?.holds(state) ?? true;
  if (applies === false) return (amount) => amount;
  const apply = applied(state, limit);
  return applies === true ? apply : (amount, met) => interval.hull(apply(amount, met), amount);
}

/** The effect of a limit where it applies. */
export function applied(state: Situation, limit: PreparedLimit): Limiter {
  const bound = ceiling(state, limit);
  return (amount, met = true) => limited(limit.source, bound, amount, met);
}

/** The order in which limits apply, lowest first: floors that raise, floors that refuse, caps. The text's order has no effect. */
export function rankOf({ source: { type, below } }: PreparedLimit): number {
  return type !== 'floor' ? 3 : below === 'refuse' ? 2 : 1;
}

/** Whether a limit that may apply has no figure in some completion, so that the limited amount is only a bound. */
export function isReserved(state: Situation, limit: PreparedLimit): boolean {
  return limit.when?.holds(state) !== false && hasReservation(limit.amount.value(state));
}

/** The amount of a cap or floor in yuan, not below zero, in whole fen. A floor is a threshold and is not rounded. */
export function ceiling(state: Situation, { source, amount }: PreparedLimit): Interval {
  const value = amount.value(state);
  if (hasReservation(value)) return interval.NOT_NEGATIVE;
  return source.below ? interval.larger(value, interval.NOTHING) : payment(value);
}

/** A cap lowers the amount. A floor raises it where it is paid, or refuses what does not reach the floor. */
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
