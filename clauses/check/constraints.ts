import { upToTimes } from '../evaluate/arithmetic.ts';
import { type Influence, InfluenceCollector } from '../evaluate/influence.ts';
import {
  applied,
  ceiling,
  collectLimit,
  isReserved,
  type Limiter,
  limiter,
  type PreparedLimit,
  prepareLimit,
  rankOf,
} from '../evaluate/limits.ts';
import { addPairs, highestPair, hullOfPairs, mapPair, type Outcome, type Pair } from '../evaluate/outcome.ts';
import type { PreparedCondition, Preparer } from '../evaluate/prepared.ts';
import { forEachItem, type ListSlot, type Situation } from '../evaluate/situation.ts';
import type { Group } from '../language/group.ts';
import type { Limit } from '../language/limit.ts';
import { ZERO } from '../numbers/exact.ts';
import type { Interval } from '../numbers/interval.ts';
import * as interval from '../numbers/interval.ts';
import { or, type Truth } from '../numbers/truth.ts';

/** A joint limit, which one clause states over several, or a group, of which only the highest award counts. */
export interface Constraint {
  /** The full id of the limiting clause, or of the group. */
  readonly owner: string;
  /** The full ids of the clauses that it applies to. */
  readonly members: ReadonlySet<string>;
  /** Absent for a group. */
  readonly limit?: PreparedLimit;
  /** The list, for a limit that applies to each of its items separately. */
  readonly items?: ListSlot | undefined;
  /** The condition under which it applies; absent means always. */
  readonly when: PreparedCondition | undefined;
  /** The variables that decide whether it applies and what it allows. */
  readonly influences: readonly Influence[];
}

/** Prepares a limit over several clauses; `list` is the list of these clauses, for a limit of each item. */
export function prepareJointLimit(
  owner: string,
  limit: Limit,
  list: string | undefined,
  preparer: Preparer,
): Constraint {
  const influences = new InfluenceCollector(preparer.layout);
  collectLimit(limit, influences);
  const members = new Set(limit.over);
  const prepared = prepareLimit(limit, preparer);
  const items = limit.apply === 'items' && list ? preparer.layout.subjects.get(list) : undefined;
  return { owner, members, limit: prepared, items, when: prepared.when, influences: influences.all() };
}

/** Prepares a group, of which only the highest award counts. */
export function prepareGroup(group: Group, preparer: Preparer): Constraint {
  const influences = new InfluenceCollector(preparer.layout);
  if (group.when) influences.condition(group.when, 0, 'amount');
  const when = group.when && preparer.condition(group.when);
  const members = new Set(group.clauses);
  return { owner: group.id, members, when, influences: influences.all() };
}

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

/**
 * Sorts constraints from the innermost to the outermost: limits of each clause first, then by the number of clauses that
 * the text names, whether or not they are in scope. Over the same clauses, limits of each item come first, then the
 * group, then other limits, floors before caps.
 */
export function sortForNesting(constraints: readonly Constraint[]): readonly Constraint[] {
  const rank = ({ limit, members }: Constraint): number =>
    limit?.source.apply === 'each' ? 0 : members.size;
  const kind = ({ limit, items }: Constraint): number => (items ? -4 : 0) + (limit ? rankOf(limit) : 0);
  return [...constraints].sort((a, b) => rank(a) - rank(b) || kind(a) - kind(b));
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

/** Whether a constraint applies; for a limit of each item, whether it applies to any item. */
export function appliesTo(state: Situation, { when, items }: Constraint): Truth {
  let applies: Truth = !when;
  forEachItem(state, items, () => {
    if (when) applies = or(applies, when.holds(state));
  });
  return applies;
}

/**
 * What a limit allows where it may apply, in yuan; for a limit of each item, the hull over the items. Undefined for a
 * group and where the limit applies nowhere.
 */
export function ceilingRangeOf(state: Situation, { limit, items }: Constraint): Interval | undefined {
  let found: Interval | undefined;
  forEachItem(state, items, () => {
    if (!limit || limit.when?.holds(state) === false) return;
    const allowed = ceiling(state, limit);
    found = found ? interval.hull(found, allowed) : allowed;
  });
  return found;
}

/** Whether a limit may have no figure, for any of its items: the limited sum is then only a bound. */
export function mayLackFigure(state: Situation, { limit, items }: Constraint): boolean {
  let lacks = false;
  forEachItem(state, items, () => {
    lacks ||= limit !== undefined && isReserved(state, limit);
  });
  return lacks;
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
    : mapPair(sum, (side) => ({ min: ZERO, max: upToTimes(side, list.maxItems).max }));
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
