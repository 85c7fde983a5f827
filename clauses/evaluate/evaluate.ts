import { toNumber } from '../numbers/exact.ts';
import { type Interval, isPoint } from '../numbers/interval.ts';
import { hasReservation } from './arithmetic.ts';
import { limitsItems, underCaps, underItemCaps } from './caps.ts';
import { forEachCase, type Unknown } from './completions.ts';
import { areItemsCorrelated } from './correlation.ts';
import { mayBeOpen } from './facts.ts';
import type { Influence } from './influence.ts';
import { type Count, combineItems, NOT_MET, type Outcome, unite } from './outcome.ts';
import { limitSum, payOnce } from './payment.ts';
import type { Value } from './prepared.ts';
import { influencesOf, type PreparedClause } from './prepared-clause.ts';
import {
  cellsOf,
  forEachItem,
  isSharedByItems,
  itemCount,
  type ListSlot,
  mostItems,
  type Situation,
  type Slot,
} from './situation.ts';
import { NO_SPLITS, type Splits } from './splits.ts';

/** A clause of a check with its outcome. */
export interface Evaluated {
  readonly clause: PreparedClause;
  readonly outcome: Outcome;
}

/** Evaluates the clauses again that read a variable that has just been narrowed. */
export function reevaluate(
  state: Situation,
  evaluated: readonly Evaluated[],
  narrowed: Slot,
): readonly Evaluated[] {
  return evaluated.map((each) =>
    each.clause.reads.includes(narrowed)
      ? { clause: each.clause, outcome: evaluateClause(state, each.clause) }
      : each,
  );
}

/**
 * The outcome of a clause over all completions: exact, or wider and marked `bound`; never narrower. With the caps of other
 * clauses (see `heldClause`) amounts are those after these caps, while no other clause uses them.
 */
export function evaluateClause(state: Situation, clause: PreparedClause): Outcome {
  const { list, reads } = clause;
  const splits = mayBeOpen(state, reads) ? influencesOf(clause).splits : NO_SPLITS;
  if (list !== undefined) return evaluateItems(state, clause, list, splits);
  return overCases(state, clause, splits.alone, () =>
    underCaps(state, clause, limitSum(state, clause, payOnce(state, clause), clause.sumLimits)),
  );
}

function evaluateItems(state: Situation, clause: PreparedClause, list: ListSlot, splits: Splits): Outcome {
  const { sumLimits, countLimits } = clause;
  const itemsBy = (pay: () => Outcome): readonly Outcome[] => {
    const items: Outcome[] = [];
    forEachItem(state, list, () => items.push(overCases(state, clause, splits.ofItem, pay)));
    return items;
  };
  return overCases(state, clause, itemCount(state, list) > 1 ? splits.ofSeveral : splits.alone, () => {
    const items = itemsBy(() => payOnce(state, clause));
    const correlated = clause.spansItems || (splits !== NO_SPLITS && areItemsCorrelated(state, clause));
    const sum = combineItems(items, {
      correlated,
      unknownUpTo: state.known[list.index] ? undefined : mostItems(state),
      paid: paidItems(state, clause),
    });
    const held = limitsItems(clause)
      ? itemsBy(() => underItemCaps(state, clause, payOnce(state, clause)))
      : items;
    return underCaps(state, clause, limitSum(state, clause, sum, sumLimits, countLimits), held, correlated);
  });
}

/** The most items that are paid; infinite without a limit. */
function paidItems(state: Situation, { countLimits }: PreparedClause): Count {
  let [min, max] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const { amount, when } of countLimits) {
    const applies = when?.holds(state) ?? true;
    if (applies === false) continue;
    const count = wholeNumbers(amount.value(state));
    min = Math.min(min, count.min);
    if (applies === true) max = Math.min(max, count.max);
  }
  return { min, max };
}

function wholeNumbers(value: Value): Count {
  const whole = (end: Interval['min'], open: number): number =>
    end === null || hasReservation(value) ? open : Math.max(0, Math.floor(toNumber(end)));
  return { min: whole(value.min, 0), max: whole(value.max, Number.POSITIVE_INFINITY) };
}

/** The outcome over all cases of the unknown variables; wider than the completions where some are left unsplit. */
function overCases(
  state: Situation,
  clause: PreparedClause,
  splits: readonly Influence[],
  evaluate: () => Outcome,
): Outcome {
  const open = unknowns(state, clause, splits);
  let outcome: Outcome | undefined;
  const unsplit = forEachCase(open, () => {
    const next = evaluate();
    outcome = outcome === undefined ? next : unite(outcome, next);
  });
  const found = outcome ?? NOT_MET;
  return unsplit ? { ...found, bound: true } : found;
}

/** The variables that are unknown now, one entry for each item concerned. */
function unknowns(
  state: Situation,
  clause: PreparedClause,
  splits: readonly Influence[],
): readonly Unknown[] {
  const found: Unknown[] = [];
  for (const { slot, cuts } of splits) {
    if (clause.spansItems && isSharedByItems(state, slot)) continue;
    for (const cells of allCellsOf(state, clause, slot)) {
      const range = cells[slot.index];
      if (range !== undefined && !isPoint(range)) found.push({ slot, cells, cuts });
    }
  }
  return found;
}

/** The cells of a variable: of every item for a list that is not the clause's own, else of the current item. */
function allCellsOf(state: Situation, { list }: PreparedClause, slot: Slot): readonly Interval[][] {
  const rows = slot.list === undefined || slot.list === list?.index ? undefined : state.rows[slot.list];
  return rows ?? [cellsOf(state, slot)];
}
