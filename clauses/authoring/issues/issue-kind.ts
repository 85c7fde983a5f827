/** An error stops the build; a remark is only shown to the author. */
export type Severity = 'error' | 'remark';

/** One kind of issue, for messages with the given details. The authors' manual prints cause and example. */
export interface IssueKind<Given> {
  readonly severity: Severity;
  /**
   * Whether the kind compares the front matter with the text. Such findings mean nothing where the text could not be read,
   * and are then left out.
   */
  readonly comparesText?: true;
  /** What leads to the issue, in Chinese. */
  readonly cause: string;
  /** Lines of a policy file with the issue. */
  readonly example: string;
  /** What is wrong and how to correct it, in plain Chinese. */
  readonly message: (given: Given) => string;
  /** The corrected lines in the author's syntax. Absent, or `undefined` for a case, where they are not known. */
  readonly fix?: (given: Given) => string | undefined;
}

/** Defines a kind that stops the build. */
export function error<Given>(kind: Omit<IssueKind<Given>, 'severity'>): IssueKind<Given> {
  return { severity: 'error', ...kind };
}

/** Defines a kind that is only shown. */
export function remark<Given>(kind: Omit<IssueKind<Given>, 'severity'>): IssueKind<Given> {
  return { severity: 'remark', ...kind };
}

/** The question whether a similar word was meant; empty where none is known. */
export function didYouMean(nearest: string | undefined): string {
  return nearest === undefined ? '' : `，是不是“${nearest}”？`;
}

/** Words as an enumeration; （没有） for none. */
export function listed(words: readonly string[]): string {
  return words.length === 0 ? '（没有）' : words.join('、');
}
