import { expect, test } from 'vitest';
import { readAnswers } from '../../../clauses/answering.ts';
import type { CheckResult } from '../../../clauses/check/result.ts';
import { combinationOf, defaultExplainers, gapsOf } from '../../../clauses/explain.ts';
import { check, type PolicyDates, prepareCatalogues } from '../../../clauses/index.ts';
import type { Clause } from '../../../clauses/language/clause.ts';
import type { Group } from '../../../clauses/language/group.ts';
import type { Standing } from '../../../clauses/language/standing.ts';
import { cap, clause, exactly, fact, group, limiting, money, number } from '../tiny-clauses.ts';
import { dictionary } from '../tiny-dictionary.ts';

/** What each policy, one for each entry, gives on the first day of 2024; clauses have the ids of `town/1`. */
function checkedPolicies(
  policies: readonly { readonly dates: PolicyDates; readonly clauses: readonly Clause[] }[],
  groups: readonly Group[] = [],
  facts: Readonly<Record<string, unknown>> = {},
): CheckResult {
  const catalogue = {
    api: 1 as const,
    jurisdiction: 'town',
    hash: '',
    policies: policies.map(({ dates, clauses }, index) => ({
      id: `town/${index + 1}`,
      title: '',
      documentNumber: null,
      dates,
      groups: index === 0 ? groups : [],
      clauses: clauses.map((each) => ({ ...each, id: each.id.replace('town/1', `town/${index + 1}`) })),
    })),
  };
  const { answers } = readAnswers(dictionary, facts);
  return check(prepareCatalogues(dictionary, [catalogue]), {
    ...defaultExplainers,
    combination: combinationOf,
    gaps: gapsOf,
    answers,
    asOf: '2024-01-01',
    jurisdiction: 'town',
  });
}

const DATES: Readonly<Record<Standing, PolicyDates>> = {
  'in-force': { effectiveFrom: '2020-01-01' },
  'unknown-period': {},
  'not-yet': { issuedOn: '2024-01-02' },
  expired: { effectiveTo: '2023-12-31' },
  repealed: { repealedOn: '2024-01-01' },
  superseded: { replacedOn: '2024-01-01' },
  'plan-ended': { planYears: { from: 2018, to: 2022 } },
};

const sums = (granted: string, atMost = granted) => ({
  granted: exactly(granted),
  atMost: exactly(atMost),
  bound: false,
});

test.each(['in-force', 'unknown-period'] as const)('a clause that is %s counts', (standing) => {
  const { totals } = checkedPolicies([{ dates: DATES[standing], clauses: [clause('a')] }]);
  expect(totals).toMatchObject({ ...sums('5.00'), byStanding: {} });
});

test.each(['not-yet', 'expired', 'repealed', 'superseded', 'plan-ended'] as const)(
  'a clause that is %s is evaluated but counts in sums of its own',
  (standing) => {
    const upTo = clause('b', { award: money(number(0), number(3)) });
    const unstated = clause('c', { award: { form: 'money', none: 'elsewhere', schedule: [] } });
    const held = limiting(cap(number(9), { over: ['town/1#a'] }));
    const result = checkedPolicies([
      { dates: DATES[standing], clauses: [clause('a'), upTo, unstated, held] },
      { dates: {}, clauses: [clause('d')] },
    ]);
    expect(result.clauses[0]).toMatchObject({
      standing,
      verdict: 'eligible',
      amount: { most: exactly('5.00') },
    });
    expect(result.totals).toMatchObject({
      ...sums('5.00'),
      byStanding: { [standing]: sums('5.00', '8.00') },
      unquantified: [],
      limitedBy: [],
    });
    expect(Object.keys(result.totals.byStanding)).toEqual([standing]);
    expect(result.combination?.best.clauses).toEqual(['town/2#d']);
  },
);

test('limits and groups hold together what has the same standing', () => {
  const joint = limiting(cap(number(6), { over: ['town/1#a', 'town/1#b', 'town/2#a', 'town/2#b'] }));
  const both = [clause('a'), clause('b')];
  const { totals } = checkedPolicies([
    { dates: {}, clauses: [...both, joint] },
    { dates: DATES.expired, clauses: both },
  ]);
  expect(totals).toMatchObject({ ...sums('6.00'), byStanding: { expired: sums('6.00') } });
  const pair = group([], { clauses: ['town/1#a', 'town/2#a'] });
  const parted = checkedPolicies(
    [
      { dates: DATES['in-force'], clauses: [clause('a')] },
      { dates: DATES['plan-ended'], clauses: [clause('a', { award: money(number(7)) })] },
    ],
    [pair],
  );
  expect(parted.totals).toMatchObject({ ...sums('5.00'), byStanding: { 'plan-ended': sums('7.00') } });
});

test('in force and without a stated period are one class', () => {
  const joint = limiting(cap(number(6), { over: ['town/1#a', 'town/2#a'] }));
  const { totals } = checkedPolicies([
    { dates: DATES['in-force'], clauses: [clause('a'), joint] },
    { dates: DATES['unknown-period'], clauses: [clause('a')] },
  ]);
  expect(totals).toMatchObject({ ...sums('6.00'), byStanding: {} });
});

test('what a group asks is not asked where it joins clauses of different standings', () => {
  const when = { op: 'oneOf', fact: 'firm.a', options: [1] } as const;
  const open = group([], { clauses: ['town/1#a', 'town/2#a'], when });
  const asked = (dates: PolicyDates) =>
    checkedPolicies(
      [
        { dates: {}, clauses: [clause('a')] },
        { dates, clauses: [clause('a')] },
      ],
      [open],
    ).questions.map((question) => question.fact);
  expect(asked({})).toEqual(['firm.a']);
  expect(asked(DATES.expired)).toEqual([]);
});

test('nothing is proposed for a clause that does not count', () => {
  const cost = clause('a', { award: money(fact('firm.m')) });
  const proposed = (dates: PolicyDates) =>
    checkedPolicies([{ dates, clauses: [cost] }], [], { 'firm.m': '2' }).clauses[0]?.gaps;
  expect(proposed({})).not.toEqual([]);
  expect(proposed(DATES.expired)).toEqual([]);
});

test('questions are asked for clauses that do not count as well', () => {
  const cost = clause('a', { award: money(fact('firm.m')) });
  const { questions } = checkedPolicies([{ dates: DATES.repealed, clauses: [cost] }]);
  expect(questions).toEqual([{ fact: 'firm.m', clauses: 1 }]);
});
