import type { Evaluated } from '../evaluate/evaluate.ts';
import { isOpen, type Pair } from '../evaluate/outcome.ts';
import type { Situation } from '../evaluate/situation.ts';
import { sameData } from '../language/same.ts';
import { isPoint } from '../numbers/interval.ts';
import { addSums, type ClusterSums, sumCluster } from './cluster-sums.ts';
import { type Cluster, clustersOf } from './clusters.ts';
import { type Constraint, ceilingRangeOf } from './constraints.ts';
import type { MoneyRange } from './money.ts';
import { isUnquantified, moneyRange } from './money.ts';
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
  clusters: readonly SummedCluster[],
) => readonly TotalsReading[];

/** The totals of a check, with the limits that apply and the readings that change them. */
export function totalsOf(
  state: Situation,
  prepared: PreparedCatalogue,
  scope: readonly Evaluated[],
  readings: TotalsReadingsExplainer | undefined,
): Totals {
  const clusters = clustersOf(state, scope, prepared.constraints).map((cluster) => ({
    ...cluster,
    sums: sumCluster(state, cluster),
  }));
  const sums = addSums(clusters.map((cluster) => cluster.sums));
  const paying = new Set(scope.flatMap(({ clause: { pair, clause } }) => (pair ? [clause.id] : [])));
  const limiting = prepared.constraints.filter(({ members }) => [...members].some((id) => paying.has(id)));
  return {
    ...moneyRangesOf(sums.pair),
    bound: sums.bound,
    byStanding: {},
    unquantified: scope
      .filter(({ clause, outcome }) => isUnquantified(clause, outcome))
      .map(({ clause }) => clause.clause.id),
    limitedBy: appliedLimits(state, limiting),
    readings: (isOpen(sums.pair) && readings?.(state, prepared, clusters)) || [],
  };
}

/** The two sides of a pair as ranges of the API. */
export function moneyRangesOf(pair: Pair): { readonly granted: MoneyRange; readonly atMost: MoneyRange } {
  return { granted: moneyRange(pair.least), atMost: moneyRange(pair.most) };
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
