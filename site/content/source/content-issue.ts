import type { Finding, FindingPlace, IssueCode, Note, Severity } from '../../../clauses/authoring.ts';
import type { FileRefusal, RefusalCode } from './refusals.ts';
import { lineText, type Position, positionAt, type SourceText } from './source-text.ts';
import type { YamlSpan } from './yaml.ts';

/** A place in a file, with the line that stands there. */
export interface SourceLocation extends Position {
  readonly file: string;
  /** The line as it stands; empty where there is none. */
  readonly excerpt: string;
}

/** One problem in the content, ready to be shown. */
export interface ContentIssue extends SourceLocation {
  readonly code: IssueCode | RefusalCode;
  /** An error stops the build, a remark is only shown. */
  readonly severity: Severity;
  readonly message: string;
  /** How the line should look. */
  readonly fix?: string;
  /** The other lines that it is about. */
  readonly also?: readonly (SourceLocation & { readonly message: string })[];
}

/** The way from the places of findings into the file. */
export interface FindingPositions {
  /** `message` says what is looked for near the place. */
  readonly offsetOf: (place: FindingPlace, message: string) => number;
  /** The value at a place of the front matter, where it can be replaced. */
  readonly spanOf: (place: FindingPlace) => YamlSpan | undefined;
}

/** The spot of an offset. */
export function locationAt(source: SourceText, offset: number): SourceLocation {
  const position = positionAt(source, offset);
  return { file: source.file, ...position, excerpt: lineText(source, position.line) };
}

/** An issue from what was refused; `start` is the offset in the file from which the refusal counts. */
export function issueOfRefusal(source: SourceText, refused: FileRefusal, start = 0): ContentIssue {
  const spot = locationAt(source, start + refused.offset);
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
export function issueOfFinding(source: SourceText, found: Finding, places: FindingPositions): ContentIssue {
  const { code, severity, message, also } = found;
  const fix = repaired(source, found, places);
  return {
    ...locationAt(source, places.offsetOf(found, message)),
    code,
    severity,
    message,
    ...(fix === undefined ? {} : { fix }),
    ...(also === undefined ? {} : { also: also.map((note) => noteOf(source, note, found, places)) }),
  };
}

function noteOf(
  source: SourceText,
  note: Note,
  found: Finding,
  places: FindingPositions,
): NonNullable<ContentIssue['also']>[number] {
  return { ...locationAt(source, places.offsetOf(note, found.message)), message: note.message };
}

/** The whole line with its value or its key replaced, where the fix is one; else the lines that the compiler proposes. */
function repaired(source: SourceText, found: Finding, places: FindingPositions): string | undefined {
  const { fix } = found;
  const span = places.spanOf(found);
  if (fix === undefined || span === undefined || !('path' in found)) return fix;
  const key = String(found.path.at(-1));
  if (found.code === 'unknownKey' && fix.endsWith(': ……')) {
    const at = source.text.lastIndexOf(key, span.start);
    return lineWith(source, { start: at, end: at + key.length }, fix.slice(0, -': ……'.length)) ?? fix;
  }
  const value = fix.startsWith(`${key}: `) ? fix.slice(key.length + 2) : fix;
  return /\n|^[\w.-]+: |^</.test(value) ? fix : (lineWith(source, span, value) ?? fix);
}

/** The line of a piece of the text with the piece replaced; nothing when the piece is longer than a line. */
function lineWith({ text }: SourceText, { start, end }: YamlSpan, value: string): string | undefined {
  if (text.slice(start, end).includes('\n')) return undefined;
  const after = text.indexOf('\n', end);
  return (
    text.slice(text.lastIndexOf('\n', start - 1) + 1, start) +
    value +
    text.slice(end, after === -1 ? undefined : after)
  ).trim();
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
