import type { Evaluated } from './evaluate.ts';
import type { Interval } from './interval.ts';
import * as interval from './interval.ts';
import type { Group, Limit } from './language.ts';
import { limiter, type PreparedLimit, prepareLimit, useLimit, whether } from './limits.ts';
import { addPairs, NO_PAIR, type Pair } from './outcome.ts';
import type { PreparedCondition, Workshop } from './prepared.ts';
import type { Situation } from './situation.ts';
import { type Use, Uses } from './uses.ts';

/** A limit of one clause over several others, or a group of which only the highest counts. */
export interface Constraint {
  /** The limiting clause, or the group. */
  readonly owner: string;
  readonly members: ReadonlySet<string>;
  readonly limit: PreparedLimit | undefined;
  readonly highest: { readonly when: PreparedCondition | undefined } | undefined;
  readonly uses: readonly Use[];
}

export function prepareJointLimit(owner: string, limit: Limit, path: string, workshop: Workshop): Constraint {
  const uses = new Uses(workshop.layout);
  useLimit(limit, uses);
  const members = new Set(typeof limit.over === 'string' ? [] : limit.over);
  return {
    owner,
    members,
    limit: prepareLimit(limit, path, workshop),
    highest: undefined,
    uses: uses.list(),
  };
}

export function prepareGroup(group: Group, workshop: Workshop): Constraint {
  const uses = new Uses(workshop.layout);
  if (group.when !== undefined) uses.condition(group.when, -1, 'amount');
  const when = group.when === undefined ? undefined : workshop.condition(group.when, '/when');
  return {
    owner: group.id,
    members: new Set(group.clauses),
    limit: undefined,
    highest: { when },
    uses: uses.list(),
  };
}

/** Clauses of a scope, by their places, under the constraints that hold them. */
export interface Nesting {
  /** By place: what limits that clause alone. */
  readonly each: readonly (readonly PreparedLimit[])[];
  /** What stands side by side. */
  readonly roots: readonly Part[];
}

/** The place of a clause, or what one constraint holds together. */
type Part = number | { readonly constraint: Constraint; readonly parts: readonly Part[] };

/** Nests joint limits and groups from the smallest set to the largest; members outside the scope count for nothing. */
export function nest(ids: readonly string[], constraints: readonly Constraint[]): Nesting {
  const each = ids.map((id) =>
    constraints.flatMap(({ limit, members }) =>
      limit?.source.apply === 'each' && members.has(id) ? [limit] : [],
    ),
  );
  let roots: readonly Part[] = ids.map((_, place) => place);
  for (const constraint of inOrder(constraints)) {
    if (constraint.limit?.source.apply === 'each') continue;
    const isInside = (part: Part): boolean =>
      typeof part === 'number' ? constraint.members.has(ids[part] ?? '') : part.parts.every(isInside);
    const parts = roots.filter(isInside);
    roots = [...roots.filter((part) => !parts.includes(part)), { constraint, parts }];
  }
  return { each, roots };
}

/** What limits each clause comes first, then the smallest sets. */
export function inOrder(constraints: readonly Constraint[]): readonly Constraint[] {
  const rank = ({ limit, members }: Constraint): number =>
    limit?.source.apply === 'each' ? 0 : members.size;
  return [...constraints].sort((a, b) => rank(a) - rank(b));
}

/** The sum of clauses after constraints: clauses first, then what limits each of them, then what holds several. */
export function constrainedSum(
  state: Situation,
  scope: readonly Evaluated[],
  { each, roots }: Nesting,
): Pair {
  const pairs = scope.map(({ outcome }, place) =>
    (each[place] ?? []).reduce((pair, limit) => bothSides(pair, limiter(state, limit)), outcome.share),
  );
  return addPairs(roots.flatMap((part) => held(state, part, pairs)));
}

/** The sums of a part: one where its constraint may apply, else those of what it holds. */
function held(state: Situation, part: Part, pairs: readonly Pair[]): readonly Pair[] {
  if (typeof part === 'number') return [pairs[part] ?? NO_PAIR];
  const { limit, highest } = part.constraint;
  const inside = part.parts.flatMap((inner) => held(state, inner, pairs));
  const applies = (limit?.when ?? highest?.when)?.holds(state) ?? true;
  if (applies === false) return inside;
  const sum = addPairs(inside);
  if (limit !== undefined) return [bothSides(sum, limiter(state, limit))];
  const top = inside.reduce(highestOf, NO_PAIR);
  return [{ least: whether(applies, top.least, sum.least), most: whether(applies, top.most, sum.most) }];
}

function bothSides({ least, most }: Pair, apply: (side: Interval) => Interval): Pair {
  return { least: apply(least), most: apply(most) };
}

function highestOf(a: Pair, b: Pair): Pair {
  return { least: interval.larger(a.least, b.least), most: interval.larger(a.most, b.most) };
}
