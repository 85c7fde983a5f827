import { describe, expect, test } from 'vitest';
import { readAnswers } from '../../../clauses/answering.ts';
import { check, prepareCatalogues } from '../../../clauses/index.ts';
import type { Clause } from '../../../clauses/language/clause.ts';
import type { Dictionary } from '../../../clauses/language/fact.ts';
import {
  cap,
  catalogueOf,
  clause,
  compared,
  exactly,
  fact,
  idsOf,
  limiting,
  money,
  number,
  perItem,
  yes,
} from '../tiny-clauses.ts';
import { dictionary, extraFact } from '../tiny-dictionary.ts';

/** Why a figure has no upper end: `firm.big` is a sum of money without one. */
const facts: Dictionary = {
  ...dictionary,
  facts: [...dictionary.facts, extraFact('big', { type: 'money', min: '0' })],
};

function run(clauses: readonly Clause[], given: Readonly<Record<string, unknown>> = {}) {
  const { answers, problems } = readAnswers(facts, given);
  expect(problems).toEqual([]);
  const prepared = prepareCatalogues(facts, [catalogueOf(clauses)]);
  return check(prepared, { answers, asOf: '2024-01-01', jurisdiction: 'town' });
}

const big = fact('firm.big');
const count = { op: 'count', list: 'items' } as const;
const listed = { list: 'items', award: money(number(5)) };

describe('the causes of a figure without an upper end', () => {
  test.each<[string, Partial<Clause>, readonly string[] | undefined]>([
    ['a number was not answered', { award: money(big) }, ['unanswered']],
    ['the text sets no limit', { award: money(number(5), null) }, ['noLimit']],
    ['the text sets no limit, and a number was not answered', { award: money(big, null) }, ['noLimit']],
    [
      'a cap that always applies is not known',
      { award: money(number(5), null), limits: [cap(big)] },
      ['unanswered'],
    ],
    [
      'a cap may not apply',
      { award: money(number(5), null), limits: [cap(number(9), { when: yes('firm.a') })] },
      ['noLimit'],
    ],
    ['there may be any number of items', listed, ['items']],
    ['items, each of any size', { list: 'items', award: money(big) }, ['items', 'unanswered']],
    ['an amount for each item of a list', { award: money(count) }, ['items']],
    [
      'items beyond a threshold that takes many of them',
      { award: money(count), when: compared(count, 'atLeast', number(100)) },
      ['items'],
    ],
    [
      'a sum beyond a threshold that takes much',
      { award: money(big), when: compared(big, 'atLeast', number('1000000000')) },
      ['unanswered'],
    ],
    ['a cap makes it finite', { ...listed, limits: [cap(number(9))] }, undefined],
    [
      'a limit on the number of items makes it finite',
      { ...listed, limits: [cap(number(3), { type: 'items' })] },
      undefined,
    ],
    ['nothing is given for an item', { list: 'items', award: money(number(0)) }, undefined],
  ])('%s', (_, parts, open) => {
    const { clauses, totals } = run([clause('a', parts)]);
    const amount = clauses[0]?.amount;
    expect(amount?.kind === 'money' && amount.most.open).toEqual(open);
    expect(totals.atMost.open).toEqual(open);
    expect(amount?.kind === 'money' && amount.most.max === null).toBe(open !== undefined);
  });

  test('one item is told where there may be any number', () => {
    const [first] = run([clause('a', perItem)]).clauses;
    expect(first?.amount).toMatchObject({ perItem: { most: { min: '0.00', max: '6.00' } } });
    const known = run([clause('a', perItem)], { items: [{}] }).clauses[0]?.amount;
    expect(known).not.toHaveProperty('perItem');
  });

  test('a joint cap makes an unknown number of items finite, a cap of each item does not', () => {
    const held = (apply: 'jointly' | 'items') =>
      run([clause('a', listed), limiting(cap(number(3), { over: idsOf('a'), apply }))]).clauses[0]?.amount;
    expect(held('jointly')).toMatchObject({ most: { max: '3.00' }, beforeLimits: { most: { max: null } } });
    expect(held('items')).toMatchObject({
      most: { max: null, open: ['items'] },
      perItem: { most: exactly('3.00') },
    });
  });

  test('a total has the causes of all clauses that leave it open', () => {
    const { totals } = run([clause('a', listed), clause('b', { award: money(big) }), clause('c')]);
    expect(totals.atMost).toEqual({ min: '5.00', max: null, open: ['items', 'unanswered'] });
  });
});
