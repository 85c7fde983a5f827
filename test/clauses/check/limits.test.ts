import { describe, expect, test } from 'vitest';
import type { Quantity } from '../../../clauses/language/expression.ts';
import type { Limit } from '../../../clauses/language/limit.ts';
import {
  cap,
  checked,
  clause,
  compared,
  exactly,
  fact,
  group,
  idsOf,
  inCase,
  items,
  limiting,
  money,
  number,
  perItem,
  yes,
} from '../tiny-clauses.ts';

describe('groups and joint limits nest by the clauses that the text names', () => {
  const joint = (amount: number, names: readonly string[]) =>
    limiting(cap(number(amount), { over: idsOf(...names) }));
  const three = [
    clause('a', { award: money(number(100)) }),
    clause('b', { award: money(number(80)) }),
    clause('c', { award: money(number(10)) }),
  ];

  test('whichever of them are in scope', () => {
    const all = [...three, joint(1000, ['a', 'b', 'c'])];
    const groups = [group(['a', 'b'])];
    expect(checked(all, {}, { groups }).totals.granted).toEqual(exactly('110.00'));
    expect(checked(all, {}, { groups, scope: ['a', 'b'] }).totals.granted).toEqual(exactly('100.00'));
  });

  test('a group before a limit over the same clauses', () => {
    const result = checked(
      [...three.slice(0, 2), joint(150, ['a', 'b'])],
      {},
      { groups: [group(['a', 'b'])] },
    );
    expect(result.totals.granted).toEqual(exactly('100.00'));
  });
});

test('a limit that may not apply leaves its clauses separate for a group around it', () => {
  // m < m is never true, but interval arithmetic leaves it unknown.
  const never = compared(fact('firm.m'), 'lessThan', fact('firm.m'));
  const amounts = { a: 2, b: 3, c: 1 };
  const clauses = Object.entries(amounts).map(([name, sum]) => clause(name, { award: money(number(sum)) }));
  const owner = limiting(cap(number(9), { over: idsOf('a', 'b'), when: never }));
  const { totals } = checked([...clauses, owner], {}, { groups: [group(['a', 'b', 'c'])] });
  expect(Number(totals.granted.min)).toBeLessThanOrEqual(3);
  expect(totals.bound).toBe(true);
});

test('the budget of a programme limits no award, over one clause or several', () => {
  const budget = cap(number(500), { type: 'budget', over: idsOf('a'), per: 'programme' });
  const owner = limiting(budget);
  expect(checked([clause('a'), owner], {}).totals.granted).toEqual(exactly('5.00'));
});

describe('a floor', () => {
  const floor = (amount: number, parts: Partial<Limit> = {}): Limit =>
    cap(number(amount), { type: 'floor', ...parts });

  test('raises only what is met', () => {
    const small = clause('a', { when: yes('firm.a'), award: money(number(2)), limits: [floor(5)] });
    expect(checked([small], {}).totals.granted).toEqual({ min: '0.00', max: '5.00' });
    expect(checked([small], { 'firm.a': true }).totals.granted).toEqual(exactly('5.00'));
    expect(checked([small], { 'firm.a': false }).totals.granted).toEqual(exactly('0.00'));
  });

  test.each(['jointly', 'each'] as const)(
    'over several clauses (%s) pays nothing where none is met',
    (apply) => {
      const parts = { when: yes('firm.a'), award: money(number(2)) };
      const owner = limiting(floor(5, { over: idsOf('a'), apply }));
      const granted = (facts: object) => checked([clause('a', parts), owner], { ...facts }).totals.granted;
      expect(granted({ 'firm.a': false })).toEqual(exactly('0.00'));
      expect(granted({})).toEqual({ min: '0.00', max: '5.00' });
      expect(granted({ 'firm.a': true })).toEqual(exactly('5.00'));
    },
  );

  test('that refuses pays nothing below it and leaves other amounts unchanged', () => {
    const refusing = clause('a', { award: money(fact('firm.m')), limits: [floor(3, { below: 'refuse' })] });
    const amount = (m: number) => checked([refusing], { 'firm.m': String(m) }).totals.granted;
    expect([2, 3, 4].map(amount)).toEqual([exactly('0.00'), exactly('3.00'), exactly('4.00')]);
    expect(checked([refusing], {}).totals).toMatchObject({
      granted: { min: '0.00', max: '6.00' },
      bound: false,
    });
  });
});

describe('a number of items', () => {
  const two: Limit = cap(number(1), { type: 'items' });

  test('pays the highest of them', () => {
    const best = clause('a', { ...perItem, limits: [two] });
    expect(checked([best], items(2, 5)).totals.granted).toEqual(exactly('5.00'));
    expect(checked([best], {}).totals.granted).toEqual({ min: '0.00', max: '6.00' });
    expect(checked([best], { items: [{ cost: '4' }, {}] }).totals.granted).toEqual({
      min: '4.00',
      max: '6.00',
    });
  });

  test('may depend on a condition', () => {
    const best = clause('a', { ...perItem, limits: [{ ...two, when: yes('firm.a') }] });
    expect(checked([best], items(2, 5)).totals.granted).toEqual({ min: '5.00', max: '7.00' });
    expect(checked([best], { ...items(2, 5), 'firm.a': false }).totals.granted).toEqual(exactly('7.00'));
  });
});

describe('a limit of each item over several clauses', () => {
  const owner = (amount: Quantity) =>
    limiting(cap(amount, { over: idsOf('a', 'b'), apply: 'items', per: 'item' }));
  const both = [clause('a', perItem), clause('b', { list: 'items', award: money(number(2)) })];

  test('limits the sum of one item, not that of all', () => {
    // 1 + 2 and 5 + 2, each capped at 4.
    expect(checked([...both, owner(number(4))], items(1, 5)).totals.granted).toEqual(exactly('7.00'));
  });

  test('comes before a limit of their sum', () => {
    const sum = { ...limiting(cap(number(5), { over: idsOf('a', 'b') })), id: 'town/1#sum' };
    // 4 and 4, then capped at 5 together.
    expect(checked([...both, owner(number(4)), sum], items(5, 5)).totals.granted).toEqual(exactly('5.00'));
  });

  test('may be a fact of the item', () => {
    expect(checked([...both, owner(fact('items.cost'))], items(1, 5)).totals.granted).toEqual(
      exactly('6.00'),
    );
  });

  test('of an unknown list is no limit of their sum: there may be any number of items', () => {
    expect(checked([...both, owner(number(4))], {}).totals.granted).toEqual({
      min: '0.00',
      max: null,
      open: ['items'],
    });
  });
});

test('a limit without a figure leaves a bound, never an exact amount', () => {
  const quotient: Quantity = { op: 'quotient', of: [fact('firm.m'), fact('firm.n')] };
  for (const amount of [quotient, { op: 'notStated', text: '标准' } as const]) {
    const limited = clause('a', { limits: [cap(amount)] });
    const result = checked([limited], { 'firm.m': '3', 'firm.n': '0' });
    expect(result.clauses[0]?.amount).toMatchObject({ most: { min: '0.00', max: '5.00' }, bound: true });
    expect(result.totals).toMatchObject({ granted: { min: '0.00', max: '5.00' }, bound: true });
  }
});

test('a limit without a figure that does not apply leaves nothing open', () => {
  const limit = cap({ op: 'notStated', text: '标准' }, { when: yes('firm.a') });
  const amount = (a: boolean) =>
    checked([clause('a', { limits: [limit] })], { 'firm.a': a }).clauses[0]?.amount;
  expect(amount(true)).toMatchObject({ least: { min: '0.00' }, bound: true });
  expect(amount(false)).toMatchObject({ least: { min: '5.00' }, bound: false });
});

test('a limit that has a figure in some completions only leaves the amount open', () => {
  const sometimes: Quantity = {
    op: 'cases',
    cases: [inCase(compared(fact('firm.m'), 'atLeast', fact('firm.n')), number(3))],
  };
  const { totals } = checked([clause('a', { limits: [cap(sometimes)] })], {});
  expect(totals).toMatchObject({ granted: { min: '0.00', max: '5.00' }, bound: true });
});

test('a limit of each item may depend on a condition of the item', () => {
  const small = clause('a', {
    ...perItem,
    limits: [cap(number(3), { over: 'item', when: compared(fact('items.cost'), 'lessThan', number(6)) })],
  });
  expect(checked([small], items(5, 6)).totals.granted).toEqual(exactly('9.00'));
});
