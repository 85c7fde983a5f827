import type { Dictionary, Subject } from '../../clauses/index.ts';
import type { FormProblem } from '../wording/problems.ts';
import { type FormState, itemField } from './fields.ts';

type Values = FormState['values'];

/** The items of one list, as a form names them. */
export interface ListedItems {
  /** The numbers of the items, in the order in which the form names them first. */
  readonly numbers: ReadonlySet<number>;
  /** The first field of every item. */
  readonly firstFields: ReadonlyMap<number, string>;
  /** The items that have some text. */
  readonly filled: ReadonlySet<number>;
  /** The fields that have some text in any item. */
  readonly filledFields: ReadonlySet<string>;
}

const NO_ITEMS: ListedItems = {
  numbers: new Set(),
  firstFields: new Map(),
  filled: new Set(),
  filledFields: new Set(),
};

/** A cache by the values of a form, which never change: a page asks for the items of a list once for each question. */
const cache = new WeakMap<Values, ReadonlyMap<string, ListedItems>>();

/** The items of a list. The names of a form are read once for all its lists. */
export function itemsOf(values: Values, { id }: Pick<Subject, 'id'>): ListedItems {
  const known = cache.get(values) ?? readItems(values);
  cache.set(values, known);
  return known.get(id) ?? NO_ITEMS;
}

function readItems(values: Values): ReadonlyMap<string, ListedItems> {
  const lists = new Map<string, ItemsRead>();
  for (const [name, text] of values) {
    const list = name.slice(0, Math.max(0, name.indexOf('.')));
    const at = itemField(name, list);
    if (at === undefined) continue;
    const found = lists.get(list) ?? emptyList();
    lists.set(list, found);
    found.numbers.add(at.number);
    if (!found.firstFields.has(at.number)) found.firstFields.set(at.number, name);
    if (text === '') continue;
    found.filled.add(at.number);
    found.filledFields.add(at.field);
  }
  return lists;
}

/** {@link ListedItems} while they are read. */
interface ItemsRead extends ListedItems {
  readonly numbers: Set<number>;
  readonly firstFields: Map<number, string>;
  readonly filled: Set<number>;
  readonly filledFields: Set<string>;
}

function emptyList(): ItemsRead {
  return { numbers: new Set(), firstFields: new Map(), filled: new Set(), filledFields: new Set() };
}

/** How many items of a list a form has, at most as many as the list may have. Empty items count, for browsers send them. */
export function itemCount(values: Values, list: Subject): number {
  return Math.min(itemsOf(values, list).numbers.size, list.maxItems);
}

/** A form whose items are numbered from 1 without a gap, and the items that were not. */
export interface ItemsInRow {
  readonly values: Values;
  readonly problems: readonly FormProblem[];
}

/**
 * Closes the gaps between the items of each list: an item is made only where the form names it, never because a later
 * one is named. The first item after each gap is reported under its new number, `given` the one that it had.
 */
export function closeGaps({ subjects }: Dictionary, values: Values): ItemsInRow {
  const problems: FormProblem[] = [];
  const renumbered = new Map<string, ReadonlyMap<number, number>>();
  for (const list of subjects.filter((subject) => subject.list)) {
    const numbers = [...itemsOf(values, list).numbers].sort((a, b) => a - b);
    if (numbers.at(-1) === numbers.length || numbers.length === 0) continue;
    renumbered.set(list.id, new Map(numbers.map((number, index) => [number, index + 1])));
    for (const [index, number] of numbers.entries())
      if (number > (numbers[index - 1] ?? 0) + 1)
        problems.push({ code: 'itemsBefore', name: `${list.id}.${index + 1}`, given: String(number) });
  }
  if (problems.length === 0) return { values, problems };
  const moved = [...values].map(([name, text]) => [newName(name, renumbered), text] as const);
  return { values: new Map(moved), problems };
}

function newName(name: string, renumbered: ReadonlyMap<string, ReadonlyMap<number, number>>): string {
  const list = name.slice(0, Math.max(0, name.indexOf('.')));
  const at = itemField(name, list);
  const number = at && renumbered.get(list)?.get(at.number);
  return at === undefined || number === undefined ? name : `${list}.${number}.${at.field}`;
}
