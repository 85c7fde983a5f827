import type { Influence } from './influence.ts';

/** The variables that are split into cases while they are open. */
export interface Splits {
  /** By themselves: of a clause for a list those outside of it. */
  readonly alone: readonly Influence[];
  /** The same where several items share them. */
  readonly ofSeveral: readonly Influence[];
  /** At each item. */
  readonly ofItem: readonly Influence[];
}

export function splitsOf(influences: readonly Influence[], forList: boolean): Splits {
  const those = (ofItem: boolean, chosen: (influence: Influence) => boolean): readonly Influence[] =>
    influences.filter(
      (influence) =>
        influence.slot.kind !== 'series' &&
        (!forList || (influence.slot.list !== undefined) === ofItem) &&
        chosen(influence),
    );
  return {
    alone: those(false, mustSplit),
    ofSeveral: those(false, (influence) => mustSplit(influence) || influence.condition !== undefined),
    ofItem: those(true, mustSplit),
  };
}

/** Of a clause of which everything is known. */
export const NO_SPLITS: Splits = splitsOf([], false);

/** A variable must be split where intervals are not exact: it moves the result both ways, or decides and measures. */
export function mustSplit(influence: Influence): boolean {
  return (
    influence.condition === 0 ||
    influence.amount === 0 ||
    (influence.condition !== undefined && influence.amount !== undefined)
  );
}
