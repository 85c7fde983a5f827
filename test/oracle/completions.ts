import type { FactDefinition } from '../../clauses/language/fact.ts';
import type { Reading } from '../../clauses/language/reading.ts';
import { yearOfDay } from './days.ts';
import type { Completion, Row } from './evaluator.ts';
import type { Fraction } from './fraction.ts';
import type { Points } from './points.ts';
import { readsOf, type World } from './world.ts';

/** An unknown: each of its options is put into a completion. */
export interface Open {
  readonly name: string;
  readonly fact?: FactDefinition;
  /** Whether it is an open reading, which no applicant can answer. */
  readonly reading?: true;
  readonly options: readonly ((completion: Completion) => void)[];
  /** The number of options, where it is known without creating them. */
  readonly count?: number;
}

/** The completion of a world before any unknown is set. */
export function bareCompletion({ asOf, values, lists }: World): Completion {
  return { asOf, values: new Map(values), lists: new Map(lists), readings: new Map(), endless: new Set() };
}

/** All unknowns that the law of a world reads. */
export function openOf(world: World, points: Points): readonly Open[] {
  const reads = readsOf(world, yearOfDay(world.asOf));
  const values = [...reads.values]
    .filter(([name]) => !world.values.has(name))
    .map(
      ([name, fact]): Open => ({
        name,
        fact,
        options: points(fact).map(
          (point) =>
            ({ values: to }) =>
              to.set(name, point),
        ),
      }),
    );
  const lists = [...reads.lists].flatMap(([list, facts]): readonly Open[] => {
    const rows = world.lists.get(list);
    if (rows === undefined) return [openList(list, facts, mostOf(world, list), points)];
    return rows.flatMap((row, index) => openItem(list, row, index, facts, points));
  });
  const readings = readingsOf(world).map(
    ({ id, options }): Open => ({
      name: id,
      reading: true,
      options: options.map(
        (_, index) =>
          ({ readings: to }) =>
            to.set(id, index),
      ),
    }),
  );
  return [...values, ...lists, ...readings];
}

/** The readings that can be computed, without duplicates. */
export function readingsOf({ policy: { clauses, groups } }: Pick<World, 'policy'>): readonly Reading[] {
  const all = [...clauses, ...groups].flatMap((owner) => owner.readings);
  return [...new Map(all.map((reading) => [reading.id, reading])).values()].filter(
    ({ options }) => options.length > 0,
  );
}

function mostOf({ dictionary }: World, list: string): number {
  return dictionary.subjects.find(({ id }) => id === list)?.maxItems ?? 0;
}

/** Lengths of an unknown list with more combinations than this are skipped. */
const MANY = 1_000_000;

/**
 * An unknown list: every multiset of up to `most` items, as it is and with each of them any number of times; their order
 * does not matter.
 */
function openList(list: string, facts: readonly FactDefinition[], most: number, points: Points): Open {
  const kinds = facts.reduce((count, fact) => count * points(fact).length, 1);
  const lengths = Array.from({ length: most + 1 }, (_, length) => length);
  let made: Open['options'] | undefined;
  return {
    name: list,
    count: lengths.reduce((count, length) => count + multisetsOf(kinds, length) * (length > 0 ? 2 : 1), 0),
    get options() {
      made ??= lengths
        .filter((length) => multisetsOf(kinds, length) < MANY)
        .flatMap((length) => multisets(rowsOf(facts, points), length))
        .flatMap((rows) => (rows.length > 0 ? [false, true] : [false]).map((endless) => ({ rows, endless })))
        .map(({ rows, endless }) => (completion: Completion) => {
          completion.lists.set(list, rows);
          if (endless) completion.endless.add(list);
          else completion.endless.delete(list);
        });
      return made;
    },
  };
}

/** Every possible item of a list. */
function rowsOf(facts: readonly FactDefinition[], points: Points): readonly Row[] {
  return facts.reduce<readonly Row[]>(
    (rows, fact) => rows.flatMap((row) => points(fact).map((point) => new Map(row).set(fact.id, point))),
    [new Map()],
  );
}

/** The number of multisets of a length. */
function multisetsOf(kinds: number, length: number): number {
  return length === 0 ? 1 : (multisetsOf(kinds, length - 1) * (kinds + length - 1)) / length;
}

function multisets(kinds: readonly Row[], length: number): readonly (readonly Row[])[] {
  if (length === 0) return [[]];
  return kinds.flatMap((kind, index) =>
    multisets(kinds.slice(index), length - 1).map((rest) => [kind, ...rest]),
  );
}

function openItem(
  list: string,
  row: Row,
  index: number,
  facts: readonly FactDefinition[],
  points: Points,
): readonly Open[] {
  const setter = (fact: FactDefinition, point: Fraction) => (completion: Completion) => {
    const rows = [...(completion.lists.get(list) ?? [])];
    rows[index] = new Map(rows[index]).set(fact.id, point);
    completion.lists.set(list, rows);
  };
  return facts
    .filter(({ id }) => !row.has(id))
    .map((fact) => ({
      name: `${list}.${index}.${fact.id}`,
      fact,
      options: points(fact).map((point) => setter(fact, point)),
    }));
}

/** The number of completions. */
export function countOf(open: readonly Open[]): number {
  return open.reduce((product, { count, options }) => product * (count ?? options.length), 1);
}

/** Visits the completion with every combination of options, one after another. */
export function forEachCompletion(
  open: readonly Open[],
  completion: Completion,
  visit: (completion: Completion) => void,
): void {
  const [first, ...rest] = open;
  if (first === undefined) return visit(completion);
  for (const option of first.options) {
    option(completion);
    forEachCompletion(rest, completion, visit);
  }
}
