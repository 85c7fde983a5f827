/** One kind of content that a file may not contain. The authors' manual prints `cause` and `example`. */
export interface RefusalKind<Given> {
  /** What authors do that leads to it, in Chinese. */
  readonly cause: string;
  /** Lines of a file that lead to it. */
  readonly example: string;
  /** Says in plain Chinese what is wrong and how to correct it. */
  readonly message: (given: Given) => string;
  /** Returns the corrected line, or nothing where there is no obvious correction. */
  readonly repair?: (line: string, given: Given) => string | undefined;
}

/** Declares a kind of refusal; infers the type of the values that its message needs. */
export function refusalKind<Given>(kind: RefusalKind<Given>): RefusalKind<Given> {
  return kind;
}
