/**
 * What clauses are made of when a programmer writes them for speed alone, with the same meaning: three-valued
 * conditions, and amounts as the interval over everything unknown and every reading that the text leaves open. No
 * explanation, no missing facts, no text: the limit of what can be. What the authority judges is taken as met.
 */
export type Truth = boolean | 'unknown';

/** In fen; without limit `Infinity`. An unknown sum is from 0 to `Infinity`. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

/** The pair is there where the clause may be met and the text has a figure. */
export interface ByHand {
  readonly met: Truth;
  readonly least?: Range;
  readonly most?: Range;
}

/** A list; of an unknown one the item that stands for up to `times` of them. */
export interface List<Item> {
  readonly known: boolean;
  readonly items: readonly Item[];
  readonly times: number;
}

/** Whether any of several is met, and what those that are met come to. */
export interface Sum extends Range {
  readonly met: Truth;
}

export const YUAN = 100;
export const WAN = 10_000 * YUAN;
export const NOT_MET: ByHand = { met: false };
const NOTHING: Range = { min: 0, max: 0 };

export function and(a: Truth, b: Truth, c: Truth = true, d: Truth = true): Truth {
  if (a === false || b === false || c === false || d === false) return false;
  return a === true && b === true && c === true && d === true ? true : 'unknown';
}

export function or(a: Truth, b: Truth, c: Truth = false, d: Truth = false): Truth {
  if (a === true || b === true || c === true || d === true) return true;
  return a === false && b === false && c === false && d === false ? false : 'unknown';
}

export function not(a: Truth): Truth {
  return a === 'unknown' ? a : !a;
}

export function atLeast({ min, max }: Range, threshold: number): Truth {
  return min >= threshold ? true : max < threshold ? false : 'unknown';
}

/** Whether a choice is one of the options from the first to the last, counted from 0. */
export function isAmong(option: number | 'unknown', first: number, last: number): Truth {
  return option === 'unknown' ? option : option >= first && option <= last;
}

export function point(fen: number): Range {
  return { min: fen, max: fen };
}

export function plus(a: Range, b: Range): Range {
  return { min: a.min + b.min, max: a.max + b.max };
}

/** Of what is not negative; nothing of anything is nothing. */
export function times(a: Range, b: Range): Range {
  return { min: a.min * b.min, max: a.max === 0 || b.max === 0 ? 0 : a.max * b.max };
}

export function capped({ min, max }: Range, cap: number): Range {
  return { min: Math.min(cap, min), max: Math.min(cap, max) };
}

/** Whole per cent of a sum, rounded down to the fen. */
export function share({ min, max }: Range, percent: number): Range {
  return { min: percentOf(min, percent), max: percentOf(max, percent) };
}

/** One end of a share. */
export function percentOf(sum: number, percent: number): number {
  return sum === Number.POSITIVE_INFINITY ? sum : Math.floor((sum * percent) / 100);
}

/** An award whose figure the text fixes. */
export function fixed(met: Truth, range: Range): ByHand {
  return met === false ? NOT_MET : { met, least: range, most: range };
}

/** An award up to a figure, of which nothing is sure. */
export function upTo(met: Truth, range: Range): ByHand {
  return met === false ? NOT_MET : { met, least: NOTHING, most: range };
}

/** What stands whichever of two ways the text is read in. */
export function either(a: ByHand, b: ByHand): ByHand {
  const met = a.met === b.met ? a.met : 'unknown';
  if (a.least === undefined || a.most === undefined) return { ...b, met };
  if (b.least === undefined || b.most === undefined) return { ...a, met };
  return { met, least: hull(a.least, b.least), most: hull(a.most, b.most) };
}

function hull(a: Range, b: Range): Range {
  return { min: Math.min(a.min, b.min), max: Math.max(a.max, b.max) };
}

/** Whether some item is so; an unknown list may be empty. */
export function some<Item>({ known, items }: List<Item>, is: (item: Item) => Truth): Truth {
  let met: Truth = false;
  for (const item of items) met = or(met, is(item));
  return known ? met : met && 'unknown';
}

/** Whether there is an item at all. */
export function isAny({ known, items }: List<unknown>): Truth {
  return known ? items.length > 0 : 'unknown';
}

/** What the items that are met come to; where none is met for sure, at least the smallest of those that may be. */
export function sumOf<Item>(
  { known, items, times }: List<Item>,
  is: (item: Item) => Truth,
  paid: (item: Item) => Range,
): Sum {
  let met: Truth = false;
  let [sure, least, possible] = [0, Number.POSITIVE_INFINITY, 0];
  for (const item of items) {
    const one = is(item);
    if (one === false) continue;
    const { min, max } = paid(item);
    if (one === true) sure += min;
    least = Math.min(least, min);
    possible += max;
    met = or(met, one);
  }
  return {
    met: known ? met : met && 'unknown',
    min: met === true ? sure : least,
    max: possible === 0 ? 0 : possible * times,
  };
}
