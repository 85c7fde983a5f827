import { type Influence, InfluenceCollector } from '../evaluate/influence.ts';
import {
  ceiling,
  collectLimit,
  isReserved,
  type JointCap,
  type PreparedLimit,
  prepareLimit,
  rankOf,
} from '../evaluate/limits.ts';
import { noDependencies, type PreparedCondition, type Preparer } from '../evaluate/prepared.ts';
import { forEachItem, type ListSlot, type Situation } from '../evaluate/situation.ts';
import type { Group } from '../language/group.ts';
import type { Limit } from '../language/limit.ts';
import type { Interval } from '../numbers/interval.ts';
import * as interval from '../numbers/interval.ts';
import { or, type Truth } from '../numbers/truth.ts';

/** A joint limit, which one clause states over several, or a group, of which only the highest award counts. */
export interface Constraint extends Pick<JointCap, 'reads' | 'spansItems'> {
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
  preparer.dependencies = noDependencies();
  const { dependencies } = preparer;
  collectLimit(limit, influences);
  const members = new Set(limit.over);
  const prepared = prepareLimit(limit, preparer);
  const items = limit.apply === 'items' && list ? preparer.layout.subjects.get(list) : undefined;
  const { reads, spansItems } = dependencies;
  return {
    owner,
    members,
    limit: prepared,
    items,
    when: prepared.when,
    influences: influences.all(),
    reads,
    spansItems,
  };
}

/** Prepares a group, of which only the highest award counts. */
export function prepareGroup(group: Group, preparer: Preparer): Constraint {
  const influences = new InfluenceCollector(preparer.layout);
  preparer.dependencies = noDependencies();
  const { dependencies } = preparer;
  if (group.when) influences.condition(group.when, 0, 'amount');
  const when = group.when && preparer.condition(group.when);
  const members = new Set(group.clauses);
  const { reads, spansItems } = dependencies;
  return { owner: group.id, members, when, influences: influences.all(), reads, spansItems };
}

/** Whether a constraint is a cap over several clauses. */
export function isCap(constraint: Constraint): constraint is Constraint & JointCap {
  return constraint.limit?.source.type === 'cap';
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
