import { forEachCase, type Unknown } from './completions.ts';
import { type Constraint, constrainedSum, type Nesting, nest } from './constraints.ts';
import { type Evaluated, reevaluate } from './evaluate.ts';
import { toNumber, ZERO } from './exact.ts';
import { isOpenNow } from './facts.ts';
import { type Interval, isPoint } from './interval.ts';
import { isReserved } from './limits.ts';
import { addPairs, NO_PAIR, type Outcome, type Pair, unitePairs } from './outcome.ts';
import { currentValue, forEachItem, holder, type Situation, type Slot, standsForMany } from './situation.ts';
import { mergedSign, type Sign, sharedSign, type Use } from './uses.ts';

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
  readonly entangled: boolean;
}

/** Splits the clauses in scope that pay into clusters, so that the work grows with their number and not its square. */
export function clustersOf(
  state: Situation,
  scope: readonly Evaluated[],
  constraints: readonly Constraint[],
): readonly Cluster[] {
  const paying = scope.filter(({ clause }) => clause.pair !== undefined);
  const places = new Map(paying.map(({ clause }, place) => [clause.clause.id, place]));
  const applied = withinScope(constraints, places);
  const joined = new Joined(paying.length + applied.length);
  applied.forEach(({ members }, index) => {
    for (const id of members) joined.join(paying.length + index, places.get(id) ?? 0);
  });
  const mixed = mixedSharings(state, paying, applied);
  for (const { readers, first } of mixed) for (const reader of readers) joined.join(first, reader);
  const clusters = new Map<number, Draft>();
  const at = (place: number): Draft => {
    const root = joined.root(place);
    const cluster = clusters.get(root) ?? { scope: [], constraints: [], unknowns: [], entangled: false };
    clusters.set(root, cluster);
    return cluster;
  };
  for (const [place, each] of paying.entries()) at(place).scope.push(each);
  for (const [index, each] of applied.entries()) {
    const cluster = at(paying.length + index);
    cluster.constraints.push(each);
  }
  for (const { first, use, cells, cuts, measured } of mixed) {
    const cluster = at(first);
    const many = standsForMany(state, use.slot);
    if (use.slot.kind !== 'series' && !many) cluster.unknowns.push({ slot: use.slot, cells, cuts });
    cluster.entangled ||= measured || many;
  }
  return Array.from(clusters.values(), (cluster) => ({
    ...cluster,
    nesting: nest(
      cluster.scope.map(({ clause }) => clause.clause.id),
      cluster.constraints,
    ),
  }));
}

/** The sums of one cluster; where all cases were tried, also with each reading fixed that was split. */
export function sumCluster(state: Situation, cluster: Cluster): ClusterSums {
  let pair: Pair | undefined;
  let bound = cluster.entangled;
  let partial = false;
  const narrowed = cluster.unknowns.map(({ slot }) => slot);
  const branches = new Map(narrowed.filter((slot) => slot.reading).map((slot) => [slot, [] as Pair[]]));
  const unsplit = forEachCase(cluster.unknowns, () => {
    const scope = reevaluate(state, cluster.scope, narrowed);
    const next = constrainedSum(state, scope, cluster.nesting);
    pair = either(pair, next);
    for (const [slot, pairs] of branches) {
      const option = optionOf(state, slot);
      pairs[option] = either(pairs[option], next);
    }
    bound ||= scope.some(({ outcome }) => outcome.bound);
    partial ||= scope.some(({ outcome }) => outcome.partial) || lacksFigure(state, cluster);
  });
  const found = pair ?? NO_PAIR;
  return {
    pair: found,
    bound: partial || ((bound || unsplit) && !(isPoint(found.least) && isPoint(found.most))),
    branches: unsplit ? new Map() : branches,
  };
}

function lacksFigure(state: Situation, { constraints }: Cluster): boolean {
  return constraints.some(({ limit }) => limit !== undefined && isReserved(state, limit));
}

function either(a: Pair | undefined, b: Pair): Pair {
  return a ? unitePairs(a, b) : b;
}

function optionOf(state: Situation, slot: Slot): number {
  return toNumber(currentValue(state, slot).min ?? ZERO);
}

export function isDecided({ pair, bound }: Sums): boolean {
  return !bound && isPoint(pair.least) && isPoint(pair.most);
}

/** Adds what stands side by side. */
export function addSums(sums: readonly Sums[]): Sums {
  return { pair: addPairs(sums.map(({ pair }) => pair)), bound: sums.some(({ bound }) => bound) };
}

/** Whether a variable can still move a cluster's sums: a clause that is settled with it open does not depend on it. */
export function canMove({ scope, constraints }: Cluster, slot: Slot): boolean {
  return (
    scope.some(({ clause, outcome }) => clause.reads.has(slot) && !isSettled(outcome)) ||
    constraints.some(({ uses }) => uses.some((use) => use.slot === slot))
  );
}

function isSettled({ met, share, flaw, bound }: Outcome): boolean {
  return met !== 'unknown' && flaw === undefined && !bound && isPoint(share.least) && isPoint(share.most);
}

interface Draft {
  readonly scope: Evaluated[];
  readonly constraints: Constraint[];
  readonly unknowns: Unknown[];
  entangled: boolean;
}

function withinScope(
  constraints: readonly Constraint[],
  places: ReadonlyMap<string, number>,
): readonly Constraint[] {
  return constraints
    .map((each) => {
      const members = [...each.members].filter((id) => places.has(id));
      return members.length === each.members.size ? each : { ...each, members: new Set(members) };
    })
    .filter(({ members }) => members.size > 0);
}

/** Which of numbered things belong together (union–find). */
class Joined {
  readonly #parents: number[];

  constructor(count: number) {
    this.#parents = Array.from({ length: count }, (_, index) => index);
  }

  root(of: number): number {
    let root = of;
    for (let parent = this.#parents[root]; parent !== undefined && parent !== root; ) {
      root = parent;
      parent = this.#parents[root];
    }
    this.#parents[of] = root;
    return root;
  }

  join(a: number, b: number): void {
    this.#parents[this.root(a)] = this.root(b);
  }
}

/** One open variable over all its readers. */
interface Sharing {
  readonly use: Use;
  readonly cells: Interval[];
  readonly readers: Set<number>;
  /** The first of the readers. */
  readonly first: number;
  /** Whether a constraint reads it, which splits nothing by itself. */
  constrains: boolean;
  measured: boolean;
  sign: Sign;
  readonly cuts: Use['cuts'];
}

/** Unknowns that several clauses, or any constraint, read and that move the sum both ways. */
function mixedSharings(
  state: Situation,
  scope: readonly Evaluated[],
  constraints: readonly Constraint[],
): readonly Sharing[] {
  const found = new Map<Interval[], Map<number, Sharing>>();
  const gather = (uses: readonly Use[], reader: number, constrains: boolean): void => {
    for (const use of uses) eachOpenCell(state, use, (cells) => note(found, cells, use, reader, constrains));
  };
  for (const [place, { clause }] of scope.entries()) gather(clause.uses, place, false);
  for (const [index, { uses }] of constraints.entries()) gather(uses, scope.length + index, true);
  return [...found.values()]
    .flatMap((uses) => [...uses.values()])
    .filter(({ readers, constrains, sign }) => (readers.size > 1 || constrains) && sign === 0);
}

function eachOpenCell(state: Situation, use: Use, each: (cells: Interval[]) => void): void {
  const list = use.slot.list === undefined ? undefined : state.layout.lists[use.slot.list];
  const look = (): void => {
    if (isOpenNow(state, use)) each(holder(state, use.slot));
  };
  if (list === undefined) look();
  else forEachItem(state, list, look);
}

function note(
  found: Map<Interval[], Map<number, Sharing>>,
  cells: Interval[],
  use: Use,
  reader: number,
  constrains: boolean,
): void {
  const inCells = found.get(cells) ?? new Map<number, Sharing>();
  found.set(cells, inCells);
  const sign = sharedSign(use);
  const sharing = inCells.get(use.slot.index) ?? {
    use,
    cells,
    readers: new Set(),
    first: reader,
    constrains,
    measured: false,
    sign,
    cuts: [],
  };
  sharing.readers.add(reader);
  sharing.constrains ||= constrains;
  sharing.measured ||= use.measured;
  sharing.sign = mergedSign(sharing.sign, sign);
  sharing.cuts.push(...use.cuts);
  inCells.set(use.slot.index, sharing);
}
