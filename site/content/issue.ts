import type { Finding, IssueCode, Place, Severity } from '../../clauses/authoring.ts';
import type { Refusal, RefusalCode } from './refusals.ts';
import { lineText, type Position, positionAt, type SourceText } from './source.ts';

/** A place in a file, with the line that stands there. */
export interface Spot extends Position {
  readonly file: string;
  /** The line as it stands; empty where there is none. */
  readonly excerpt: string;
}

/** One problem in the content, ready to be shown. */
export interface ContentIssue extends Spot {
  readonly code: IssueCode | RefusalCode;
  /** An error stops the build, a remark is only shown. */
  readonly severity: Severity;
  readonly message: string;
  /** How the line should look. */
  readonly fix?: string;
  /** The other lines that it is about. */
  readonly also?: readonly (Spot & { readonly message: string })[];
}

/** The way from the place of a finding to an offset in the file. */
export type Locate = (place: Place) => number;

/** The spot of an offset. */
export function spotAt(source: SourceText, offset: number): Spot {
  const position = positionAt(source, offset);
  return { file: source.file, ...position, excerpt: lineText(source, position.line) };
}

/** An issue from what was refused; `start` is the offset in the file from which the refusal counts. */
export function issueOfRefusal(source: SourceText, refused: Refusal, start = 0): ContentIssue {
  const spot = spotAt(source, start + refused.offset);
  const fix = refused.repair?.(spot.excerpt);
  return {
    ...spot,
    code: refused.code,
    severity: 'error',
    message: refused.message,
    ...(fix === undefined || fix === spot.excerpt ? {} : { fix: fix.trim() }),
  };
}

/** An issue from a finding of the compiler. */
export function issueOfFinding(source: SourceText, found: Finding, locate: Locate): ContentIssue {
  const { code, severity, message, fix, also } = found;
  return {
    ...spotAt(source, locate(found)),
    code,
    severity,
    message,
    ...(fix === undefined ? {} : { fix }),
    ...(also === undefined
      ? {}
      : { also: also.map((note) => ({ ...spotAt(source, locate(note)), message: note.message })) }),
  };
}

/** By file, then line, then column; what says the same at the same place once. */
export function sortedIssues(issues: readonly ContentIssue[]): readonly ContentIssue[] {
  const byPlace = new Map(
    issues.map((issue) => [
      [issue.file, issue.line, issue.column, issue.code, issue.message].join('\0'),
      issue,
    ]),
  );
  return [...byPlace.values()].sort(
    (a, b) => compareText(a.file, b.file) || a.line - b.line || a.column - b.column,
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
