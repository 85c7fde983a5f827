import type { Prepared } from './chain.ts';
import type { Constraint } from './constraints.ts';
import type { Evaluated } from './evaluate.ts';
import { isPoint } from './interval.ts';
import { ceiling } from './limits.ts';
import { isUnquantified, moneyRange } from './money.ts';
import type { Pair } from './outcome.ts';
import type { PreparedClause } from './prepared-clause.ts';
import type { AppliedLimit, MoneyRange, Totals, TotalsReading } from './result.ts';
import type { Situation } from './situation.ts';
import {
  addSums,
  type Cluster,
  type ClusterSums,
  clustersOf,
  isDecided,
  sumCluster,
  touched,
} from './sums.ts';

/** A cluster of clauses with its sums. */
export interface Summed extends Cluster {
  readonly sums: ClusterSums;
}

/** What totals are made of: the clauses in scope, what limits or groups them, and their sums. */
export interface Totalled {
  readonly clauses: readonly PreparedClause[];
  readonly touching: readonly Constraint[];
  readonly clusters: readonly Summed[];
}

/** Says what each way of reading the text would make of the totals. */
export type TotalsReader = (
  state: Situation,
  prepared: Prepared,
  totalled: Totalled,
) => readonly TotalsReading[];

/** The two sums of a check with what limits them and the readings that change them. */
export function totals(
  state: Situation,
  prepared: Prepared,
  scope: readonly Evaluated[],
  readings: TotalsReader | undefined,
): Totals {
  const clauses = scope.map(({ clause }) => clause);
  const clusters = clustersOf(state, scope, prepared.constraints).map((cluster) => ({
    ...cluster,
    sums: sumCluster(state, cluster),
  }));
  const sums = addSums(clusters.map((cluster) => cluster.sums));
  const paying = clauses.filter(({ pair }) => pair !== undefined);
  const touching = touched(prepared.constraints, new Set(paying.map(({ clause }) => clause.id)));
  return {
    ...pairOf(sums.pair),
    bound: sums.bound,
    unquantified: scope
      .filter(({ clause, outcome }) => isUnquantified(clause, outcome))
      .map(({ clause }) => clause.clause.id),
    limitedBy: appliedLimits(state, touching),
    readings: isDecided(sums) ? [] : (readings?.(state, prepared, { clauses, touching, clusters }) ?? []),
  };
}

export function pairOf(pair: Pair): { readonly granted: MoneyRange; readonly atMost: MoneyRange } {
  return { granted: moneyRange(pair.least), atMost: moneyRange(pair.most) };
}

function appliedLimits(state: Situation, constraints: readonly Constraint[]): readonly AppliedLimit[] {
  const found = new Map<string, AppliedLimit>();
  for (const { owner, limit } of constraints) {
    if (limit?.source.type !== 'cap' || limit.when?.holds(state) === false) continue;
    const allowed = ceiling(state, limit);
    const range = moneyRange(allowed);
    const applied = { clause: owner, ceiling: isPoint(allowed) ? range.min : null, range };
    found.set(JSON.stringify(applied), applied);
  }
  return [...found.values()];
}
