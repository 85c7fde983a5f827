import { expect, test } from 'vitest';
import type { Clause } from '../../../clauses/language/clause.ts';
import type { Condition, Quantity } from '../../../clauses/language/expression.ts';
import type { Reading } from '../../../clauses/language/reading.ts';
import { checked, clause, compared, fact, inCase, money, number, yes } from '../tiny-clauses.ts';

/** Results where unknowns are not split into cases: items of an unknown list, and beyond 64 cases. */
const granted = (amount: Quantity, parts: Partial<Clause> = {}, facts = {}) => {
  const { totals } = checked([clause('a', { award: money(amount), ...parts })], facts);
  return [totals.granted.min, totals.granted.max, totals.bound];
};
const ok = (option: number): Condition => ({ op: 'oneOf', fact: 'items.ok', options: [option] });
const ten = number(10);
const totalOf = (of: Quantity): Quantity => ({ op: 'sum', of: [ten, { op: 'total', list: 'items', of }] });

test.each<[string, Quantity, string]>([
  [
    'both options of a fact are all there is',
    { op: 'cases', cases: [inCase(ok(0), number(1)), inCase(ok(1), number(2))] },
    '10.00',
  ],
  ['one option is not all', { op: 'cases', cases: [inCase(ok(0), number(1))] }, '0.00'],
  [
    'the same option twice is not all',
    { op: 'cases', cases: [inCase(ok(0), number(1)), inCase(ok(0), number(2))] },
    '0.00',
  ],
  [
    'options of two facts are not all of one',
    { op: 'cases', cases: [inCase(ok(0), number(1)), inCase(yes('firm.a'), number(2))] },
    '0.00',
  ],
  [
    'other conditions name no options',
    { op: 'cases', cases: [inCase(compared(fact('items.cost'), 'atLeast', number(2)), number(1))] },
    '0.00',
  ],
  [
    'what is otherwise settles it',
    { op: 'cases', cases: [inCase(ok(0), number(1))], otherwise: number(2) },
    '10.00',
  ],
])('of cases, %s', (_, cases, least) => {
  expect(granted(totalOf(cases), {}, { 'firm.a': false })[0]).toBe(least);
});

const ways = Array.from(
  { length: 7 },
  (_, index): Reading => ({
    id: `town/1#a:way${index}`,
    name: `way${index}`,
    question: '?',
    options: ['one', 'two'].map((name) => ({ name, label: name })),
  }),
);
const read = (index: number, option: number): Condition => ({
  op: 'reading',
  reading: `town/1#a:way${index}`,
  option,
});

test('of seven readings the last one is not split, and the amount is a bound', () => {
  const of = (index: number, options: readonly number[]): Quantity => ({
    op: 'cases',
    cases: options.map((option) => inCase(read(index, option), number(option + 1))),
  });
  const sum = (options: readonly number[], count = 7): Quantity => ({
    op: 'sum',
    of: Array.from({ length: count }, (_, index) => of(index, options)),
  });
  expect(granted(sum([0, 1]), { readings: ways })).toEqual(['7.00', '14.00', true]);
  expect(granted(sum([0, 1], 6), { readings: ways })).toEqual(['6.00', '12.00', false]);
  // With cases for one option only, the amount may be undefined under the other.
  expect(granted(sum([0]), { readings: ways })[0]).toBe('0.00');
});

test('items of an unknown list may differ: one of each kind is possible', () => {
  const some = (option: number): Condition => ({ op: 'some', list: 'items', where: ok(option) });
  const when: Condition = { op: 'all', of: [some(0), some(1)] };
  const { clauses, questions } = checked([clause('a', { when })], {});
  expect(clauses[0]).toMatchObject({ verdict: 'undetermined', missing: ['items'] });
  expect(questions).toEqual([{ fact: 'items', clauses: 1 }]);
});

test('a condition that every option of each item meets is found by trying the options', () => {
  const when: Condition = { op: 'any', of: [ok(0), ok(1)] };
  const [only] = checked([clause('a', { list: 'items', when })], {}).clauses;
  expect(only).toMatchObject({
    amount: { least: { min: '5.00', max: null }, perItem: { least: { min: '5.00', max: '5.00' } } },
  });
  expect(granted(number(5), { list: 'items', when }, { items: [{}] })).toEqual(['5.00', '5.00', false]);
});
