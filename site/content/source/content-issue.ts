import type { Finding, FindingPlace, IssueCode, Note, Severity } from '../../../clauses/authoring.ts';
import type { FileRefusal, RefusalCode } from './refusals.ts';
import { lineText, type Position, positionAt, type SourceText } from './source-text.ts';
import type { YamlSpan } from './yaml.ts';

/** A position in a file together with the text of its line. */
export interface SourceLocation extends Position {
  readonly file: string;
  /** The whole line; empty beyond the last line. */
  readonly excerpt: string;
}

/** One problem in the content as it is reported to the author. */
export interface ContentIssue extends SourceLocation {
  readonly code: IssueCode | RefusalCode;
  /** An error stops the build; a remark is only shown. */
  readonly severity: Severity;
  readonly message: string;
  /** The corrected line or lines. */
  readonly fix?: string;
  /** Other lines that the problem concerns. */
  readonly also?: readonly (SourceLocation & { readonly message: string })[];
}

/** Maps the places of findings to a file. */
export interface FindingPositions {
  /** The offset in the file. Words that `message` quotes make it more precise. */
  readonly offsetOf: (place: FindingPlace, message: string) => number;
  /** The span of the value at a place of the front matter; nothing where it cannot be replaced. */
  readonly spanOf: (place: FindingPlace) => YamlSpan | undefined;
}

/** The location of an offset. */
export function locationAt(source: SourceText, offset: number): SourceLocation {
  const position = positionAt(source, offset);
  return { file: source.file, ...position, excerpt: lineText(source, position.line) };
}

/** The issue for a refusal. `start` is the offset in the file at which the refused text begins. */
export function issueOfRefusal(source: SourceText, refused: FileRefusal, start = 0): ContentIssue {
  const location = locationAt(source, start + refused.offset);
  const fix = refused.repair?.(location.excerpt);
  return {
    ...location,
    code: refused.code,
    severity: 'error',
    message: refused.message,
    ...(fix === undefined || fix === location.excerpt ? {} : { fix: fix.trim() }),
  };
}

/** The issue for a finding of the compiler. */
export function issueOfFinding(
  source: SourceText,
  found: Finding,
  positions: FindingPositions,
): ContentIssue {
  const { code, severity, message, also } = found;
  const fix = repaired(source, found, positions);
  return {
    ...locationAt(source, positions.offsetOf(found, message)),
    code,
    severity,
    message,
    ...(fix === undefined ? {} : { fix }),
    ...(also === undefined ? {} : { also: also.map((note) => noteOf(source, note, found, positions)) }),
  };
}

function noteOf(
  source: SourceText,
  note: Note,
  found: Finding,
  positions: FindingPositions,
): NonNullable<ContentIssue['also']>[number] {
  return { ...locationAt(source, positions.offsetOf(note, found.message)), message: note.message };
}

/**
 * The whole line with the fixed value or key, where the finding proposes a single value or key; otherwise the lines that
 * the finding proposes.
 */
function repaired(source: SourceText, found: Finding, positions: FindingPositions): string | undefined {
  const { fix } = found;
  const span = positions.spanOf(found);
  if (fix === undefined || span === undefined || !('path' in found)) return fix;
  const key = String(found.path.at(-1));
  if (found.code === 'unknownKey' && fix.endsWith(': ……')) {
    const at = source.text.lastIndexOf(key, span.start);
    return lineWith(source, { start: at, end: at + key.length }, fix.slice(0, -': ……'.length)) ?? fix;
  }
  const value = fix.startsWith(`${key}: `) ? fix.slice(key.length + 2) : fix;
  return /\n|^[\w.-]+: |^</.test(value) ? fix : (lineWith(source, span, value) ?? fix);
}

/** The line around a span with the span replaced; nothing where the span covers several lines. */
function lineWith({ text }: SourceText, { start, end }: YamlSpan, value: string): string | undefined {
  if (text.slice(start, end).includes('\n')) return undefined;
  const after = text.indexOf('\n', end);
  return (
    text.slice(text.lastIndexOf('\n', start - 1) + 1, start) +
    value +
    text.slice(end, after === -1 ? undefined : after)
  ).trim();
}

/** The issues by file, line and column, without duplicates (the same code and message at the same position). */
export function sortedIssues(issues: readonly ContentIssue[]): readonly ContentIssue[] {
  const byPosition = new Map(
    issues.map((issue) => [
      [issue.file, issue.line, issue.column, issue.code, issue.message].join('\0'),
      issue,
    ]),
  );
  return [...byPosition.values()].sort(
    (a, b) => compareText(a.file, b.file) || a.line - b.line || a.column - b.column,
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
