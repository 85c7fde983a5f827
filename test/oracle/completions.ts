import type { FactDefinition } from '../../clauses/language/fact.ts';
import type { Reading } from '../../clauses/language/reading.ts';
import { yearOfDay } from './days.ts';
import type { Completion, Row } from './evaluator.ts';
import type { Fraction } from './fraction.ts';
import type { Points } from './points.ts';
import { readsOf, type World } from './world.ts';

/** Something open: each of its options is put into a completion. */
export interface Open {
  readonly name: string;
  readonly fact?: FactDefinition;
  /** Nobody can answer how a text is to be read. */
  readonly reading?: true;
  readonly options: readonly ((completion: Completion) => void)[];
  /** How many options there are, where it can be said without making them. */
  readonly count?: number;
}

/** A completion that only what is known has gone into. */
export function bareCompletion({ asOf, values, lists }: World): Completion {
  return { asOf, values: new Map(values), lists: new Map(lists), readings: new Map() };
}

/** Everything that the law of a world reads and nobody has answered. */
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

/** The readings that can be computed, each once, whoever carries it. */
export function readingsOf({ policy: { clauses, groups } }: Pick<World, 'policy'>): readonly Reading[] {
  const all = [...clauses, ...groups].flatMap((owner) => owner.readings);
  return [...new Map(all.map((reading) => [reading.id, reading])).values()].filter(
    ({ options }) => options.length > 0,
  );
}

function mostOf({ dictionary }: World, list: string): number {
  return dictionary.subjects.find(({ id }) => id === list)?.maxItems ?? 0;
}

/** A list of which there may be more answers than this is given a short one, and is never left open. */
const MANY = 1_000_000;

/** An unknown list: none, one, two … items, whatever they are; their order changes nothing. */
function openList(list: string, facts: readonly FactDefinition[], most: number, points: Points): Open {
  const kinds = facts.reduce((count, fact) => count * points(fact).length, 1);
  const lengths = Array.from({ length: most + 1 }, (_, length) => length);
  let made: Open['options'] | undefined;
  return {
    name: list,
    count: lengths.reduce((count, length) => count + multisetsOf(kinds, length), 0),
    get options() {
      made ??= lengths
        .filter((length) => multisetsOf(kinds, length) < MANY)
        .flatMap((length) => multisets(rowsOf(facts, points), length))
        .map(
          (rows) =>
            ({ lists: to }) =>
              to.set(list, rows),
        );
      return made;
    },
  };
}

/** Every item that may stand in a list. */
function rowsOf(facts: readonly FactDefinition[], points: Points): readonly Row[] {
  return facts.reduce<readonly Row[]>(
    (rows, fact) => rows.flatMap((row) => points(fact).map((point) => new Map(row).set(fact.id, point))),
    [new Map()],
  );
}

/** How many multisets of a length there are. */
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

/** How many completions there are. */
export function countOf(open: readonly Open[]): number {
  return open.reduce((product, { count, options }) => product * (count ?? options.length), 1);
}

/** Puts every combination of options into the completion, one after another, and hands it over. */
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
