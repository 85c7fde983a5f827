import { isOpenNow, isOpenSomewhere } from './facts.ts';
import { isOpen, type Pair } from './outcome.ts';
import { influencesOf, type PreparedClause } from './prepared-clause.ts';
import type { Situation, Slot } from './situation.ts';
import { mustSplit } from './splits.ts';

/**
 * Whether an unknown that all items share can correlate them in a way that splitting into cases does not resolve.
 */
export function areItemsCorrelated(state: Situation, clause: PreparedClause): boolean {
  return influencesOf(clause).influences.some(
    (influence) =>
      influence.slot.list === undefined && influence.measuredInCondition && isOpenNow(state, influence),
  );
}

/**
 * Whether an unknown moves the amount both ways, or keeps an `undecided` condition unknown in a way that splitting into
 * cases does not resolve. Then the result may include values that no completion has.
 */
export function isCorrelated(
  state: Situation,
  clause: PreparedClause,
  undecided: boolean,
  amount: Pair,
): boolean {
  const open = isOpen(amount);
  if (!open && !undecided) return false;
  return influencesOf(clause).influences.some((influence) => {
    const unsplit =
      influence.measuredInCondition || (clause.spansItems && isLeftWhole(state, clause, influence.slot));
    const correlates = (open && influence.amount === 0) || (undecided && unsplit && mustSplit(influence));
    const isUnknown = clause.spansItems ? isOpenSomewhere : isOpenNow;
    return correlates && isUnknown(state, influence);
  });
}

/** Whether a variable is not split at every item: its list is unknown, or is the clause's own, split at the current item. */
function isLeftWhole(state: Situation, { list }: PreparedClause, slot: Slot): boolean {
  return slot.list !== undefined && (slot.list === list?.index || state.known[slot.list] !== true);
}

/** Whether an unknown in a limit of the sum moves the amount both ways, or is also measured by the condition. */
export function movesBothWays(state: Situation, clause: PreparedClause): boolean {
  const { influences, sumReads } = influencesOf(clause);
  return influences.some(
    (influence) =>
      sumReads.includes(influence.slot) &&
      (influence.amount === 0 ||
        influence.measuredInCondition ||
        (influence.slot.list !== undefined && mustSplit(influence))) &&
      isOpenSomewhere(state, influence),
  );
}
