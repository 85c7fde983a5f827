import { expect, test } from 'vitest';
import type { Award, NoAmount } from '../../../clauses/language/award.ts';
import type { Clause } from '../../../clauses/language/clause.ts';
import type { Condition, Quantity } from '../../../clauses/language/expression.ts';
import { cap, checked, clause, compared, fact, limiting, money, number, yes } from '../tiny-clauses.ts';

/** The amount of a result, or the reason why there is none. */
const unnamed: Quantity = { op: 'notStated', text: '标准' };
const judged: Condition = { op: 'authority', text: '择优' };
const zero: Quantity = { op: 'quotient', of: [number(1), number(0)] };
const without = (none?: NoAmount): Award => ({
  form: 'money',
  schedule: [],
  ...(none === undefined ? {} : { none }),
});

test.each<[string, Partial<Clause>, NoAmount, boolean]>([
  ['is set elsewhere', { award: without('elsewhere') }, 'elsewhere', true],
  ['is left to the authority', { award: without('discretionary') }, 'discretionary', true],
  [
    'has no upper end, not even none',
    { award: { form: 'money', schedule: [], least: number(1) } },
    'notStated',
    true,
  ],
  ['has no lower end', { award: { form: 'money', schedule: [], most: number(1) } }, 'notStated', true],
  ['is not stated', { award: without() }, 'notStated', true],
  ['hangs on what is not stated', { award: money(unnamed) }, 'notStated', true],
  ['is undefined', { award: money(zero) }, 'undefined', true],
  ['is no money', { award: without('nonMonetary') }, 'nonMonetary', false],
  ['is not reached', { award: without('elsewhere'), when: yes('firm.a') }, 'ineligible', false],
])('an amount that %s is none, with its reason', (_, parts, why, unquantified) => {
  const { clauses, totals } = checked([clause('a', parts)], { 'firm.a': false });
  expect(clauses[0]?.amount).toEqual({ kind: 'none', why });
  expect(totals.unquantified).toEqual(unquantified ? ['town/1#a'] : []);
});

test('a limit pays nothing itself', () => {
  const { clauses, totals } = checked([clause('a'), limiting(cap(number(3), { over: ['town/1#a'] }))], {});
  expect(clauses[1]?.amount).toEqual({ kind: 'none', why: 'limit' });
  expect(totals.unquantified).toEqual([]);
});

test('a limit without a figure allows any amount', () => {
  const [, owner] = checked([clause('a'), limiting(cap(unnamed, { over: ['town/1#a'] }))], {}).clauses;
  expect(owner?.ceiling).toEqual({ min: '0.00', max: null, open: ['unanswered'] });
});

test('an amount carries the schedule of its award', () => {
  const schedule = [
    { share: '0.6', event: '验收' },
    { share: '0.4', event: '达产' },
  ];
  const award: Award = { ...money(number(5)), schedule };
  expect(checked([clause('a', { award })], {}).clauses[0]?.amount).toMatchObject({ schedule });
});

test('a single figure is never marked as a bound', () => {
  const open = compared(fact('firm.m'), 'atLeast', fact('firm.n'));
  const when: Condition = { op: 'any', of: [open, { op: 'all', of: [yes('firm.a'), judged] }] };
  const [result] = checked([clause('a', { when, award: money(number(0), number(5)) })], {
    'firm.a': false,
  }).clauses;
  expect(result).toMatchObject({
    verdict: 'undetermined',
    amount: { least: { min: '0.00', max: '0.00' }, most: { min: '5.00', max: '5.00' }, bound: false },
  });
});
