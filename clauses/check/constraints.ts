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

/** A limit of one clause over several others, or a group of which only the highest counts. */
export interface Constraint {
  /** The limiting clause, or the group. */
  readonly owner: string;
  readonly members: ReadonlySet<string>;
  /** Absent for a group. */
  readonly limit?: PreparedLimit;
  /** The list of which a limit holds each item by itself. */
  readonly items?: ListSlot | undefined;
  /** Whether the limit applies, or the group. */
  readonly when: PreparedCondition | undefined;
  readonly influences: readonly Influence[];
}

/** Prepares a limit over several clauses, which stand for `list` where it holds each item by itself. */
export function prepareJointLimit(
  owner: string,
  limit: Limit,
  list: string | undefined,
  workshop: Preparer,
): Constraint {
  const uses = new InfluenceCollector(workshop.layout);
  collectLimit(limit, uses);
  const members = new Set(limit.over);
  const prepared = prepareLimit(limit, workshop);
  const items = limit.apply === 'items' && list ? workshop.layout.subjects.get(list) : undefined;
  return { owner, members, limit: prepared, items, when: prepared.when, influences: uses.all() };
}

export function prepareGroup(group: Group, workshop: Preparer): Constraint {
  const uses = new InfluenceCollector(workshop.layout);
  if (group.when) uses.condition(group.when, 0, 'amount');
  const when = group.when && workshop.condition(group.when);
  const members = new Set(group.clauses);
  return { owner: group.id, members, when, influences: uses.all() };
}

/** Clauses of a scope, by their places, under the constraints that hold them. */
export interface Nesting {
  /** What limits each of some clauses alone. */
  readonly each: readonly { readonly limit: PreparedLimit; readonly places: readonly number[] }[];
  /** What stands side by side. */
  readonly roots: readonly NestedPart[];
}

/** The place of a clause, or what one constraint holds together. */
type NestedPart = number | { readonly constraint: Constraint; readonly parts: readonly NestedPart[] };

/** Nests joint limits and groups, given in their order; members outside the scope count for nothing. */
export function nest(ids: readonly string[], constraints: readonly Constraint[]): Nesting {
  const each: Nesting['each'][number][] = [];
  const alone = ids.map((_, place) => place);
  let roots: readonly NestedPart[] = alone;
  for (const constraint of constraints) {
    const { limit, members } = constraint;
    const isInside = (part: NestedPart): boolean =>
      typeof part === 'number' ? members.has(ids[part] ?? '') : part.parts.every(isInside);
    if (limit?.source.apply === 'each') {
      each.push({ limit, places: alone.filter(isInside) });
      continue;
    }
    const parts = roots.filter(isInside);
    roots = [...roots.filter((part) => !parts.includes(part)), { constraint, parts }];
  }
  return { each, roots };
}

/**
 * What limits each clause comes first, then the smallest sets as the text names them, whatever of them is in scope; of
 * those that hold the same clauses what holds each item, then the group, then the rest; floors before caps.
 */
export function sortForNesting(constraints: readonly Constraint[]): readonly Constraint[] {
  const rank = ({ limit, members }: Constraint): number =>
    limit?.source.apply === 'each' ? 0 : members.size;
  const kind = ({ limit, items }: Constraint): number => (items ? -4 : 0) + (limit ? rankOf(limit) : 0);
  return [...constraints].sort((a, b) => rank(a) - rank(b) || kind(a) - kind(b));
}

/** What is paid, and whether anything of it has a figure and is met, also while the authority has judged nothing. */
interface Share {
  readonly pair: Pair;
  readonly met: Truth;
  readonly sure: Truth;
}

/** The sum of clauses after constraints: clauses first, then what limits each of them, then what holds several. */
export function constrainedSum(
  state: Situation,
  outcomes: readonly Outcome[],
  { each, roots }: Nesting,
): Pair {
  const shares = outcomes.map(shareOf);
  for (const { limit, places } of each) {
    const apply = limiter(state, limit);
    for (const place of places) {
      const share = shares[place];
      if (share) shares[place] = { ...share, pair: limited(share, apply) };
    }
  }
  return sumOf(roots.flatMap((part) => held(state, part, shares, outcomes)[0] ?? [])).pair;
}

function shareOf({ share, met, sure, partial, amount }: Outcome): Share {
  const paid = (truth: Truth): Truth => (amount ? (partial ? truth && 'unknown' : truth) : false);
  return { pair: share, met: paid(met), sure: paid(sure) };
}

function sumOf(shares: readonly Share[], take = addPairs): Share {
  return {
    pair: take(shares.map(({ pair }) => pair)),
    met: shares.map(({ met }) => met).reduce(or, false),
    sure: shares.map(({ sure }) => sure).reduce(or, false),
  };
}

/** What is around a part either adds what that gives or chooses from it. */
const TAKING = [addPairs, highestPair] as const;

/**
 * What a part gives for each way of taking it: one share where its constraint may apply, else those of what it holds.
 * What may or may not apply either joins what it holds or leaves that apart, to be taken as the rest is.
 */
function held(
  state: Situation,
  part: NestedPart,
  shares: readonly Share[],
  outcomes: readonly Outcome[],
): readonly (readonly Share[])[] {
  if (typeof part === 'number') return TAKING.map(() => shares.slice(part, part + 1));
  const { limit, items } = part.constraint;
  const inner = part.parts.map((each) => held(state, each, shares, outcomes));
  const inside = TAKING.map((_, way) => inner.flatMap((each) => each[way] ?? []));
  const applies = appliesTo(state, part.constraint);
  if (applies === false) return inside;
  const sums = TAKING.map((take, way) => sumOf(inside[way] ?? [], take));
  const sum = sums[limit ? 0 : 1] ?? sumOf([]);
  const whole = items
    ? heldByItem(state, part, items, outcomes, sum)
    : limit
      ? limited(sum, applied(state, limit))
      : sum.pair;
  return sums.map(({ pair }) => [{ ...sum, pair: applies === true ? whole : hullOfPairs(whole, pair) }]);
}

/** Whether a constraint applies; what holds each item, whether to any of them. */
export function appliesTo(state: Situation, { when, items }: Constraint): Truth {
  let some: Truth = !when;
  forEachItem(state, items, () => {
    if (when) some = or(some, when.holds(state));
  });
  return some;
}

/** What a limit allows where it may apply, over all items where it holds each; of what applies to nothing, none. */
export function ceilingRangeOf(state: Situation, { limit, items }: Constraint): Interval | undefined {
  let found: Interval | undefined;
  forEachItem(state, items, () => {
    if (!limit || limit.when?.holds(state) === false) return;
    const allowed = ceiling(state, limit);
    found = found ? interval.hull(found, allowed) : allowed;
  });
  return found;
}

/** Whether what a limit holds is then known as a bound only, at any item that it holds. */
export function mayLackFigure(state: Situation, { limit, items }: Constraint): boolean {
  let lacks = false;
  forEachItem(state, items, () => {
    lacks ||= limit !== undefined && isReserved(state, limit);
  });
  return lacks;
}

/** Each item's sum over the clauses, held by itself; together never more than the clauses give. */
function heldByItem(
  state: Situation,
  part: NestedPart,
  list: ListSlot,
  outcomes: readonly Outcome[],
  { pair: { least, most } }: Share,
): Pair {
  const shares: Share[] = [];
  forEachItem(state, list, (item) => shares.push(...ofItem(state, part, outcomes, item)));
  const sum = sumOf(shares).pair;
  const total = state.known[list.index]
    ? sum
    : mapPair(sum, (side) => ({ min: ZERO, max: upToTimes(side, list.maxItems).max }));
  return { least: interval.smaller(total.least, least), most: interval.smaller(total.most, most) };
}

/** What the clauses of a part give for one item, under the limits that hold each item. */
function ofItem(
  state: Situation,
  part: NestedPart,
  outcomes: readonly Outcome[],
  item: number,
): readonly Share[] {
  if (typeof part === 'number')
    return outcomes.slice(part, part + 1).flatMap(({ items }) => items.slice(item, item + 1).map(shareOf));
  const inside = part.parts.flatMap((inner) => ofItem(state, inner, outcomes, item));
  const { items, limit } = part.constraint;
  if (!items || !limit) return inside;
  const sum = sumOf(inside);
  return [{ ...sum, pair: limited(sum, limiter(state, limit)) }];
}

function limited({ pair, met, sure }: Share, apply: Limiter): Pair {
  return { least: apply(pair.least, sure), most: apply(pair.most, met) };
}
