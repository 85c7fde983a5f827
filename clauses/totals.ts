import { computedReadings, type Prepared } from './chain.ts';
import type { Constraint } from './constraints.ts';
import { type Evaluated, reevaluate } from './evaluate.ts';
import { integer } from './exact.ts';
import { isPoint, point } from './interval.ts';
import type { Reading } from './language.ts';
import { ceiling } from './limits.ts';
import { isUnquantified, moneyRange } from './money.ts';
import { addPairs, type Pair } from './outcome.ts';
import { slotOf } from './prepared.ts';
import type { PreparedClause } from './prepared-clause.ts';
import type { AppliedLimit, MoneyRange, Totals, TotalsReading } from './result.ts';
import type { Situation, Slot } from './situation.ts';
import {
  addSums,
  type Cluster,
  type ClusterSums,
  canMove,
  clustersOf,
  type Sums,
  sumCluster,
} from './sums.ts';

/** The two sums of a check with what limits them and the readings that change them. */
export function totals(state: Situation, prepared: Prepared, scope: readonly Evaluated[]): Totals {
  const clauses = scope.map(({ clause }) => clause);
  const clusters = clustersOf(state, scope, prepared.constraints).map((cluster) => ({
    ...cluster,
    sums: sumCluster(state, cluster),
  }));
  const sums = addSums(clusters.map((cluster) => cluster.sums));
  const touching = prepared.constraints.filter((constraint) => touches(constraint, clauses));
  return {
    ...pairOf(sums.pair),
    bound: sums.bound,
    unquantified: scope
      .filter(({ clause, outcome }) => isUnquantified(clause, outcome))
      .map(({ clause }) => clause.clause.id),
    limitedBy: appliedLimits(state, touching),
    readings: decided(sums) ? [] : effects(state, clusters, readingsOf(prepared, clauses, touching)),
  };
}

function pairOf(pair: Pair): { readonly granted: MoneyRange; readonly atMost: MoneyRange } {
  return { granted: moneyRange(pair.least), atMost: moneyRange(pair.most) };
}

function decided({ pair, bound }: Sums): boolean {
  return !bound && isPoint(pair.least) && isPoint(pair.most);
}

function touches({ members }: Constraint, clauses: readonly PreparedClause[]): boolean {
  return clauses.some(({ clause, pair }) => pair !== undefined && members.has(clause.id));
}

function appliedLimits(state: Situation, constraints: readonly Constraint[]): readonly AppliedLimit[] {
  const found = new Map<string, AppliedLimit>();
  for (const { owner, limit } of constraints) {
    if (
      limit === undefined ||
      limit.source.type !== 'cap' ||
      limit.when?.holds(state) === false ||
      found.has(owner)
    )
      continue;
    const allowed = ceiling(state, limit);
    const range = moneyRange(allowed);
    found.set(owner, { clause: owner, ceiling: isPoint(allowed) ? range.min : null, range });
  }
  return [...found.values()];
}

function readingsOf(
  prepared: Prepared,
  clauses: readonly PreparedClause[],
  constraints: readonly Constraint[],
): readonly Reading[] {
  const owners = new Set([
    ...clauses.map(({ clause }) => clause.id),
    ...constraints.map(({ owner }) => owner),
  ]);
  const groups = prepared.policies.flatMap((policy) => policy.groups);
  return computedReadings([...prepared.clauses.values(), ...groups].filter(({ id }) => owners.has(id)));
}

interface Summed extends Cluster {
  readonly sums: ClusterSums;
}

/** What each way of reading the text would give, for the readings that make a difference. */
function effects(
  state: Situation,
  clusters: readonly Summed[],
  readings: readonly Reading[],
): readonly TotalsReading[] {
  return readings.flatMap((reading) => {
    const slot = slotOf(state.layout, reading.id);
    const moved = clusters.filter((cluster) => !decided(cluster.sums) && canMove(cluster, slot));
    const branches = reading.options.map((_, option) =>
      addPairs(moved.map((cluster) => branchOf(state, cluster, slot, option))),
    );
    if (new Set(branches.map((branch) => JSON.stringify(pairOf(branch)))).size < 2) return [];
    const rest = clusters.filter((cluster) => !moved.includes(cluster)).map(({ sums }) => sums.pair);
    const options = reading.options.map(({ name, label }, option) => ({
      name,
      label,
      ...pairOf(addPairs([...rest, ...branches.slice(option, option + 1)])),
    }));
    return [{ id: reading.id, kind: 'computed' as const, question: reading.question, options }];
  });
}

function branchOf(state: Situation, cluster: Summed, slot: Slot, option: number): Pair {
  const summed = cluster.sums.branches.get(slot)?.[option];
  if (summed !== undefined) return summed;
  return withReading(
    state,
    slot,
    option,
    () => sumCluster(state, { ...cluster, scope: reevaluate(state, cluster.scope, [slot]) }).pair,
  );
}

/** Runs `use` with one branch of a reading fixed and the others open. */
export function withReading<Result>(state: Situation, slot: Slot, option: number, use: () => Result): Result {
  const before = state.values[slot.index] ?? slot.range;
  state.values[slot.index] = point(integer(option));
  const result = use();
  state.values[slot.index] = before;
  return result;
}
