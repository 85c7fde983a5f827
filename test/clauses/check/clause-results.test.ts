import { expect, test } from 'vitest';
import type { ClauseResult } from '../../../clauses/check/result.ts';
import type { Clause } from '../../../clauses/language/clause.ts';
import type { Condition, Quantity } from '../../../clauses/language/expression.ts';
import { checked, clause, fact, money, number, yes } from '../tiny-clauses.ts';

/** The meaning of the result of one small clause, one rule in each test. */

function run(parts: Partial<Clause>, facts: Readonly<Record<string, unknown>>): ClauseResult {
  const [only] = checked([clause('only', parts)], facts).clauses;
  if (only === undefined) throw new Error('no result');
  return only;
}

const quotient: Quantity = { op: 'quotient', of: [fact('firm.m'), fact('firm.n')] };

test('unknown is neither yes nor no, and an empty list is not unknown', () => {
  expect(run({ when: yes('firm.a') }, {})).toMatchObject({ verdict: 'undetermined', missing: ['firm.a'] });
  const listed = { list: 'items', when: yes('items.ok') };
  expect(run(listed, {})).toMatchObject({ verdict: 'undetermined', missing: ['items'] });
  expect(run(listed, { items: [] })).toMatchObject({
    verdict: 'ineligible',
    reasons: [{ code: 'emptyList' }],
  });
  expect(run(listed, { items: [{ ok: false }, {}] })).toMatchObject({
    verdict: 'undetermined',
    missing: ['items.2.ok'],
  });
});

test('a condition that the authority judges counts as met, is listed, and guarantees no amount', () => {
  const judged: Condition = { op: 'all', of: [yes('firm.a'), { op: 'authority', text: '行业带动性强' }] };
  expect(run({ when: judged }, { 'firm.a': true })).toMatchObject({
    verdict: 'eligible',
    authority: ['行业带动性强'],
    amount: { least: { min: '0.00', max: '0.00' }, most: { min: '5.00', max: '5.00' } },
  });
  const either: Condition = { op: 'any', of: [yes('firm.a'), { op: 'authority', text: '一事一议' }] };
  expect(run({ when: either }, { 'firm.a': true })).toMatchObject({
    authority: [],
    amount: { least: { min: '5.00' } },
  });
});

test('a division by zero is undefined: no fact is missing and there is no amount', () => {
  const growth: Condition = { op: 'compare', left: quotient, is: 'atLeast', right: number('1') };
  expect(run({ when: growth }, { 'firm.m': 3, 'firm.n': 0 })).toMatchObject({
    verdict: 'undetermined',
    missing: [],
    reasons: [{ code: 'undefined' }],
  });
  const award = money(quotient) as NonNullable<Clause['award']>;
  expect(run({ award }, { 'firm.m': 3, 'firm.n': 0 }).amount).toEqual({ kind: 'none', why: 'undefined' });
});

test('a quantity that the text does not name gives no amount', () => {
  const award = money({ op: 'product', of: [number('1'), { op: 'notStated', text: '基数' }] }) as NonNullable<
    Clause['award']
  >;
  expect(run({ award }, {}).amount).toEqual({ kind: 'none', why: 'notStated' });
});

test('a threshold that also measures leaves the award from its threshold to its cap', () => {
  const parts: Partial<Clause> = {
    when: { op: 'compare', left: fact('firm.m'), is: 'atLeast', right: number('3') },
    award: money(fact('firm.m')) as NonNullable<Clause['award']>,
    limits: [
      {
        type: 'cap',
        amount: number('5'),
        over: 'clause',
        apply: 'jointly',
        per: 'enterprise',
        period: 'notStated',
      },
    ],
  };
  expect(run(parts, {}).amount).toMatchObject({ least: { min: '3.00', max: '5.00' }, bound: false });
  expect(run(parts, { 'firm.m': 2 }).verdict).toBe('ineligible');
  expect(run(parts, { 'firm.m': 3 }).amount).toMatchObject({ least: { min: '3.00', max: '3.00' } });
  expect(run(parts, { 'firm.m': 6 }).amount).toMatchObject({ least: { min: '5.00', max: '5.00' } });
});

test('a fraction of a fen is dropped once', () => {
  const third = money({ op: 'quotient', of: [fact('firm.m'), number('3')] }) as NonNullable<Clause['award']>;
  expect(run({ award: third }, { 'firm.m': 1 }).amount).toMatchObject({
    least: { min: '0.33', max: '0.33' },
  });
});

test.each([
  [number('5'), number('5'), 'fixed'],
  [number('0'), number('5'), 'upTo'],
  [number('2'), number('5'), 'range'],
  [number('5'), null, 'atLeast'],
] as const)('the force is read off the pair', (least, most, force) => {
  const { amount } = run({ award: { form: 'money', least, most, schedule: [] } }, {});
  expect(amount).toMatchObject({ kind: 'money', force });
  if (amount.kind === 'money' && force === 'atLeast') expect(amount.most.max).toBeNull();
});

test('a limit of each item and a limit of the sum differ', () => {
  const limited = (over: 'item' | 'clause'): Partial<Clause> => ({
    list: 'items',
    award: money(fact('items.cost')) as NonNullable<Clause['award']>,
    limits: [
      { type: 'cap', amount: number('4'), over, apply: 'jointly', per: 'enterprise', period: 'notStated' },
    ],
  });
  const facts = { items: [{ cost: 6 }, { cost: 3 }] };
  expect(run(limited('item'), facts).amount).toMatchObject({ least: { min: '7.00', max: '7.00' } });
  expect(run(limited('clause'), facts).amount).toMatchObject({ least: { min: '4.00', max: '4.00' } });
});

test('the order of conditions is irrelevant', () => {
  const parts: readonly Condition[] = [yes('firm.a'), yes('firm.b'), { op: 'not', of: yes('firm.a') }];
  const outcome = (of: readonly Condition[]): string | undefined =>
    run({ when: { op: 'any', of } }, { 'firm.b': false }).verdict;
  expect(outcome(parts)).toBe(outcome([...parts].reverse()));
  expect(outcome(parts)).toBe('eligible');
});
