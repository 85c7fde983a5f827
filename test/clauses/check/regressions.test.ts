import { expect, test } from 'vitest';
import { readAnswers } from '../../../clauses/answering.ts';
import type { CheckResult } from '../../../clauses/check/result.ts';
import { check, prepareCatalogues } from '../../../clauses/index.ts';
import type { Award } from '../../../clauses/language/award.ts';
import type { Clause } from '../../../clauses/language/clause.ts';
import type { Condition, Quantity } from '../../../clauses/language/expression.ts';
import type { Group } from '../../../clauses/language/group.ts';
import type { Limit } from '../../../clauses/language/limit.ts';
import { catalogueOf, fact, inCase, number, yes } from '../tiny-clauses.ts';
import { dictionary } from '../tiny-dictionary.ts';

/** Defects that the oracle of test/oracle/ found, each as a small law. */
const judged: Condition = { op: 'authority', text: '择优' };
const pays = (least: Quantity, most = least): Award => ({ form: 'money', least, most, schedule: [] });
const limit = (type: Limit['type'], amount: Quantity, over: Limit['over'] = 'clause'): Limit => ({
  type,
  amount,
  over,
  apply: 'jointly',
  per: 'enterprise',
  period: 'notStated',
});

function clause(name: string, parts: Partial<Clause>): Clause {
  return {
    id: `town/1#${name}`,
    kind: parts.award === undefined ? 'limit' : 'award',
    title: '',
    citation: '',
    administrators: [],
    topics: [],
    limits: [],
    readings: [],
    undertakings: [],
    sentences: [],
    ...parts,
  };
}

function run(
  clauses: readonly Clause[],
  facts: Readonly<Record<string, unknown>>,
  groups: readonly Group[] = [],
): CheckResult {
  const { answers, problems } = readAnswers(dictionary, facts);
  expect(problems).toEqual([]);
  return check(prepareCatalogues(dictionary, [catalogueOf(clauses, groups)]), {
    answers,
    asOf: '2024-01-01',
    jurisdiction: 'town',
  });
}

const BOTH = ['town/1#a', 'town/1#b'];
const five = clause('a', { award: pays(number('5')), when: yes('firm.a') });
const three = clause('b', { award: pays(number('3')), when: yes('firm.b') });

test('a budget over several clauses neither caps nor raises them', () => {
  const budget = clause('budget', { limits: [limit('budget', number('100'), BOTH)] });
  const { totals } = run([five, three, budget], { 'firm.a': true, 'firm.b': true });
  expect(totals).toMatchObject({ granted: { min: '8.00', max: '8.00' }, limitedBy: [] });
});

test('a floor raises nothing that is not met', () => {
  const floor = clause('floor', { limits: [limit('floor', number('9'), BOTH)] });
  const own = clause('c', {
    award: pays(number('1')),
    when: yes('firm.a'),
    limits: [limit('floor', number('2'))],
  });
  const not = { 'firm.a': false, 'firm.b': false };
  expect(run([five, three, own, floor], not).totals).toMatchObject({ granted: { min: '0.00', max: '0.00' } });
  const open = run([own], {});
  expect(open.totals.granted).toEqual({ min: '0.00', max: '2.00' });
  expect(open.clauses[0]?.amount).toMatchObject({ least: { min: '2.00', max: '2.00' } });
});

test('a floor raises no guaranteed amount while the authority has to judge', () => {
  const [result] = run(
    [clause('a', { award: pays(number('1')), when: judged, limits: [limit('floor', number('2'))] })],
    {},
  ).clauses;
  expect(result?.amount).toMatchObject({
    least: { min: '0.00', max: '0.00' },
    most: { min: '2.00', max: '2.00' },
  });
});

test('a cap applies after a floor, in either order of the text', () => {
  const limits = [limit('cap', fact('firm.n')), limit('floor', number('2'))];
  for (const order of [limits, limits.toReversed()]) {
    const one = clause('a', { award: pays(number('5')), limits: order });
    expect(run([one], { 'firm.n': '1' }).totals.granted).toEqual({ min: '1.00', max: '1.00' });
  }
});

test('a group takes the highest before a limit over the same clauses applies', () => {
  const cap = clause('cap', { limits: [limit('cap', number('7'), BOTH)] });
  const { totals } = run([five, three, cap], { 'firm.a': true, 'firm.b': true }, [highest('town/1#g', BOTH)]);
  expect(totals.granted).toEqual({ min: '5.00', max: '5.00' });
});

const highest = (id: string, clauses: readonly string[], when?: Condition): Group => ({
  id,
  type: 'highestOnly',
  title: '',
  citation: '',
  clauses,
  readings: [],
  ...(when === undefined ? {} : { when }),
});
const unclear: Condition = {
  op: 'compare',
  left: { op: 'notStated', text: '基数' },
  is: 'atLeast',
  right: number('1'),
};

test('while a group may not apply, the group around it takes the highest, and a limit around it covers both cases', () => {
  const all = [...BOTH, 'town/1#c'];
  const four = clause('c', { award: pays(number('4')) });
  const both = { 'firm.a': true, 'firm.b': true };
  const inner = highest('town/1#inner', BOTH, unclear);
  const group = run([five, three, four], both, [inner, highest('town/1#outer', all)]);
  expect(group.totals).toMatchObject({ granted: { min: '5.00', max: '5.00' }, bound: false });
  const cap = clause('cap', { limits: [limit('cap', number('11'), all)] });
  const capped = run([five, three, four, cap], both, [inner]);
  expect(capped.totals).toMatchObject({ granted: { min: '9.00', max: '11.00' }, bound: false });
});

test('while a limit may not apply, the group around it covers its sum and its single clauses', () => {
  const cap = clause('cap', { limits: [{ ...limit('cap', number('6'), BOTH), when: unclear }] });
  const group = highest('town/1#g', [...BOTH, 'town/1#c']);
  const one = clause('c', { award: pays(number('1')) });
  const { totals } = run([five, three, one, cap], { 'firm.a': true, 'firm.b': true }, [group]);
  expect(totals).toMatchObject({ granted: { min: '5.00', max: '6.00' }, bound: false });
});

const wanted = yes('items.ok');
const counted: Quantity = { op: 'count', list: 'items', where: wanted };

test('the amount of an item is a bound while its clause reads all items and others are unknown', () => {
  const every: Condition = { op: 'every', list: 'items', where: wanted };
  const [result] = run([clause('a', { list: 'items', when: every, award: pays(counted) })], {
    items: [{}, {}],
  }).clauses;
  expect(result?.items[0]?.amount).toMatchObject({ bound: true });
});

test('a cap on the sum that counts the items by their condition leaves a bound', () => {
  const limits = [limit('cap', counted)];
  const [result] = run([clause('a', { list: 'items', when: wanted, award: pays(number('0.5')), limits })], {
    items: [{}],
  }).clauses;
  expect(result?.amount).toMatchObject({ least: { max: '0.50' }, bound: true });
});

test('a floor under the sum of items is a bound where the authority may judge some of them', () => {
  const two: Condition = { op: 'compare', left: fact('items.cost'), is: 'equals', right: number('2') };
  const when: Condition = { op: 'any', of: [two, { op: 'all', of: [judged, yes('firm.a')] }] };
  const limits = [limit('floor', number('2'))];
  const [result] = run([clause('a', { list: 'items', when, award: pays(number('1')), limits })], {
    'firm.a': false,
    items: [{}],
  }).clauses;
  expect(result?.amount).toMatchObject({ least: { max: '2.00' }, most: { min: '2.00' }, bound: true });
});

test('cases of which possibly none is met leave the amount a bound', () => {
  const when: Condition = { op: 'compare', left: fact('firm.n'), is: 'atLeast', right: fact('firm.m') };
  const cases: Quantity = { op: 'cases', cases: [inCase(when, number('5'))] };
  const { totals } = run([clause('a', { award: pays(cases) })], {});
  expect(totals).toMatchObject({ granted: { min: '0.00', max: '5.00' }, bound: true });
});

test('the length of a list that decides and measures is correlated with itself', () => {
  const count: Quantity = { op: 'count', list: 'items' };
  const none: Condition = { op: 'compare', left: count, is: 'atMost', right: number('0') };
  const [result] = run([clause('a', { when: none, award: pays(count) })], {}).clauses;
  expect(result?.amount).toMatchObject({ bound: true });
});

test('a total over an unknown list may be zero, although an item has no figure', () => {
  const total: Quantity = { op: 'total', list: 'items', of: { op: 'notStated', text: '基数' } };
  const [result] = run([clause('a', { award: pays(total) })], {}).clauses;
  expect(result?.amount).toMatchObject({ kind: 'money', least: { min: '0.00', max: '0.00' } });
});
