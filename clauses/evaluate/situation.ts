import type { Answers } from '../answers/answers.ts';
import type { Dictionary, FactDefinition } from '../language/fact.ts';
import { gridOf } from '../language/grid.ts';
import type { Reading } from '../language/reading.ts';
import { yearOf } from '../numbers/calendar.ts';
import { integer, ONE, parseRational, type Rational, ZERO } from '../numbers/exact.ts';
import { type Interval, point } from '../numbers/interval.ts';
import { Effort } from './effort.ts';

/**
 * A variable: a fact, an open reading of the text, or the number of items of a list. A fact of a list has one value for
 * each item.
 */
export interface Slot {
  /** Its position in the layout, 0-based. */
  readonly index: number;
  /** Flat id: `enterprise.aboveScale`, `projects.equipmentCost`, or a reading's full id. */
  readonly id: string;
  /** A `series` has no single value and is never split into cases. The number of items of a list counts as one. */
  readonly kind: 'number' | 'option' | 'series';
  /** Index of the list; `undefined` for the applicant as a whole. */
  readonly list: number | undefined;
  readonly name: string;
  /** Every value that it can take while it is unknown, in base units. */
  readonly range: Interval;
  /** The grid of a number: 1/100 for money. */
  readonly step: Rational;
  /** Whether it is an open reading. */
  readonly reading: boolean;
}

/** A list of items: projects, contracts. */
export interface ListSlot {
  readonly index: number;
  readonly id: string;
  readonly maxItems: number;
}

/** All variables that the clauses of a check can read. */
export interface Layout {
  readonly slots: readonly Slot[];
  /** By slot: its range. */
  readonly ranges: readonly Interval[];
  readonly lists: readonly ListSlot[];
  /** By id: facts, readings and lists. */
  readonly facts: ReadonlyMap<string, Slot>;
  /** Lists by id. */
  readonly subjects: ReadonlyMap<string, ListSlot>;
}

/**
 * The state in which quantities and conditions are evaluated. It is mutable, so that completions can be tried in place;
 * who changes it restores it.
 */
export interface Situation {
  readonly layout: Layout;
  /** By slot: its current interval; unused for facts of lists. */
  readonly values: Interval[];
  /** By list, item and slot. An unknown list has one item of which nothing is known. */
  readonly rows: readonly (readonly Interval[][])[];
  /** By list: whether its items are known. */
  readonly known: readonly boolean[];
  /** By list: the current item, 0-based. */
  readonly cursor: number[];
  /** Answers by flat name, among them the years of series. */
  readonly years: ReadonlyMap<string, Rational>;
  /** A cache of values of series; cleared when `years` changes. */
  readonly yearly: Map<string, Interval>;
  /** Year of the as-of date. */
  readonly year: number;
  /** The as-of date as a day number. */
  readonly day: number;
  /** How much has been evaluated. */
  readonly effort: Effort;
  /** Whether conditions that the authority judges are taken as met. */
  authority: boolean;
  /** What is assumed in order to find out why a figure has no upper end. */
  readonly assumed: Assumptions;
}

/** Assumptions about what is unknown. */
export interface Assumptions {
  /** No unanswered number goes beyond some bound. */
  readonly boundedNumbers: boolean;
  /** An unknown list has no more items than some bound. */
  readonly boundedLists: boolean;
}

const NOTHING_ASSUMED: Assumptions = { boundedNumbers: false, boundedLists: false };

/** The layout of a dictionary and the readings of the clauses. */
export function layOut(dictionary: Dictionary, readings: readonly Reading[]): Layout {
  const lists = dictionary.subjects
    .filter((subject) => subject.list)
    .map(({ id, maxItems }, index): ListSlot => ({ index, id, maxItems }));
  const subjects = new Map(lists.map((list) => [list.id, list]));
  const slots = [
    ...dictionary.facts.map((fact) => factSlot(fact, subjects.get(fact.subject))),
    ...readings.map(({ id, name, options }) => countedSlot(id, name, options.length - 1, true)),
    ...lists.map(({ id, maxItems }) => countedSlot(id, id, maxItems, false)),
  ].map((slot, index): Slot => ({ ...slot, index }));
  const ranges = slots.map((slot) => slot.range);
  return { slots, ranges, lists, subjects, facts: new Map(slots.map((slot) => [slot.id, slot])) };
}

function factSlot(fact: FactDefinition, list: ListSlot | undefined): Omit<Slot, 'index'> {
  const { id, name, type } = fact;
  const options = type === 'yesNo' ? 2 : (fact.options?.length ?? 0);
  return {
    id,
    kind: type === 'series' ? type : options > 0 ? 'option' : 'number',
    list: list?.index,
    name,
    range: options > 0 ? upTo(options - 1) : { min: bound(fact.min), max: bound(fact.max) },
    step: gridOf(fact),
    reading: false,
  };
}

/** A reading, whose value is the index of its option, or the number of items of a list. */
function countedSlot(id: string, name: string, most: number, reading: boolean): Omit<Slot, 'index'> {
  const kind = reading ? 'option' : 'series';
  return { id, kind, list: undefined, name, range: upTo(most), step: ONE, reading };
}

function upTo(most: number): Interval {
  return { min: ZERO, max: integer(most) };
}

function bound(text: string | undefined): Rational | null {
  return text === undefined ? null : (parseRational(text) ?? null);
}

/**
 * The state of an applicant's answers at the as-of date (a day number), authority conditions taken as met. `mostWork` is
 * how many items and payments may be evaluated; absent means any number.
 */
export function situation(layout: Layout, answers: Answers, day: number, mostWork?: number): Situation {
  const values = intervalsOf(layout, answers.values);
  for (const [id, { length }] of answers.lists) assign(layout, values, id, integer(length));
  const rows = layout.lists.map(
    ({ id }) => answers.lists.get(id)?.map((item) => intervalsOf(layout, item)) ?? [layout.ranges.slice()],
  );
  return {
    layout,
    values,
    rows,
    known: layout.lists.map(({ id }) => answers.lists.has(id)),
    cursor: [],
    years: answers.values,
    yearly: new Map(),
    year: yearOf(day),
    day,
    effort: new Effort(mostWork),
    authority: true,
    assumed: NOTHING_ASSUMED,
  };
}

/** By slot: the answer, or the range where there is none. */
function intervalsOf(layout: Layout, values: ReadonlyMap<string, Rational>): Interval[] {
  const cells = layout.ranges.slice();
  for (const [id, value] of values) assign(layout, cells, id, value);
  return cells;
}

function assign({ facts }: Layout, cells: Interval[], id: string, value: Rational): void {
  const slot = facts.get(id);
  if (slot !== undefined) cells[slot.index] = point(value);
}

/** The array with the current interval of a slot, at the slot's index. */
export function cellsOf(state: Situation, slot: Slot): Interval[] {
  if (slot.list === undefined) return state.values;
  return state.rows[slot.list]?.[state.cursor[slot.list] ?? 0] ?? [];
}

/** Whether a slot represents all items of an unknown list. It may not be split, because the items can differ. */
export function isSharedByItems(state: Situation, { list }: Slot): boolean {
  return list !== undefined && !state.known[list];
}

/** The current interval of a slot. */
export function currentValue(state: Situation, slot: Slot): Interval {
  return cellsOf(state, slot)[slot.index] ?? slot.range;
}

/** The number of items of a list; 1 for an unknown list, whose one item represents all. */
export function itemCount({ rows }: Situation, list: ListSlot): number {
  return rows[list.index]?.length ?? 0;
}

/** The most items of an unknown list: how many can be entered does not limit how many an applicant has, so any number. */
export function mostItems({ assumed }: Situation): number {
  return assumed.boundedLists ? ENOUGH_ITEMS : Number.POSITIVE_INFINITY;
}

/** More than every number of items that a text names. */
const ENOUGH_ITEMS = 1_000_000;

/** The list that a variable belongs to; `undefined` for the applicant as a whole. */
export function listOf({ layout }: Situation, { list }: Slot): ListSlot | undefined {
  return list === undefined ? undefined : layout.lists[list];
}

/** Runs `each` for every item of a list (0-based) with the cursor at it, then restores the cursor; once without a list. */
export function forEachItem(
  state: Situation,
  list: ListSlot | undefined,
  each: (item: number) => void,
): void {
  if (list === undefined) return each(0);
  const before = state.cursor[list.index] ?? 0;
  const count = itemCount(state, list);
  for (let item = 0; item < count; item += 1) {
    state.cursor[list.index] = item;
    state.effort.count();
    each(item);
  }
  state.cursor[list.index] = before;
}

/** The flat name of a variable at the current item, items from 1: `projects.1.cost`; the list's id while it is unknown. */
export function flatName(state: Situation, slot: Slot): string {
  const list = listOf(state, slot);
  if (list === undefined) return slot.id;
  return state.known[list.index] ? `${list.id}.${(state.cursor[list.index] ?? 0) + 1}.${slot.name}` : list.id;
}
