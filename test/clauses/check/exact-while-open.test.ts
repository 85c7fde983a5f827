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

/** Which unknowns make a result a bound, and which leave it exact. */
const m = fact('firm.m');
const n = fact('firm.n');
const cost = fact('items.cost');
const atLeast = (left: Quantity, right: Quantity = number(3)): Condition => compared(left, 'atLeast', right);
/** True for all answers, although each of its parts is unknown. */
const always = anyOf(atLeast(m, n), compared(m, 'lessThan', n));
const listed = (parts: Partial<Clause>, facts: object) =>
  checked([clause('a', { list: 'items', ...parts })], { ...facts }).clauses[0]?.amount;

describe('the authority', () => {
  test('judges a condition of every completion in which the clause is met: nothing is guaranteed, and the amount is a bound', () => {
    const { totals } = checked([clause('a', { when: allOf(judged, always) })], {});
    expect(totals).toMatchObject({
      granted: exactly('0.00'),
      atMost: { min: '0.00', max: '5.00' },
      bound: true,
    });
  });

  test('judges one alternative of a condition that is always met: the guaranteed amount is a bound', () => {
    const { totals } = checked([clause('a', { when: anyOf(judged, always) })], {});
    expect(totals).toMatchObject({
      granted: { min: '0.00', max: '5.00' },
      atMost: exactly('5.00'),
      bound: true,
    });
  });

  test('is not listed for an alternative that fails for another reason', () => {
    const fails = allOf(judged, yes('firm.a'));
    const { clauses } = checked([clause('a', { when: anyOf(fails, atLeast(m)) })], { 'firm.a': false });
    expect(clauses[0]).toMatchObject({ verdict: 'undetermined', authority: [] });
  });

  test('leaves the amount exact under a cap on the sum of items, but not with a floor', () => {
    const when = allOf(anyOf(judged, yes('items.ok')), atLeast(cost));
    const limits = [cap(number(4)), cap(number(2), { type: 'floor' })];
    const of = (count: number) =>
      listed({ when, award: money(cost), limits: limits.slice(0, count) }, { items: [{ ok: true }] });
    expect(of(1)).toMatchObject({ least: { min: '3.00', max: '4.00' }, bound: false });
    expect(of(2)).toMatchObject({ bound: true });
  });
});

describe('items', () => {
  test('that are measured one by one are not correlated', () => {
    const when = atLeast({ op: 'sum', of: [cost] });
    expect(listed({ when }, { items: [{}, {}] })).toMatchObject({
      least: { min: '5.00', max: '10.00' },
      bound: false,
    });
  });

  test('are exact while the fact that moves their limit both ways is known', () => {
    const same: Quantity = { op: 'difference', of: [{ op: 'sum', of: [m, number(4)] }, m] };
    const parts = { award: money(cost), limits: [cap(same)] };
    expect(listed(parts, { items: [{}], 'firm.m': 2 })).toMatchObject({
      least: { min: '0.00', max: '4.00' },
      bound: false,
    });
    expect(listed(parts, { items: [{}] })).toMatchObject({ bound: true });
  });

  test('of an unknown list are correlated between a clause over the list and a clause that counts its items', () => {
    const none: Condition = compared({ op: 'count', list: 'items' }, 'lessThan', number(1));
    expect(checked([clause('a', { list: 'items' })], {}).totals).toMatchObject({ bound: true });
    expect(checked([clause('a', { list: 'items' }), clause('c', { when: none })], {}).totals).toMatchObject({
      bound: true,
    });
  });
});

describe('the split into cases', () => {
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

  test('does not include readings that only one item reads: with seven of them the amount is exact', () => {
    const parts = { list: 'items', readings: ways, when: allOf(...ways.map((_, index) => read(index))) };
    const of = (...costs: readonly number[]) =>
      checked([clause('a0', { ...parts, award: perItem.award })], items(...costs)).totals;
    expect(of(2)).toMatchObject({ granted: { min: '0.00', max: '2.00' }, bound: false });
    expect(of(2, 3)).toMatchObject({ granted: { min: '0.00', max: '5.00' }, bound: true });
  });

  /** 5 under either reading: one clause pays under the first option, the other one under the second. */
  const pairs = ways.flatMap((_, index) => [
    clause(`a${index}`, { when: read(index), ...(index === 0 ? { readings: ways } : {}) }),
    clause(`b${index}`, { when: not(read(index)) }),
  ]);

  /** Increases with a fact, row by row: seven rows of each of two facts are 49 cases. */
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

  test('does not include facts that only raise an amount: it is computed from the ends of their ranges', () => {
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

  test('is separate for clauses that share no unknown', () => {
    expect(checked(pairs, {}).totals).toMatchObject({ granted: exactly('35.00'), bound: false });
  });

  test('is also separate where all limits name the same clause outside the scope', () => {
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

test('a limit that a clause states over others does not make its own amount a bound', () => {
  const eitherWay: Quantity = { op: 'difference', of: [{ op: 'sum', of: [n, number(9)] }, n] };
  const over = ['town/1#b', 'town/1#c'];
  const own = clause('a', { award: money(m), limits: [cap(eitherWay, { over })] });
  expect(checked([own, clause('b'), clause('c')], {}).clauses[0]?.amount).toMatchObject({
    least: { min: '0.00', max: '6.00' },
    bound: false,
  });
});

test('a decided result lists no readings', () => {
  expect(checked([clause('a')], {}).totals.readings).toEqual([]);
});

describe('limits of each item', () => {
  const clauses = [
    clause('a', { list: 'items', when: yes('items.ok') }),
    clause('b', { list: 'items', when: not(yes('items.ok')) }),
  ];

  test('apply to the sum of each item before a group of the same clauses chooses', () => {
    const owner = limiting(cap(number(4), { over: idsOf('a', 'b'), apply: 'items' }));
    const groups = [group(['a', 'b'])];
    // Either clause pays one of the items: together 4 + 4, while the highest alone would be 5.
    expect(
      checked([...clauses, owner], { items: [{ ok: true }, { ok: false }] }, { groups }).totals.granted,
    ).toEqual(exactly('8.00'));
  });

  test('that apply to no item leave their clauses separate for a group around them', () => {
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
