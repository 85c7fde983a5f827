import type { IssueKind, Severity } from './issue-kind.ts';
import { type IssueCode, issueKinds } from './issue-kinds.ts';

/** Keys and 0-based list positions from the top of the front matter, or of a table, to a value. */
export type Path = readonly (string | number)[];

/** The place of a finding: a value of the front matter, or a UTF-16 offset in the source of the body. */
export type FindingPlace = { readonly path: Path } | { readonly offset: number };

/** One problem in content. The loader turns its place into file, line and column. */
export type Finding = FindingPlace & {
  readonly code: IssueCode;
  readonly severity: Severity;
  readonly message: string;
  /** The corrected lines, in the author's syntax. */
  readonly fix?: string;
  /** Related places, for instance the sentence that a rule contradicts. */
  readonly also?: readonly Note[];
};

/** A related place with a description of it. */
export type Note = FindingPlace & { readonly message: string };

/** The details that the message of a kind of issue requires. */
export type IssueDetails<Code extends IssueCode> = Parameters<(typeof issueKinds)[Code]['message']>[0];

/** Creates a finding of a kind at a place. `also` are related places. */
export function finding<Code extends IssueCode>(
  code: Code,
  place: FindingPlace,
  given: IssueDetails<Code>,
  also: readonly Note[] = [],
): Finding {
  const kind: IssueKind<never> = issueKinds[code];
  // `given` has the type that the kind of this code requires; the checker only sees the union of all kinds.
  const details = given as never;
  const fix = kind.fix?.(details);
  return {
    ...place,
    code,
    severity: kind.severity,
    message: kind.message(details),
    ...(fix === undefined ? {} : { fix }),
    ...(also.length === 0 ? {} : { also }),
  };
}

/** Whether one of the findings stops the build. */
export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === 'error');
}
