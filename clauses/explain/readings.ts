import { verdictOf } from '../check/clause-result.ts';
import { sumCluster } from '../check/cluster-sums.ts';
import { canMove } from '../check/clusters.ts';
import type { OwnFigure } from '../check/open-causes.ts';
import { ownAmount, ownFigure } from '../check/own-figure.ts';
import type { PreparedCatalogue } from '../check/prepared-catalogue.ts';
import type { ReadingResult, TotalsReading } from '../check/result.ts';
import { moneyRangesOf, type SummedCluster } from '../check/totals.ts';
import { type Evaluated, evaluateClause, reevaluate } from '../evaluate/evaluate.ts';
import { addPairs, isOpen, NO_PAIR, type Outcome, type Pair, samePairs } from '../evaluate/outcome.ts';
import { slotOf } from '../evaluate/prepared.ts';
import type { Situation, Slot } from '../evaluate/situation.ts';
import { isOwnReading, ownedName } from '../language/concerning-readings.ts';
import type { Reading } from '../language/reading.ts';
import { integer } from '../numbers/exact.ts';
import { isPoint, point } from '../numbers/interval.ts';

/**
 * What each reading that concerns a clause would give: one option fixed, everything else open. Those of other clauses,
 * of groups and of limits are named with their owner, `integration-titles:titles`, whether or not they change a figure.
 */
export function clauseReadings(
  state: Situation,
  prepared: PreparedCatalogue,
  evaluated: Evaluated,
): readonly ReadingResult[] {
  const { clause } = evaluated.clause;
  const { reads } = prepared.held.get(clause.id) ?? evaluated.clause;
  return (prepared.concerning.get(clause.id) ?? []).map((reading) => {
    if (isOwnReading(clause, reading)) return readingResult(state, prepared, evaluated, reading);
    const result = reads.some((slot) => slot.reading && slot.id === reading.id)
      ? readingResult(state, prepared, evaluated, reading)
      : shownReading(reading);
    return { ...result, id: ownedName(reading) };
  });
}

function readingResult(
  state: Situation,
  prepared: PreparedCatalogue,
  evaluated: Evaluated,
  reading: Reading,
): ReadingResult {
  const { clause, outcome } = evaluated;
  if (reading.options.length === 0 || clause.clause.kind === 'limit') return shownReading(reading);
  const figure = ownFigure(state, prepared, evaluated);
  const { own } = figure;
  const isSettled =
    outcome.met !== 'unknown' && !own.bound && (own.amount === undefined || isFixed(own)) && !outcome.bound;
  const options = reading.options.map(({ name, label }, option) => {
    const result = (branch: OwnFigure) => ({
      name,
      label,
      verdict: verdictOf(branch.outcome.met),
      amount: ownAmount(state, prepared, branch),
    });
    return isSettled
      ? result(figure)
      : withReading(state, slotOf(state.layout, reading.id), option, () =>
          result(ownFigure(state, prepared, { clause, outcome: evaluateClause(state, clause) })),
        );
  });
  return { id: reading.name, kind: 'computed', question: reading.question, options };
}

function isFixed({ amount }: Outcome): boolean {
  return amount !== undefined && isPoint(amount.least) && isPoint(amount.most);
}

function shownReading({ name, question, options, note }: Reading): ReadingResult {
  if (options.length === 0) return { id: name, kind: 'noted', question, note: note ?? '' };
  return { id: name, kind: 'computed', question, options };
}

/** The totals under each reading, for the readings that make a difference. */
export function totalsReadings(
  state: Situation,
  prepared: PreparedCatalogue,
  scope: readonly OwnFigure[],
  clusters: readonly SummedCluster[],
): readonly TotalsReading[] {
  return [...prepared.readings.values()].flatMap((reading) => {
    const slot = slotOf(state.layout, reading.id);
    const moved = clusters.filter((cluster) => isOpen(cluster.sums.pair) && canMove(cluster, slot));
    const branches = reading.options.map((_, option) =>
      addPairs(moved.map((cluster) => branchOf(state, cluster, slot, option))),
    );
    const [first = NO_PAIR] = branches;
    if (branches.every((branch) => samePairs(branch, first))) return [];
    const rest = clusters.filter((cluster) => !moved.includes(cluster)).map(({ sums }) => sums.pair);
    const options = reading.options.map(({ name, label }, option) => ({
      name,
      label,
      ...moneyRangesOf(state, scope, addPairs([...rest, ...branches.slice(option, option + 1)])),
    }));
    return [{ id: reading.id, kind: 'computed' as const, question: reading.question, options }];
  });
}

function branchOf(state: Situation, cluster: SummedCluster, slot: Slot, option: number): Pair {
  const summed = cluster.sums.branches.get(slot)?.[option];
  if (summed !== undefined) return summed;
  return withReading(
    state,
    slot,
    option,
    () => sumCluster(state, { ...cluster, scope: reevaluate(state, cluster.scope, slot) }).pair,
  );
}

/** Runs `run` with one option of a reading fixed, then opens the reading again. */
function withReading<Result>(state: Situation, slot: Slot, option: number, run: () => Result): Result {
  const before = state.values[slot.index] ?? slot.range;
  state.values[slot.index] = point(integer(option));
  const result = run();
  state.values[slot.index] = before;
  return result;
}
