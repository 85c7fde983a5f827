import { describe, expect, test } from 'vitest';
import type { Clause } from '../../../clauses/language/clause.ts';
import type { Condition, Quantity } from '../../../clauses/language/expression.ts';
import {
  allOf,
  anyOf,
  cap,
  checked,
  clause,
  compared,
  fact,
  idsOf,
  inCase,
  judged,
  limiting,
  money,
  not,
  number,
  yes,
} from '../tiny-clauses.ts';

/** A result reports correctly whether its sum is exact over all completions or only a bound. */
const m = fact('firm.m');
const n = fact('firm.n');
const cost = fact('items.cost');
const minus = (of: Quantity, from = 6): Quantity => ({ op: 'difference', of: [number(from), of] });
const less = (left: Quantity, right: Quantity): Condition => compared(left, 'lessThan', right);
const atLeast = (left: Quantity, right: Quantity): Condition => compared(left, 'atLeast', right);
const some = (where: Condition): Condition => ({ op: 'some', list: 'items', where });
const pays = (name: string, amount: Quantity, parts: Partial<Clause> = {}): Clause =>
  clause(name, { award: money(amount), ...parts });
/** 0, and undefined where n is 0. */
const perhapsNothing: Quantity = {
  op: 'product',
  of: [{ op: 'quotient', of: [number(1), n] }, number(0)],
};

/** `0…5`, or `0…5?` where it may be narrower. */
function granted(clauses: readonly Clause[], facts: Readonly<Record<string, unknown>> = {}): string {
  const { granted: sum, bound } = checked(clauses, facts).totals;
  const [min, max] = [sum.min, sum.max ?? ''].map((end) => end.replace('.00', ''));
  return `${min === max ? min : `${min}…${max}`}${bound ? '?' : ''}`;
}

describe('one clause', () => {
  test.each<[string, Partial<Clause>, Readonly<Record<string, unknown>>, string]>([
    ['two unknowns that stand once', { when: atLeast(m, n) }, {}, '0…5'],
    ['one that occurs twice', { when: anyOf(atLeast(m, n), atLeast(n, number(3))) }, {}, '0…5?'],
    [
      'the same where it no longer decides',
      { when: anyOf(atLeast(m, n), atLeast(n, number(3))), award: money(n) },
      { 'firm.m': 6 },
      '0…6',
    ],
    [
      'one that decides at a figure and measures',
      { when: atLeast(m, number(3)), award: money(m) },
      {},
      '0…6',
    ],
    [
      'one that is capped by a fact that it also measures',
      { when: compared(m, 'lessThan', number(4)), award: money(m) },
      {},
      '0…3',
    ],
    [
      'beside what is left open',
      { when: allOf(atLeast(m, number(3)), atLeast(n, { op: 'count', list: 'items' })), award: money(m) },
      {},
      '0…6',
    ],
    ['an amount that grows and falls', { award: money({ op: 'sum', of: [m, minus(m)] }) }, {}, '0…12?'],
    ['what the authority may still judge', { when: allOf(atLeast(m, n), judged) }, {}, '0'],
    ['what may need no judgement', { when: anyOf(atLeast(m, n), judged) }, {}, '0…5'],
    ['what needs none', { when: anyOf(yes('firm.a'), judged), award: money(m) }, { 'firm.a': true }, '0…6'],
    [
      'either alternative, judged or not',
      { when: allOf(atLeast(m, n), anyOf(yes('firm.a'), judged)) },
      { 'firm.a': true },
      '0…5?',
    ],
    ['a range whose lower end may be undefined', { award: money(perhapsNothing, number(5)) }, {}, '0?'],
    ['one whose upper end may be', { award: money(number(0), perhapsNothing) }, {}, '0?'],
    ['one without upper end', { award: money(perhapsNothing, null) }, {}, '0?'],
  ])('%s', (_, parts, facts, expected) => {
    expect(granted([clause('a', parts)], facts)).toBe(expected);
  });
});

describe('items of one clause', () => {
  test.each<[string, Partial<Clause>, readonly object[] | undefined, string]>([
    ['each decided by itself', { when: atLeast(cost, n), award: money(number(2)) }, [{}, {}], '0…4?'],
    [
      'each decided by a figure',
      { when: atLeast(cost, number(3)), award: money(number(2)) },
      [{}, {}],
      '0…4',
    ],
    ['decided together by a yes', { when: yes('firm.a') }, [{ cost: 2 }, {}], '0…8'],
    ['a limit of the sum that is unknown', { limits: [cap(n)] }, [{ cost: 2 }, { cost: 5 }], '0…6'],
    [
      'a limit by a fact that also decides the condition',
      { when: atLeast(n, number(3)), limits: [cap(n)] },
      [{ cost: 2 }, { cost: 5 }],
      '0…6',
    ],
    ['a limit that falls as it grows', { limits: [cap(minus(n))] }, [{ cost: 2 }, { cost: 5 }], '0…6'],
    [
      'a limit that moves either way',
      { limits: [cap({ op: 'quotient', of: [number(6), { op: 'sum', of: [n, number(1)] }] })] },
      [{ cost: 5 }],
      '0.85…5?',
    ],
    [
      'a number of items that may be limited',
      { limits: [cap(number(1), { type: 'items', when: atLeast(m, n) })] },
      [{ cost: 2 }, { cost: 5 }],
      '5…7?',
    ],
  ])('%s', (_, parts, items, expected) => {
    const listed = pays('a', cost, { list: 'items', ...parts });
    expect(granted([listed], items === undefined ? {} : { items })).toBe(expected);
  });

  test('at most one item of each kind: known items are tried one by one, unknown ones are not', () => {
    const when = allOf(some(yes('items.ok')), some(not(yes('items.ok'))));
    expect(granted([clause('a', { when })], { items: [{}, {}] })).toBe('0…5');
    expect(granted([clause('a', { when })])).toBe('0…5?');
    expect(granted([clause('a', { when })], { items: [{}] })).toBe('0');
  });
});

describe('several clauses', () => {
  const title = { form: 'title', none: 'nonMonetary', schedule: [] } as const;
  const joint = (amount: Quantity, parts = {}): Clause =>
    limiting(cap(amount, { over: idsOf('a', 'b'), ...parts }));
  test.each<[string, readonly Clause[], Readonly<Record<string, unknown>>, string]>([
    [
      'a yes for both',
      [pays('a', number(5), { when: yes('firm.a') }), pays('b', number(3), { when: yes('firm.a') })],
      {},
      '0…8',
    ],
    [
      'a yes for one, a no for the other',
      [pays('a', number(5), { when: yes('firm.a') }), pays('b', number(3), { when: not(yes('firm.a')) })],
      {},
      '3…5',
    ],
    [
      'above a figure and below it',
      [
        pays('a', number(5), { when: atLeast(m, number(3)) }),
        pays('b', number(3), { when: less(m, number(3)) }),
      ],
      {},
      '3…5',
    ],
    ['one measure for both', [pays('a', m), pays('b', m)], {}, '0…12'],
    ['a measure that one adds and the other subtracts', [pays('a', m), pays('b', minus(m))], {}, '0…12?'],
    [
      'the same when it is known',
      [pays('a', m, { when: yes('firm.b') }), pays('b', minus(m))],
      { 'firm.m': 2 },
      '4…6',
    ],
    [
      'the same while only what decides on them is open',
      [pays('a', m, { when: yes('firm.b') }), pays('b', minus(m), { when: yes('firm.a') })],
      { 'firm.m': 2 },
      '0…6',
    ],
    [
      'the number of items, which one adds and the other subtracts',
      [pays('a', { op: 'count', list: 'items' }), pays('b', minus({ op: 'count', list: 'items' }))],
      {},
      '0…?',
    ],
    [
      'what pays nothing does not count',
      [pays('a', m), clause('b', { award: title, when: atLeast(minus(m), number(3)) })],
      {},
      '0…6',
    ],
    [
      'a measure of one that the other decides on',
      [pays('a', m), pays('b', number(5), { when: less(m, number(3)) })],
      {},
      '3…7?',
    ],
    [
      'a limit that grows with the amount that it limits',
      [pays('a', m), pays('b', number(1)), joint(m)],
      {},
      '0…6',
    ],
    [
      'a limit that falls while the amount that it limits grows',
      [pays('a', m), pays('b', number(1)), joint(minus(m))],
      {},
      '0…6?',
    ],
    [
      'a limit that moves either way by itself',
      [
        pays('a', number(5)),
        pays('b', number(1)),
        joint({ op: 'quotient', of: [number(6), { op: 'sum', of: [n, number(1)] }] }),
      ],
      {},
      '0.85…6?',
    ],
    [
      'a limit without a figure',
      [pays('a', number(5)), pays('b', number(1)), joint({ op: 'notStated', text: '' })],
      {},
      '0…6?',
    ],
    [
      'one of them a bound',
      [
        pays('a', number(5), { when: anyOf(atLeast(m, n), atLeast(n, number(3))) }),
        pays('b', number(1)),
        joint(number(9)),
      ],
      {},
      '1…6?',
    ],
    [
      'one of them perhaps undefined',
      [pays('a', perhapsNothing), pays('b', number(1)), joint(number(9))],
      {},
      '1?',
    ],
    [
      'a bound that a limit cuts to one figure',
      [pays('a', { op: 'sum', of: [m, number(1)] }), pays('b', minus(m, 7)), joint(number(1))],
      {},
      '1',
    ],
    [
      'of a choice one option each',
      [0, 1].map((option) =>
        pays(option === 0 ? 'a' : 'b', number(option + 2), {
          when: { op: 'oneOf', fact: 'firm.kind', options: [option] },
        }),
      ),
      {},
      '0…3',
    ],
  ])('%s', (_, clauses, facts, expected) => {
    expect(granted(clauses, facts)).toBe(expected);
  });

  test('each item of a list has its own answers', () => {
    const both = [
      pays('a', number(5), { list: 'items', when: yes('items.ok') }),
      pays('b', number(3), { list: 'items', when: not(yes('items.ok')) }),
    ];
    expect(granted(both, { items: [{}] })).toBe('3…5');
    expect(granted(both, { items: [{}, {}] })).toBe('6…10');
    expect(granted(both, { items: [{ ok: true }, {}] })).toBe('8…10');
    expect(granted(both)).toBe('0…?');
  });

  test('two clauses with cases of the same fact are evaluated in the same case', () => {
    const either = (first: number, second: number): Quantity => ({
      op: 'cases',
      cases: [inCase(yes('firm.a'), number(first))],
      otherwise: number(second),
    });
    expect(granted([pays('a', either(1, 4)), pays('b', either(4, 1))])).toBe('5');
    expect(granted([pays('a', either(1, 4))])).toBe('1…4');
  });
});
