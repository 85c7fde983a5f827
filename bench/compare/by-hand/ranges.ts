/**
 * Building blocks of clauses that a programmer writes for speed alone, with the same meaning as ours: three-valued
 * conditions, and amounts as ranges over all unknown facts and all open readings. They give no explanation and no missing
 * facts, so they show the best speed possible. Conditions that the authority judges count as met.
 */
export type Truth = boolean | 'unknown';

/** A range in fen; `Infinity` is no upper limit. An unknown sum is from 0 to `Infinity`. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

/** The result of a clause. `least` and `most` are present when the clause may be met and the text states an amount. */
export interface ByHand {
  readonly met: Truth;
  readonly least?: Range;
  readonly most?: Range;
}

/** A list. An unknown list has one unknown item that represents up to `times` items. */
export interface List<Item> {
  readonly known: boolean;
  readonly items: readonly Item[];
  readonly times: number;
}

/** Whether any of several items is met, and the sum of those that are. */
export interface Sum extends Range {
  readonly met: Truth;
}

/** Fen in a yuan. */
export const YUAN = 100;
/** Fen in 万元. */
export const WAN = 10_000 * YUAN;
/** The result of a clause that is not met. */
export const NOT_MET: ByHand = { met: false };
const NOTHING: Range = { min: 0, max: 0 };

/** Kleene's conjunction. */
export function and(a: Truth, b: Truth, c: Truth = true, d: Truth = true): Truth {
  if (a === false || b === false || c === false || d === false) return false;
  return a === true && b === true && c === true && d === true ? true : 'unknown';
}

/** Kleene's disjunction. */
export function or(a: Truth, b: Truth, c: Truth = false, d: Truth = false): Truth {
  if (a === true || b === true || c === true || d === true) return true;
  return a === false && b === false && c === false && d === false ? false : 'unknown';
}

/** Kleene's negation. */
export function not(a: Truth): Truth {
  return a === 'unknown' ? a : !a;
}

/** Whether a range reaches a threshold. */
export function atLeast({ min, max }: Range, threshold: number): Truth {
  return min >= threshold ? true : max < threshold ? false : 'unknown';
}

/** Whether a choice is one of the options from the first to the last, counted from 0. */
export function isAmong(option: number | 'unknown', first: number, last: number): Truth {
  return option === 'unknown' ? option : option >= first && option <= last;
}

/** The range of one value. */
export function point(fen: number): Range {
  return { min: fen, max: fen };
}

/** The sum of two ranges. */
export function plus(a: Range, b: Range): Range {
  return { min: a.min + b.min, max: a.max + b.max };
}

/** The product of two ranges that are not negative; 0 times `Infinity` is 0. */
export function times(a: Range, b: Range): Range {
  return { min: a.min * b.min, max: a.max === 0 || b.max === 0 ? 0 : a.max * b.max };
}

/** A range under a cap. */
export function capped({ min, max }: Range, cap: number): Range {
  return { min: Math.min(cap, min), max: Math.min(cap, max) };
}

/** A whole percentage of a range, rounded down to the fen. */
export function share({ min, max }: Range, percent: number): Range {
  return { min: percentOf(min, percent), max: percentOf(max, percent) };
}

/** A whole percentage of a sum, rounded down to the fen. */
export function percentOf(sum: number, percent: number): number {
  return sum === Number.POSITIVE_INFINITY ? sum : Math.floor((sum * percent) / 100);
}

/** An award whose amount the text fixes. */
export function fixed(met: Truth, range: Range): ByHand {
  return met === false ? NOT_MET : { met, least: range, most: range };
}

/** An award of at most some amount; nothing is guaranteed. */
export function upTo(met: Truth, range: Range): ByHand {
  return met === false ? NOT_MET : { met, least: NOTHING, most: range };
}

/** The combined result of two readings of the text. */
export function either(a: ByHand, b: ByHand): ByHand {
  const met = a.met === b.met ? a.met : 'unknown';
  if (a.least === undefined || a.most === undefined) return { ...b, met };
  if (b.least === undefined || b.most === undefined) return { ...a, met };
  return { met, least: hull(a.least, b.least), most: hull(a.most, b.most) };
}

function hull(a: Range, b: Range): Range {
  return { min: Math.min(a.min, b.min), max: Math.max(a.max, b.max) };
}

/** Whether some item meets a condition; an unknown list may be empty. */
export function some<Item>({ known, items }: List<Item>, is: (item: Item) => Truth): Truth {
  let met: Truth = false;
  for (const item of items) met = or(met, is(item));
  return known ? met : met && 'unknown';
}

/** Whether the list has an item. */
export function isAny({ known, items }: List<unknown>): Truth {
  return known ? items.length > 0 : 'unknown';
}

/** The sum over the items that are met. When no item is certainly met, the minimum is the smallest item that may be. */
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
