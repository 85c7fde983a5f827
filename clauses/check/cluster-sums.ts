import { forEachCase, perCase, type Unknown } from '../evaluate/completions.ts';
import { type Evaluated, evaluateClause } from '../evaluate/evaluate.ts';
import { addPairs, hullOfPairs, isOpen, NO_PAIR, type Outcome, type Pair } from '../evaluate/outcome.ts';
import { currentValue, type Situation, type Slot } from '../evaluate/situation.ts';
import { toNumber, ZERO } from '../numbers/exact.ts';
import type { Cluster } from './clusters.ts';
import { constrainedSum, nest } from './constrained-sum.ts';
import { mayLackFigure } from './constraints.ts';

/** The sums over clauses after joint limits and groups, over all completions, in yuan. */
export interface Sums {
  readonly pair: Pair;
  /** Whether the true range may be narrower than `pair`. */
  readonly bound: boolean;
}

/** The sums of a cluster. */
export interface ClusterSums extends Sums {
  /**
   * For each reading that was split into cases: the sums with the reading fixed and everything else open, by option.
   * Empty where not all cases were tried.
   */
  readonly branches: ReadonlyMap<Slot, readonly Pair[]>;
}

const NO_BRANCHES: ClusterSums['branches'] = new Map();

/** Sums one cluster over all cases of its unknowns. */
export function sumCluster(state: Situation, cluster: Cluster): ClusterSums {
  const { scope, constraints, unknowns, correlated } = cluster;
  const [only] = scope;
  if (only && scope.length + constraints.length + unknowns.length === 1)
    return sumsOf(only.outcome.share, only.outcome, NO_BRANCHES);
  const outcomes = scope.map((each) => outcomeByCase(state, each, unknowns));
  const nesting = nest(
    scope.map(({ clause }) => clause.clause.id),
    constraints,
  );
  let pair: Pair | undefined;
  let [bound, partial] = [correlated, false];
  const branches = new Map(
    unknowns.filter(({ slot }) => slot.reading).map(({ slot }) => [slot, [] as Pair[]]),
  );
  const unsplit = forEachCase(unknowns, () => {
    const present = outcomes.map((outcome) => outcome());
    bound ||= present.some((outcome) => outcome.bound);
    partial ||=
      present.some((outcome) => outcome.partial) || constraints.some((each) => mayLackFigure(state, each));
    const next = constrainedSum(state, present, nesting);
    pair = hullOf(pair, next);
    for (const [slot, pairs] of branches) {
      const option = optionOf(state, slot);
      pairs[option] = hullOf(pairs[option], next);
    }
  });
  return sumsOf(pair ?? NO_PAIR, { bound: bound || unsplit, partial }, unsplit ? NO_BRANCHES : branches);
}

/** The outcome of a clause in the present case, evaluated once for each case of the unknowns that it reads. */
function outcomeByCase(
  state: Situation,
  { clause, outcome }: Evaluated,
  unknowns: readonly Unknown[],
): () => Outcome {
  const own = unknowns.filter(({ slot }) => clause.reads.includes(slot));
  return own[0] ? perCase(own, () => evaluateClause(state, clause)) : () => outcome;
}

function sumsOf(
  pair: Pair,
  { bound, partial }: Pick<Outcome, 'bound' | 'partial'>,
  branches: ClusterSums['branches'],
): ClusterSums {
  return { pair, bound: partial || (bound && isOpen(pair)), branches };
}

function hullOf(a: Pair | undefined, b: Pair): Pair {
  return a && a !== b ? hullOfPairs(a, b) : b;
}

function optionOf(state: Situation, slot: Slot): number {
  return toNumber(currentValue(state, slot).min ?? ZERO);
}

/** The sums of independent clusters together. */
export function addSums(sums: readonly Sums[]): Sums {
  return { pair: addPairs(sums.map(({ pair }) => pair)), bound: sums.some(({ bound }) => bound) };
}
