import { expect, test } from 'vitest';
import { Effort } from '../../../clauses/evaluate/effort.ts';
import { evaluateClause } from '../../../clauses/evaluate/evaluate.ts';
import { situation } from '../../../clauses/evaluate/situation.ts';
import { check, prepareCatalogues } from '../../../clauses/index.ts';
import { catalogueOf, clause, perItem } from '../tiny-clauses.ts';
import { dictionary } from '../tiny-dictionary.ts';

/** A search over many answers stops at the same point for the same input. */
function spend(effort: Effort, count: number): void {
  for (let index = 0; index < count; index += 1) effort.count();
}

test('is used up with its budget, and never without one', () => {
  const effort = new Effort();
  spend(effort, 1000);
  expect(effort.isOver).toBe(false);
  const seen = effort.within(3, () =>
    [1, 2, 3].map(() => {
      effort.count();
      return effort.isOver;
    }),
  );
  expect(seen).toEqual([false, false, true]);
  expect(effort.isOver).toBe(false);
});

test('a nested run spends no more than the run around it', () => {
  const effort = new Effort();
  const seen = effort.within(2, () =>
    effort.within(10, () => {
      spend(effort, 2);
      return effort.isOver;
    }),
  );
  expect(seen).toBe(true);
});

test('later runs get what a share does not need', () => {
  const effort = new Effort();
  spend(effort, 5);
  const allowed = (): number => {
    let count = 0;
    for (; !effort.isOver; count += 1) effort.count();
    return count;
  };
  expect(
    effort.within(12, () => [effort.share(3, allowed), effort.share(2, () => 0), effort.share(1, allowed)]),
  ).toEqual([4, 0, 8]);
});

/** The budget that each clause of a check uses up, after this much was spent before. */
function shares(...spends: readonly number[]): readonly number[] {
  const found: number[] = [];
  const clauses = spends.map((_, index) => clause(`${index}`));
  check(prepareCatalogues(dictionary, [catalogueOf(clauses)]), {
    answers: { values: new Map(), lists: new Map() },
    asOf: '2024-01-01',
    jurisdiction: 'town',
    gaps: ({ effort }) => {
      const left = found.length;
      let count = 0;
      for (const most = spends[left] ?? 0; count < most && !effort.isOver; count += 1) effort.count();
      found.push(count);
      return [];
    },
  });
  return found;
}

test('a check shares its budget among its clauses, and the others get what one does not need', () => {
  const everything = Number.POSITIVE_INFINITY;
  expect(shares(everything)).toEqual([150_000]);
  expect(shares(everything, everything)).toEqual([75_000, 75_000]);
  expect(shares(50_000, everything)).toEqual([50_000, 100_000]);
});

test('every item and every payment counts', () => {
  const one = prepareCatalogues(dictionary, [catalogueOf([clause('a', perItem)])]).clauses.get('town/1#a');
  const spent = (items: number): number => {
    const { layout } = prepareCatalogues(dictionary, []);
    const lists = new Map([['items', Array.from({ length: items }, () => new Map())]]);
    const state = situation(layout, { values: new Map(), lists }, 0);
    let count = 0;
    state.effort.count = () => {
      count += 1;
    };
    if (one) evaluateClause(state, one);
    return count;
  };
  expect([spent(0), spent(1), spent(2)]).toEqual([0, 2, 4]);
});
