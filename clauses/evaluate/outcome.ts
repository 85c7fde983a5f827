import { add, compare, type Rational, ZERO } from '../numbers/exact.ts';
import * as interval from '../numbers/interval.ts';
import { type Interval, NOTHING } from '../numbers/interval.ts';
import { or, type Truth } from '../numbers/truth.ts';
import { upToTimes } from './arithmetic.ts';
import type { JointCap } from './limits.ts';
import type { Flaw } from './prepared.ts';

/** What is granted at least and what may be granted at most, each over all completions, in yuan. */
export interface Pair {
  readonly least: Interval;
  readonly most: Interval;
}

/** The outcome of one clause, or of one of its items, over all completions of what is unknown. */
export interface Outcome {
  /** Whether it is met, with what the authority judges taken as met. */
  readonly met: Truth;
  /** Whether it is met, with what the authority judges taken as not met. */
  readonly sure: Truth;
  /** Amounts over the completions in which it is met; absent where it never is met or has no figure. */
  readonly amount: Pair | undefined;
  /** Amounts over all completions, zero where it is not met. */
  readonly share: Pair;
  /** Why it has no figure in the completions in which it is met. */
  readonly flaw: Flaw | undefined;
  /** True where an interval may be wider than the completions. */
  readonly bound: boolean;
  /** True where an item has no figure, or the clause in some completions: the amount is that of the rest. */
  readonly partial: boolean;
  /** The outcomes of the items of the clause's list; of an unknown list, one that represents every item. */
  readonly items: readonly Outcome[];
  /** The caps of other clauses that lower the amount in some completion; absent where such caps were not applied. */
  readonly loweredBy?: readonly JointCap[];
}

/** Nothing is granted. */
export const NO_PAIR: Pair = { least: NOTHING, most: NOTHING };
/** Of a clause without a list. */
export const NO_ITEMS: readonly Outcome[] = [];
/** The outcome of a clause that is met in no completion. */
export const NOT_MET: Outcome = {
  met: false,
  sure: false,
  amount: undefined,
  share: NO_PAIR,
  flaw: undefined,
  bound: false,
  partial: false,
  items: NO_ITEMS,
};

/** The outcome over the completions of two cases. */
export function unite(a: Outcome, b: Outcome): Outcome {
  const flaw = commonFlaw(a, b);
  const partly = flaw === undefined && (a.flaw ?? b.flaw) !== undefined;
  return {
    met: a.met === b.met ? a.met : 'unknown',
    sure: a.sure === b.sure ? a.sure : 'unknown',
    amount: a.amount && b.amount ? hullOfPairs(a.amount, b.amount) : (a.amount ?? b.amount),
    share: hullOfPairs(a.share, b.share),
    flaw,
    bound: a.bound || b.bound || partly,
    partial: a.partial || b.partial || partly,
    items: a.items.map((item, index) => unite(item, b.items[index] ?? item)),
    ...loweredByEither(a, b),
  };
}

function loweredByEither({ loweredBy: a }: Outcome, { loweredBy: b }: Outcome): Pick<Outcome, 'loweredBy'> {
  return a && b
    ? { loweredBy: [...new Set([...a, ...b])] }
    : a
      ? { loweredBy: a }
      : b
        ? { loweredBy: b }
        : {};
}

/** The flaw of both, or of the only one that may be met. */
function commonFlaw(a: Outcome, b: Outcome): Flaw | undefined {
  const [first, second] = [a.met === false ? b.flaw : a.flaw, b.met === false ? a.flaw : b.flaw];
  return second && first;
}

/** Applies an operation to both sides of two pairs; only once where the sides are the same, as in fixed awards. */
function combinePairs(a: Pair, b: Pair, apply: (a: Interval, b: Interval) => Interval): Pair {
  const least = apply(a.least, b.least);
  return { least, most: a.least === a.most && b.least === b.most ? least : apply(a.most, b.most) };
}

/** The sum of pairs. Most are `NO_PAIR`, which is skipped. */
export function addPairs(pairs: readonly Pair[]): Pair {
  let sum = NO_PAIR;
  for (const pair of pairs)
    if (pair !== NO_PAIR) sum = sum === NO_PAIR ? pair : combinePairs(sum, pair, interval.plus);
  return sum;
}

/** An amount that may also be zero. */
export function orNothing({ least, most }: Pair): Pair {
  return { least: interval.hull(least, NOTHING), most: interval.hull(most, NOTHING) };
}

/** The hulls of two pairs. */
export function hullOfPairs(a: Pair, b: Pair): Pair {
  return combinePairs(a, b, interval.hull);
}

/** The larger of pairs, side by side; zero of none. */
export function highestPair(pairs: readonly Pair[]): Pair {
  return pairs.reduce((top, pair) => combinePairs(top, pair, interval.larger), NO_PAIR);
}

/** Applies an operation to both sides of a pair; only once where they are the same. */
export function mapPair({ least, most }: Pair, apply: (side: Interval) => Interval): Pair {
  const changed = apply(least);
  return { least: changed, most: least === most ? changed : apply(most) };
}

/** Whether an amount is not one figure. */
export function isOpen({ least, most }: Pair): boolean {
  return !interval.isPoint(least) || !interval.isPoint(most);
}

/** Whether two pairs have the same intervals. */
export function samePairs(a: Pair, b: Pair): boolean {
  return interval.same(a.least, b.least) && interval.same(a.most, b.most);
}

/** What the outcome of a list depends on besides its items. */
export interface ItemsInfo {
  /** Whether an item's outcome may depend on that of another. */
  readonly correlated: boolean;
  /** The most items of an unknown list, usually infinite; `undefined` for a known one. */
  readonly unknownUpTo: number | undefined;
  /** The most items that are paid, the best ones. */
  readonly paid: Count;
}

/** A number of items over all completions. */
export interface Count {
  readonly min: number;
  readonly max: number;
}

/** The outcome of a list of items: met where some item is, the amounts added. */
export function combineItems(
  items: readonly Outcome[],
  { correlated: tied, unknownUpTo, paid }: ItemsInfo,
): Outcome {
  let [met, sure]: [Truth, Truth] = [false, false];
  let [reachable, flawed] = [0, 0];
  let found: Flaw | undefined;
  const amounts: Pair[] = [];
  for (const item of items) {
    met = or(met, item.met);
    sure = or(sure, item.sure);
    if (item.amount !== undefined) amounts.push(item.amount);
    if (item.met !== false) reachable += 1;
    if (item.flaw === undefined) continue;
    flawed += 1;
    found ??= item.flaw;
  }
  const flaw = flawed === reachable ? found : undefined;
  const partial = items.some((item) => item.partial) || (flaw === undefined && flawed > 0);
  const share = sumOfBest(
    items.map((item) => item.share),
    paid,
  );
  const one = {
    met,
    sure,
    amount: amountOf(met === true || paid.min < 1, share, amounts),
    share,
    flaw,
    bound: items.some((item) => item.bound) || partial || (tied && reachable + (unknownUpTo ?? 0) > 1),
    partial,
    items,
  };
  return unknownUpTo === undefined ? one : repeated(one, Math.min(paid.max, unknownUpTo));
}

/** The amount where the clause is met: the `whole` share, or, where no item is surely met, at least that of one. */
function amountOf(whole: boolean, share: Pair, amounts: readonly Pair[]): Pair | undefined {
  const [first, ...others] = amounts;
  if (first === undefined || whole) return first && share;
  const { least, most } = others.reduce(hullOfPairs, first);
  return { least: { min: least.min, max: share.least.max }, most: { min: most.min, max: share.most.max } };
}

/** The sum of the paid pairs: on each side the largest ones. */
function sumOfBest(pairs: readonly Pair[], { min, max }: Count): Pair {
  if (min >= pairs.length) return addPairs(pairs);
  const best = (side: 'least' | 'most'): Interval => {
    const ends = pairs.map((pair) => pair[side]);
    const most = max > 0 && ends.some((end) => end.max === null) ? null : largest(ends, 'max', max);
    return { min: largest(ends, 'min', min), max: most };
  };
  return { least: best('least'), most: best('most') };
}

function largest(ends: readonly Interval[], end: 'min' | 'max', count: number): Rational {
  const values = ends.map((each) => each[end] ?? ZERO).sort((a, b) => compare(b, a));
  return values.slice(0, count).reduce(add, ZERO);
}

/** The outcome of an unknown list: from none to `count` items like `one`. */
function repeated(one: Outcome, count: number): Outcome {
  const many = (pair: Pair): Pair =>
    mapPair(pair, (side) => ({ min: side.min, max: upToTimes(side, count).max }));
  const open = (truth: Truth): Truth => truth && 'unknown';
  return {
    ...one,
    met: open(one.met),
    sure: open(one.sure),
    share: orNothing(many(one.share)),
    amount: one.amount && many(one.amount),
  };
}
