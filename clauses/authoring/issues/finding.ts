import { type IssueCode, issueKinds, type Severity } from './issue-kinds.ts';

/** Keys and list positions from the top of the front matter (or of a table) down to a value. */
export type Path = readonly (string | number)[];

/** Where a finding stands: in the front matter, or at a UTF-16 offset in the source of the body. */
export type FindingPlace = { readonly path: Path } | { readonly offset: number };

/** One problem in content, before the loader turns its place into file, line and column. */
export type Finding = FindingPlace & {
  readonly code: IssueCode;
  readonly severity: Severity;
  readonly message: string;
  /** The repaired lines, in the author's own syntax. */
  readonly fix?: string;
  /** The other line that it is about, for instance the sentence that a rule contradicts. */
  readonly also?: readonly Note[];
};

/** A second place with what stands there. */
export type Note = FindingPlace & { readonly message: string };

/** What the messages of one kind of issue need to know. */
export type IssueDetails<Code extends IssueCode> = Parameters<(typeof issueKinds)[Code]['message']>[0];

/** Builds the finding of a kind at a place. */
export function finding<Code extends IssueCode>(
  code: Code,
  place: FindingPlace,
  given: IssueDetails<Code>,
  also: readonly Note[] = [],
): Finding {
  const kind: {
    severity: Severity;
    message: (given: never) => string;
    fix?: (given: never) => string | undefined;
  } = issueKinds[code];
  // The table types every message by its own code; a union of functions takes what all of them take.
  const fix = kind.fix?.(given as never);
  return {
    ...place,
    code,
    severity: kind.severity,
    message: kind.message(given as never),
    ...(fix === undefined ? {} : { fix }),
    ...(also.length === 0 ? {} : { also }),
  };
}

/** Whether anything found stops the build. */
export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === 'error');
}
