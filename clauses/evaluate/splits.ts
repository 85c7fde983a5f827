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

export function splitsOf(uses: readonly Influence[], forList: boolean): Splits {
  const those = (ofItem: boolean, chosen: (use: Influence) => boolean): readonly Influence[] =>
    uses.filter(
      (use) =>
        use.slot.kind !== 'series' && (!forList || (use.slot.list !== undefined) === ofItem) && chosen(use),
    );
  return {
    alone: those(false, mustSplit),
    ofSeveral: those(false, (use) => mustSplit(use) || use.condition !== undefined),
    ofItem: those(true, mustSplit),
  };
}

/** Of a clause of which everything is known. */
export const NO_SPLITS: Splits = splitsOf([], false);

/** A variable must be split where intervals are not exact: it moves the result both ways, or decides and measures. */
export function mustSplit(use: Influence): boolean {
  return use.condition === 0 || use.amount === 0 || (use.condition !== undefined && use.amount !== undefined);
}
