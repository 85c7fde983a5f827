import {
  add as addExact,
  compare,
  divide,
  equal,
  multiply,
  ONE,
  type Rational,
  sign,
  subtract,
  ZERO,
} from './exact.ts';

/**
 * A closed interval of exact numbers: the values of a quantity over all completions of what is unknown. `null` is no
 * limit on that side. Facts lie on a grid (money on the fen), so closed ends are exact.
 */
export interface Interval {
  readonly min: Rational | null;
  readonly max: Rational | null;
}

/** Zero. */
export const NOTHING: Interval = { min: ZERO, max: ZERO };
/** Zero and above. */
export const NOT_NEGATIVE: Interval = { min: ZERO, max: null };
/** Every number. */
export const ANYTHING: Interval = { min: null, max: null };

/** The interval of one value. */
export function point(value: Rational): Interval {
  return { min: value, max: value };
}

/** Whether an interval contains one value only. */
export function isPoint(a: Interval): boolean {
  return a.min !== null && a.max !== null && (a.min === a.max || equal(a.min, a.max));
}

/** Whether two intervals have the same ends. */
export function same(a: Interval, b: Interval): boolean {
  return sameEnd(a.min, b.min) && sameEnd(a.max, b.max);
}

function sameEnd(a: Rational | null, b: Rational | null): boolean {
  return a === null || b === null ? a === b : equal(a, b);
}

/** The smallest interval that contains both. */
export function hull(a: Interval, b: Interval): Interval {
  return between(lower(a.min, b.min), upper(a.max, b.max), a, b);
}

/** The sums of their values. */
export function plus(a: Interval, b: Interval): Interval {
  return {
    min: a.min === null || b.min === null ? null : addExact(a.min, b.min),
    max: a.max === null || b.max === null ? null : addExact(a.max, b.max),
  };
}

/** The differences of their values. */
export function minus(a: Interval, b: Interval): Interval {
  return {
    min: a.min === null || b.max === null ? null : subtract(a.min, b.max),
    max: a.max === null || b.min === null ? null : subtract(a.max, b.min),
  };
}

/** The products of their values. No limit times zero is zero, because the value in each completion is finite. */
export function times(a: Interval, b: Interval): Interval {
  if (isPoint(a) && isPoint(b)) return point(multiply(a.min as Rational, b.min as Rational));
  const corners = [
    corner(a.min, -1, b.min, -1),
    corner(a.min, -1, b.max, 1),
    corner(a.max, 1, b.min, -1),
    corner(a.max, 1, b.max, 1),
  ];
  return { min: outermost(corners, 'below', lowerTop), max: outermost(corners, 'above', upperBottom) };
}

/** The quotients of their values: `undefined` when the divisor is always zero, unlimited when it may be zero. */
export function over(a: Interval, b: Interval): Interval | undefined {
  if (mayBeZero(b)) return isPoint(b) ? undefined : ANYTHING;
  return times(a, { min: reciprocal(b.max), max: reciprocal(b.min) });
}

/** Whether an interval contains zero. */
export function mayBeZero(a: Interval): boolean {
  return (a.min === null || sign(a.min) <= 0) && (a.max === null || sign(a.max) >= 0);
}

/** The smaller of each two of their values. */
export function smaller(a: Interval, b: Interval): Interval {
  return between(lower(a.min, b.min), lowerTop(a.max, b.max), a, b);
}

/** The larger of each two of their values. */
export function larger(a: Interval, b: Interval): Interval {
  return between(upperBottom(a.min, b.min), upper(a.max, b.max), a, b);
}

/** The interval between two ends; `a` or `b` itself where it has these ends, to avoid an allocation. */
function between(min: Rational | null, max: Rational | null, a: Interval, b: Interval): Interval {
  if (min === a.min && max === a.max) return a;
  return min === b.min && max === b.max ? b : { min, max };
}

/** The values of a function that never decreases. The same object where the ends do not change. */
export function monotone(a: Interval, apply: (value: Rational) => Rational): Interval {
  const min = a.min === null ? null : apply(a.min);
  const max = a.max === a.min ? min : a.max === null ? null : apply(a.max);
  return min === a.min && max === a.max ? a : { min, max };
}

/** The values that are in both; `undefined` where none is. */
export function intersection(a: Interval, b: Interval): Interval | undefined {
  const meeting = { min: upperBottom(a.min, b.min), max: lowerTop(a.max, b.max) };
  return meeting.min !== null && meeting.max !== null && compare(meeting.min, meeting.max) > 0
    ? undefined
    : meeting;
}

function lower(a: Rational | null, b: Rational | null): Rational | null {
  return a === null || b === null ? null : compare(a, b) <= 0 ? a : b;
}

function upper(a: Rational | null, b: Rational | null): Rational | null {
  return a === null || b === null ? null : compare(a, b) >= 0 ? a : b;
}

function lowerTop(a: Rational | null, b: Rational | null): Rational | null {
  return a === null ? b : b === null ? a : compare(a, b) <= 0 ? a : b;
}

function upperBottom(a: Rational | null, b: Rational | null): Rational | null {
  return a === null ? b : b === null ? a : compare(a, b) >= 0 ? a : b;
}

function reciprocal(end: Rational | null): Rational | null {
  return end === null ? ZERO : divide(ONE, end);
}

type Corner = Rational | 'below' | 'above';

function corner(a: Rational | null, sideOfA: number, b: Rational | null, sideOfB: number): Corner {
  if (a !== null && b !== null) return multiply(a, b);
  const side = (a === null ? sideOfA : sign(a)) * (b === null ? sideOfB : sign(b));
  return side === 0 ? ZERO : side === -1 ? 'below' : 'above';
}

/** The outermost corner on a side; `null` where a corner is unlimited there. */
function outermost(corners: readonly Corner[], side: Corner, farther: typeof lowerTop): Rational | null {
  let found: Rational | null = null;
  for (const each of corners) {
    if (each === side) return null;
    if (typeof each !== 'string') found = farther(found, each);
  }
  return found;
}
