import fc from 'fast-check';
import { expect, test } from 'vitest';
import { combinationOf } from '../../../clauses/explain.ts';
import {
  type CheckResult,
  type Clause,
  check,
  type Group,
  prepareCatalogues,
} from '../../../clauses/index.ts';

const POLICY = 'town/1';
const NAMES = ['one', 'two', 'three', 'four', 'five'].map((name) => `${POLICY}#${name}`);
/** Sets that are nested or apart, the inner ones first. */
const SETS = [NAMES.slice(0, 2), NAMES.slice(0, 3), NAMES.slice(3, 5), NAMES];

interface World {
  readonly amounts: readonly { readonly least: number; readonly most: number }[];
  /** For each of the sets: nothing, a group, or a joint limit of so many yuan. */
  readonly ties: readonly ('none' | 'group' | number)[];
}

const number = (value: number) => ({ op: 'number' as const, value: String(value), text: String(value) });

function award(id: string, { least, most }: World['amounts'][number]): Clause {
  return {
    id,
    kind: 'award',
    title: id,
    citation: '',
    administrators: [],
    topics: [],
    award: { form: 'money', schedule: [], least: number(least), most: number(most) },
    limits: [],
    readings: [],
    undertakings: [],
    sentences: [],
  };
}

function jointLimit(id: string, over: readonly string[], amount: number): Clause {
  const { award: _, ...clause } = award(id, { least: 0, most: 0 });
  const limit = {
    type: 'cap',
    amount: number(amount),
    over,
    apply: 'jointly',
    per: 'firm',
    period: 'year',
  } as const;
  return { ...clause, kind: 'limit', limits: [limit] };
}

function published({ amounts, ties }: World): {
  readonly clauses: readonly Clause[];
  readonly groups: readonly Group[];
} {
  const awards = amounts.map((amount, place) => award(NAMES[place] ?? '', amount));
  const limits = ties.flatMap((tie, place) =>
    typeof tie === 'number' ? [jointLimit(`${POLICY}#limit-${place}`, SETS[place] ?? [], tie)] : [],
  );
  const groups = ties.flatMap((tie, place) =>
    tie === 'group' ? [group(`${POLICY}#group-${place}`, SETS[place] ?? [])] : [],
  );
  return { clauses: [...awards, ...limits], groups };
}

function group(id: string, clauses: readonly string[]): Group {
  return { id, type: 'exclusive', title: '', citation: '', clauses, readings: [] };
}

function checkOf(
  clauses: readonly Clause[],
  groups: readonly Group[],
  only = clauses.map(({ id }) => id),
): CheckResult {
  const policy = { id: POLICY, title: '', documentNumber: null, dates: {}, clauses, groups };
  const catalogue = { api: 1 as const, jurisdiction: 'town', hash: 'sha256-0', policies: [policy] };
  return check(prepareCatalogues({ subjects: [], facts: [] }, [catalogue]), {
    answers: { values: new Map(), lists: new Map() },
    asOf: '2024-01-01',
    jurisdiction: 'town',
    clauses: only,
    combination: combinationOf,
  });
}

function run(world: World, taken: readonly string[]): CheckResult {
  const { clauses, groups } = published(world);
  return checkOf(clauses, groups, [...taken]);
}

/** Whether a set is lawful, computed from the sets alone: of a group it may only contain clauses of one part. */
function isLawful(taken: readonly string[], { ties }: World): boolean {
  return ties.every((tie, place) => {
    if (tie !== 'group') return true;
    const set = SETS[place] ?? [];
    const inner = SETS.filter(
      (other, index) => index < place && ties[index] !== 'none' && other.every((id) => set.includes(id)),
    );
    const parts = new Set(
      taken
        .filter((id) => set.includes(id))
        .map((id) => inner.findLast((part) => part.includes(id))?.join() ?? id),
    );
    return parts.size < 2;
  });
}

function lawfulSums(world: World): readonly number[] {
  const subsets = Array.from({ length: 2 ** NAMES.length }, (_, bits) =>
    NAMES.filter((_id, place) => (bits >> place) & 1),
  );
  return subsets
    .filter((taken) => isLawful(taken, world))
    .map((taken) => Number(run(world, taken).totals.granted.min));
}

const amount = fc.integer({ min: 1, max: 9 });
const worlds = fc.record({
  amounts: fc.tuple(...NAMES.map(() => amount.map((sum) => ({ least: sum, most: sum })))),
  ties: fc.tuple(
    ...SETS.map(() => fc.oneof(fc.constant('none' as const), fc.constant('group' as const), amount)),
  ),
});

const RUNS = Number(process.env['RUNS'] ?? 300);
const DRAW = process.env['RUNS'] === undefined ? { numRuns: RUNS, seed: 20261121 } : { numRuns: RUNS };

test('the best set is lawful and no lawful set gives more', { timeout: 60_000 + RUNS * 100 }, () => {
  let chosen = 0;
  fc.assert(
    fc.property(worlds, (world) => {
      const { combination, totals } = run(world, NAMES);
      if (combination === undefined) throw new Error('no combination');
      const { best, runnerUp, sure, exact, choices } = combination;
      expect(isLawful(best.clauses, world)).toBe(true);
      expect(Number(best.granted.min)).toBe(Math.max(...lawfulSums(world)));
      expect(best.granted).toEqual(totals.granted);
      expect([sure, exact]).toEqual([true, true]);
      const left = new Set(choices.flatMap((choice) => choice.left));
      expect([...left].sort()).toEqual(NAMES.filter((id) => !best.clauses.includes(id)).sort());
      if (runnerUp === undefined) {
        expect(world.ties).not.toContain('group');
        return;
      }
      chosen += 1;
      expect(isLawful(runnerUp.clauses, world)).toBe(true);
      expect(runnerUp.clauses).not.toEqual(best.clauses);
      expect(Number(runnerUp.granted.min)).toBeLessThanOrEqual(Number(best.granted.min));
    }),
    DRAW,
  );
  expect(chosen).toBeGreaterThan(RUNS / 4);
});

test('the next best set is the best of those that differ in a choice', () => {
  const amounts = [20, 30, 25, 4, 7].map((sum) => ({ least: sum, most: sum }));
  const { combination } = run({ amounts, ties: ['none', 'group', 'group', 'none'] }, NAMES);
  expect(combination?.best).toMatchObject({
    clauses: [NAMES[1], NAMES[4]],
    granted: { min: '37.00', max: '37.00' },
  });
  expect(combination?.runnerUp).toMatchObject({
    clauses: [NAMES[1], NAMES[3]],
    granted: { min: '34.00', max: '34.00' },
  });
  expect(combination?.choices.map(({ left }) => left)).toEqual([[NAMES[3]], [NAMES[0], NAMES[2]]]);
});

test('it is not certain where the other set may give more', () => {
  const amounts = [
    { least: 20, most: 20 },
    { least: 0, most: 50 },
    ...[1, 1, 1].map((sum) => ({ least: sum, most: sum })),
  ];
  const { combination } = run({ amounts, ties: ['group', 'none', 'none', 'none'] }, NAMES);
  expect(combination?.best.clauses).toContain(NAMES[0]);
  expect(combination?.sure).toBe(false);
});

test('beyond the stated size it says that not every set was compared', () => {
  const pairs = Array.from({ length: 11 }, (_, pair) =>
    ['a', 'b'].map((side) => `${POLICY}#${side}-${pair}`),
  );
  const clauses = pairs.flat().map((id, place) => award(id, { least: place, most: place }));
  const limit = jointLimit(`${POLICY}#limit`, pairs.flat(), 1000);
  const groups = pairs.map((ids, pair) => group(`${POLICY}#pair-${pair}`, ids));
  const { combination, totals } = checkOf([...clauses, limit], groups);
  expect(combination).toMatchObject({ exact: false, best: { granted: totals.granted } });
  expect(totals.granted.min).toBe('121.00');
});
