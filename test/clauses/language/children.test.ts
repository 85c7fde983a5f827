import { describe, expect, it } from 'vitest';
import { children, subtree } from '../../../clauses/language/children.ts';
import type { Expression } from '../../../clauses/language/expression.ts';
import { inCase, number, yes } from '../tiny-clauses.ts';
import { SAMPLES } from './samples.ts';

/** What each sample contains, as `samples.ts` writes it. */
const CONTENTS = {
  number: [],
  fact: [],
  year: [],
  notStated: [],
  asOf: [],
  sum: [number('1'), number('2')],
  product: [number('1'), number('2')],
  smallest: [number('1'), number('2')],
  largest: [number('1'), number('2')],
  difference: [number('1'), number('2')],
  quotient: [number('1'), number('2')],
  later: [{ op: 'asOf' }],
  steps: [number('1'), number('2')],
  cases: [yes('a.a'), number('1'), yes('a.b'), number('2'), number('3')],
  bands: ['1', '2', '3', '4', '5', '6'].map((value) => number(value)),
  total: [number('1'), yes('list.a')],
  count: [yes('list.a')],
  compare: [number('1'), number('2')],
  oneOf: [],
  all: [yes('a.a'), yes('a.b')],
  any: [yes('a.a'), yes('a.b')],
  not: [yes('a.a')],
  nOf: [yes('a.a'), yes('a.b')],
  some: [yes('list.a')],
  every: [yes('list.a')],
  authority: [],
  reading: [],
} satisfies Record<Expression['op'], unknown>;

describe('children', () => {
  it.each(Object.values(SAMPLES))('of $op are its direct parts in the order of the text', (sample) => {
    expect(children(sample)).toEqual(CONTENTS[sample.op]);
  });

  it('leaves out what is absent', () => {
    expect(children({ op: 'count', list: 'list' })).toEqual([]);
    expect(children({ op: 'total', list: 'list', of: number('1') })).toEqual([number('1')]);
    expect(children({ op: 'cases', cases: [inCase(yes('a.a'), number('1'))] })).toHaveLength(2);
    const open = { op: 'bands', by: number('1'), of: number('2'), rows: [{ rate: number('3') }] } as const;
    expect(children({ ...open, marginal: true })).toEqual(['1', '2', '3'].map((value) => number(value)));
  });
});

describe('subtree', () => {
  it('lists every part at any depth, each before its own parts', () => {
    const inner = SAMPLES.not;
    const list = subtree({ op: 'all', of: [inner, SAMPLES.compare] });
    expect(list.map(({ op }) => op)).toEqual(['all', 'not', 'oneOf', 'compare', 'number', 'number']);
  });

  it('is empty without an expression', () => {
    expect([subtree(undefined), subtree(null)]).toEqual([[], []]);
  });
});
