/** One line of a comparison: unchanged, removed, or added. */
export interface DifferenceLine {
  readonly sign: ' ' | '-' | '+';
  readonly text: string;
}

/** Compares two texts line by line by their longest common subsequence. */
export function lineDifference(before: string, after: string): readonly DifferenceLine[] {
  const [a, b] = [before.split('\n'), after.split('\n')];
  const start = commonStart(a, b);
  const end = commonStart(a.slice(start).reverse(), b.slice(start).reverse());
  const unchanged = (lines: readonly string[]): DifferenceLine[] =>
    lines.map((text) => ({ sign: ' ', text }));
  return [
    ...unchanged(a.slice(0, start)),
    ...changed(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    ...unchanged(a.slice(a.length - end)),
  ];
}

function commonStart(a: readonly string[], b: readonly string[]): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1;
  return length;
}

/** The changed lines by a table of longest common subsequences; quadratic, but the changed middle of a text is short. */
function changed(a: readonly string[], b: readonly string[]): readonly DifferenceLine[] {
  const lengths = commonLengths(a, b);
  const lines: DifferenceLine[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      lines.push({ sign: ' ', text: a[i] ?? '' });
      [i, j] = [i + 1, j + 1];
    } else if (j >= b.length || (i < a.length && (lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0))) {
      lines.push({ sign: '-', text: a[i] ?? '' });
      i += 1;
    } else {
      lines.push({ sign: '+', text: b[j] ?? '' });
      j += 1;
    }
  }
  return lines;
}

/** `[i][j]` is the length of the longest common subsequence of `a` from line `i` and `b` from line `j`, 0-based. */
function commonLengths(a: readonly string[], b: readonly string[]): readonly (readonly number[])[] {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const row = table[i] ?? [];
      const below = table[i + 1] ?? [];
      row[j] = a[i] === b[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return table;
}
