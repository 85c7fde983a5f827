import { expect, test } from 'vitest';
import { type Influence, InfluenceCollector, sharedSign } from '../../../clauses/evaluate/influence.ts';
import { collectLimit } from '../../../clauses/evaluate/limits.ts';
import { mayBeNegative, othersMayBeNegative } from '../../../clauses/evaluate/negative.ts';
import { layOut } from '../../../clauses/evaluate/situation.ts';
import type { Band, Comparator, Condition, Quantity } from '../../../clauses/language/expression.ts';
import type { Dictionary } from '../../../clauses/language/fact.ts';
import type { Limit } from '../../../clauses/language/limit.ts';
import { formatRational } from '../../../clauses/numbers/exact.ts';
import { cap, fact, inCase, number, yes } from '../tiny-clauses.ts';
import { extraFact, dictionary as small } from '../tiny-dictionary.ts';

/**
 * The direction in which a variable moves a result. If the analysis claims too little, amounts are wrong, which the oracle
 * detects. If it claims too much, they are right, but split into needless cases or marked as bounds.
 */
const extra = (name: string, rest: object): Dictionary['facts'][number] =>
  extraFact(name, { decimals: 2, ...rest });
const dictionary: Dictionary = {
  ...small,
  facts: [
    ...small.facts,
    extra('cents', { min: '0' }),
    extra('gain', { min: '-5' }),
    extra('anything', {}),
    extra('output', { type: 'series', min: '0' }),
  ],
};
const way = {
  id: 'town/1#a:way',
  name: 'way',
  question: '?',
  options: ['one', 'two'].map((name) => ({ name, label: name })),
};
const newCollector = (): InfluenceCollector => new InfluenceCollector(layOut(dictionary, []));
const m = fact('firm.m');
const n = fact('firm.n');
const gain = fact('firm.gain');
const cost = fact('items.cost');
const compare = (left: Quantity, is: Comparator, right: Quantity): Condition => ({
  op: 'compare',
  left,
  is,
  right,
});

/** `firm.m + measured 3 4`: a variable, its direction, whether it is measured, and the first values of its pieces. */
function format({ slot, condition, amount, measured, cuts, years }: Influence): string {
  const signs = { 1: '+', '-1': '-', 0: '±' } as const;
  const sign = condition ?? amount;
  return [
    slot.id,
    sign === undefined ? '' : signs[sign],
    ...(measured ? ['measured'] : []),
    ...cuts.map(formatRational),
    ...years,
  ].join(' ');
}

function ofQuantity(source: Quantity): readonly string[] {
  const collector = newCollector();
  collector.quantity(source, 1, 'amount');
  return collector.all().map(format);
}

function ofCondition(source: Condition): readonly string[] {
  const collector = newCollector();
  collector.condition(source, 1, 'condition');
  return collector.all().map(format);
}

const rows: readonly Band[] = [
  { to: number(2), rate: number(1) },
  { from: number(2), to: number(4), rate: n },
];
const bands = (parts: object): Quantity => ({ op: 'bands', by: m, of: m, rows, marginal: false, ...parts });

test.each<[string, Quantity, readonly string[]]>([
  ['a number', number(1), []],
  ['the as-of date', { op: 'asOf' }, []],
  ['what is not stated', { op: 'notStated', text: '' }, []],
  ['a fact', m, ['firm.m + measured']],
  [
    'years',
    { op: 'sum', of: [{ op: 'year', fact: 'firm.output', which: 'best' }] },
    ['firm.output + measured best'],
  ],
  ['a sum', { op: 'sum', of: [m, n] }, ['firm.m + measured', 'firm.n + measured']],
  ['the smallest', { op: 'smallest', of: [m, n] }, ['firm.m + measured', 'firm.n + measured']],
  ['the largest', { op: 'largest', of: [m, n] }, ['firm.m + measured', 'firm.n + measured']],
  ['a difference', { op: 'difference', of: [m, n] }, ['firm.m + measured', 'firm.n - measured']],
  ['a difference with itself', { op: 'difference', of: [m, m] }, ['firm.m ± measured']],
  ['a product', { op: 'product', of: [m, n] }, ['firm.m + measured', 'firm.n + measured']],
  ['a product with a loss', { op: 'product', of: [m, gain] }, ['firm.m ± measured', 'firm.gain + measured']],
  ['a product with a debit', { op: 'product', of: [m, number(-1)] }, ['firm.m ± measured']],
  ['a quotient', { op: 'quotient', of: [m, n] }, ['firm.m + measured', 'firm.n ± measured']],
  ['a quotient by a loss', { op: 'quotient', of: [m, gain] }, ['firm.m ± measured', 'firm.gain ± measured']],
  ['a later date', { op: 'later', of: m, months: 1, days: 0, text: '' }, ['firm.m + measured']],
  ['whole steps', { op: 'steps', of: m, size: n }, ['firm.m + measured', 'firm.n - measured']],
  [
    'cases',
    { op: 'cases', cases: [inCase(yes('firm.a'), m)], otherwise: n },
    ['firm.a ±', 'firm.m + measured', 'firm.n + measured'],
  ],
  [
    'cases of nothing else',
    { op: 'cases', cases: [inCase(yes('firm.a'), m)] },
    ['firm.a ±', 'firm.m + measured'],
  ],
  ['bands', bands({}), ['firm.m ± measured 2 2 4', 'firm.n + measured']],
  ['marginal bands', bands({ marginal: true }), ['firm.m + measured 2 2 4', 'firm.n + measured']],
  [
    'bands of what may be a loss',
    bands({ of: gain, marginal: true }),
    ['firm.m ± measured 2 2 4', 'firm.gain ± measured', 'firm.n ± measured'],
  ],
  [
    'bands with other ends',
    bands({
      rows: [{ from: number(1), fromExcluded: true, to: number(3), toIncluded: true, rate: number(1) }],
    }),
    ['firm.m ± measured 2 4'],
  ],
  ['bands with a rest', bands({ rows: [], otherwise: n }), ['firm.m ± measured', 'firm.n + measured']],
  ['a total', { op: 'total', list: 'items', of: cost }, ['items + measured', 'items.cost + measured']],
  [
    'a total of what passes',
    { op: 'total', list: 'items', of: cost, where: yes('items.ok') },
    ['items + measured', 'items.cost + measured', 'items.ok +'],
  ],
  [
    'a total of what may be a loss',
    { op: 'total', list: 'items', of: gain, where: yes('items.ok') },
    ['items ± measured', 'firm.gain + measured', 'items.ok ±'],
  ],
  ['a count', { op: 'count', list: 'items', where: yes('items.ok') }, ['items + measured', 'items.ok +']],
  ['a count of all', { op: 'count', list: 'items' }, ['items + measured']],
])('%s moves', (_, source, expected) => {
  expect(ofQuantity(source)).toEqual(expected);
});

test.each<[string, Condition, readonly string[]]>([
  ['at least', compare(m, 'atLeast', number(3)), ['firm.m + 3']],
  ['more than', compare(m, 'moreThan', number(3)), ['firm.m + 4']],
  ['at most', compare(m, 'atMost', number(3)), ['firm.m - 4']],
  ['less than', compare(m, 'lessThan', number(3)), ['firm.m - 3']],
  ['equal to', compare(m, 'equals', number(3)), ['firm.m ± 3 4']],
  ['the constant first', compare(number(3), 'atLeast', m), ['firm.m - 4']],
  ['the constant first, more', compare(number(3), 'moreThan', m), ['firm.m - 3']],
  ['the constant first, at most', compare(number(3), 'atMost', m), ['firm.m + 3']],
  ['the constant first, less', compare(number(3), 'lessThan', m), ['firm.m + 4']],
  ['the constant first, equal', compare(number(3), 'equals', m), ['firm.m ± 3 4']],
  ['off the grid', compare(m, 'atLeast', number('2.5')), ['firm.m + 3']],
  ['more than off the grid', compare(m, 'moreThan', number('2.5')), ['firm.m + 3']],
  ['on a finer grid', compare(fact('firm.cents'), 'moreThan', number('2.5')), ['firm.cents + 2.51']],
  ['one with another', compare(m, 'atLeast', n), ['firm.m + measured', 'firm.n - measured']],
  ['a sum', compare({ op: 'sum', of: [m] }, 'atLeast', number(3)), ['firm.m + measured']],
  ['yes', yes('firm.a'), ['firm.a +']],
  ['no', { op: 'oneOf', fact: 'firm.a', options: [0] }, ['firm.a -']],
  ['a choice', { op: 'oneOf', fact: 'firm.kind', options: [1] }, ['firm.kind +']],
  ['not', { op: 'not', of: compare(m, 'atLeast', number(3)) }, ['firm.m - 3']],
  ['not not', { op: 'not', of: { op: 'not', of: yes('firm.a') } }, ['firm.a +']],
  ['all', { op: 'all', of: [yes('firm.a'), { op: 'not', of: yes('firm.b') }] }, ['firm.a +', 'firm.b -']],
  ['any', { op: 'any', of: [yes('firm.a'), { op: 'not', of: yes('firm.a') }] }, ['firm.a ±']],
  ['so many of', { op: 'nOf', n: 1, of: [yes('firm.a'), yes('firm.b')] }, ['firm.a +', 'firm.b +']],
  ['some', { op: 'some', list: 'items', where: yes('items.ok') }, ['items + measured', 'items.ok +']],
  ['every', { op: 'every', list: 'items', where: yes('items.ok') }, ['items - measured', 'items.ok +']],
  ['the authority', { op: 'authority', text: '' }, []],
  [
    'two options of a choice, format apart twice',
    {
      op: 'any',
      of: [1, 2].map((option) => ({ op: 'oneOf', fact: 'firm.kind', options: [option] })),
    },
    ['firm.kind ±'],
  ],
])('%s moves a verdict', (_, source, expected) => {
  expect(ofCondition(source)).toEqual(expected);
});

test('a variable that is measured in a limit of the amount is not measured in the condition', () => {
  const collector = newCollector();
  collector.quantity(m, 1, 'amount');
  collector.condition(compare(n, 'atLeast', m), 1, 'condition');
  collector.condition(compare(fact('firm.gain'), 'atLeast', number(1)), 1, 'condition');
  collector.quantity(gain, -1, 'amount');
  expect(
    collector.all().map(({ slot, condition, amount, measured, measuredInCondition }) => ({
      [slot.name]: [condition, amount, measured, measuredInCondition],
    })),
  ).toEqual([{ m: [-1, 1, true, true] }, { n: [1, undefined, true, true] }, { gain: [1, -1, true, false] }]);
});

test.each<[string, Quantity, boolean]>([
  ['a number', number(2), false],
  ['a debit', number(-2), true],
  ['what is not negative', m, false],
  ['what may be a loss', gain, true],
  ['what has no lower end', fact('firm.anything'), true],
  ['years', { op: 'year', fact: 'firm.output', which: 'best' }, false],
  ['a sum', { op: 'sum', of: [m, n] }, false],
  ['a sum with a loss', { op: 'sum', of: [m, gain] }, true],
  ['a product', { op: 'product', of: [m, n] }, false],
  ['a product with a loss', { op: 'product', of: [gain, m] }, true],
  ['the smallest', { op: 'smallest', of: [m, n] }, false],
  ['the smallest with a loss', { op: 'smallest', of: [m, gain] }, true],
  ['a quotient', { op: 'quotient', of: [m, n] }, false],
  ['a quotient of a loss', { op: 'quotient', of: [gain, n] }, true],
  ['a quotient by a loss', { op: 'quotient', of: [m, gain] }, true],
  ['the largest of losses', { op: 'largest', of: [gain, gain] }, true],
  ['the largest, one not negative', { op: 'largest', of: [gain, m] }, false],
  ['a difference', { op: 'difference', of: [m, n] }, true],
  ['steps', { op: 'steps', of: m, size: n }, false],
  ['steps of a loss', { op: 'steps', of: gain, size: n }, true],
  ['a total', { op: 'total', list: 'items', of: cost }, false],
  ['a total of losses', { op: 'total', list: 'items', of: gain }, true],
  ['a count', { op: 'count', list: 'items' }, false],
  ['cases', { op: 'cases', cases: [inCase(yes('firm.a'), m)], otherwise: n }, false],
  ['cases of a loss', { op: 'cases', cases: [inCase(yes('firm.a'), m), inCase(yes('firm.b'), gain)] }, true],
  ['cases, a loss otherwise', { op: 'cases', cases: [inCase(yes('firm.a'), m)], otherwise: gain }, true],
  ['bands', bands({}), false],
  ['bands of a loss', bands({ of: gain }), true],
  ['bands with a debit', bands({ rows: [{ rate: number(1) }, { rate: number(-1) }] }), true],
  ['bands, a loss otherwise', bands({ otherwise: gain }), true],
])('%s may be below zero: %s', (_, source, negative) => {
  expect(mayBeNegative(source, layOut(dictionary, []))).toBe(negative);
});

test('a factor has a direction while no other factor may be negative', () => {
  const factors = [m, gain] as const;
  const layout = layOut(dictionary, []);
  expect(factors.map((factor) => othersMayBeNegative(factors, factor, layout))).toEqual([true, false]);
});

test('a dictionary is laid out by kind, range and grid', () => {
  const share = extra('share', { type: 'percent', decimals: 1, max: '1' });
  const { slots } = layOut({ ...dictionary, facts: [...dictionary.facts, share] }, [way]);
  const laid = (id: string): unknown => {
    const slot = slots.find((each) => each.id === id);
    if (slot === undefined) return undefined;
    const { kind, range, step, list = '', reading } = slot;
    const ends = [range.min, range.max].map((end) => (end === null ? '' : formatRational(end)));
    return [kind, ...ends, formatRational(step), list, reading].join(' ');
  };
  expect(['firm.a', 'firm.kind', 'firm.m', 'firm.gain', 'firm.share', 'firm.output'].map(laid)).toEqual([
    'option 0 1 1  false',
    'option 0 2 1  false',
    'number 0 6 1  false',
    'number -5  0.01  false',
    'number  1 0.001  false',
    'series 0  0.01  false',
  ]);
  expect(['items.ok', 'items', way.id].map(laid)).toEqual([
    'option 0 1 1 0 false',
    'series 0 2 1  false',
    'option 0 1 1  true',
  ]);
  expect(slots.map(({ index }) => index)).toEqual(slots.map((_, index) => index));
});

test('a cap and a floor move an amount up, a floor that refuses moves it down, a condition either way', () => {
  const moves = (parts: Partial<Limit>): readonly string[] => {
    const collector = newCollector();
    collectLimit(cap(m, parts), collector);
    return collector.all().map(format);
  };
  expect(moves({})).toEqual(['firm.m + measured']);
  expect(moves({ type: 'floor' })).toEqual(['firm.m + measured']);
  expect(moves({ type: 'floor', below: 'refuse', when: yes('firm.a') })).toEqual([
    'firm.m - measured',
    'firm.a ±',
  ]);
});

test('a variable of several clauses has a common direction only where all agree', () => {
  const shared = (id: string, options: readonly number[], amount?: 1 | -1): number => {
    const collector = newCollector();
    collector.condition({ op: 'oneOf', fact: id, options }, 1, 'condition');
    if (amount !== undefined) collector.condition({ op: 'oneOf', fact: id, options }, amount, 'amount');
    return collector.all().map(sharedSign)[0] ?? Number.NaN;
  };
  expect(shared('firm.a', [1])).toBe(1);
  expect(shared('firm.a', [0])).toBe(-1);
  expect(shared('firm.a', [1], 1)).toBe(1);
  expect(shared('firm.a', [1], -1)).toBe(0);
  // Three options have no order.
  expect(shared('firm.kind', [1])).toBe(0);
});
