import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as exact from '../../../clauses/numbers/exact.ts';
import { integer, type Rational } from '../../../clauses/numbers/exact.ts';
import type { Interval } from '../../../clauses/numbers/interval.ts';
import * as interval from '../../../clauses/numbers/interval.ts';

/** `[1, 2]`, `[1, …]`: an end that is missing is no limit. */
const of = (min: number | null, max: number | null): Interval => ({
  min: min === null ? null : integer(min),
  max: max === null ? null : integer(max),
});
const format = (a: Interval | undefined): string =>
  a === undefined
    ? 'none'
    : `[${[a.min, a.max].map((end) => (end === null ? '…' : exact.formatRational(end))).join(', ')}]`;

test.each<[string, () => Interval | undefined, string]>([
  ['[1, 2] + [10, …]', () => interval.plus(of(1, 2), of(10, null)), '[11, …]'],
  ['[1, 2] − [10, 20]', () => interval.minus(of(1, 2), of(10, 20)), '[-19, -8]'],
  ['[-1, 2] × [3, 4]', () => interval.times(of(-1, 2), of(3, 4)), '[-4, 8]'],
  [
    '[0, 0] × [1, …]: no single completion is infinite',
    () => interval.times(of(0, 0), of(1, null)),
    '[0, 0]',
  ],
  ['[-1, 1] × […, …]', () => interval.times(of(-1, 1), of(null, null)), '[…, …]'],
  ['[1, …] × [0, 0]', () => interval.times(of(1, null), of(0, 0)), '[0, 0]'],
  ['[…, 5] × [-3, -2]', () => interval.times(of(null, 5), of(-3, -2)), '[-15, …]'],
  ['[1, 2] × [3, …]', () => interval.times(of(1, 2), of(3, null)), '[3, …]'],
  ['[10, 20] ÷ [2, 5]', () => interval.over(of(10, 20), of(2, 5)), '[2, 10]'],
  ['[10, 20] ÷ [0, 0]', () => interval.over(of(10, 20), of(0, 0)), 'none'],
  ['[10, 20] ÷ [-1, 5]: the divisor spans zero', () => interval.over(of(10, 20), of(-1, 5)), '[…, …]'],
  ['[10, 20] ÷ [-5, -2]', () => interval.over(of(10, 20), of(-5, -2)), '[-10, -2]'],
  ['[10, 20] ÷ [-5, -5]', () => interval.over(of(10, 20), of(-5, -5)), '[-4, -2]'],
  ['[10, 20] ÷ [2, …]', () => interval.over(of(10, 20), of(2, null)), '[0, 10]'],
  ['min([1, 9], [3, 5])', () => interval.smaller(of(1, 9), of(3, 5)), '[1, 5]'],
  ['min([1, …], [3, 5])', () => interval.smaller(of(1, null), of(3, 5)), '[1, 5]'],
  ['max([1, 9], [3, 5])', () => interval.larger(of(1, 9), of(3, 5)), '[3, 9]'],
  ['max([…, 9], [3, 5])', () => interval.larger(of(null, 9), of(3, 5)), '[3, 9]'],
  ['[1, 2] ∪ [5, 6]', () => interval.hull(of(1, 2), of(5, 6)), '[1, 6]'],
  ['[1, 5] ∩ [3, …]', () => interval.intersection(of(1, 5), of(3, null)), '[3, 5]'],
  ['[1, 2] ∩ [2, 3]', () => interval.intersection(of(1, 2), of(2, 3)), '[2, 2]'],
  ['[1, 2] ∩ [3, 4]', () => interval.intersection(of(1, 2), of(3, 4)), 'none'],
])('%s', (_, value, expected) => {
  expect(format(value())).toBe(expected);
});

test('a point is one value, and only that', () => {
  expect(interval.isPoint(of(3, 3))).toBe(true);
  expect(interval.isPoint(of(3, 4))).toBe(false);
  expect(interval.isPoint(of(3, null))).toBe(false);
});

test.each([
  [of(1, 2), of(1, 2), true],
  [of(1, 2), of(1, 3), false],
  [of(0, 2), of(1, 2), false],
  [of(1, null), of(1, null), true],
  [of(1, 2), of(1, null), false],
  [of(null, 2), of(0, 2), false],
])('%j and %j are the same: %s', (a, b, same) => {
  expect(interval.same(a, b)).toBe(same);
  expect(interval.same(b, a)).toBe(same);
});

/** The same object is returned, so that both sides of a fixed amount still share one interval. */
test.each<[string, (a: Interval, b: Interval) => Interval, Interval, Interval]>([
  ['the union with a part of it', interval.hull, of(1, 6), of(1, 5)],
  ['the union with another part of it', interval.hull, of(1, 6), of(2, 6)],
  ['the smaller of it and what begins with it', interval.smaller, of(1, 5), of(1, 6)],
  ['the smaller of it and what ends with it', interval.smaller, of(1, 6), of(2, 6)],
  ['the larger of it and what begins with it', interval.larger, of(1, 6), of(1, 5)],
  ['the larger of it and what ends with it', interval.larger, of(2, 6), of(1, 6)],
])('%s is the interval itself', (_, apply, first, second) => {
  expect(apply(first, second)).toBe(first);
});

test('an interval that alone decides is returned itself, as either argument', () => {
  const [low, high] = [of(1, 2), of(3, 4)];
  expect(
    [interval.smaller(high, low), interval.larger(low, high)].map((each) => [low, high].indexOf(each)),
  ).toEqual([0, 1]);
});

test('both ends of a point are computed once, and an unchanged interval is returned itself', () => {
  let count = 0;
  const point = interval.point(integer(3));
  const raised = interval.monotone(point, (end) => {
    count += 1;
    return exact.add(end, integer(1));
  });
  expect([format(raised), count]).toEqual(['[4, 4]', 1]);
  const range = of(1, 3);
  expect(interval.monotone(range, (end) => end)).toBe(range);
  const least = (end: Rational): Rational => (exact.toNumber(end) < 2 ? integer(2) : end);
  expect(format(interval.monotone(range, least))).toBe('[2, 3]');
});

describe('every operation contains the results of single values', () => {
  const value = fc.integer({ min: -20, max: 20 });
  const inside = fc.tuple(value, value, value).map((three) => {
    const [low = 0, mid = 0, high = 0] = [...three].sort((a, b) => a - b);
    return { range: of(low, high), at: integer(mid) };
  });
  const holds = (range: Interval | undefined, at: Rational): void => {
    expect(range === undefined ? undefined : format(interval.intersection(range, interval.point(at)))).toBe(
      format(interval.point(at)),
    );
  };
  test.each([
    ['sum', interval.plus, exact.add],
    ['difference', interval.minus, exact.subtract],
    ['product', interval.times, exact.multiply],
  ] as const)('%s', (_, onRanges, onValues) => {
    fc.assert(fc.property(inside, inside, (a, b) => holds(onRanges(a.range, b.range), onValues(a.at, b.at))));
  });

  test('quotient', () => {
    fc.assert(
      fc.property(inside, inside, (a, b) => {
        fc.pre(exact.sign(b.at) !== 0);
        holds(interval.over(a.range, b.range), exact.divide(a.at, b.at));
      }),
    );
  });
});
