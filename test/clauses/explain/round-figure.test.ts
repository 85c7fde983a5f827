import { expect, test } from 'vitest';
import { roundFigure } from '../../../clauses/explain/round-figure.ts';
import { formatRational, parseRational, ZERO } from '../../../clauses/numbers/exact.ts';

const rounded = (from: string, to: string, type: 'money' | 'area' = 'money', max?: string): string => {
  const range = { min: ZERO, max: max === undefined ? null : (parseRational(max) ?? null) };
  return formatRational(
    roundFigure({ type }, { range }, { from: parseRational(from) ?? ZERO, to: parseRational(to) ?? ZERO }),
  );
};

test.each([
  ['12000000', '33333333.34', '33340000'],
  ['4200000', '5000000', '5000000'],
  ['10000', '300000.5', '301000'],
  ['20000', '23456.78', '23500'],
  ['10', '99.99', '100'],
  ['100', '3.25', '3'],
  ['40000000', '33333333.34', '33330000'],
])('from %s to %s yuan becomes %s, never short of it', (from, to, expected) => {
  expect(rounded(from, to)).toBe(expected);
});

test('other facts and figures out of range stay as they are', () => {
  expect(rounded('1', '33333333.34', 'area')).toBe('33333333.34');
  expect(rounded('1', '33333333.34', 'money', '33335000')).toBe('33333333.34');
});
