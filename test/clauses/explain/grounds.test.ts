import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAnswers } from '../../../clauses/answering.ts';
import { groundsOf } from '../../../clauses/explain.ts';
import { type CheckResult, type Clause, check, prepareCatalogues } from '../../../clauses/index.ts';
import type { Catalogue } from '../../../clauses/language/catalogue.ts';
import { dictionary, domains } from '../tiny-dictionary.ts';
import { answers, catalogue, definitionOf, namesFor, sent } from '../tiny-law.ts';

type Given = Readonly<Record<string, string>>;
type Verdict = CheckResult['clauses'][number];

/** The verdicts on the clauses of a small law; without `items` the list is unknown. */
function run(published: Catalogue, given: Given): readonly Verdict[] {
  const read = readAnswers(dictionary, sent(given));
  expect(read.problems).toEqual([]);
  const asked = { answers: read.answers, asOf: '2024-01-01', jurisdiction: 'town', grounds: groundsOf };
  return check(prepareCatalogues(dictionary, [published]), asked).clauses;
}

/** The clauses without amounts, so that only variables of conditions are split. */
function bare(published: Catalogue): Catalogue {
  const strip = (clause: Clause): Clause =>
    clause.kind === 'limit'
      ? clause
      : { ...clause, award: { form: 'register', none: 'nonMonetary', schedule: [] }, limits: [] };
  const policies = published.policies.map((policy) => ({ ...policy, clauses: policy.clauses.map(strip) }));
  return { ...published, policies };
}

/** The answers that a clause cites. If one of an item is cited, the number of items is given as well. */
function cited({ grounds }: Verdict, given: Given): Given {
  const answers = Object.fromEntries(grounds.map(({ fact, value }) => [fact, value]));
  const ofItems = grounds.some(({ fact }) => fact.startsWith('items.'));
  return ofItems ? { ...answers, items: given['items'] ?? '0' } : answers;
}

function without(given: Given, name: string): Given {
  const rest = Object.entries(given).filter(
    ([key]) => key !== name && !(name === 'items' && key.startsWith('items.')),
  );
  return Object.fromEntries(rest);
}

/** One way to answer everything that is not given. */
function completed(given: Given, seed: number): Given {
  const { items = String(seed % 3) } = given;
  const rest = namesFor(Number(items)).map((name, index) => {
    const values = domains[definitionOf(name)] ?? [];
    return [name, values[(seed * 31 + index * 17 + (seed >> index)) % values.length] ?? ''];
  });
  return { ...Object.fromEntries(rest), items, ...given };
}

const RUNS = Number(process.env['RUNS'] ?? 300);
const DRAW = process.env['RUNS'] === undefined ? { numRuns: RUNS, seed: 20261121 } : { numRuns: RUNS };

describe('the grounds of a verdict', { timeout: 60_000 + RUNS * 100 }, () => {
  test('suffice: with them alone it is decided, whatever the other answers are', () => {
    let seen = 0;
    fc.assert(
      fc.property(
        catalogue,
        answers(3),
        fc.array(fc.nat(9999), { minLength: 12, maxLength: 12 }),
        (published, given, seeds) => {
          for (const [place, clause] of run(published, given).entries()) {
            if (clause.verdict === undefined || clause.verdict === 'undetermined') continue;
            seen += 1;
            const alone = cited(clause, given);
            for (const seed of seeds)
              expect(run(published, completed(alone, seed))[place]?.verdict).toBe(clause.verdict);
          }
        },
      ),
      DRAW,
    );
    expect(seen).toBeGreaterThan(RUNS / 2);
  });

  test('are needed: without any one of them the verdict is open', () => {
    let seen = 0;
    fc.assert(
      fc.property(catalogue, answers(3), (published, given) => {
        for (const [place, clause] of run(published, given).entries()) {
          const alone = cited(clause, given);
          for (const { fact } of clause.grounds) {
            seen += 1;
            expect(run(bare(published), without(alone, fact))[place]?.verdict, fact).toBe('undetermined');
          }
        }
      }),
      DRAW,
    );
    expect(seen).toBeGreaterThan(RUNS / 2);
  });

  test('are answers of the applicant; there are none where the verdict is open', () => {
    fc.assert(
      fc.property(catalogue, answers(3), (published, given) => {
        for (const { grounds, verdict } of run(published, given)) {
          if (verdict === 'undetermined') expect(grounds).toEqual([]);
          for (const { fact, value } of grounds) expect(value).toBe(given[fact]);
        }
      }),
      DRAW,
    );
  });
});
