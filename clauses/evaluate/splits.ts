import type { Influence } from './influence.ts';

/** The variables that are split into cases while they are unknown. */
export interface Splits {
  /** Once for the clause: for a clause over a list, the variables outside of the list. */
  readonly alone: readonly Influence[];
  /** Once for the clause, where several items share them. */
  readonly ofSeveral: readonly Influence[];
  /** At each item of the clause's list. */
  readonly ofItem: readonly Influence[];
}

/** The variables to split, of a clause over a list (`forList`) or for the applicant as a whole. */
export function splitsOf(influences: readonly Influence[], forList: boolean): Splits {
  const select = (ofItem: boolean, chosen: (influence: Influence) => boolean): readonly Influence[] =>
    influences.filter(
      (influence) =>
        influence.slot.kind !== 'series' &&
        (!forList || (influence.slot.list !== undefined) === ofItem) &&
        chosen(influence),
    );
  return {
    alone: select(false, mustSplit),
    ofSeveral: select(false, (influence) => mustSplit(influence) || influence.condition !== undefined),
    ofItem: select(true, mustSplit),
  };
}

/** No splits, where every variable is known. */
export const NO_SPLITS: Splits = splitsOf([], false);

/** Whether intervals are not exact for a variable: it moves the result both ways, or both the condition and the amount. */
export function mustSplit(influence: Influence): boolean {
  return (
    influence.condition === 0 ||
    influence.amount === 0 ||
    (influence.condition !== undefined && influence.amount !== undefined)
  );
}
