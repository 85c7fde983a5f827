import { upToTimes } from './arithmetic.ts';
import { add, compare, type Rational, ZERO } from './exact.ts';
import * as interval from './interval.ts';
import { type Interval, NOTHING } from './interval.ts';
import type { Flaw } from './prepared.ts';
import { or, type Truth } from './truth.ts';

/** What is granted at the least and may be granted at the most, each over completions, in yuan. */
export interface Pair {
  readonly least: Interval;
  readonly most: Interval;
}

/** The outcome of one clause, or of one of its items, over all completions of what is unknown. */
export interface Outcome {
  /** Whether it is met, what the authority judges taken as met. */
  readonly met: Truth;
  /** Whether it is met while the authority has judged nothing. */
  readonly sure: Truth;
  /** Amounts over the completions in which it is met; absent where it never is, or has no figure. */
  readonly amount?: Pair;
  /** Amounts over all completions, nothing where it is not met. */
  readonly share: Pair;
  readonly flaw?: Flaw;
  /** True where an interval may be wider than the completions. */
  readonly bound: boolean;
  /** True where a part of it, or it in some completions, has no figure: the amount is what the rest comes to. */
  readonly partial: boolean;
  /** Those of a list; of an unknown list the one that stands for all. */
  readonly items: readonly Outcome[];
}

export const NO_PAIR: Pair = { least: NOTHING, most: NOTHING };
export const NO_ITEMS: readonly Outcome[] = [];
export const NOT_MET: Outcome = {
  met: false,
  sure: false,
  share: NO_PAIR,
  bound: false,
  partial: false,
  items: NO_ITEMS,
};

/** The outcome over the completions of two cases. */
export function unite(a: Outcome, b: Outcome): Outcome {
  const amount = a.amount && b.amount ? unitePairs(a.amount, b.amount) : (a.amount ?? b.amount);
  const flaw = commonFlaw(a, b);
  const partly = flaw === undefined && (a.flaw ?? b.flaw) !== undefined;
  return {
    met: a.met === b.met ? a.met : 'unknown',
    sure: a.sure === b.sure ? a.sure : 'unknown',
    share: unitePairs(a.share, b.share),
    bound: a.bound || b.bound || partly,
    partial: a.partial || b.partial || partly,
    items: a.items.map((item, index) => unite(item, b.items[index] ?? item)),
    ...(amount === undefined ? {} : { amount }),
    ...(flaw === undefined ? {} : { flaw }),
  };
}

/** A flaw stands where every outcome that is met has it; where only some have, the amount is a bound. */
function commonFlaw(a: Outcome, b: Outcome): Flaw | undefined {
  const [first, second] = [a.met === false ? b.flaw : a.flaw, b.met === false ? a.flaw : b.flaw];
  return second && first;
}

/** Applies an operation to both sides of two pairs; once where both sides are the same, as in every fixed award. */
function sideBySide(a: Pair, b: Pair, apply: (a: Interval, b: Interval) => Interval): Pair {
  const least = apply(a.least, b.least);
  return { least, most: a.least === a.most && b.least === b.most ? least : apply(a.most, b.most) };
}

/** The sum of pairs; most clauses of a check pay nothing. */
export function addPairs(pairs: readonly Pair[]): Pair {
  let sum = NO_PAIR;
  for (const pair of pairs)
    if (pair !== NO_PAIR) sum = sum === NO_PAIR ? pair : sideBySide(sum, pair, interval.plus);
  return sum;
}

/** What an amount leaves where it may not be paid at all. */
export function orNothing({ least, most }: Pair): Pair {
  return { least: interval.hull(least, NOTHING), most: interval.hull(most, NOTHING) };
}

/** The hulls of two pairs. */
export function unitePairs(a: Pair, b: Pair): Pair {
  return sideBySide(a, b, interval.hull);
}

export function highestPair(pairs: readonly Pair[]): Pair {
  return pairs.reduce((top, pair) => sideBySide(top, pair, interval.larger), NO_PAIR);
}

export function eachSide({ least, most }: Pair, apply: (side: Interval) => Interval): Pair {
  const changed = apply(least);
  return { least: changed, most: least === most ? changed : apply(most) };
}

export function samePairs(a: Pair, b: Pair): boolean {
  return interval.same(a.least, b.least) && interval.same(a.most, b.most);
}

/** How the items of a list hang together. */
export interface Listing {
  /** Whether they cannot be met independently of each other. */
  readonly tied: boolean;
  /** How many there may be where the list itself is unknown. */
  readonly unknownUpTo: number | undefined;
  /** How many of them are paid at the most, the best ones. */
  readonly paid: Count;
}

/** A number of items over completions. */
export interface Count {
  readonly min: number;
  readonly max: number;
}

/** Items side by side: some item met makes the clause met. */
export function together(items: readonly Outcome[], { tied, unknownUpTo, paid }: Listing): Outcome {
  let met: Truth = false;
  let sure: Truth = false;
  for (const item of items) {
    met = or(met, item.met);
    sure = or(sure, item.sure);
  }
  const share = sumOfBest(
    items.map((item) => item.share),
    paid,
  );
  const reachable = items.filter((item) => item.met !== false);
  const flawed = reachable.filter((item) => item.flaw !== undefined);
  const flaw = flawed.length === reachable.length ? flawed[0]?.flaw : undefined;
  const partial = items.some((item) => item.partial) || (flaw === undefined && flawed.length > 0);
  const amounts = items.flatMap((item) => (item.amount === undefined ? [] : [item.amount]));
  const one = {
    met,
    sure,
    share,
    bound: items.some((item) => item.bound) || partial || (tied && reachable.length + (unknownUpTo ?? 0) > 1),
    partial,
    items,
    ...(flaw === undefined ? {} : { flaw }),
    ...(met !== false && amounts.length > 0 && flaw === undefined
      ? { amount: met === true || paid.min < 1 ? share : notBelow(share, amounts.reduce(unitePairs)) }
      : {}),
  };
  return unknownUpTo === undefined ? one : repeated(one, Math.min(paid.max, unknownUpTo));
}

/** The sum of as many pairs as are paid, on each side the largest. */
function sumOfBest(pairs: readonly Pair[], { min, max }: Count): Pair {
  const best = (side: 'least' | 'most'): Interval => {
    const ends = pairs.map((pair) => pair[side]);
    return {
      min: largest(ends.map((end) => end.min).filter(isNumber), min),
      max:
        max > 0 && ends.some((end) => end.max === null)
          ? null
          : largest(ends.map((end) => end.max).filter(isNumber), max),
    };
  };
  return { least: best('least'), most: best('most') };
}

function isNumber(end: Rational | null): end is Rational {
  return end !== null;
}

function largest(values: readonly Rational[], count: number): Rational {
  const chosen = count >= values.length ? values : [...values].sort((a, b) => compare(b, a)).slice(0, count);
  return chosen.reduce(add, ZERO);
}

/** Where no item is met for sure, the clause is met with at least one of them. */
function notBelow({ least, most }: Pair, any: Pair): Pair {
  return {
    least: { min: any.least.min, max: least.max },
    most: { min: any.most.min, max: most.max },
  };
}

/** An unknown list may hold any number of such items, or none. */
function repeated(one: Outcome, count: number): Outcome {
  const many = (pair: Pair): Pair =>
    eachSide(pair, (side) => ({ min: side.min, max: upToTimes(side, count).max }));
  const open = (truth: Truth): Truth => truth && 'unknown';
  return {
    ...one,
    met: open(one.met),
    sure: open(one.sure),
    share: orNothing(many(one.share)),
    ...(one.amount === undefined ? {} : { amount: many(one.amount) }),
  };
}
