/**
 * The edit distance of two words: insertions, deletions, replacements and swapped neighbours (F. J. Damerau, optimal
 * string alignment). Case matters.
 */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) next.push(cell(a, b, i, j, before, row, next));
    before = row;
    row = next;
  }
  return row.at(-1) ?? 0;
}

function cell(
  a: string,
  b: string,
  i: number,
  j: number,
  before: readonly number[],
  above: readonly number[],
  row: readonly number[],
): number {
  const same = a[i - 1] === b[j - 1];
  const step = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (same ? 0 : 1));
  const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
  return swapped ? Math.min(step, (before[j - 2] ?? 0) + 1) : step;
}

/**
 * The known word nearest to `word`; `undefined` where none is near. Up to a third of the letters may be wrong (of an id
 * with a known subject, a third of its name). A word that differs in case only, or that is the whole last part of a
 * dotted id, is always near.
 */
export function nearestSpelling(word: string, known: Iterable<string>): string | undefined {
  let found: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const each of known) {
    const distance = isSameButForm(word, each) ? 0.5 : editDistance(word, each);
    if (distance < least && distance <= allowance(word, each)) [found, least] = [each, distance];
  }
  return found;
}

function allowance(word: string, known: string): number {
  const subject = word.slice(0, word.lastIndexOf('.') + 1);
  const letters = known.startsWith(subject) ? word.length - subject.length : word.length;
  return Math.max(1, Math.floor(letters / 3));
}

function isSameButForm(word: string, known: string): boolean {
  return word.toLowerCase() === known.toLowerCase() || known.endsWith(`.${word}`);
}
