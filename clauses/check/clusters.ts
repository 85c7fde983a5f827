import { forEachCase, perCase, type Unknown } from '../evaluate/completions.ts';
import { type Evaluated, evaluateClause } from '../evaluate/evaluate.ts';
import { mayBeOpen } from '../evaluate/facts.ts';
import type { Influence } from '../evaluate/influence.ts';
import {
  addPairs,
  isOpen,
  NO_PAIR,
  NOT_MET,
  type Outcome,
  type Pair,
  unitePairs,
} from '../evaluate/outcome.ts';
import { influencesOf, type PreparedClause } from '../evaluate/prepared-clause.ts';
import { currentValue, type Situation, type Slot, standsForMany } from '../evaluate/situation.ts';
import { toNumber, ZERO } from '../numbers/exact.ts';
import { type Constraint, constrainedSum, mayLackFigure, type Nesting, nest } from './constraints.ts';
import { isMixed, sharedUnknowns } from './sharings.ts';

/** The sums over clauses after joint limits and groups, over all completions, in yuan. */
export interface Sums {
  readonly pair: Pair;
  readonly bound: boolean;
}

/** The sums of a cluster, and its pair with one reading fixed and the others open, by option. */
export interface ClusterSums extends Sums {
  readonly branches: ReadonlyMap<Slot, readonly Pair[]>;
}

/** Clauses and constraints that have to be summed together: nothing outside moves them the other way. */
export interface Cluster {
  readonly scope: readonly Evaluated[];
  readonly constraints: readonly Constraint[];
  readonly nesting: Nesting;
  /** Unknowns that several of them read and that move the sum both ways. */
  readonly unknowns: readonly Unknown[];
  /** Whether pieces of an unknown do not settle how its readers move. */
  readonly correlated: boolean;
}

/** Splits the clauses in scope that pay into clusters, so that the work grows with their number and not its square. */
export function clustersOf(
  state: Situation,
  scope: readonly Evaluated[],
  constraints: readonly Constraint[],
): readonly Cluster[] {
  const paying = scope.filter(({ clause }) => clause.pair);
  // What is not met adds nothing, and of one clause alone the highest is that clause. What they share is split all the
  // same, or an answer by which a clause is not met would widen the sums of others.
  const counts = paying.map(({ outcome }) => outcome !== NOT_MET);
  const places = new Map(paying.map(({ clause }, place) => [clause.clause.id, place]));
  const applied: Constraint[] = [];
  const together: number[][] = [];
  for (const constraint of constraints) {
    const least = constraint.limit ? 0 : 1;
    const inside = [...constraint.members].flatMap((id) => places.get(id) ?? []);
    if (inside.length <= least) continue;
    together.push([counts.push(inside.filter((place) => counts[place]).length > least) - 1, ...inside]);
    applied.push(constraint);
  }
  const uses = [
    ...paying.map(({ clause }) => openUses(state, clause)),
    ...applied.map((each) => each.influences),
  ];
  const parents = uses.map((_, place) => place);
  const mixed = sharedUnknowns(state, uses, paying.length);
  for (const { readers } of mixed) together.push(readers.map(([reader]) => reader));
  for (const [first = 0, ...others] of together)
    for (const other of others) parents[rootOf(parents, other)] = rootOf(parents, first);
  const joined = new Set(together.flat());
  const clusters = new Map<number, Draft>();
  const at = (place: number): Draft => {
    const root = rootOf(parents, place);
    const cluster = clusters.get(root) ?? { scope: [], constraints: [], unknowns: [], correlated: false };
    clusters.set(root, cluster);
    return cluster;
  };
  for (const [place, each] of paying.entries())
    if (counts[place] && joined.has(place)) at(place).scope.push(each);
  for (const [index, each] of applied.entries())
    if (counts[paying.length + index]) at(paying.length + index).constraints.push(each);
  for (const { slot, cells, readers } of mixed) {
    const cluster = at(readers[0]?.[0] ?? 0);
    const many = standsForMany(state, slot);
    if (slot.kind !== 'series' && !many)
      cluster.unknowns.push({ slot, cells, cuts: readers.flatMap(([, { cuts }]) => cuts) });
    const counting = readers.filter(([each]) => counts[each]);
    cluster.correlated ||=
      isMixed(counting, paying.length) && (many || counting.some(([, { measured }]) => measured));
  }
  const held = [...clusters.values()].flatMap((cluster) => {
    const ids = cluster.scope.map(({ clause }) => clause.clause.id);
    return ids[0] ? [{ ...cluster, nesting: nest(ids, cluster.constraints) }] : [];
  });
  return [...paying.filter((_, place) => counts[place] && !joined.has(place)).map(alone), ...held];
}

/** What shares nothing with other clauses that could move a sum. */
function alone(each: Evaluated): Cluster {
  return { scope: [each], constraints: [], nesting: ALONE, unknowns: [], correlated: false };
}

const ALONE: Nesting = nest([''], []);

/** How a clause uses what is open; nothing is looked at while all of it is known. */
function openUses(state: Situation, clause: PreparedClause): readonly Influence[] {
  return mayBeOpen(state, clause.reads) ? influencesOf(clause).variables : [];
}

/** The sums of one cluster; where all cases were tried, also with each reading fixed that was split. */
export function sumCluster(state: Situation, cluster: Cluster): ClusterSums {
  const { scope, constraints, nesting, unknowns } = cluster;
  const [only] = scope;
  if (nesting === ALONE && only) return summed(only.outcome.share, only.outcome);
  const outcomes = scope.map(({ clause, outcome }) => {
    const own = unknowns.filter(({ slot }) => clause.reads.includes(slot));
    return perCase(own, () => (own[0] ? evaluateClause(state, clause) : outcome));
  });
  let pair: Pair | undefined;
  let bound = cluster.correlated;
  let partial = false;
  const branches = new Map(
    unknowns.filter(({ slot }) => slot.reading).map(({ slot }) => [slot, [] as Pair[]]),
  );
  const unsplit = forEachCase(unknowns, () => {
    const present = outcomes.map((outcome) => outcome());
    bound ||= present.some((outcome) => outcome.bound);
    partial ||=
      present.some((outcome) => outcome.partial) || constraints.some((each) => mayLackFigure(state, each));
    const next = constrainedSum(state, present, nesting);
    pair = either(pair, next);
    for (const [slot, pairs] of branches) {
      const option = optionOf(state, slot);
      pairs[option] = either(pairs[option], next);
    }
  });
  return summed(pair ?? NO_PAIR, { bound: bound || unsplit, partial }, unsplit ? undefined : branches);
}

function summed(
  pair: Pair,
  { bound, partial }: Pick<Outcome, 'bound' | 'partial'>,
  branches: ClusterSums['branches'] = new Map(),
): ClusterSums {
  return { pair, bound: partial || (bound && isOpen(pair)), branches };
}

function either(a: Pair | undefined, b: Pair): Pair {
  return a && a !== b ? unitePairs(a, b) : b;
}

function optionOf(state: Situation, slot: Slot): number {
  return toNumber(currentValue(state, slot).min ?? ZERO);
}

/** Adds what stands side by side. */
export function addSums(sums: readonly Sums[]): Sums {
  return { pair: addPairs(sums.map(({ pair }) => pair)), bound: sums.some(({ bound }) => bound) };
}

/** Whether a variable may move a cluster's sums: a clause that is settled with it open does not depend on it. */
export function canMove({ scope, constraints }: Cluster, slot: Slot): boolean {
  return (
    scope.some(({ clause, outcome }) => clause.reads.includes(slot) && !isSettled(outcome)) ||
    constraints.some(({ influences: uses }) => uses.some((use) => use.slot === slot))
  );
}

/** Its items too: what holds each of them looks at what they give before the sum is held. */
function isSettled({ met, sure, share, flaw, bound, items }: Outcome): boolean {
  const open = met === 'unknown' || sure === 'unknown' || flaw || bound || isOpen(share);
  return !open && items.every(isSettled);
}

interface Draft {
  readonly scope: Evaluated[];
  readonly constraints: Constraint[];
  readonly unknowns: Unknown[];
  correlated: boolean;
}

/** What numbered things belong together has one root (union–find). */
function rootOf(parents: readonly number[], of: number): number {
  let root = of;
  while ((parents[root] ?? root) !== root) root = parents[root] ?? root;
  return root;
}
