import { describe, expect, test } from 'vitest';
import {
  addPairs,
  combineItems,
  hullOfPairs,
  mapPair,
  NO_PAIR,
  NOT_MET,
  type Outcome,
  type Pair,
  samePairs,
} from '../../../clauses/evaluate/outcome.ts';
import { prepareCatalogues } from '../../../clauses/index.ts';
import type { Clause } from '../../../clauses/language/clause.ts';
import type { Condition, Quantity } from '../../../clauses/language/expression.ts';
import type { Group } from '../../../clauses/language/group.ts';
import type { Limit } from '../../../clauses/language/limit.ts';
import type { Reading } from '../../../clauses/language/reading.ts';
import { integer } from '../../../clauses/numbers/exact.ts';
import { point } from '../../../clauses/numbers/interval.ts';
import {
  cap,
  catalogueOf,
  checked,
  clause,
  compared,
  fact,
  group,
  idsOf,
  inCase,
  judged,
  limiting,
  money,
  number,
  yes,
} from '../tiny-clauses.ts';
import { dictionary } from '../tiny-dictionary.ts';

/** The combined outcomes of cases, items and clauses. */
const m = fact('firm.m');
const kind = (...options: number[]): Condition => ({ op: 'oneOf', fact: 'firm.kind', options });
const zero: Quantity = { op: 'quotient', of: [number(1), number(0)] };
const unstated: Quantity = { op: 'notStated', text: '' };
/** 5, and undefined where n is 0. */
const sometimes: Quantity = {
  op: 'sum',
  of: [number(5), { op: 'product', of: [{ op: 'quotient', of: [number(1), fact('firm.n')] }, number(0)] }],
};
const byKind = (first: Quantity, rest: Quantity): Quantity => ({
  op: 'cases',
  cases: [inCase(kind(0), first)],
  otherwise: rest,
});
const one = (parts: Partial<Clause>, facts = {}) => checked([clause('a', parts)], facts);
const exactly = (amount: string) => ({ min: amount, max: amount });

describe('cases', () => {
  test('that are all undefined give no amount and no bound', () => {
    const { clauses, totals } = one({ award: money(byKind(zero, zero)) });
    expect(clauses[0]?.amount).toEqual({ kind: 'none', why: 'undefined' });
    expect(totals).toMatchObject({ granted: exactly('0.00'), bound: false });
  });

  test('that are undefined in every completion in which they are met give no amount', () => {
    for (const when of [kind(0), kind(1, 2)]) {
      const { clauses } = one({ when, award: money(byKind(zero, zero)) });
      expect(clauses[0]).toMatchObject({
        verdict: 'undetermined',
        amount: { kind: 'none', why: 'undefined' },
      });
    }
  });

  test('report a figure that the text does not state where it is missing in every such completion', () => {
    for (const when of [kind(0), kind(1, 2), kind(1)]) {
      const { clauses } = one({ when, award: money(byKind(unstated, unstated)) });
      expect(clauses[0]?.amount).toEqual({ kind: 'none', why: 'notStated' });
    }
  });

  test('of which some are undefined give the amount of the others as a bound', () => {
    for (const amount of [byKind(zero, number(5)), byKind(number(5), zero)]) {
      const { clauses, totals } = one({ award: money(amount) });
      expect(clauses[0]?.amount).toMatchObject({ least: exactly('5.00'), bound: true });
      expect(totals).toMatchObject({ granted: { min: '0.00', max: '5.00' }, bound: true });
    }
  });

  test('of which one may be undefined give a bound', () => {
    for (const amount of [byKind(sometimes, number(5)), byKind(number(5), sometimes)])
      expect(one({ award: money(amount) }).clauses[0]?.amount).toMatchObject({
        least: exactly('5.00'),
        bound: true,
      });
  });

  test('that are all met without the authority have a guaranteed amount', () => {
    const when: Condition = { op: 'any', of: [yes('firm.a'), judged] };
    const limits: readonly Limit[] = [cap(number(9), { type: 'floor' })];
    const { clauses } = one({ when, limits, award: money(byKind(number(1), number(2))) }, { 'firm.a': true });
    expect(clauses[0]).toMatchObject({ authority: [], amount: { least: exactly('9.00') } });
    // Where it has to judge, nothing is guaranteed.
    const open = one({ when, limits, award: money(byKind(number(1), number(2))) }, { 'firm.a': false });
    expect(open.clauses[0]).toMatchObject({ authority: ['择优'], amount: { least: exactly('0.00') } });
  });
});

describe('items', () => {
  const cost = fact('items.cost');
  const listed = (parts: Partial<Clause>, ...items: readonly object[]) =>
    one({ list: 'items', award: money(cost), ...parts }, { items }).clauses[0]?.amount;

  test('are added exactly', () => {
    expect(listed({}, { cost: 2 }, {})).toMatchObject({ least: { min: '2.00', max: '8.00' }, bound: false });
    expect(one({ list: 'items', award: money(cost) }).clauses[0]?.amount).toMatchObject({
      least: { min: '0.00', max: null, open: ['items'] },
      perItem: { least: { min: '0.00', max: '6.00' } },
    });
  });

  test('that share an unknown of their condition are correlated, a single item is not', () => {
    const when = compared(m, 'atLeast', fact('firm.n'));
    expect(listed({ when }, {}, {})).toMatchObject({ bound: true });
    expect(listed({ when }, {})).toMatchObject({ bound: false });
    expect(one({ list: 'items', when, award: money(cost) }).clauses[0]?.amount).toMatchObject({
      bound: true,
    });
  });

  test('that are certainly met all count, of others at least one', () => {
    const when = yes('items.ok');
    expect(listed({ when }, { ok: true, cost: 2 }, { cost: 3 })).toMatchObject({
      least: { min: '2.00', max: '5.00' },
    });
    expect(listed({ when }, { cost: 2 }, { cost: 3 })).toMatchObject({ least: { min: '2.00', max: '5.00' } });
    expect(listed({ when }, { ok: false, cost: 2 }, { cost: 3 })).toMatchObject({ least: exactly('3.00') });
  });

  test('without a figure give no amount where no item that may be met has one', () => {
    const share: Quantity = { op: 'quotient', of: [number(6), cost] };
    const parts = { when: yes('items.ok'), award: money(share) };
    expect(listed(parts, { ok: true, cost: 0 }, { ok: false, cost: 1 })).toEqual({
      kind: 'none',
      why: 'undefined',
    });
    expect(listed(parts, { ok: true, cost: 0 }, { ok: true, cost: 2 })).toMatchObject({
      least: exactly('3.00'),
      bound: true,
    });
    expect(listed(parts, { ok: true, cost: 2 }, { ok: true, cost: 3 })).toMatchObject({
      least: exactly('5.00'),
      bound: false,
    });
    const { totals } = one({ list: 'items', ...parts }, { items: [{ ok: true, cost: 0 }] });
    expect(totals).toMatchObject({ granted: exactly('0.00'), bound: false, unquantified: ['town/1#a'] });
  });

  test('report a figure that the text does not state, whatever other items are not met', () => {
    const parts = { when: yes('items.ok'), award: money(unstated) };
    expect(listed(parts, { ok: true }, { ok: false })).toEqual({ kind: 'none', why: 'notStated' });
    expect(listed(parts, {}, { ok: false })).toEqual({ kind: 'none', why: 'notStated' });
  });

  test('of which one may have no figure give a bound, in any order', () => {
    const nothing: Quantity = {
      op: 'product',
      of: [{ op: 'quotient', of: [number(1), cost] }, number(0)],
    };
    for (const items of [
      [{ cost: 1 }, {}],
      [{}, { cost: 1 }],
    ])
      expect(listed({ award: money(nothing) }, ...items)).toMatchObject({
        least: exactly('0.00'),
        bound: true,
      });
    const perhaps: Quantity = { op: 'sum', of: [cost, nothing] };
    const { totals } = one({ list: 'items', award: money(perhaps) }, { items: [{ cost: 2 }, {}] });
    expect(totals).toMatchObject({ granted: { min: '2.00', max: '8.00' }, bound: true });
    expect(listed({ award: money(nothing) }, { cost: 1 })).toMatchObject({
      least: exactly('0.00'),
      bound: false,
    });
  });

  test('of which some are paid: the best ones', () => {
    const best = (amount: number, ...items: readonly object[]) =>
      listed({ limits: [cap(number(amount), { type: 'items' })] }, ...items);
    expect(best(1, { cost: 2 }, { cost: 5 })).toMatchObject({ least: exactly('5.00') });
    expect(best(2, { cost: 2 }, { cost: 5 })).toMatchObject({ least: exactly('7.00') });
    expect(best(0, { cost: 2 }, { cost: 5 })).toMatchObject({ least: exactly('0.00') });
    expect(best(1, {}, {})).toMatchObject({ least: { min: '0.00', max: '6.00' } });
  });

  test('of which one is paid give the amount of one where any is met', () => {
    const parts = {
      award: money(number(5)),
      when: yes('items.ok'),
      limits: [cap(number(1), { type: 'items' })],
    };
    expect(listed(parts, {}, {})).toMatchObject({ least: exactly('5.00') });
  });
});

/** Both sides of a fixed amount are one interval, which is computed once. */
test('combined outcomes share one interval for both sides where the outcomes do', () => {
  const fixed = (amount: number): Pair => {
    const side = point(integer(amount));
    return { least: side, most: side };
  };
  const [one, two] = [fixed(1), fixed(2)];
  const items = [one, two].map(
    (share): Outcome => ({ ...NOT_MET, met: true, sure: true, amount: share, share }),
  );
  const all = combineItems(items, { correlated: false, unknownUpTo: undefined, paid: { min: 2, max: 2 } });
  for (const pair of [
    addPairs([one, two]),
    hullOfPairs(one, two),
    mapPair(one, (side) => ({ ...side })),
    all.share,
  ])
    expect(pair.most).toBe(pair.least);
  expect(all.bound).toBe(false);
  const withBound = items.map((item, index) => ({ ...item, bound: index === 1 }));
  expect(
    combineItems(withBound, { correlated: false, unknownUpTo: undefined, paid: { min: 2, max: 2 } }).bound,
  ).toBe(true);
  const open = { least: one.least, most: two.most };
  expect(samePairs(addPairs([open, one]), { least: fixed(2).least, most: fixed(3).least })).toBe(true);
  expect(addPairs([NO_PAIR, one, NO_PAIR])).toBe(one);
});

describe('limits and groups', () => {
  const pays = (name: string, amount: number, parts: Partial<Clause> = {}): Clause =>
    clause(name, { award: money(number(amount)), ...parts });
  const granted = (clauses: readonly Clause[], facts = {}, groups: readonly Group[] = []) =>
    checked(clauses, facts, { groups }).totals.granted;

  test('of each clause: floors apply before caps, whichever names more clauses', () => {
    const each = { apply: 'each' } as const;
    const limits = [
      cap(number(3), { ...each, over: idsOf('a') }),
      cap(number(5), { ...each, over: idsOf('a', 'b'), type: 'floor' }),
    ];
    expect(granted([pays('a', 2), pays('b', 2), limiting(...limits)])).toEqual(exactly('8.00'));
  });

  test('of each item apply before a group of the same clauses chooses', () => {
    const listed = (name: string, amount: number) => pays(name, amount, { list: 'items' });
    const owner = limiting(cap(number(4), { over: idsOf('a', 'b'), apply: 'items', per: 'item' }));
    // 5 + 2 capped at 4 for each of two items; the group then has one sum to choose from.
    expect(
      granted([listed('a', 5), listed('b', 2), owner], { items: [{}, {}] }, [group(['a', 'b'])]),
    ).toEqual(exactly('8.00'));
  });

  test('of each item may depend on a condition of the applicant', () => {
    const listed = pays('a', 5, { list: 'items' });
    const owner = limiting(
      cap(number(4), { over: idsOf('a'), apply: 'items', per: 'item', when: yes('firm.a') }),
    );
    const of = (facts: object) => granted([listed, owner], { items: [{}, {}], ...facts });
    expect(of({ 'firm.a': true })).toEqual(exactly('8.00'));
    expect(of({ 'firm.a': false })).toEqual(exactly('10.00'));
    expect(of({})).toEqual({ min: '8.00', max: '10.00' });
  });

  test('that depend on a condition list it', () => {
    const owner = limiting(cap(number(4), { over: idsOf('a', 'b'), when: yes('firm.a') }));
    const both = [pays('a', 5), pays('b', 2), owner];
    expect(granted(both, { 'firm.a': true })).toEqual(exactly('4.00'));
    expect(granted(both, { 'firm.a': false })).toEqual(exactly('7.00'));
    expect(granted(both)).toEqual({ min: '4.00', max: '7.00' });
    const highest = [group(['a', 'b'], { when: yes('firm.a') })];
    expect(granted(both.slice(0, 2), { 'firm.a': true }, highest)).toEqual(exactly('5.00'));
    expect(granted(both.slice(0, 2), { 'firm.a': false }, highest)).toEqual(exactly('7.00'));
    expect(granted(both.slice(0, 2), {}, highest)).toEqual({ min: '5.00', max: '7.00' });
  });

  test('a floor raises for certain only what has a figure in every completion', () => {
    const floor = limiting(cap(number(9), { over: idsOf('a'), type: 'floor' }));
    expect(granted([clause('a', { award: money(sometimes) }), floor])).toEqual({ min: '0.00', max: '9.00' });
    expect(granted([pays('a', 5), floor])).toEqual(exactly('9.00'));
  });

  test('are listed in their order, each with its own data', () => {
    const limits = [
      cap(number(4), { over: idsOf('a') }),
      cap(m, { over: idsOf('a', 'b'), when: yes('firm.a') }),
    ];
    const groups = [group(['a', 'b'], { when: yes('firm.b') })];
    const { constraints } = prepareCatalogues(dictionary, [
      catalogueOf([pays('a', 1), pays('b', 2), limiting(...limits)], groups),
    ]);
    expect(constraints.map(({ owner, limit, when }) => [owner, limit?.amount.source, when?.source])).toEqual([
      ['town/1#limit', number(4), undefined],
      ['town/1#group', undefined, yes('firm.b')],
      ['town/1#limit', m, yes('firm.a')],
    ]);
  });
});

describe('readings', () => {
  const way = (name: string, options = ['one', 'two']): Reading => ({
    id: `town/1#a:${name}`,
    name,
    question: '?',
    options: options.map((option) => ({ name: option, label: option })),
  });
  const reads = (name: string, option: number): Condition => ({
    op: 'reading',
    reading: `town/1#a:${name}`,
    option,
  });

  test('that are only noted are not computed, and each is computed once', () => {
    const [noted, open] = [way('noted', []), way('open')];
    const clauses = [
      clause('a', { readings: [noted, open] }),
      clause('b', { readings: [open] }),
      clause('c'),
    ];
    const prepared = prepareCatalogues(dictionary, [catalogueOf(clauses)]);
    expect([...prepared.readings.values()]).toEqual([open]);
  });

  test('of another clause are listed once, however often this one names them', () => {
    const when = reads('open', 0);
    const amount: Quantity = {
      op: 'cases',
      cases: [inCase(reads('open', 0), number(1))],
      otherwise: number(2),
    };
    const clauses = [clause('a', { readings: [way('open')] }), clause('b', { when, award: money(amount) })];
    expect(checked(clauses, {}).clauses[1]?.readings).toMatchObject([{ id: 'a:open' }]);
  });

  test('are listed where they change a sum, and only there', () => {
    const readingsOf = (amount: Quantity) =>
      one({ readings: [way('open')], award: money({ op: 'sum', of: [amount, m] }) }).totals.readings;
    const ways = (first: number, second: number): Quantity => ({
      op: 'cases',
      cases: [inCase(reads('open', 0), number(first))],
      otherwise: number(second),
    });
    expect(readingsOf(ways(1, 1))).toEqual([]);
    expect(readingsOf(ways(1, 2))).toMatchObject([
      {
        options: [
          { granted: { min: '1.00', max: '7.00' }, atMost: { min: '1.00', max: '7.00' } },
          { granted: { min: '2.00', max: '8.00' }, atMost: { min: '2.00', max: '8.00' } },
        ],
      },
    ]);
  });

  test('are listed with the others open, and not where they no longer change anything', () => {
    const ways = (name: string, first: number, second: number): Quantity => ({
      op: 'cases',
      cases: [inCase(reads(name, 0), number(first))],
      otherwise: number(second),
    });
    const both = { readings: [way('open'), way('other')] };
    const a = clause('a', {
      ...both,
      award: money({ op: 'sum', of: [ways('open', 1, 2), ways('other', 3, 5)] }),
    });
    const b = clause('b', {
      readings: [way('other')],
      when: yes('firm.b'),
      award: money(ways('other', 1, 4)),
    });
    const readingsOf = (facts: object) =>
      checked([a, b], { ...facts }).totals.readings.map(({ id, options }) => [
        id.slice('town/1#a:'.length),
        ...options.map(({ granted }) => [granted.min, granted.max].join('…').replaceAll('.00', '')),
      ]);
    expect(readingsOf({ 'firm.b': false })).toEqual([
      ['open', '4…6', '5…7'],
      ['other', '4…5', '6…7'],
    ]);
    expect(readingsOf({ 'firm.b': true })).toEqual([
      ['open', '5…10', '6…11'],
      ['other', '5…6', '10…11'],
    ]);
    expect(readingsOf({})).toEqual([
      ['open', '4…10', '5…11'],
      ['other', '4…6', '6…11'],
    ]);
  });
});
