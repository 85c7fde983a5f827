import { isOpenNow, isOpenSomewhere } from './facts.ts';
import { isOpen, type Pair } from './outcome.ts';
import { influencesOf, type PreparedClause } from './prepared-clause.ts';
import type { Situation, Slot } from './situation.ts';
import { mustSplit } from './splits.ts';

/** Whether something open that every item shares is not settled by pieces. */
export function areItemsCorrelated(state: Situation, clause: PreparedClause): boolean {
  return influencesOf(clause).variables.some(
    (use) => use.slot.list === undefined && use.measuredInCondition && isOpenNow(state, use),
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
  return influencesOf(clause).variables.some((use) => {
    const unsplit = use.measuredInCondition || (clause.acrossItems && isLeftWhole(state, clause, use.slot));
    const ties = (open && use.amount === 0) || (doubtful && unsplit && mustSplit(use));
    const isUnknown = clause.acrossItems ? isOpenSomewhere : isOpenNow;
    return ties && isUnknown(state, use);
  });
}

/** Whether a variable of a list is not split at every item: of the clause's own list it is at the present one. */
function isLeftWhole(state: Situation, { list }: PreparedClause, slot: Slot): boolean {
  return slot.list !== undefined && (slot.list === list?.index || state.known[slot.list] !== true);
}

/** Whether something open in a limit of the sum moves the amount both ways, or decides what it measures. */
export function movesBothWays(state: Situation, clause: PreparedClause): boolean {
  const { variables: uses, sumReads } = influencesOf(clause);
  return uses.some(
    (use) =>
      sumReads.includes(use.slot) &&
      (use.amount === 0 || use.measuredInCondition || (use.slot.list !== undefined && mustSplit(use))) &&
      isOpenSomewhere(state, use),
  );
}
