import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAnswers } from '../../../clauses/answering.ts';
import { buildCatalogue } from '../../../clauses/authoring.ts';
import type { Amount } from '../../../clauses/check/money.ts';
import type { CheckResult, ClauseResult } from '../../../clauses/check/result.ts';
import { defaultExplainers } from '../../../clauses/explain.ts';
import { check, prepareCatalogues } from '../../../clauses/index.ts';
import { loadContent } from '../../../site/content/load/load-content.ts';
import {
  cap,
  checked,
  clause,
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
import { dictionary as tiny } from '../tiny-dictionary.ts';
import { answers, catalogue, sent } from '../tiny-law.ts';

/** Own figures: a limit that applies in all completions is part of the clause's figure, not only of the totals. */
const { dictionary, policies } = loadContent('content');
if (dictionary === undefined) throw new Error('the content has no dictionary');
const everywhere = prepareCatalogues(dictionary, [
  buildCatalogue(
    'everywhere',
    policies.flatMap(({ policy }) => policy ?? []),
    () => '',
  ),
]);

function published(id: string, facts: Readonly<Record<string, unknown>>, asOf: string): CheckResult {
  const read = readAnswers(everywhere.dictionary, facts);
  expect(read.problems).toEqual([]);
  return check(everywhere, {
    ...defaultExplainers,
    answers: read.answers,
    asOf,
    jurisdiction: 'everywhere',
    clauses: [id],
  });
}

const between = (min: string, max: string) => ({ min, max });
const MILLION = '1000000.00';

describe('最高不超过100万元 of Jieyang, which all four readings keep for one project', () => {
  const firm = (project: object, ...others: readonly object[]) => ({ projects: [project, ...others] });
  const forms = (totalInvestment: string) => ({ integrationKind: 'newForms', totalInvestment });
  test.each([
    ['it-industry-integration', firm(forms('12000000')), exactly(MILLION)],
    ['it-industry-integration', firm(forms('30000000')), exactly(MILLION)],
    ['it-industry-integration', firm(forms('10000000')), exactly(MILLION)],
    ['it-industry-integration', firm({ integrationKind: 'newForms' }), between('0.00', MILLION)],
    ['it-industry-integration', firm(forms('12000000'), forms('12000000')), between(MILLION, '2000000.00')],
    [
      'automated-lines',
      firm({ automatedLines: true, equipmentCost: '12000000', equipmentLease: '0' }),
      exactly(MILLION),
    ],
    [
      'smart-manufacturing-pilot',
      firm({ smartDemonstration: 'national', smartEquipmentCost: '12000000' }),
      exactly(MILLION),
    ],
    ['civil-military-rd', firm({ militaryRd: true, totalInvestment: '12000000' }), exactly(MILLION)],
  ])('%s %j', (name, facts, most) => {
    const { clauses, totals } = published(`jieyang/2018-119#${name}`, facts, '2020-06-01');
    const [found] = clauses;
    expect(found?.amount).toMatchObject({ kind: 'money', most });
    expect(totals.atMost).toEqual(most);
    for (const item of found?.items ?? []) expect(item.amount).toMatchObject({ most: { max: MILLION } });
    for (const reading of found?.readings ?? [])
      if (reading.kind === 'computed')
        for (const { amount } of reading.options)
          expect(Number(amount?.kind === 'money' && amount.most.max)).toBeLessThanOrEqual(Number(most.max));
  });
});

describe('Longnan’s 各项奖励补助以……为限', () => {
  const facts = (equipmentCost: string, tax: object) => ({
    'enterprise.aboveScale': true,
    ...tax,
    projects: [{ completed: true, nationalPolicy: true, inStatistics: true, equipmentCost }],
  });
  const award = (given: Readonly<Record<string, unknown>>): ClauseResult | undefined =>
    published('longnan/2022-40#equipment-award', given, '2023-06-01').clauses[0];
  const LIMIT = ['longnan/2022-40#fiscal-limit'];

  test.each([
    ['5000000', '10000', '10000.00', '300000.00'],
    ['12000000', '0', '0.00', '720000.00'],
  ])('%s of equipment and %s of tax', (cost, localTax, own, before) => {
    expect(award(facts(cost, { 'enterprise.localTax': localTax }))?.amount).toMatchObject({
      least: exactly(own),
      most: exactly(own),
      missing: [],
      beforeLimits: { least: exactly(before), most: exactly(before), limits: LIMIT },
    });
  });

  test('where the tax is not known, only the limit needs it', () => {
    const found = award(facts('12000000', {}));
    expect(found).toMatchObject({
      verdict: 'eligible',
      missing: [],
      amount: {
        most: between('0.00', '720000.00'),
        missing: ['enterprise.localTax'],
        beforeLimits: { most: exactly('720000.00'), limits: LIMIT },
      },
    });
  });
});

describe('a clause under caps over several', () => {
  const own = (result: CheckResult): Amount | undefined => result.clauses[0]?.amount;
  const both = [clause('a'), clause('b')];

  test('draws on them alone', () => {
    const result = checked([...both, limiting(cap(number(6), { over: idsOf('a', 'b') }))], {});
    expect(own(result)).toMatchObject({ most: exactly('5.00') });
    expect(own(result)).not.toHaveProperty('beforeLimits');
    expect(result.totals.atMost).toEqual(exactly('6.00'));
  });

  test.each(['jointly', 'each'] as const)('is held (%s)', (apply) => {
    const result = checked([...both, limiting(cap(number(3), { over: idsOf('a', 'b'), apply }))], {});
    expect(own(result)).toMatchObject({
      most: exactly('3.00'),
      beforeLimits: { most: exactly('5.00'), limits: idsOf('limit') },
    });
  });

  test('is held item by item', () => {
    const held = cap(number(3), { over: idsOf('a', 'b'), apply: 'items' });
    const result = checked([clause('a', perItem), clause('b', perItem), limiting(held)], items(2, 5));
    expect(own(result)).toMatchObject({ most: exactly('5.00'), beforeLimits: { most: exactly('7.00') } });
    expect(result.clauses[0]?.items.map(({ amount }) => amount)).toMatchObject([
      { most: exactly('2.00') },
      { most: exactly('3.00') },
    ]);
  });

  test('is not touched by floors over several, nor by groups', () => {
    const floor = cap(number(9), { type: 'floor', over: idsOf('a', 'b') });
    const refuse = cap(number(20), { type: 'floor', below: 'refuse', over: idsOf('a', 'b') });
    const result = checked([...both, limiting(floor, refuse)], {}, { groups: [group(['a', 'b'])] });
    expect(own(result)).toMatchObject({ most: exactly('5.00') });
    expect(own(result)).not.toHaveProperty('beforeLimits');
  });

  test('is split together with them where both read an answer', () => {
    // Met only where the cap is at least 4, so it never pays less.
    const when = { op: 'compare', left: fact('firm.m'), is: 'atLeast', right: number(4) } as const;
    const result = checked(
      [clause('a', { when, award: money(number(6)) }), limiting(cap(fact('firm.m'), { over: idsOf('a') }))],
      {},
    );
    expect(own(result)).toMatchObject({ most: between('4.00', '6.00'), bound: false });
  });

  test('a limit that cannot lower it needs no answer for its amount', () => {
    const open = cap(
      { op: 'cases', cases: [inCase(yes('firm.a'), number(8))], otherwise: number(9) },
      { over: idsOf('a') },
    );
    expect(own(checked([clause('a'), limiting(open)], {}))).toMatchObject({ missing: [] });
    expect(own(checked([clause('a', { award: money(number(20)) }), limiting(open)], {}))).toMatchObject({
      missing: ['firm.a'],
    });
  });
});

const yuan = (sum: string | null): number => Number(sum ?? Number.POSITIVE_INFINITY);

test('own figures: never above what they are before limits, together never below the total; more answers only narrow them', () => {
  fc.assert(
    fc.property(catalogue, answers(3), answers(0), (laws, given, rest) => {
      const run = (facts: Readonly<Record<string, string>>): CheckResult =>
        check(prepareCatalogues(tiny, [laws]), {
          answers: readAnswers(tiny, sent(facts)).answers,
          asOf: '2024-01-01',
          jurisdiction: 'town',
        });
      const before = run(given);
      let sum = 0;
      for (const { amount } of before.clauses) {
        if (amount.kind === 'none') continue;
        sum += yuan(amount.most.max);
        if (amount.beforeLimits === undefined) continue;
        expect(yuan(amount.most.max)).toBeLessThanOrEqual(yuan(amount.beforeLimits.most.max));
        expect(yuan(amount.most.min)).toBeLessThanOrEqual(yuan(amount.beforeLimits.most.min));
      }
      expect(sum).toBeGreaterThanOrEqual(yuan(before.totals.atMost.max));
      const same = Number(rest['items']) === Number(given['items']);
      const after = run(same ? { ...rest, ...given } : given);
      for (const [index, { amount }] of after.clauses.entries()) {
        const wide = before.clauses[index]?.amount;
        if (amount.kind === 'none' || wide?.kind !== 'money') continue;
        for (const side of ['least', 'most'] as const) {
          expect(yuan(amount[side].min)).toBeGreaterThanOrEqual(yuan(wide[side].min));
          expect(yuan(amount[side].max)).toBeLessThanOrEqual(yuan(wide[side].max));
        }
      }
    }),
    { numRuns: 400, seed: 20261201 },
  );
});
