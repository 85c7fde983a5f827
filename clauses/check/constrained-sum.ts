import { upToTimes } from '../evaluate/arithmetic.ts';
import { applied, type Limiter, limiter, type PreparedLimit } from '../evaluate/limits.ts';
import { addPairs, highestPair, hullOfPairs, mapPair, type Outcome, type Pair } from '../evaluate/outcome.ts';
import { forEachItem, type ListSlot, mostItems, type Situation } from '../evaluate/situation.ts';
import { ZERO } from '../numbers/exact.ts';
import * as interval from '../numbers/interval.ts';
import { or, type Truth } from '../numbers/truth.ts';
import { appliesTo, type Constraint } from './constraints.ts';

/** How constraints nest over the clauses of a scope, which are given by their positions. */
export interface Nesting {
  /** Limits that apply to each of some clauses separately. */
  readonly each: readonly { readonly limit: PreparedLimit; readonly positions: readonly number[] }[];
  /** The outermost parts, which are added up. */
  readonly roots: readonly NestedPart[];
}

/** The position of a clause, or a constraint with the parts inside it. */
type NestedPart = number | { readonly constraint: Constraint; readonly parts: readonly NestedPart[] };

/** Nests constraints sorted by {@link sortForNesting} over the clauses `ids`; members outside `ids` are ignored. */
export function nest(ids: readonly string[], constraints: readonly Constraint[]): Nesting {
  const each: Nesting['each'][number][] = [];
  const positions = ids.map((_, position) => position);
  let roots: readonly NestedPart[] = positions;
  for (const constraint of constraints) {
    const { limit, members } = constraint;
    const isInside = (part: NestedPart): boolean =>
      typeof part === 'number' ? members.has(ids[part] ?? '') : part.parts.every(isInside);
    if (limit?.source.apply === 'each') {
      each.push({ limit, positions: positions.filter(isInside) });
      continue;
    }
    const parts = roots.filter(isInside);
    roots = [...roots.filter((part) => !parts.includes(part)), { constraint, parts }];
  }
  return { each, roots };
}

/** What some clauses pay together. */
interface Share {
  readonly pair: Pair;
  /** Whether a clause with a figure is met, if the authority judges in favour. */
  readonly met: Truth;
  /** Whether one is met before the authority has judged anything. */
  readonly sure: Truth;
}

/**
 * The sum of clauses under constraints, in yuan: first limits of each clause, then joint limits and groups from the
 * inside to the outside. `outcomes` are in the order of the ids that were nested.
 */
export function constrainedSum(
  state: Situation,
  outcomes: readonly Outcome[],
  { each, roots }: Nesting,
): Pair {
  const shares = outcomes.map(shareOf);
  for (const { limit, positions } of each) {
    const apply = limiter(state, limit);
    for (const position of positions) {
      const share = shares[position];
      if (share) shares[position] = { ...share, pair: limited(share, apply) };
    }
  }
  return combined(roots.flatMap((part) => sharesOf(state, part, shares, outcomes)[0] ?? [])).pair;
}

function shareOf({ share, met, sure, partial, amount }: Outcome): Share {
  const paid = (truth: Truth): Truth => (amount ? (partial ? truth && 'unknown' : truth) : false);
  return { pair: share, met: paid(met), sure: paid(sure) };
}

function combined(shares: readonly Share[], combine = addPairs): Share {
  return {
    pair: combine(shares.map(({ pair }) => pair)),
    met: shares.map(({ met }) => met).reduce(or, false),
    sure: shares.map(({ sure }) => sure).reduce(or, false),
  };
}

/** The ways in which an enclosing constraint combines shares: a limit adds them, a group takes the highest. */
const COMBINERS = [addPairs, highestPair] as const;

/**
 * The shares of a part for each of {@link COMBINERS}, which an enclosing constraint would use: one share where the
 * constraint of the part may apply, otherwise those of the parts inside. While it is unknown whether it applies, the
 * share covers both cases: the constraint applied, and the parts inside combined as the enclosing constraint would.
 */
function sharesOf(
  state: Situation,
  part: NestedPart,
  shares: readonly Share[],
  outcomes: readonly Outcome[],
): readonly (readonly Share[])[] {
  if (typeof part === 'number') return COMBINERS.map(() => shares.slice(part, part + 1));
  const { limit, items } = part.constraint;
  const inner = part.parts.map((each) => sharesOf(state, each, shares, outcomes));
  const inside = COMBINERS.map((_, index) => inner.flatMap((each) => each[index] ?? []));
  const applies = appliesTo(state, part.constraint);
  if (applies === false) return inside;
  const sums = COMBINERS.map((combine, index) => combined(inside[index] ?? [], combine));
  const sum = sums[limit ? 0 : 1] ?? combined([]);
  const whole = items
    ? limitedByItem(state, part, items, outcomes, sum)
    : limit
      ? limited(sum, applied(state, limit))
      : sum.pair;
  return sums.map(({ pair }) => [{ ...sum, pair: applies === true ? whole : hullOfPairs(whole, pair) }]);
}

/** The sum over the items, each limited separately, and at most what the clauses give together. */
function limitedByItem(
  state: Situation,
  part: NestedPart,
  list: ListSlot,
  outcomes: readonly Outcome[],
  { pair: { least, most } }: Share,
): Pair {
  const shares: Share[] = [];
  forEachItem(state, list, (item) => shares.push(...itemShares(state, part, outcomes, item)));
  const sum = combined(shares).pair;
  const total = state.known[list.index]
    ? sum
    : mapPair(sum, (side) => ({ min: ZERO, max: upToTimes(side, mostItems(state)).max }));
  return { least: interval.smaller(total.least, least), most: interval.smaller(total.most, most) };
}

/** The shares of the clauses of a part for one item, under the limits of each item. */
function itemShares(
  state: Situation,
  part: NestedPart,
  outcomes: readonly Outcome[],
  item: number,
): readonly Share[] {
  if (typeof part === 'number')
    return outcomes.slice(part, part + 1).flatMap(({ items }) => items.slice(item, item + 1).map(shareOf));
  const inside = part.parts.flatMap((inner) => itemShares(state, inner, outcomes, item));
  const { items, limit } = part.constraint;
  if (!items || !limit) return inside;
  const sum = combined(inside);
  return [{ ...sum, pair: limited(sum, limiter(state, limit)) }];
}

function limited({ pair, met, sure }: Share, apply: Limiter): Pair {
  return { least: apply(pair.least, sure), most: apply(pair.most, met) };
}
