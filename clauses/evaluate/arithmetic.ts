import type { NumberQuantity, Quantity } from '../language/expression.ts';
import { monthsLater } from '../numbers/calendar.ts';
import { floor, integer, parseRational, toHundredths, toNumber, ZERO } from '../numbers/exact.ts';
import type { Interval } from '../numbers/interval.ts';
import * as interval from '../numbers/interval.ts';
import { type PreparedQuantity, type Preparer, quantityOf, unknownPart, type Value } from './prepared.ts';

type Of<Op extends Quantity['op']> = Extract<Quantity, { op: Op }>;

const UNDEFINED: Value = { ...interval.ANYTHING, flaw: 'undefined' };

/** The value of a literal. Throws on a text that is no number. */
export function numberOf({ value }: NumberQuantity): Interval {
  return interval.point(parseRational(value) ?? unknownPart(value));
}

/** A literal. */
export function prepareNumber(source: NumberQuantity): PreparedQuantity {
  const fixed = numberOf(source);
  return { ...quantityOf(source, [], () => fixed), fixed };
}

/** A quantity that the text does not state: it has a flaw in every state. */
export function prepareNotStated(source: Of<'notStated'>): PreparedQuantity {
  const value: Value = { ...interval.ANYTHING, flaw: 'notStated' };
  return quantityOf(source, [], () => value);
}

const FOLDS = {
  sum: interval.plus,
  product: interval.times,
  smallest: interval.smaller,
  largest: interval.larger,
} as const;

/** Sum, product, smallest and largest of any number of quantities. */
export function prepareFold(
  source: Of<'sum' | 'product' | 'smallest' | 'largest'>,
  preparer: Preparer,
): PreparedQuantity {
  const parts = source.of.map((part) => preparer.quantity(part));
  const [first, ...rest] = parts;
  if (first === undefined) return unknownPart(source.op);
  const fold = FOLDS[source.op];
  return quantityOf(source, parts, (state) => {
    let total = first.value(state);
    for (const part of rest) total = join(total, part.value(state), fold);
    return total;
  });
}

/** A difference or a quotient. */
export function prepareDifference(
  source: Of<'difference' | 'quotient'>,
  preparer: Preparer,
): PreparedQuantity {
  const left = preparer.quantity(source.of[0]);
  const right = preparer.quantity(source.of[1]);
  return quantityOf(source, [left, right], (state) => {
    const [a, b] = [left.value(state), right.value(state)];
    return source.op === 'difference' ? join(a, b, interval.minus) : quotient(a, b);
  });
}

/** The as-of date of the check, as a day number. */
export function prepareAsOf(source: Of<'asOf'>): PreparedQuantity {
  return quantityOf(source, [], ({ day }) => interval.point(integer(day)));
}

/** A date some months and days later: it never decreases, so both ends stay exact. */
export function prepareLater(source: Of<'later'>, preparer: Preparer): PreparedQuantity {
  const of = preparer.quantity(source.of);
  const { months, days } = source;
  return quantityOf(source, [of], (state) => {
    const date = of.value(state);
    return withSameGaps(
      date,
      interval.monotone(date, (day) => integer(monthsLater(toNumber(day), months) + days)),
    );
  });
}

/** Whole steps: 每满100万元 counts `floor(of / size)`, never below zero. */
export function prepareSteps(source: Of<'steps'>, preparer: Preparer): PreparedQuantity {
  const of = preparer.quantity(source.of);
  const size = preparer.quantity(source.size);
  return quantityOf(source, [of, size], (state) => {
    const steps = quotient(of.value(state), size.value(state));
    return steps.flaw === undefined
      ? withSameGaps(steps, interval.larger(interval.monotone(steps, floor), interval.NOTHING))
      : steps;
  });
}

/** Applies an operation to two values; a flaw of either is the flaw of the result. */
export function join(a: Value, b: Value, apply: (a: Interval, b: Interval) => Interval | undefined): Value {
  if (a.flaw !== undefined) return a;
  if (b.flaw !== undefined) return b;
  const joined = apply(a, b) ?? UNDEFINED;
  return a.partly || b.partly ? { ...joined, partly: true } : joined;
}

/** The hull of two values. Where only one of them has a flaw, the other's interval remains, marked `partly`. */
export function either(a: Value | undefined, b: Value): Value {
  if (a === undefined) return b;
  if (a.flaw !== undefined && b.flaw !== undefined) return a;
  if (a.flaw !== undefined) return { min: b.min, max: b.max, partly: true };
  if (b.flaw !== undefined) return { min: a.min, max: a.max, partly: true };
  return join(a, b, interval.hull);
}

/** The quotient. It is undefined in the completions where the divisor is zero. */
function quotient(a: Value, b: Value): Value {
  const value = join(a, b, interval.over);
  return interval.mayBeZero(b) ? { ...value, partly: true } : value;
}

/** An interval computed from a value, `partly` where the value is. */
function withSameGaps(value: Value, changed: Interval): Value {
  return value.partly ? { ...changed, partly: true } : changed;
}

/** Whether the value is missing in some completion. */
export function hasReservation({ flaw, partly }: Value): boolean {
  return flaw !== undefined || partly === true;
}

/** The value where no case applies. */
export function undefinedValue(): Value {
  return UNDEFINED;
}

/** An amount in yuan, rounded down to whole fen; done once for each payment. */
export function inFen(amount: Interval): Interval {
  return interval.monotone(amount, toHundredths);
}

/** The payment of an amount in yuan: not below zero, rounded down to whole fen. */
export function payment(amount: Interval): Interval {
  return inFen(interval.larger(amount, interval.NOTHING));
}

/** From zero to `count` times an amount: the sum over an unknown list of at most `count` items, which may be infinite. */
export function upToTimes(amount: Value, count: number): Value {
  if (amount.flaw !== undefined) return either(interval.NOTHING, amount);
  return withSameGaps(
    amount,
    interval.times(amount, { min: ZERO, max: Number.isFinite(count) ? integer(count) : null }),
  );
}

/** The sum of two values. */
export function addTo(total: Value, amount: Value): Value {
  return join(total, amount, interval.plus);
}
