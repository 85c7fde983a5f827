import { describe, expect, test } from 'vitest';
import type { Clause } from '../../../clauses/language/clause.ts';
import type { Condition, Quantity } from '../../../clauses/language/expression.ts';
import type { Reading } from '../../../clauses/language/reading.ts';
import {
  allOf,
  anyOf,
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
  judged,
  limiting,
  money,
  not,
  number,
  perItem,
  yes,
} from '../tiny-clauses.ts';

/** Which open parts make a result a bound, and which leave it exact. */
const m = fact('firm.m');
const n = fact('firm.n');
const cost = fact('items.cost');
const atLeast = (left: Quantity, right: Quantity = number(3)): Condition => compared(left, 'atLeast', right);
/** Holds whatever the answers are, though no single part of it does. */
const always = anyOf(atLeast(m, n), compared(m, 'lessThan', n));
const listed = (parts: Partial<Clause>, facts: object) =>
  checked([clause('a', { list: 'items', ...parts })], { ...facts }).clauses[0]?.amount;

describe('the authority', () => {
  test('has to judge wherever it is met: more cannot be granted for sure, and whether it is met stays in doubt', () => {
    const { totals } = checked([clause('a', { when: allOf(judged, always) })], {});
    expect(totals).toMatchObject({
      granted: exactly('0.00'),
      atMost: { min: '0.00', max: '5.00' },
      bound: true,
    });
  });

  test('may have to judge what is met in any case: what is granted for sure stays in doubt', () => {
    const { totals } = checked([clause('a', { when: anyOf(judged, always) })], {});
    expect(totals).toMatchObject({
      granted: { min: '0.00', max: '5.00' },
      atMost: exactly('5.00'),
      bound: true,
    });
  });

  test('is not named for an alternative that fails for another reason', () => {
    const fails = allOf(judged, yes('firm.a'));
    const { clauses } = checked([clause('a', { when: anyOf(fails, atLeast(m)) })], { 'firm.a': false });
    expect(clauses[0]).toMatchObject({ verdict: 'undetermined', authority: [] });
  });

  test('leaves no doubt in a cap on the sum of items, but in a floor under it', () => {
    const when = allOf(anyOf(judged, yes('items.ok')), atLeast(cost));
    const limits = [cap(number(4)), cap(number(2), { type: 'floor' })];
    const of = (count: number) =>
      listed({ when, award: money(cost), limits: limits.slice(0, count) }, { items: [{ ok: true }] });
    expect(of(1)).toMatchObject({ least: { min: '3.00', max: '4.00' }, bound: false });
    expect(of(2)).toMatchObject({ bound: true });
  });
});

describe('items', () => {
  test('that are measured one by one do not hang together', () => {
    const when = atLeast({ op: 'sum', of: [cost] });
    expect(listed({ when }, { items: [{}, {}] })).toMatchObject({
      least: { min: '5.00', max: '10.00' },
      bound: false,
    });
  });

  test('are known exactly while what moves their limit both ways is known', () => {
    const same: Quantity = { op: 'difference', of: [{ op: 'sum', of: [m, number(4)] }, m] };
    const parts = { award: money(cost), limits: [cap(same)] };
    expect(listed(parts, { items: [{}], 'firm.m': 2 })).toMatchObject({
      least: { min: '0.00', max: '4.00' },
      bound: false,
    });
    expect(listed(parts, { items: [{}] })).toMatchObject({ bound: true });
  });

  test('of an unknown list are as many for a clause that is for them as for one that counts them', () => {
    const none: Condition = compared({ op: 'count', list: 'items' }, 'lessThan', number(1));
    expect(checked([clause('a', { list: 'items' })], {}).totals).toMatchObject({ bound: true });
    expect(checked([clause('a', { list: 'items' }), clause('c', { when: none })], {}).totals).toMatchObject({
      bound: true,
    });
  });
});

describe('what is tried case by case', () => {
  const ways = Array.from(
    { length: 7 },
    (_, index): Reading => ({
      id: `town/1#a0:way${index}`,
      name: `way${index}`,
      question: '?',
      options: ['one', 'two'].map((name) => ({ name, label: name })),
    }),
  );
  const read = (index: number): Condition => ({
    op: 'reading',
    reading: `town/1#a0:way${index}`,
    option: 0,
  });

  test('is not what one item alone decides on: with seven readings nothing is in doubt', () => {
    const parts = { list: 'items', readings: ways, when: allOf(...ways.map((_, index) => read(index))) };
    const of = (...costs: readonly number[]) =>
      checked([clause('a0', { ...parts, award: perItem.award })], items(...costs)).totals;
    expect(of(2)).toMatchObject({ granted: { min: '0.00', max: '2.00' }, bound: false });
    expect(of(2, 3)).toMatchObject({ granted: { min: '0.00', max: '5.00' }, bound: true });
  });

  /** 5 in either way of reading: one clause pays in the one, one in the other. */
  const pairs = ways.flatMap((_, index) => [
    clause(`a${index}`, { when: read(index), ...(index === 0 ? { readings: ways } : {}) }),
    clause(`b${index}`, { when: not(read(index)) }),
  ]);

  /** Grows with a fact, row by row: seven rows of each of two facts are 49 cases. */
  const rising = (of: Quantity): Quantity => ({
    op: 'bands',
    by: of,
    of,
    rows: [0, 1, 2, 3, 4, 5, 6].map((from) => ({
      from: number(from),
      ...(from < 6 ? { to: number(from + 1) } : {}),
      rate: number(1),
    })),
    marginal: true,
  });

  test('is not what only raises an amount: that is reckoned from its ends', () => {
    const kind: Quantity = {
      op: 'cases',
      cases: [inCase({ op: 'oneOf', fact: 'firm.kind', options: [0] }, number(1))],
      otherwise: number(2),
    };
    const award = money({ op: 'sum', of: [rising(m), rising(n), kind] });
    const most = (facts: object, parts: Partial<Clause> = {}) =>
      checked([clause('a', { award, ...parts })], { ...facts }).totals;
    expect(most({})).toMatchObject({ granted: { min: '1.00', max: '14.00' }, bound: false });
    const parts = { list: 'items', when: yes('firm.b') };
    expect(most({ items: [{}, {}], 'firm.kind': 'x' }, parts)).toMatchObject({
      granted: { min: '0.00', max: '26.00' },
      bound: false,
    });
  });

  test('is tried apart where clauses have nothing to do with each other', () => {
    expect(checked(pairs, {}).totals).toMatchObject({ granted: exactly('35.00'), bound: false });
  });

  test('also where limits name the same clause that is not asked for', () => {
    const outside = clause('outside');
    const limits = ways.map((_, index) =>
      cap(number(9), { over: [`a${index}`, `b${index}`, 'outside'].map((name) => `town/1#${name}`) }),
    );
    const scope = pairs.map(({ title }) => title);
    expect(checked([...pairs, outside, limiting(...limits)], {}, { scope }).totals).toMatchObject({
      granted: exactly('35.00'),
      bound: false,
    });
  });
});

test('a limit that a clause states over others leaves no doubt in the clause itself', () => {
  const eitherWay: Quantity = { op: 'difference', of: [{ op: 'sum', of: [n, number(9)] }, n] };
  const over = ['town/1#b', 'town/1#c'];
  const own = clause('a', { award: money(m), limits: [cap(eitherWay, { over })] });
  expect(checked([own, clause('b'), clause('c')], {}).clauses[0]?.amount).toMatchObject({
    least: { min: '0.00', max: '6.00' },
    bound: false,
  });
});

test('what is decided has no readings to tell', () => {
  expect(checked([clause('a')], {}).totals.readings).toEqual([]);
});

describe('limits of each item', () => {
  const clauses = [
    clause('a', { list: 'items', when: yes('items.ok') }),
    clause('b', { list: 'items', when: not(yes('items.ok')) }),
  ];

  test('join the items before a group of the same clauses chooses', () => {
    const owner = limiting(cap(number(4), { over: idsOf('a', 'b'), apply: 'items' }));
    const groups = [group(['a', 'b'])];
    // Either clause pays one of the items: together 4 + 4, while the highest alone would be 5.
    expect(
      checked([...clauses, owner], { items: [{ ok: true }, { ok: false }] }, { groups }).totals.granted,
    ).toEqual(exactly('8.00'));
  });

  test('that apply to no item leave what they hold apart for a group around it', () => {
    const costly = atLeast(cost, number(6));
    const owner = limiting(cap(number(4), { over: idsOf('a', 'b'), apply: 'items', when: costly }));
    const facts = {
      items: [
        { ok: true, cost: 1 },
        { ok: false, cost: 1 },
      ],
    };
    const groups = [group(['a', 'b', 'c'])];
    const all = [...clauses, clause('c', { award: money(number(6)) }), owner];
    expect(checked(all, facts, { groups }).totals.granted).toEqual(exactly('6.00'));
  });
});
