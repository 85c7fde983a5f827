/** An open question of how to read the text. */
export interface Reading {
  /** Full id: `<id of its clause, group or requirement>:<name>`. */
  readonly id: string;
  readonly name: string;
  readonly question: string;
  /** Branches that are computed; empty for a reading that is only shown. */
  readonly options: readonly { readonly name: string; readonly label: string }[];
  readonly note?: string;
  /** Full ids of the clauses that it concerns, besides its owner's and those that follow from the rules. */
  readonly concerns?: readonly string[];
}
