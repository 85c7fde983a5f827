import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAnswers } from '../../../clauses/answering.ts';
import type { MoneyRange } from '../../../clauses/check/money.ts';
import type { CheckResult } from '../../../clauses/check/result.ts';
import { check, prepareCatalogues } from '../../../clauses/index.ts';
import type { Catalogue } from '../../../clauses/language/catalogue.ts';
import type { Quantity } from '../../../clauses/language/expression.ts';
import { allOf, checked, clause, compared, fact, money, number, yes } from '../tiny-clauses.ts';
import { dictionary } from '../tiny-dictionary.ts';
import { answers, catalogue } from '../tiny-law.ts';

type Given = Readonly<Record<string, string>>;

function run(published: Catalogue, given: Given): CheckResult {
  const { items, ...facts } = given;
  const own = Object.entries(facts).filter(([name]) => !name.startsWith('items.'));
  const itemOf = (index: number): Record<string, string> => {
    const prefix = `items.${index + 1}.`;
    const own = Object.entries(facts).filter(([name]) => name.startsWith(prefix));
    return Object.fromEntries(own.map(([name, value]) => [name.slice(prefix.length), value]));
  };
  const list =
    items === undefined ? null : Array.from({ length: Number(items) }, (_, index) => itemOf(index));
  const read = readAnswers(dictionary, { items: list, ...Object.fromEntries(own) });
  expect(read.problems).toEqual([]);
  return check(prepareCatalogues(dictionary, [published]), {
    answers: read.answers,
    asOf: '2024-01-01',
    jurisdiction: 'town',
  });
}

function fen(text: string | null): number {
  return text === null ? Number.POSITIVE_INFINITY : Math.round(Number(text) * 100);
}

function contains(wide: MoneyRange, narrow: MoneyRange): boolean {
  return fen(wide.min) <= fen(narrow.min) && fen(wide.max) >= fen(narrow.max);
}

/** By default the same worlds are tried every time; `RUNS=20000` draws as many new ones. */
const RUNS = Number(process.env['RUNS'] ?? 300);
const DRAW = process.env['RUNS'] === undefined ? { numRuns: RUNS, seed: 20261121 } : { numRuns: RUNS };

/** Results are compared with every completion in test/clauses/check/oracle.test.ts. */
test('answering more never overturns a verdict and never widens a total', {
  timeout: 60_000 + RUNS * 100,
}, () => {
  fc.assert(
    fc.property(catalogue, answers(3), fc.nat(), (published, given, pick) => {
      const names = Object.keys(given).filter((name) => name !== 'items');
      const dropped = names[pick % Math.max(1, names.length)];
      const fewer = Object.fromEntries(Object.entries(given).filter(([name]) => name !== dropped));
      const [before, after] = [run(published, fewer), run(published, given)];
      before.clauses.forEach((clause, index) => {
        if (clause.verdict !== 'undetermined') expect(after.clauses[index]?.verdict).toBe(clause.verdict);
      });
      for (const side of ['granted', 'atMost'] as const)
        expect(contains(before.totals[side], after.totals[side]), side).toBe(true);
    }),
    DRAW,
  );
});

/** The last clause compares m with a constant, so m is split. The split must remain where an answer makes that clause fail. */
test.each([
  ['others share', [money(fact('firm.m')), money(less(fact('firm.m')))], ['3.00', '9.00']],
  [
    'one reads twice',
    [money({ op: 'product', of: [fact('firm.m'), less(fact('firm.m'))] })],
    ['0.00', '18.00'],
  ],
] as const)('an answer that makes a clause fail widens no total: %s', (_, awards, [min, max]) => {
  const when = allOf(yes('firm.a'), compared(fact('firm.m'), 'atLeast', number(3)));
  const clauses = [...awards.map((award, index) => clause(`c${index}`, { award })), clause('last', { when })];
  const [before, after] = [{}, { 'firm.a': false }].map((given) => checked(clauses, given).totals.granted);
  expect(after).toEqual({ min, max });
  expect(before && after && contains(before, after)).toBe(true);
});

function less(amount: Quantity): Quantity {
  return { op: 'difference', of: [number(6), amount] };
}

test('a clause that is not met makes no total a bound', () => {
  const when = allOf(yes('firm.a'), compared(fact('firm.m'), 'lessThan', number(3)));
  const clauses = [clause('a', { award: money(fact('firm.m')) }), clause('b', { when })];
  expect(checked(clauses, {}).totals.bound).toBe(true);
  expect(checked(clauses, { 'firm.a': false }).totals).toMatchObject({
    granted: { min: '0.00', max: '6.00' },
    bound: false,
  });
});
