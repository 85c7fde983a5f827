import { expect, test } from 'vitest';
import type { Condition, Quantity } from '../../../clauses/language/expression.ts';
import type { Limit } from '../../../clauses/language/limit.ts';
import {
  cap,
  checked,
  clause,
  compared,
  exactly,
  fact,
  inCase,
  items,
  limiting,
  money,
  number,
  perItem,
  yes,
} from '../tiny-clauses.ts';

/** Defects that the oracle found in worlds with limits of items, floors that refuse, scopes and readings. */
const floor = (amount: Quantity, parts: Partial<Limit> = {}): Limit =>
  cap(amount, { type: 'floor', ...parts });
const both = ['town/1#a', 'town/1#b'];

test('a limit of zero items pays none, although one is met', () => {
  const costly = compared(fact('items.cost'), 'atLeast', number(2));
  const none = clause('a', { ...perItem, when: costly, limits: [cap(number(0), { type: 'items' })] });
  expect(checked([none], { items: [{}, {}] }).clauses[0]?.amount).toMatchObject({ least: exactly('0.00') });
  expect(checked([none], {}).clauses[0]?.amount).toMatchObject({ least: exactly('0.00') });
});

test('an award without an upper limit is zero for items that are not paid', () => {
  const none = clause('a', {
    list: 'items',
    award: money(number(5), null),
    limits: [cap(number(0), { type: 'items' })],
  });
  expect(checked([none], items(1)).totals.atMost).toEqual(exactly('0.00'));
});

test('a limited number of items that the text does not state leaves a bound', () => {
  const limits = [cap({ op: 'notStated', text: '若干个' }, { type: 'items' })];
  const [result] = checked([clause('a', { ...perItem, limits })], items(1, 2)).clauses;
  expect(result?.amount).toMatchObject({ least: { min: '0.00', max: '3.00' }, bound: true });
});

test('a limited number of items that an unknown moves both ways leaves a bound', () => {
  const difference: Quantity = { op: 'difference', of: [fact('firm.m'), fact('firm.m')] };
  const limits = [cap(difference, { type: 'items' })];
  const [result] = checked([clause('a', { ...perItem, limits })], items(1, 2)).clauses;
  expect(result?.amount).toMatchObject({ least: { max: '3.00' }, bound: true });
});

test('a floor under the sum of unpaid items raises only where an item is met', () => {
  const when = compared(fact('items.cost'), 'atLeast', number(2));
  const limits = [cap(number(0), { type: 'items' }), floor(number(1))];
  expect(checked([clause('a', { ...perItem, when, limits })], { items: [{}] }).totals.granted).toEqual({
    min: '0.00',
    max: '1.00',
  });
});

test('a floor that raises applies before one that refuses, in either order of the text', () => {
  const limits = [floor(number(4), { below: 'refuse' }), floor(number(3))];
  for (const order of [limits, limits.toReversed()])
    expect(checked([clause('a', { award: money(number(2)), limits: order })], {}).totals.granted).toEqual(
      exactly('0.00'),
    );
});

test('a floor that refuses compares with its exact amount, not with one rounded to the fen', () => {
  const third: Quantity = { op: 'quotient', of: [number(1), number(3)] };
  const refusing = clause('a', { award: money(number('0.33')), limits: [floor(third, { below: 'refuse' })] });
  expect(checked([refusing], {}).totals.granted).toEqual(exactly('0.00'));
});

test('two limits of each item both apply to each item', () => {
  const ofItems = (amount: Quantity) => cap(amount, { over: both, apply: 'items' });
  const other: Quantity = { op: 'difference', of: [number(6), fact('items.cost')] };
  const clauses = [clause('a', perItem), clause('b', { ...perItem, award: money(number(9)) })];
  // The items cost 1 and 5: one limit leaves 1 and 5, the other 5 and 1.
  const limit = limiting(ofItems(fact('items.cost')), ofItems(other));
  expect(checked([...clauses, limit], items(1, 5)).totals.granted).toEqual(exactly('2.00'));
});

test('of two limits of each item the one that refuses applies first, in either order of the text', () => {
  const ofItems = { over: both, apply: 'items' } as const;
  const limits = [cap(number(1), ofItems), floor(number(3), { ...ofItems, below: 'refuse' })];
  const clauses = [clause('a', perItem), clause('b', perItem)];
  for (const order of [limits, limits.toReversed()])
    expect(checked([...clauses, limiting(...order)], items(1, 5)).totals.granted).toEqual(exactly('1.00'));
});

test('a limit of each item and a joint limit over some of its clauses both apply', () => {
  const three = ['town/1#a', 'town/1#b', 'town/1#c'];
  const clauses = ['a', 'b', 'c'].map((name) => clause(name, perItem));
  const limit = limiting(cap(number(9), { over: both }), cap(number(4), { over: three, apply: 'items' }));
  expect(checked([...clauses, limit], items(1, 5)).totals.granted).toEqual(exactly('7.00'));
});

test('the condition of a limit of each item is evaluated for each item', () => {
  const small = compared(fact('items.cost'), 'lessThan', number(3));
  const limit = limiting(cap(number(1), { over: both, apply: 'items', when: small }));
  const clauses = [clause('a', perItem), clause('b', perItem), limit];
  // The first item is not limited, the second is capped at 1.
  expect(checked(clauses, items(5, 2)).totals.granted).toEqual(exactly('11.00'));
});

test('a limit of each item of an unknown list compares with the amount of one item, not with the sum', () => {
  const clauses = ['a', 'b'].map((name) => clause(name, { ...perItem, limits: [cap(number(1))] }));
  const limit = limiting(floor(number(12), { over: both, apply: 'items', below: 'refuse' }));
  // An item that costs 6 gets 12, which is not refused, although the clauses pay only 1 each.
  expect(checked([...clauses, limit], {}).totals.granted).toEqual({ min: '0.00', max: '2.00' });
});

test('a reading that decides whether the authority judges changes the guaranteed amount under a floor', () => {
  const way = { id: 'town/1#a:way', name: 'way', question: '?' };
  const options = ['one', 'two'].map((name) => ({ name, label: name }));
  const judged: Condition = { op: 'authority', text: '择优' };
  const when: Condition = { op: 'any', of: [judged, { op: 'reading', reading: way.id, option: 1 }] };
  const readings = [{ ...way, options }];
  const clauses = [
    clause('a', { readings, when, award: money(number(0)) }),
    clause('b', { when: yes('firm.a') }),
  ];
  const { totals } = checked([...clauses, limiting(floor(number(1), { over: both }))], { 'firm.a': false });
  expect(totals.readings).toMatchObject([
    { options: [{ granted: exactly('0.00') }, { granted: exactly('1.00') }] },
  ]);
});

test('a reading of a clause outside the scope changes a total', () => {
  const readings = [
    {
      id: 'town/1#a:way',
      name: 'way',
      question: '?',
      options: ['one', 'two'].map((name) => ({ name, label: name })),
    },
  ];
  const way = { op: 'reading', reading: 'town/1#a:way', option: 0 } as const;
  const amount: Quantity = { op: 'cases', cases: [inCase(way, number(1))], otherwise: number(2) };
  const clauses = [clause('a', { readings }), clause('b', { award: money(amount), when: yes('firm.a') })];
  const { totals } = checked(clauses, { 'firm.a': true }, { scope: ['b'] });
  expect(totals.readings).toMatchObject([
    { id: 'town/1#a:way', options: [{ granted: exactly('1.00') }, {}] },
  ]);
});

test('a reading that only a limit depends on changes a total', () => {
  const option = (name: string) => ({ name, label: name });
  const way = { id: 'town/1#limit:way', name: 'way', question: '?', options: [option('one'), option('two')] };
  const when = { op: 'reading', reading: way.id, option: 0 } as const;
  const limit = { ...limiting(cap(number(4), { over: both, when })), readings: [way] };
  const readings = [{ id: way.id, options: [{ granted: exactly('4.00') }, { granted: exactly('10.00') }] }];
  expect(checked([clause('a'), clause('b'), limit], {}).totals.readings).toMatchObject(readings);
  // An unknown of another clause does not matter.
  const other = clause('c', { award: money(fact('firm.m')) });
  expect(checked([clause('a'), clause('b'), other, limit], {}).totals.readings).toMatchObject([
    { options: [{ granted: { min: '4.00', max: '10.00' } }, { granted: { min: '10.00', max: '16.00' } }] },
  ]);
});

test('a reading that changes only the amounts of single items changes a total', () => {
  const option = (name: string) => ({ name, label: name });
  const options = [option('one'), option('two')];
  const readings = [{ id: 'town/1#b:way', name: 'way', question: '?', options }];
  const way = { op: 'reading', reading: 'town/1#b:way', option: 0 } as const;
  const amount: Quantity = { op: 'cases', cases: [inCase(way, number(1))], otherwise: number(2) };
  const clauses = [
    clause('a', perItem),
    clause('b', { list: 'items', readings, award: money(amount), limits: [cap(number(0))] }),
    limiting(cap(number(4), { over: both, apply: 'items' })),
  ];
  // The sum of b is zero, but its items count for the limit of each item: the first item is below it, the second above.
  expect(checked(clauses, items(1, 6)).totals.readings).toMatchObject([
    { options: [{ granted: exactly('6.00') }, { granted: exactly('7.00') }] },
  ]);
});
