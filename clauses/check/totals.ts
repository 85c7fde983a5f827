import type { Evaluated } from '../evaluate/evaluate.ts';
import { isOpen, type Pair } from '../evaluate/outcome.ts';
import type { Situation } from '../evaluate/situation.ts';
import { sameData } from '../language/same.ts';
import { counts, type Standing } from '../language/standing.ts';
import { isPoint } from '../numbers/interval.ts';
import { addSums, type ClusterSums, sumCluster } from './cluster-sums.ts';
import { type Cluster, clustersOf } from './clusters.ts';
import { type Constraint, ceilingRangeOf } from './constraints.ts';
import type { MoneyRange } from './money.ts';
import { figuresOf, isUnquantified, moneyRange } from './money.ts';
import { type OwnFigure, openCausesOfSum } from './open-causes.ts';
import type { PreparedCatalogue } from './prepared-catalogue.ts';
import type { AppliedLimit, Totals, TotalsReading } from './result.ts';

/** A cluster of clauses with its sums. */
export interface SummedCluster extends Cluster {
  readonly sums: ClusterSums;
}

/** Computes what the totals would be under each reading of the text. */
export type TotalsReadingsExplainer = (
  state: Situation,
  prepared: PreparedCatalogue,
  scope: readonly OwnFigure[],
  clusters: readonly SummedCluster[],
) => readonly TotalsReading[];

/** The evaluated award clauses of a check by whether they count. */
export interface ScopeByStanding {
  readonly counted: readonly OwnFigure[];
  /** The clauses that do not count, by standing. */
  readonly others: ReadonlyMap<Standing, readonly OwnFigure[]>;
}

/** Splits a scope by standing. */
export function byStanding(scope: readonly (OwnFigure & { readonly standing: Standing })[]): ScopeByStanding {
  const counted: OwnFigure[] = [];
  const others = new Map<Standing, OwnFigure[]>();
  for (const each of scope) {
    const { standing: found } = each;
    // A clause that only limits adds nothing to any sum.
    if (each.clause.clause.kind === 'limit') continue;
    if (counts(found)) counted.push(each);
    else others.set(found, [...(others.get(found) ?? []), each]);
  }
  return { counted, others };
}

/**
 * The totals of a check, with the limits that apply and the readings that change them. Only clauses that count are added;
 * the others have sums of their own. Limits and groups apply to clauses of the same standing.
 */
export function totalsOf(
  state: Situation,
  prepared: PreparedCatalogue,
  { counted: scope, others }: ScopeByStanding,
  readings: TotalsReadingsExplainer | undefined,
): Totals {
  const clusters = summedClusters(state, prepared, scope);
  const sums = addSums(clusters.map((cluster) => cluster.sums));
  const paying = new Set(scope.flatMap(({ clause: { pair, clause } }) => (pair ? [clause.id] : [])));
  const limiting = prepared.constraints.filter(({ members }) => [...members].some((id) => paying.has(id)));
  return {
    ...moneyRangesOf(state, scope, sums.pair),
    bound: sums.bound,
    byStanding: Object.fromEntries(
      Array.from(others, ([found, clauses]) => {
        const { pair, bound } = addSums(summedClusters(state, prepared, clauses).map((each) => each.sums));
        return [found, { ...moneyRangesOf(state, clauses, pair), bound }];
      }),
    ),
    unquantified: scope
      .filter(({ clause, outcome }) => isUnquantified(clause, outcome))
      .map(({ clause }) => clause.clause.id),
    limitedBy: appliedLimits(state, limiting),
    readings: (isOpen(sums.pair) && readings?.(state, prepared, scope, clusters)) || [],
  };
}

function summedClusters(
  state: Situation,
  { constraints }: PreparedCatalogue,
  scope: readonly Evaluated[],
): readonly SummedCluster[] {
  return clustersOf(state, scope, constraints).map((cluster) => ({
    ...cluster,
    sums: sumCluster(state, cluster),
  }));
}

/** The two sides of a sum over the clauses of a scope as ranges of the API. */
export function moneyRangesOf(
  state: Situation,
  scope: readonly OwnFigure[],
  sum: Pair,
): { readonly granted: MoneyRange; readonly atMost: MoneyRange } {
  const { least, most } = figuresOf(sum, openCausesOfSum(state, scope, sum));
  return { granted: least, atMost: most };
}

function appliedLimits(state: Situation, constraints: readonly Constraint[]): readonly AppliedLimit[] {
  const found: AppliedLimit[] = [];
  for (const constraint of constraints) {
    const { owner: clause, limit } = constraint;
    const allowed = limit?.source.type === 'cap' && ceilingRangeOf(state, constraint);
    if (!allowed) continue;
    const range = moneyRange(allowed);
    const applied = { clause, ceiling: isPoint(allowed) ? range.min : null, range };
    if (!found.some((each) => sameData(each, applied))) found.push(applied);
  }
  return found;
}
