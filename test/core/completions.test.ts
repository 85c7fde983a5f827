import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAnswers } from '../../clauses/answering.ts';
import type { Catalogue } from '../../clauses/catalogue.ts';
import { explained } from '../../clauses/explain.ts';
import { check, prepare } from '../../clauses/index.ts';
import type { Amount, CheckResult, MoneyRange } from '../../clauses/result.ts';
import { answers, catalogue, definitionOf, dictionary, domains, namesFor, sent } from './small-world.ts';

type Given = Readonly<Record<string, string>>;

function run(published: Catalogue, given: Given): CheckResult {
  const read = readAnswers(dictionary, sent(given));
  expect(read.problems).toEqual([]);
  return check(prepare(dictionary, [published]), {
    ...explained,
    answers: read.answers,
    asOf: '2024-01-01',
    jurisdiction: 'town',
  });
}

/** Every way to answer what is missing. */
function* completions(given: Given): Generator<Given> {
  if (given['items'] === undefined) {
    for (const items of ['0', '1', '2']) yield* completions({ ...given, items });
    return;
  }
  const missing = namesFor(Number(given['items'])).find((name) => !(name in given));
  if (missing === undefined) return yield given;
  for (const value of domains[definitionOf(missing)] ?? [])
    yield* completions({ ...given, [missing]: value });
}

/** Every way to read the text: each reading becomes plainly true or false. */
function* readingsOf(published: Catalogue): Generator<Catalogue> {
  const text = JSON.stringify(published);
  const open = /\{"op":"reading","reading":"([^"]+)","option":[01]\}/.exec(text);
  if (open === null) return yield published;
  for (const option of [0, 1]) {
    const fixed = text.replaceAll(
      /\{"op":"reading","reading":"([^"]+)","option":([01])\}/g,
      (whole, id, branch) =>
        id === open[1] ? JSON.stringify({ op: Number(branch) === option ? 'all' : 'any', of: [] }) : whole,
    );
    yield* readingsOf(JSON.parse(fixed) as Catalogue);
  }
}

function everyResult(published: Catalogue, given: Given): readonly CheckResult[] {
  return [...readingsOf(published)].flatMap((fixed) =>
    [...completions(given)].map((full) => run(fixed, full)),
  );
}

function fen(text: string | null): number {
  return text === null ? Number.POSITIVE_INFINITY : Math.round(Number(text) * 100);
}

function hull(ranges: readonly MoneyRange[]): { min: number; max: number } {
  return {
    min: Math.min(...ranges.map(({ min }) => fen(min))),
    max: Math.max(...ranges.map(({ max }) => fen(max))),
  };
}

function contains(wide: MoneyRange, narrow: { min: number; max: number }): boolean {
  return fen(wide.min) <= narrow.min && fen(wide.max) >= narrow.max;
}

function moneyOf(amount: Amount): Extract<Amount, { kind: 'money' }>[] {
  return amount.kind === 'money' ? [amount] : [];
}

/** A world of which everything is known but the list. */
const listUnknown = fc
  .tuple(catalogue, answers(0))
  .map(([published, given]): [Catalogue, Given] => [
    published,
    Object.fromEntries(Object.entries(given).filter(([name]) => !name.startsWith('items'))),
  ]);
const world = fc.tuple(catalogue, answers(3));
/**
 * The whole suite tries the same worlds every time, so that a failure is somebody's change; `RUNS=20000` draws as many
 * new ones for each law.
 */
const RUNS = Number(process.env['RUNS'] ?? 300);
const DRAW = process.env['RUNS'] === undefined ? { numRuns: RUNS, seed: 20261121 } : { numRuns: RUNS };

describe('a result against every completion', { timeout: 60_000 + RUNS * 100 }, () => {
  test('a decided verdict holds in all of them', () => {
    fc.assert(
      fc.property(world, ([published, given]) => {
        const every = everyResult(published, given);
        run(published, given).clauses.forEach((clause, index) => {
          const verdicts = new Set(every.map((full) => full.clauses[index]?.verdict));
          if (clause.verdict !== 'undetermined') expect(verdicts).toEqual(new Set([clause.verdict]));
        });
      }),
      DRAW,
    );
  });

  test('amounts contain those of all in which the clause is met, and are theirs where not marked as a bound', () => {
    fc.assert(
      fc.property(world, ([published, given]) => {
        const every = everyResult(published, given);
        run(published, given).clauses.forEach((clause, index) => {
          if (clause.amount.kind !== 'money') return;
          const full = every.flatMap((result) =>
            moneyOf(result.clauses[index]?.amount ?? { kind: 'none', why: 'ineligible' }),
          );
          if (full.length === 0) return;
          for (const side of ['least', 'most'] as const) {
            const true_ = hull(full.map((amount) => amount[side]));
            expect(contains(clause.amount[side], true_), side).toBe(true);
            if (!clause.amount.bound && !clause.reasons.some(({ code }) => code === 'undefined')) {
              expect({ min: fen(clause.amount[side].min), max: fen(clause.amount[side].max) }).toEqual(true_);
            }
          }
        });
      }),
      DRAW,
    );
  });

  test('totals contain those of all completions, and are theirs where not marked as a bound', () => {
    fc.assert(
      fc.property(world, ([published, given]) => {
        const { totals } = run(published, given);
        const every = everyResult(published, given);
        for (const side of ['granted', 'atMost'] as const) {
          const true_ = hull(every.map((full) => full.totals[side]));
          expect(contains(totals[side], true_), side).toBe(true);
          if (!totals.bound)
            expect({ min: fen(totals[side].min), max: fen(totals[side].max) }).toEqual(true_);
        }
      }),
      DRAW,
    );
  });

  test('answering more never overturns a verdict and never widens an amount or a total', () => {
    fc.assert(
      fc.property(world, fc.nat(), ([published, given], pick) => {
        const names = Object.keys(given).filter((name) => name !== 'items');
        const dropped = names[pick % Math.max(1, names.length)];
        const fewer = Object.fromEntries(Object.entries(given).filter(([name]) => name !== dropped));
        const [before, after] = [run(published, fewer), run(published, given)];
        before.clauses.forEach((clause, index) => {
          if (clause.verdict !== 'undetermined') expect(after.clauses[index]?.verdict).toBe(clause.verdict);
        });
        for (const side of ['granted', 'atMost'] as const) {
          expect(contains(before.totals[side], hull([after.totals[side]])), side).toBe(true);
        }
      }),
      DRAW,
    );
  });

  test('an unknown list may hold items of every kind side by side', () => {
    fc.assert(
      fc.property(listUnknown, ([published, given]) => {
        const every = everyResult(published, given);
        const wide = run(published, given);
        wide.clauses.forEach((clause, index) => {
          const verdicts = new Set(every.map((full) => full.clauses[index]?.verdict));
          if (clause.verdict !== 'undetermined') expect(verdicts).toEqual(new Set([clause.verdict]));
        });
        for (const side of ['granted', 'atMost'] as const) {
          const true_ = hull(every.map((full) => full.totals[side]));
          expect(contains(wide.totals[side], true_), side).toBe(true);
          if (!wide.totals.bound)
            expect({ min: fen(wide.totals[side].min), max: fen(wide.totals[side].max) }).toEqual(true_);
        }
      }),
      { ...DRAW, numRuns: Math.ceil(RUNS / 6) },
    );
  });
});
