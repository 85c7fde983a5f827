import { describe, expect, it } from 'vitest';
import { sameData, sameQuantity } from '../../../clauses/language/same.ts';
import { number } from '../tiny-clauses.ts';
import { SAMPLES } from './samples.ts';

const samples = Object.values(SAMPLES);

/** Copies of plain data, each with one string, number, yes/no or item of a list changed. */
function changed(value: unknown): readonly unknown[] {
  if (typeof value === 'string') return [`${value}x`];
  if (typeof value === 'number') return [value + 1];
  if (typeof value === 'boolean') return [!value];
  if (Array.isArray(value)) {
    const inner = value.flatMap((each, index) => changed(each).map((other) => value.with(index, other)));
    return [...inner, value.slice(1), [...value, value[0]]];
  }
  return Object.entries(Object(value)).flatMap(([key, each]) =>
    changed(each).map((other) => ({ ...Object(value), [key]: other })),
  );
}

describe('sameQuantity', () => {
  it.each(samples)('is true of two copies of $op', (sample) => {
    expect(sameQuantity(sample, structuredClone(sample))).toBe(true);
  });

  it.each(samples)('is false of $op with any one part changed', (sample) => {
    for (const other of changed(sample)) expect(sameData(sample, other), JSON.stringify(other)).toBe(false);
  });

  it('is false of two different kinds', () => {
    const pairs = samples.flatMap((a) => samples.filter((b) => b !== a).map((b) => [a, b] as const));
    const alike = pairs.filter(([a, b]) => sameQuantity(a, b)).map(([a, b]) => [a.op, b.op]);
    expect(alike).toEqual([]);
  });

  it('is true of two absent quantities and false of one', () => {
    expect(sameQuantity(undefined, undefined)).toBe(true);
    expect(sameQuantity(null, null)).toBe(true);
    expect(sameQuantity(null, undefined)).toBe(false);
    expect(sameQuantity(number('1'), null)).toBe(false);
    expect(sameQuantity(undefined, number('1'))).toBe(false);
  });

  it('is false where only one of two has a part', () => {
    const { where: _, ...total } = SAMPLES.total;
    expect(sameQuantity(total, SAMPLES.total)).toBe(false);
    expect(sameQuantity(SAMPLES.total, total)).toBe(false);
  });
});

describe('sameData', () => {
  it('ignores the order of keys', () => {
    expect(sameData({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(true);
  });

  it('distinguishes an empty list from an empty object, and a key without a value from no key', () => {
    expect(sameData([], {})).toBe(false);
    expect(sameData({ a: undefined }, { b: undefined })).toBe(false);
  });

  it('compares exact numbers by their value', () => {
    expect(sameData({ n: 1n }, { n: 1n })).toBe(true);
    expect(sameData({ n: 1n }, { n: 2n })).toBe(false);
  });
});
