import { expect, test } from 'vitest';
import { sortByDictionary } from '../../../clauses/check/questions.ts';
import { prepareCatalogues } from '../../../clauses/index.ts';
import type { Clause } from '../../../clauses/language/clause.ts';
import type { Condition, Quantity } from '../../../clauses/language/expression.ts';
import type { Dictionary } from '../../../clauses/language/fact.ts';
import {
  allOf,
  anyOf,
  cap,
  checked,
  clause,
  compared,
  fact,
  group,
  inCase,
  judged,
  limiting,
  money,
  not,
  number,
  yes,
} from '../tiny-clauses.ts';
import { dictionary } from '../tiny-dictionary.ts';

/** Every fact that can change a result is asked for, and no other. */
const missing = (parts: Partial<Clause>, facts = {}): readonly string[] =>
  checked([clause('a', parts)], facts).clauses[0]?.missing ?? [];
const m = fact('firm.m');
const atLeast = (left: Quantity, right = 3): Condition => compared(left, 'atLeast', number(right));
const title = { form: 'title', none: 'nonMonetary', schedule: [] } as const;

test('nothing is asked where every case gives the same verdict, although each part is unknown', () => {
  const [never, always] = [allOf(atLeast(m), not(atLeast(m))), anyOf(atLeast(m), not(atLeast(m)))];
  expect(missing({ when: never })).toEqual([]);
  expect(missing({ when: always })).toEqual([]);
  expect(checked([clause('a', { when: never }), clause('b', { when: always })], {}).clauses).toMatchObject([
    { verdict: 'ineligible' },
    { verdict: 'eligible' },
  ]);
});

test('nothing is asked for an amount that is the same in every case', () => {
  const one = (when: Condition): Quantity => ({
    op: 'cases',
    cases: [inCase(when, number(1))],
    otherwise: number(0),
  });
  const sum: Quantity = { op: 'sum', of: [one(yes('firm.a')), one(not(yes('firm.a')))] };
  expect(missing({ award: money(sum) })).toEqual([]);
  expect(missing({ award: money(sum), when: yes('firm.b') })).toEqual(['firm.b']);
});

test('which of two reasons leaves no figure is asked', () => {
  const none: Quantity = { op: 'quotient', of: [number(1), number(0)] };
  const award = money({
    op: 'cases',
    cases: [inCase(yes('firm.a'), none)],
    otherwise: { op: 'notStated', text: '' },
  });
  expect(missing({ award })).toEqual(['firm.a']);
  expect(missing({ award, when: yes('firm.b') })).toEqual(['firm.a', 'firm.b']);
});

test('whether the authority judges is not asked where nothing is granted for certain in any case', () => {
  const when = anyOf(judged, yes('firm.a'));
  expect(missing({ when, award: money(number(0), m) })).toEqual(['firm.m']);
  expect(missing({ when, award: money(m) })).toEqual(['firm.a', 'firm.m']);
});

test('whether the authority judges is not asked where only the verdict depends on it', () => {
  const when = allOf(yes('firm.b'), anyOf(judged, yes('firm.a')));
  expect(missing({ when, award: title })).toEqual(['firm.b']);
  expect(missing({ when })).toEqual(['firm.a', 'firm.b']);
});

test('the authority is not named where its judgement cannot matter', () => {
  const named = (when: Condition) => checked([clause('a', { when })], {}).clauses[0]?.authority;
  expect(named(allOf(atLeast(m), not(atLeast(m)), judged))).toEqual([]);
  expect(named(anyOf(atLeast(m), not(atLeast(m)), judged))).toEqual([]);
  expect(named(anyOf(atLeast(m), judged))).toEqual(['择优']);
});

test('of a comparison only the unknown side is asked, and no factor of a product with zero', () => {
  const n = fact('firm.n');
  const nothing: Quantity = { op: 'product', of: [m, number(0)] };
  expect(missing({ when: atLeast({ op: 'sum', of: [m, n] }) }, { 'firm.m': '1' })).toEqual(['firm.n']);
  expect(missing({ when: atLeast({ op: 'sum', of: [nothing, n] }) })).toEqual(['firm.n']);
  const perhaps: Quantity = { op: 'product', of: [{ op: 'quotient', of: [number(1), m] }, number(0)] };
  expect(missing({ when: atLeast({ op: 'sum', of: [perhaps, n] }) })).toEqual(['firm.m', 'firm.n']);
});

test('a list that a clause reads is asked for until it is known', () => {
  const when = atLeast({ op: 'count', list: 'items' }, 1);
  expect(missing({ when })).toEqual(['items']);
  expect(
    missing({ when: atLeast({ op: 'count', list: 'items', where: yes('items.ok') }, 1) }, { items: [{}] }),
  ).toEqual(['items.1.ok']);
});

test('a clause without a figure does not count for a limit or a group', () => {
  const none = clause('b', { award: title });
  const owner = limiting(cap(m, { over: ['town/1#b'] }));
  const { questions, clauses } = checked(
    [clause('a'), none, owner],
    {},
    { groups: [group(['a', 'b'], { when: yes('firm.a') })] },
  );
  expect(questions).toEqual([]);
  expect(clauses[1]?.limitedBy).toEqual([]);
});

test('facts are listed in the order of the dictionary, by subject, item and fact, years after each other', () => {
  const named = (id: string): Dictionary['facts'][number] => {
    const [subject = '', name = ''] = id.split('.');
    return { id, subject, name, type: 'money', label: '', question: '', decimals: 0, changeable: true };
  };
  const facts = ['items.ok', 'firm.a', 'items.cost', 'firm.co2', 'firm.b'].map(named);
  const order = [
    'items',
    'items.2.ok',
    'items.2.cost',
    'items.10.ok',
    'items.10.cost',
    'firm.a',
    'firm.co2.2020',
    'firm.co2.2021',
    'firm.co2.earlier',
    'firm.b',
  ];
  const prepared = prepareCatalogues({ ...dictionary, facts }, []);
  expect(sortByDictionary(prepared, order.toReversed())).toEqual(order);
  expect(sortByDictionary(prepared, order)).toEqual(order);
  expect(sortByDictionary(prepared, ['firm.b'])).toEqual(['firm.b']);
  expect(sortByDictionary(prepared, ['firm.b', 'firm.b'])).toEqual(['firm.b']);
});

test('a list has the position of its first fact in the dictionary, between the facts of the applicant', () => {
  const { facts } = dictionary;
  const [a, b, ok] = ['firm.a', 'firm.b', 'items.ok'].map((id) => facts.find((each) => each.id === id));
  const prepared = prepareCatalogues({ ...dictionary, facts: [a, ok, b].flatMap((each) => each ?? []) }, []);
  const order = ['firm.a', 'items', 'items.1.ok', 'firm.b'];
  expect(sortByDictionary(prepared, order.toReversed())).toEqual(order);
});

test('a reading that leaves a verdict open is named as its reason', () => {
  const way = { id: 'town/1#a:way', name: 'way', question: '?' };
  const options = ['one', 'two'].map((name) => ({ name, label: name }));
  const when: Condition = { op: 'reading', reading: way.id, option: 0 };
  const [result] = checked([clause('a', { readings: [{ ...way, options }], when })], {}).clauses;
  expect(result).toMatchObject({ missing: [], reasons: [{ code: 'reading', reading: way.id }] });
});
