/** A piece of a text, with the offset at which it begins (UTF-16). */
interface Segment {
  readonly index: number;
  readonly segment: string;
}

const segmenter = 'Segmenter' in Intl ? new Intl.Segmenter('zh-cn', { granularity: 'word' }) : undefined;

/**
 * Segments text other than Han text: 6 and % separately, 1.5 and ISO10012 as a whole. Pagefind cuts the index with
 * `Intl.Segmenter`; a query that is cut in another way finds nothing.
 */
const PIECES =
  /\p{Script=Han}|(?:\p{N}\.(?=\p{N})|[A-Za-z]\.(?=[A-Za-z])|[^\s\p{P}\p{S}\p{Script=Han}])+|\s+|[\p{P}\p{S}]/gu;

/**
 * The words of a text as Pagefind's script cuts a query; single characters for Han text when the browser has no
 * `Intl.Segmenter`.
 */
export function segmentsOf(text: string): readonly Segment[] {
  if (segmenter !== undefined) return Array.from(segmenter.segment(text));
  return Array.from(text.matchAll(PIECES), ({ index, 0: segment }) => ({ index, segment }));
}
