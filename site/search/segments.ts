/** A piece of a text, and where it begins. */
interface Segment {
  readonly index: number;
  readonly segment: string;
}

const segmenter = 'Segmenter' in Intl ? new Intl.Segmenter('zh-cn', { granularity: 'word' }) : undefined;

/**
 * Pieces as the language has them, but for Han text: 6 and % apart, 1.5 and ISO10012 whole. The index is cut so by
 * `Intl.Segmenter`; a query that is cut otherwise finds nothing.
 */
const PIECES =
  /\p{Script=Han}|(?:\p{N}\.(?=\p{N})|[A-Za-z]\.(?=[A-Za-z])|[^\s\p{P}\p{S}\p{Script=Han}])+|\s+|[\p{P}\p{S}]/gu;

/** The words of a text as Pagefind's script cuts a query; of Han text its characters, where a browser knows no words. */
export function segmentsOf(text: string): readonly Segment[] {
  if (segmenter !== undefined) return Array.from(segmenter.segment(text));
  return Array.from(text.matchAll(PIECES), ({ index, 0: segment }) => ({ index, segment }));
}
