import type { Expression, Quantity } from '../../../clauses/language/expression.ts';
import { inCase, number, yes } from '../tiny-clauses.ts';

const pair: readonly [Quantity, Quantity] = [number('1'), number('2')];
const both = [yes('a.a'), yes('a.b')];

/** One expression of every kind, with everything that the kind can have. A new kind fails the type check here. */
export const SAMPLES: { readonly [Op in Expression['op']]: Expression & { readonly op: Op } } = {
  number: number('1'),
  fact: { op: 'fact', fact: 'a.a' },
  year: { op: 'year', fact: 'a.s', which: 'best' },
  notStated: { op: 'notStated', text: '基数' },
  asOf: { op: 'asOf' },
  sum: { op: 'sum', of: pair },
  product: { op: 'product', of: pair },
  smallest: { op: 'smallest', of: pair },
  largest: { op: 'largest', of: pair },
  difference: { op: 'difference', of: pair },
  quotient: { op: 'quotient', of: pair },
  later: { op: 'later', of: { op: 'asOf' }, months: 12, days: 0, text: '1年' },
  steps: { op: 'steps', of: number('1'), size: number('2') },
  cases: {
    op: 'cases',
    cases: [inCase(yes('a.a'), number('1')), inCase(yes('a.b'), number('2'))],
    otherwise: number('3'),
  },
  bands: {
    op: 'bands',
    by: number('1'),
    of: number('2'),
    rows: [{ from: number('3'), to: number('4'), rate: number('5') }],
    marginal: false,
    otherwise: number('6'),
  },
  total: { op: 'total', list: 'list', of: number('1'), where: yes('list.a') },
  count: { op: 'count', list: 'list', where: yes('list.a') },
  compare: { op: 'compare', left: number('1'), is: 'atLeast', right: number('2') },
  oneOf: { op: 'oneOf', fact: 'a.a', options: [1] },
  all: { op: 'all', of: both },
  any: { op: 'any', of: both },
  not: { op: 'not', of: yes('a.a') },
  nOf: { op: 'nOf', n: 1, of: both },
  some: { op: 'some', list: 'list', where: yes('list.a') },
  every: { op: 'every', list: 'list', where: yes('list.a') },
  authority: { op: 'authority', text: '经认定' },
  reading: { op: 'reading', reading: 'p#c:r', option: 0 },
};
