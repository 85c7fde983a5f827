/** The text of one file, as it is named in messages, with the way from offsets to lines. */
export interface SourceText {
  /** Path as shown: relative to the repository, with `/`. */
  readonly file: string;
  /** Without byte order mark, lines ended by `\n`. */
  readonly text: string;
  /** Offset of the first character of each line, ascending. */
  readonly lineStarts: readonly number[];
}

/** Line and column, both counted from 1; the column counts UTF-16 units, as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Reads the raw content of a file: the byte order mark goes, `\r\n` becomes `\n`. */
export function sourceText(file: string, raw: string): SourceText {
  const text = raw.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const lineStarts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1);
  return { file, text, lineStarts };
}

/** The position of an offset; one beyond the end is the end. */
export function positionAt(source: SourceText, offset: number): Position {
  const at = Math.max(0, Math.min(offset, source.text.length));
  let low = 0;
  for (let high = source.lineStarts.length; high - low > 1; ) {
    const middle = (low + high) >> 1;
    if ((source.lineStarts[middle] ?? 0) <= at) low = middle;
    else high = middle;
  }
  return { line: low + 1, column: at - (source.lineStarts[low] ?? 0) + 1 };
}

/** A line without its end, counted from 1; empty beyond the last. */
export function lineText(source: SourceText, line: number): string {
  const start = source.lineStarts[line - 1];
  if (start === undefined) return '';
  const next = source.lineStarts[line];
  return source.text.slice(start, next === undefined ? undefined : next - 1);
}
