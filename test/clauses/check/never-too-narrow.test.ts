import { expect, test } from 'vitest';
import type { Condition, Quantity } from '../../../clauses/language/expression.ts';
import { checked, clause, compared, fact, group, inCase, money, number, yes } from '../tiny-clauses.ts';

/** Regressions: each of these results was once narrower or more certain than its completions. */
const amountOf = (amount: Quantity, facts: Readonly<Record<string, unknown>>, when?: Condition) =>
  checked([clause('a', { award: money(amount), ...(when === undefined ? {} : { when }) })], facts).clauses[0];

test('cases without otherwise are undefined where none is met', () => {
  const only: Quantity = {
    op: 'cases',
    cases: [inCase(compared(fact('firm.m'), 'atLeast', fact('firm.n')), number(1))],
  };
  const when = compared(only, 'atLeast', number(1));
  expect(amountOf(number(5), {}, when)).toMatchObject({
    verdict: 'undetermined',
    missing: ['firm.m', 'firm.n'],
  });
  expect(amountOf(number(5), { 'firm.m': '1', 'firm.n': '2' }, when)).toMatchObject({
    verdict: 'undetermined',
    reasons: [{ code: 'undefined' }],
  });
  expect(amountOf(only, {})).toMatchObject({ amount: { bound: true } });
});

test('a fact that occurs only in cases is asked for', () => {
  const only: Quantity = { op: 'cases', cases: [inCase(yes('firm.a'), number(1))] };
  expect(amountOf(number(5), {}, compared(only, 'atLeast', number(1)))).toMatchObject({
    missing: ['firm.a'],
  });
  expect(amountOf(only, {})).toMatchObject({ missing: ['firm.a'], amount: { bound: true } });
});

test('cases that name every option need no otherwise', () => {
  const every: Quantity = {
    op: 'cases',
    cases: [0, 1, 2].map((option) =>
      inCase({ op: 'oneOf', fact: 'firm.kind', options: [option] }, number(option + 1)),
    ),
  };
  expect(amountOf(every, {})).toMatchObject({
    amount: { least: { min: '1.00', max: '3.00' }, bound: false },
  });
});

test('bands without otherwise are undefined outside their rows', () => {
  const sum: Quantity = { op: 'sum', of: [fact('firm.m'), fact('firm.n')] };
  const bands: Quantity = {
    op: 'bands',
    by: sum,
    of: number(1),
    rows: [{ from: number(3), rate: number(4) }],
    marginal: false,
  };
  expect(amountOf(number(5), {}, compared(bands, 'atLeast', number(4)))).toMatchObject({
    verdict: 'undetermined',
  });
  expect(amountOf(bands, {})).toMatchObject({ amount: { bound: true } });
  expect(amountOf(bands, { 'firm.m': '1', 'firm.n': '2' })).toMatchObject({ amount: { bound: false } });
});

test('clauses for different options of one choice are not added up', () => {
  const kind = (option: number): Condition => ({ op: 'oneOf', fact: 'firm.kind', options: [option] });
  const result = checked(
    [
      clause('a', { when: kind(1), award: money(number(10)) }),
      clause('b', { when: kind(2), award: money(number(20)) }),
    ],
    {},
  );
  expect(result.totals).toMatchObject({ granted: { min: '0.00', max: '20.00' }, bound: false });
});

test('the order of items does not change the result', () => {
  const good = yes('items.ok');
  const parts = { when: { op: 'every', list: 'items', where: good } as const };
  const count: Quantity = { op: 'count', list: 'items', where: good };
  const granted = (given: readonly object[]) =>
    checked([clause('a', { ...parts, award: money(count) })], { items: given }).clauses[0]?.amount;
  expect(granted([{ ok: true }, {}])).toMatchObject({ least: { min: '2.00', max: '2.00' } });
  expect(granted([{}, { ok: true }])).toEqual(granted([{ ok: true }, {}]));
});

test('the number of items may both decide and measure', () => {
  const some: Condition = { op: 'some', list: 'items', where: yes('firm.a') };
  expect(amountOf({ op: 'count', list: 'items' }, { 'firm.a': true }, some)).toMatchObject({
    amount: { bound: true },
  });
});

test('an unknown that all items share correlates them where splitting into cases does not resolve it', () => {
  const when = compared(fact('firm.m'), 'atLeast', fact('firm.n'));
  const result = checked([clause('a', { list: 'items', when, award: money(number(2)) })], {
    items: [{}, {}],
  }).clauses[0];
  expect(result).toMatchObject({ amount: { least: { max: '4.00' }, bound: true } });
});

test('an item without a figure leaves the others a bound', () => {
  const share: Quantity = { op: 'quotient', of: [number(2), fact('items.cost')] };
  const result = checked([clause('a', { list: 'items', award: money(share) })], {
    items: [{ cost: '1' }, { cost: '0' }],
  });
  expect(result.clauses[0]).toMatchObject({ amount: { least: { min: '2.00', max: '2.00' }, bound: true } });
  expect(result.totals.bound).toBe(true);
});

test('the guaranteed amount never exceeds the possible one', () => {
  const between = clause('a', { award: money(number(5), fact('firm.m')) });
  const result = checked([between], { 'firm.m': '2' });
  expect(result.totals).toMatchObject({ granted: { max: '2.00' }, atMost: { min: '2.00' } });
});

test('what the authority has to judge is listed while other conditions are unknown', () => {
  const when: Condition = { op: 'all', of: [yes('firm.a'), { op: 'authority', text: '择优' }] };
  expect(amountOf(number(5), {}, when)).toMatchObject({ verdict: 'undetermined', authority: ['择优'] });
  expect(amountOf(number(5), { 'firm.a': false }, when)).toMatchObject({ authority: [] });
});

test('a combination is not certain while another clause of its group may still be met', () => {
  const clauses = [clause('a'), clause('b', { when: yes('firm.a'), award: money(number(9)) })];
  const sure = (facts: Readonly<Record<string, unknown>>) =>
    checked(clauses, facts, { groups: [group(['a', 'b'], { type: 'exclusive' })] }).combination?.sure;
  expect([sure({}), sure({ 'firm.a': false }), sure({ 'firm.a': true })]).toEqual([false, true, true]);
});
