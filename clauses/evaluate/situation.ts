import type { Answers } from '../answers/answers.ts';
import type { Dictionary, FactDefinition } from '../language/fact.ts';
import { gridOf } from '../language/grid.ts';
import type { Reading } from '../language/reading.ts';
import { yearOf } from '../numbers/calendar.ts';
import { integer, ONE, parseRational, type Rational, ZERO } from '../numbers/exact.ts';
import { type Interval, point } from '../numbers/interval.ts';
import { Effort } from './effort.ts';

/**
 * Where one variable lives: a fact, or an open reading of the text. A fact of a list has one value for each item.
 */
export interface Slot {
  readonly index: number;
  /** Flat id: `enterprise.aboveScale`, `projects.equipmentCost`, or a reading's full id. */
  readonly id: string;
  /** A `series` has no one value and is never split into cases; so it is with how many items a list has. */
  readonly kind: 'number' | 'option' | 'series';
  /** Index of the list; of none for the applicant as a whole. */
  readonly list: number | undefined;
  readonly name: string;
  /** Every value that the variable can take while it is unknown. */
  readonly range: Interval;
  /** The grid of a number: 1/100 for money. */
  readonly step: Rational;
  readonly reading: boolean;
}

export interface ListSlot {
  readonly index: number;
  readonly id: string;
  readonly maxItems: number;
}

/** All variables that the clauses of a chain can read. */
export interface Layout {
  readonly slots: readonly Slot[];
  /** By slot: what it can be while nothing is known. */
  readonly ranges: readonly Interval[];
  readonly lists: readonly ListSlot[];
  readonly facts: ReadonlyMap<string, Slot>;
  readonly subjects: ReadonlyMap<string, ListSlot>;
}

/**
 * The state that quantities and conditions are evaluated in. It is mutable so that completions can be tried in place:
 * every change is undone by whoever made it.
 */
export interface Situation {
  readonly layout: Layout;
  /** By slot; slots of lists are unused here. */
  readonly values: Interval[];
  /** By list, item and slot; an unknown list has one item of which nothing is known. */
  readonly rows: readonly (readonly Interval[][])[];
  readonly known: readonly boolean[];
  /** The item that each list stands at. */
  readonly cursor: number[];
  readonly years: ReadonlyMap<string, Rational>;
  /** What was found in them: empty again when a year is changed. */
  readonly yearly: Map<string, Interval>;
  /** Year of the as-of date. */
  readonly year: number;
  /** The as-of date as a day number. */
  readonly day: number;
  readonly effort: Effort;
  /** What authority conditions are taken to be: met, or not yet decided. */
  authority: boolean;
}

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

/** A reading by its option, or how many items a list has. */
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

/** The situation of an applicant at the as-of date (a day number), authority conditions taken as met. */
export function situation(layout: Layout, answers: Answers, day: number): Situation {
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
    effort: new Effort(),
    authority: true,
  };
}

/** By slot: what is given, and the whole range of everything else. */
function intervalsOf(layout: Layout, values: ReadonlyMap<string, Rational>): Interval[] {
  const cells = layout.ranges.slice();
  for (const [id, value] of values) assign(layout, cells, id, value);
  return cells;
}

function assign({ facts }: Layout, cells: Interval[], id: string, value: Rational): void {
  const slot = facts.get(id);
  if (slot !== undefined) cells[slot.index] = point(value);
}

/** The array that holds a slot's value now. */
export function cellsOf(state: Situation, slot: Slot): Interval[] {
  if (slot.list === undefined) return state.values;
  return state.rows[slot.list]?.[state.cursor[slot.list] ?? 0] ?? [];
}

/** Whether a slot holds one value for all items of an unknown list: it may not be split, for they can differ. */
export function isSharedByItems(state: Situation, { list }: Slot): boolean {
  return list !== undefined && !state.known[list];
}

export function currentValue(state: Situation, slot: Slot): Interval {
  return cellsOf(state, slot)[slot.index] ?? slot.range;
}

/** How many items of a list are given; of an unknown one, the one that stands for all. */
export function itemCount({ rows }: Situation, list: ListSlot): number {
  return rows[list.index]?.length ?? 0;
}

/** The list that a variable belongs to. */
export function listOf({ layout }: Situation, { list }: Slot): ListSlot | undefined {
  return list === undefined ? undefined : layout.lists[list];
}

/** Runs `each` for every item of a list with the list standing there, then puts the list back; once without a list. */
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
    state.effort.note();
    each(item);
  }
  state.cursor[list.index] = before;
}

/** The flat name of a variable as it is asked for: the list itself while the list is unknown. */
export function flatName(state: Situation, slot: Slot): string {
  const list = listOf(state, slot);
  if (list === undefined) return slot.id;
  return state.known[list.index] ? `${list.id}.${(state.cursor[list.index] ?? 0) + 1}.${slot.name}` : list.id;
}
