/** The text of one file with an index of its lines. */
export interface SourceText {
  /** The path that messages show: relative to the working folder, with `/`. */
  readonly file: string;
  /** The text without byte order mark; lines end with `\n`. */
  readonly text: string;
  /** Offsets of the first character of each line, ascending. */
  readonly lineStarts: readonly number[];
}

/** Line and column, both 1-based. The column counts UTF-16 units, as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Builds a source text from the raw content of a file: removes the byte order mark, turns `\r\n` and `\r` into `\n`. */
export function sourceText(file: string, raw: string): SourceText {
  const text = raw.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const lineStarts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1);
  return { file, text, lineStarts };
}

/** The position of an offset. Offsets outside the text are clamped to its start or end. */
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

/** A line by its 1-based number, without its line end; empty beyond the last line. */
export function lineText(source: SourceText, line: number): string {
  const start = source.lineStarts[line - 1];
  if (start === undefined) return '';
  const next = source.lineStarts[line];
  return source.text.slice(start, next === undefined ? undefined : next - 1);
}
