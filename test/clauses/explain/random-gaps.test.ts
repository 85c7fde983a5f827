import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAnswers } from '../../../clauses/answering.ts';
import { gapsOf } from '../../../clauses/explain.ts';
import {
  type CheckResult,
  check,
  type Dictionary,
  prepareCatalogues,
  type Quantity,
} from '../../../clauses/index.ts';
import type { Catalogue } from '../../../clauses/language/catalogue.ts';
import { catalogueOf, clause, money } from '../tiny-clauses.ts';
import { dictionary } from '../tiny-dictionary.ts';
import { answers, catalogue, sent } from '../tiny-law.ts';

/** Gaps of random clauses: every proposal is checked again through the public door. */
type Given = Readonly<Record<string, string>>;
type Checked = CheckResult['clauses'][number];

function run(published: Catalogue, given: Given, facts_: Dictionary): readonly Checked[] {
  const read = readAnswers(facts_, sent({ items: '0', ...given }));
  expect(read.problems).toEqual([]);
  const asked = { answers: read.answers, asOf: '2024-01-01', jurisdiction: 'town', gaps: gapsOf };
  return check(prepareCatalogues(facts_, [published]), asked).clauses;
}

/** In this world `firm.b` and `firm.n` are past and cannot be changed. */
const FIXED = ['firm.b', 'firm.n'];
const settled: Dictionary = {
  ...dictionary,
  facts: dictionary.facts.map((fact) => ({ ...fact, changeable: !FIXED.includes(fact.id) })),
};

const yuan = (sum: string | null): number => Number(sum ?? Number.POSITIVE_INFINITY);

/** What is granted and what may be granted, each as [least possible, most possible]. */
const sums = ({ amount }: Checked): readonly (readonly [number, number])[] =>
  amount.kind === 'money'
    ? [amount.least, amount.most].map(({ min, max }) => [yuan(min), yuan(max)])
    : [
        [0, 0],
        [0, 0],
      ];

/** Whether an unmet clause is met and pays something, or a met one pays more for certain and on neither side possibly less. */
function improves(before: Checked, after: Checked | undefined): boolean {
  if (after?.verdict !== 'eligible') return false;
  const now = sums(after);
  if (before.verdict === 'ineligible') return after.amount.kind === 'none' || now[1]?.[1] !== 0;
  const gains = sums(before).map(([, most], side) => {
    const least = now[side]?.[0] ?? 0;
    return least === Number.POSITIVE_INFINITY || most === Number.POSITIVE_INFINITY ? 0 : least - most;
  });
  return gains.every((gain) => gain >= 0) && gains.some((gain) => gain > 0);
}

const RUNS = Number(process.env['RUNS'] ?? 300);
const DRAW = process.env['RUNS'] === undefined ? { numRuns: RUNS, seed: 20261121 } : { numRuns: RUNS };

describe('a proposal', { timeout: 60_000 + RUNS * 100 }, () => {
  test('flips the verdict or gains, changes only changeable answers, and needs each of its changes', () => {
    let seen = 0;
    fc.assert(
      fc.property(catalogue, answers(1), (published, given) => {
        for (const [place, before] of run(published, given, settled).entries()) {
          if (before.verdict === 'undetermined') expect(before.gaps).toEqual([]);
          for (const { changes, amount } of before.gaps) {
            seen += 1;
            const changed = changes.map(({ fact, to }): [string, string] => [fact, to]);
            const after = run(published, { ...given, ...Object.fromEntries(changed) }, settled)[place];
            expect(improves(before, after)).toBe(true);
            expect(after?.amount).toEqual(amount);
            for (const { fact, from } of changes) {
              expect(from).toBe(given[fact]);
              expect(FIXED).not.toContain(fact);
              const fewer = changed.filter(([name]) => name !== fact);
              const without = run(published, { ...given, ...Object.fromEntries(fewer) }, settled)[place];
              expect(fewer.length > 0 && improves(before, without), fact).toBe(false);
            }
          }
        }
      }),
      DRAW,
    );
    expect(seen).toBeGreaterThan(RUNS / 2);
  });
});

/** One clause over amounts of money without a declared end. */
const open: Dictionary = {
  ...dictionary,
  facts: dictionary.facts.map(({ min, max, ...fact }) =>
    fact.type === 'money' ? { ...fact, min: '0', decimals: 2 } : fact,
  ),
};
const m: Quantity = { op: 'fact', fact: 'firm.m' };
const number = (value: string): Quantity => ({ op: 'number', value, text: value });

function proposals(given: Given, amount: Quantity, when?: Quantity): readonly string[] {
  const condition =
    when === undefined
      ? {}
      : { when: { op: 'compare', left: when, is: 'atLeast', right: number('100') } as const };
  const [result] = run(catalogueOf([clause('one', { ...condition, award: money(amount) })]), given, open);
  return (result?.gaps ?? []).map(({ changes, amount: gives }) => {
    const what = changes.map(({ fact, to }) => `${fact} ${to}`).join(' & ');
    return `${what}: ${gives.kind === 'money' ? gives.least.min : gives.why}`;
  });
}

const sixPercent: Quantity = { op: 'product', of: [number('0.06'), m] };

test.each<[string, Given, Quantity, Quantity | undefined, readonly string[]]>([
  [
    'the next whole step',
    { 'firm.m': '2500000' },
    { op: 'product', of: [number('20000'), { op: 'steps', of: m, size: number('1000000') }] },
    undefined,
    ['firm.m 3000000: 60000.00'],
  ],
  [
    'the number from which a cap holds',
    { 'firm.m': '8000000' },
    { op: 'smallest', of: [sixPercent, number('2000000')] },
    undefined,
    ['firm.m 33340000: 2000000.00'],
  ],
  [
    'nothing where the cap is reached',
    { 'firm.m': '40000000' },
    { op: 'smallest', of: [sixPercent, number('2000000')] },
    undefined,
    [],
  ],
  ['nothing where every fen gives more without end', { 'firm.m': '8000000' }, sixPercent, undefined, []],
  [
    'a threshold over a sum, by either part',
    { 'firm.m': '30', 'firm.n': '40' },
    number('5'),
    { op: 'sum', of: [m, { op: 'fact', fact: 'firm.n' }] },
    ['firm.n 70: 5.00', 'firm.m 60: 5.00'],
  ],
  [
    'a threshold over a difference, upwards or downwards',
    { 'firm.m': '130', 'firm.n': '40' },
    number('5'),
    { op: 'difference', of: [m, { op: 'fact', fact: 'firm.n' }] },
    ['firm.m 140: 5.00', 'firm.n 30: 5.00'],
  ],
  ['nothing that would give nothing', { 'firm.m': '30' }, number('0'), m, []],
])('%s', (_, given, amount, when, expected) => {
  expect(proposals(given, amount, when)).toEqual(expected);
});
