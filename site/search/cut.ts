import { segmentsOf } from './segments.ts';

/** The best way to cut the rest of a run from a position on. */
interface Cut {
  /** The number of its characters that words cover. */
  readonly covered: number;
  readonly count: number;
  /** The length of the word that begins at the position; 0 when no word begins there. */
  readonly length: number;
}

const NOTHING: Cut = { covered: 0, count: 0, length: 0 };

/**
 * Cuts Han text into words of the vocabulary and words that `Intl.Segmenter` finds, so that they cover as much as possible
 * with as few words as possible. Characters between words form one piece. 中小企业上云 becomes 中小企业 and 上云, not 中小
 * and the vocabulary's 企业上云.
 */
export function cut(run: string, known: ReadonlySet<string>): readonly string[] {
  const segments = new Map(segmentsOf(run).map(({ index, segment }) => [index, segment]));
  const longest = Math.max(0, ...Array.from(known, ({ length }) => length));
  // The longest first. Only a segment may be longer than every known word: the time grows with the length of a query.
  const lengthsAt = (start: number): readonly number[] => {
    const segment = segments.get(start)?.length ?? 0;
    const lengths: number[] = segment > longest ? [segment] : [];
    for (let length = Math.min(longest, run.length - start); length > 0; length -= 1) {
      const isSegment = length === segment && length > 1;
      if (isSegment || known.has(run.slice(start, start + length))) lengths.push(length);
    }
    return lengths;
  };
  const best: Cut[] = [];
  for (let start = run.length - 1; start >= 0; start -= 1) {
    let chosen = { ...(best[start + 1] ?? NOTHING), length: 0 };
    for (const length of lengthsAt(start)) {
      const { covered, count } = best[start + length] ?? NOTHING;
      const longer = covered + length - chosen.covered;
      if (longer > 0 || (longer === 0 && count + 1 < chosen.count))
        chosen = { covered: covered + length, count: count + 1, length };
    }
    best[start] = chosen;
  }
  return piecesOf(run, best);
}

function piecesOf(run: string, best: readonly Cut[]): readonly string[] {
  const pieces: string[] = [];
  let rest = '';
  for (let at = 0; at < run.length; ) {
    const length = best[at]?.length ?? 0;
    if (length === 0) rest += run[at];
    if (rest !== '' && (length > 0 || at === run.length - 1)) {
      pieces.push(rest);
      rest = '';
    }
    if (length > 0) pieces.push(run.slice(at, at + length));
    at += Math.max(1, length);
  }
  return pieces;
}
