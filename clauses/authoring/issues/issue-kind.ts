/** An error stops the build, a remark is shown to the publisher. */
export type Severity = 'error' | 'remark';

/** One kind of issue. Cause and example are the manual's text on it. */
export interface IssueKind<Given> {
  readonly severity: Severity;
  /** How it comes about. */
  readonly cause: string;
  /** Lines that lead to it. */
  readonly example: string;
  /** Plain Chinese: what is wrong and how to mend it. */
  readonly message: (given: Given) => string;
  /** The repaired lines, where they are known. */
  readonly fix?: (given: Given) => string | undefined;
}

/** A kind that stops the build. */
export function error<Given>(kind: Omit<IssueKind<Given>, 'severity'>): IssueKind<Given> {
  return { severity: 'error', ...kind };
}

/** A kind that is only shown. */
export function remark<Given>(kind: Omit<IssueKind<Given>, 'severity'>): IssueKind<Given> {
  return { severity: 'remark', ...kind };
}

/** 是不是“…”？ where a near word is known. */
export function meant(nearest: string | undefined): string {
  return nearest === undefined ? '' : `，是不是“${nearest}”？`;
}

/** Words in a list as people write them. */
export function listed(words: readonly string[]): string {
  return words.length === 0 ? '（没有）' : words.join('、');
}
