import { globSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { flatAnswers, readAnswers } from '../../../clauses/answering.ts';
import { buildCatalogue } from '../../../clauses/authoring.ts';
import { gapsOf } from '../../../clauses/explain.ts';
import { type CheckResult, check, prepareCatalogues } from '../../../clauses/index.ts';
import { loadContent } from '../../../site/content/load/load-content.ts';
import { workedExamplesIn } from '../../worked-examples.ts';

/** Gaps of the published clauses: every proposal is checked again through the public door. */
const content = loadContent('content');
if (content.dictionary === undefined) throw new Error('the content has no dictionary');
const { dictionary } = content;
const policies = content.policies.flatMap(({ policy }) => policy ?? []);
const prepared = prepareCatalogues(dictionary, [buildCatalogue('everywhere', policies, () => 'sha256-0')]);

function result(
  id: string,
  facts: Readonly<Record<string, unknown>>,
  // A day on which the policy counts: nothing is proposed for others.
  asOf = id.startsWith('longnan/') ? '2023-06-01' : '2020-06-01',
): CheckResult['clauses'][number] {
  const { answers, problems } = readAnswers(dictionary, facts);
  expect(problems).toEqual([]);
  const [clause] = check(prepared, {
    answers,
    asOf,
    jurisdiction: 'everywhere',
    clauses: [id],
    gaps: gapsOf,
  }).clauses;
  if (clause === undefined) throw new Error(`no clause ${id}`);
  return clause;
}

/** `fact: from → to` of every proposal, with the amount that it gives. */
function proposalsOf(id: string, facts: Readonly<Record<string, unknown>>): readonly string[] {
  return result(id, facts).gaps.map(({ changes, amount }) => {
    const what = changes.map(({ fact, from, to }) => `${fact}: ${from} → ${to}`).join(' & ');
    return `${what} = ${amount.kind === 'money' ? `${amount.least.min}/${amount.most.max}` : amount.why}`;
  });
}

/** More local tax than any award: Longnan's limit lowers nothing. */
const TAX = { 'enterprise.localTax': '100000000' };
const PROJECT = { completed: true, nationalPolicy: true, inStatistics: true };

test.each<[string, string, Readonly<Record<string, unknown>>, readonly string[]]>([
  [
    'a threshold is reached from below',
    'longnan/2022-40#equipment-award',
    { ...TAX, 'enterprise.aboveScale': true, projects: [{ ...PROJECT, equipmentCost: '4200000' }] },
    ['projects.1.equipmentCost: 4200000 → 5000000 = 300000.00/300000.00'],
  ],
  [
    'two answers at once where one is not enough',
    'longnan/2022-40#equipment-award',
    {
      ...TAX,
      'enterprise.aboveScale': true,
      projects: [{ ...PROJECT, completed: false, equipmentCost: '4200000' }],
    },
    [
      'projects.1.completed: false → true & projects.1.equipmentCost: 4200000 → 5000000 = 300000.00/300000.00',
    ],
  ],
  [
    'what cannot be changed is not proposed',
    'longnan/2022-40#identifier-node',
    {
      'enterprise.identifierNodeConnected': true,
      'enterprise.identifierNodeAccepted': true,
      'enterprise.registeredLocally': false,
      'enterprise.identifierNodeInvestment': '1000000',
    },
    [],
  ],
  [
    'nothing is proposed while answers are missing',
    'longnan/2022-40#equipment-award',
    { projects: [PROJECT] },
    [],
  ],
])('%s', (_, id, facts, proposals) => {
  expect(proposalsOf(id, facts)).toEqual(proposals);
});

test('more of an award that is met is proposed too, but no other class of what was done', () => {
  expect(
    proposalsOf('longnan/2022-40#cloud', {
      ...TAX,
      cloudServices: [{ stage: 'infrastructure', paid: '10000' }],
    }),
  ).toEqual(['cloudServices.1.paid: 10000 → 125000 = 0.00/50000.00']);
});

test('where a joint limit stops an award the limit is what to change, in whole 万元', () => {
  const projects = [{ ...PROJECT, equipmentCost: '12000000' }];
  const facts = { 'enterprise.aboveScale': true, projects };
  const of = (tax: string): readonly string[] =>
    proposalsOf('longnan/2022-40#equipment-award', { ...facts, 'enterprise.localTax': tax });
  expect(of('600000')).toEqual(['enterprise.localTax: 600000 → 720000 = 720000.00/720000.00']);
  expect(of('0')).toEqual(['enterprise.localTax: 0 → 720000 = 720000.00/720000.00']);
  expect(of('5000000')).toEqual(['projects.1.equipmentCost: 12000000 → 33340000 = 2000000.00/2000000.00']);
});

test.each([
  [true, 0],
  [false, 1],
])('with 200 items few are tried (%s: %i proposals)', (meets, proposals) => {
  const projects = Array.from({ length: 200 }, () => ({
    equipmentRenewal: meets,
    firstSet: meets,
    equipmentCost: '1000000',
    equipmentLease: '1000000',
  }));
  const start = performance.now();
  const { gaps } = result('jieyang/2018-119#equipment-renewal', { projects });
  expect(performance.now() - start).toBeLessThan(10_000);
  expect(gaps).toHaveLength(proposals);
});

const amountOf = ({ amount }: CheckResult['clauses'][number]): readonly number[] =>
  amount.kind === 'money'
    ? [Number(amount.least.min), Number(amount.most.max ?? Number.POSITIVE_INFINITY)]
    : [0, 0];

describe.each(globSync('*/*.mdx', { cwd: 'content/policies' }).sort())('%s', (file) => {
  test('every proposal flips the verdict or gives more, with answers that can be changed', () => {
    for (const { id, example } of workedExamplesIn(file)) {
      const { facts, asOf } = example;
      const before = result(id, facts, asOf);
      const flat = flatAnswers(dictionary, readAnswers(dictionary, facts).answers);
      for (const { changes } of before.gaps) {
        const after = result(
          id,
          { ...flat, ...Object.fromEntries(changes.map(({ fact, to }) => [fact, to])) },
          asOf,
        );
        expect(after.verdict).toBe('eligible');
        if (before.verdict === 'eligible') {
          const [more, less] = [amountOf(after), amountOf(before)];
          expect(more.some((sum, side) => sum > (less[side] ?? 0))).toBe(true);
        }
        for (const { fact } of changes) {
          const named = dictionary.facts.find((each) => each.id === fact.replace(/\.\d+\./, '.'));
          expect(named?.changeable, fact).toBe(true);
        }
      }
    }
  });
});

describe('a search that stops before its end', () => {
  const projects = Array.from({ length: 30 }, () => ({ ...PROJECT, equipmentCost: '100000' }));
  const facts = { ...TAX, 'enterprise.aboveScale': true, projects };
  const asked = {
    answers: readAnswers(dictionary, facts).answers,
    asOf: '2023-06-01',
    jurisdiction: 'everywhere',
    clauses: ['longnan/2022-40#equipment-award'],
  };

  test('is told in the result', () => {
    const [clause] = check(prepared, { ...asked, gaps: gapsOf, mostWork: 60_000 }).clauses;
    expect(clause).toMatchObject({ verdict: 'ineligible', unfinished: true });
  });

  test('is not told where nothing is searched, or all was tried', () => {
    expect(check(prepared, { ...asked, mostWork: 60_000 }).clauses[0]).not.toHaveProperty('unfinished');
    const one = readAnswers(dictionary, { ...facts, projects: projects.slice(0, 1) });
    const [clause] = check(prepared, { ...asked, answers: one.answers, gaps: gapsOf }).clauses;
    expect(clause?.gaps).not.toEqual([]);
    expect(clause).not.toHaveProperty('unfinished');
  });
});
