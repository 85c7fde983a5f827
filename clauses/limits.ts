import { inFen } from './arithmetic.ts';
import type { Interval } from './interval.ts';
import * as interval from './interval.ts';
import type { Limit } from './language.ts';
import type { PreparedCondition, PreparedQuantity, Workshop } from './prepared.ts';
import type { Situation } from './situation.ts';
import type { Truth } from './truth.ts';
import type { Uses } from './uses.ts';

/** A cap or floor ready to be applied; a programme's budget binds no single applicant and is not among them. */
export interface PreparedLimit {
  readonly source: Limit;
  readonly amount: PreparedQuantity;
  readonly when: PreparedCondition | undefined;
}

export function prepareLimit(source: Limit, path: string, workshop: Workshop): PreparedLimit {
  return {
    source,
    amount: workshop.quantity(source.amount, `${path}/amount`),
    when: source.when === undefined ? undefined : workshop.condition(source.when, `${path}/when`),
  };
}

export function useLimit(source: Limit, uses: Uses): void {
  uses.quantity(source.amount, 1, 'amount');
  if (source.when !== undefined) uses.condition(source.when, 0, 'amount');
}

/** What a limit makes of amounts, over every completion: held down by a cap, raised by a floor. */
export function limiter(state: Situation, limit: PreparedLimit): (amount: Interval) => Interval {
  const applies = limit.when?.holds(state) ?? true;
  if (applies === false) return (amount) => amount;
  const bound = ceiling(state, limit);
  return (amount) => whether(applies, held(limit, bound, amount), amount);
}

/** What a limit allows at the most (or, a floor, pays at the least); not below zero. */
export function ceiling(state: Situation, limit: PreparedLimit): Interval {
  const { min, max, flaw, partly } = limit.amount.value(state);
  return flaw === undefined && partly !== true
    ? interval.larger(inFen({ min, max }), interval.NOTHING)
    : interval.NOT_NEGATIVE;
}

/** `changed` where something applies for sure, else anything between applying and not. */
export function whether(applies: Truth, changed: Interval, unchanged: Interval): Interval {
  return applies === true ? changed : applies === false ? unchanged : interval.hull(changed, unchanged);
}

function held(limit: PreparedLimit, bound: Interval, amount: Interval): Interval {
  return limit.source.type === 'cap' ? interval.smaller(amount, bound) : interval.larger(amount, bound);
}
