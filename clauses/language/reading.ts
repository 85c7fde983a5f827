/** An open question of how to read the text. */
export interface Reading {
  /** Full id: `<clause id>:<name>`. */
  readonly id: string;
  readonly name: string;
  readonly question: string;
  /** Branches that are computed; empty for a reading that is only shown. */
  readonly options: readonly { readonly name: string; readonly label: string }[];
  readonly note?: string;
}
