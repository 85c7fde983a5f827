import type { Unknown } from '../evaluate/completions.ts';
import type { Evaluated } from '../evaluate/evaluate.ts';
import { isOpen, type Outcome } from '../evaluate/outcome.ts';
import { isSharedByItems, type Situation, type Slot } from '../evaluate/situation.ts';
import type { Constraint } from './constraints.ts';
import { DisjointSets } from './disjoint-sets.ts';
import {
  clauseMembers,
  constraintMembers,
  type Member,
  moveBothWays,
  type SharedUnknown,
  sharedUnknowns,
} from './members.ts';

/** Clauses and constraints that have to be summed together. The sums of different clusters are independent. */
export interface Cluster {
  readonly scope: readonly Evaluated[];
  /** In the order in which they nest. */
  readonly constraints: readonly Constraint[];
  /** Unknowns to split into cases: several members read them, and they move the sum both up and down. */
  readonly unknowns: readonly Unknown[];
  /** Whether members are correlated in a way that splitting into cases does not resolve: the sums are then bounds. */
  readonly correlated: boolean;
}

/**
 * Splits the clauses in scope that pay into clusters, so that the work grows with their number and not with its square.
 * Clauses that are not met are in no cluster. What they share with others is split into cases all the same: otherwise
 * an answer that makes a clause fail would widen the sums of others.
 */
export function clustersOf(
  state: Situation,
  scope: readonly Evaluated[],
  constraints: readonly Constraint[],
): readonly Cluster[] {
  const clauses = clauseMembers(state, scope);
  const limiting = constraintMembers(clauses, constraints);
  const members = [...clauses, ...limiting];
  const shared = sharedUnknowns(state, members);
  const sets = new DisjointSets<Member>();
  for (const constraint of limiting) sets.join([constraint, ...constraint.clauses]);
  for (const { readers } of shared) sets.join(readers.map(({ member }) => member));
  const counting = members.filter(({ counts }) => counts);
  const independent = counting.filter((member) => !sets.isJoined(member));
  const joined = counting.filter((member) => sets.isJoined(member));
  const sharedBySet = grouped(shared, ({ readers: [first] }) => first && sets.representative(first.member));
  return [
    ...independent.map((member) => clusterOf(state, [member], [])),
    ...[...grouped(joined, (member) => sets.representative(member))].map(([set, inside]) =>
      clusterOf(state, inside, sharedBySet.get(set) ?? []),
    ),
  ];
}

/** Items by key, in the order in which the keys first occur. */
function grouped<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

function clusterOf(state: Situation, members: readonly Member[], shared: readonly SharedUnknown[]): Cluster {
  return {
    scope: members.flatMap((member) => (member.kind === 'clause' ? [member.evaluated] : [])),
    constraints: members.flatMap((member) => (member.kind === 'constraint' ? [member.constraint] : [])),
    unknowns: shared
      .filter(({ slot }) => slot.kind !== 'series' && !isSharedByItems(state, slot))
      .map(({ slot, cells, readers }) => ({
        slot,
        cells,
        cuts: readers.flatMap(({ influence }) => influence.cuts),
      })),
    correlated: shared.some((unknown) => isCorrelating(state, unknown)),
  };
}

/** Whether an unknown correlates the members that count in a way that splitting it into cases does not resolve. */
function isCorrelating(state: Situation, { slot, readers }: SharedUnknown): boolean {
  const counting = readers.filter(({ member }) => member.counts);
  return (
    moveBothWays(counting) &&
    (isSharedByItems(state, slot) || counting.some(({ influence }) => influence.measured))
  );
}

/** Whether a variable can move a cluster's sums: it cannot through a clause whose outcome is settled with it unknown. */
export function canMove({ scope, constraints }: Cluster, slot: Slot): boolean {
  return (
    scope.some(({ clause, outcome }) => clause.reads.includes(slot) && !isSettled(outcome)) ||
    constraints.some(({ influences }) => influences.some((influence) => influence.slot === slot))
  );
}

/** The items have to be settled too: a limit of each item reads their amounts before those of the whole clause. */
function isSettled({ met, sure, share, flaw, bound, items }: Outcome): boolean {
  const open = met === 'unknown' || sure === 'unknown' || flaw || bound || isOpen(share);
  return !open && items.every(isSettled);
}
