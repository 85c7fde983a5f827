/** One kind of thing that a file may not contain. Cause and example are the manual's text on it. */
export interface RefusalKind<Given> {
  /** How it comes about. */
  readonly cause: string;
  /** Lines that lead to it. */
  readonly example: string;
  /** Plain Chinese: what is wrong and how to mend it. */
  readonly message: (given: Given) => string;
  /** The repaired line, from the line as it stands. */
  readonly repair?: (line: string, given: Given) => string | undefined;
}

/** Declares a kind; keeps what its messages need to know. */
export function refusalKind<Given>(refusal: RefusalKind<Given>): RefusalKind<Given> {
  return refusal;
}
