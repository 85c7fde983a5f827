import { isOpenNow, isOpenSomewhere } from './facts.ts';
import { isOpen, type Pair } from './outcome.ts';
import { influencesOf, type PreparedClause } from './prepared-clause.ts';
import type { Situation, Slot } from './situation.ts';
import { mustSplit } from './splits.ts';

/** Whether something open that every item shares is not settled by pieces. */
export function areItemsCorrelated(state: Situation, clause: PreparedClause): boolean {
  return influencesOf(clause).variables.some(
    (influence) =>
      influence.slot.list === undefined && influence.measuredInCondition && isOpenNow(state, influence),
  );
}

/**
 * Whether something unknown moves the amount both ways, or leaves a `doubtful` condition open in a way that pieces do
 * not settle: then a case may count that no completion reaches.
 */
export function isCorrelated(
  state: Situation,
  clause: PreparedClause,
  doubtful: boolean,
  amount: Pair,
): boolean {
  const open = isOpen(amount);
  if (!open && !doubtful) return false;
  return influencesOf(clause).variables.some((influence) => {
    const unsplit =
      influence.measuredInCondition || (clause.spansItems && isLeftWhole(state, clause, influence.slot));
    const ties = (open && influence.amount === 0) || (doubtful && unsplit && mustSplit(influence));
    const isUnknown = clause.spansItems ? isOpenSomewhere : isOpenNow;
    return ties && isUnknown(state, influence);
  });
}

/** Whether a variable of a list is not split at every item: of the clause's own list it is at the present one. */
function isLeftWhole(state: Situation, { list }: PreparedClause, slot: Slot): boolean {
  return slot.list !== undefined && (slot.list === list?.index || state.known[slot.list] !== true);
}

/** Whether something open in a limit of the sum moves the amount both ways, or decides what it measures. */
export function movesBothWays(state: Situation, clause: PreparedClause): boolean {
  const { variables: influences, sumReads } = influencesOf(clause);
  return influences.some(
    (influence) =>
      sumReads.includes(influence.slot) &&
      (influence.amount === 0 ||
        influence.measuredInCondition ||
        (influence.slot.list !== undefined && mustSplit(influence))) &&
      isOpenSomewhere(state, influence),
  );
}
