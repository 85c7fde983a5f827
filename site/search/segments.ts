/** A piece of a text, and where it begins. */
interface Segment {
  readonly index: number;
  readonly segment: string;
}

const segmenter = 'Segmenter' in Intl ? new Intl.Segmenter('zh-cn', { granularity: 'word' }) : undefined;

/** The words of a text as Pagefind's script cuts a query; its characters, where a browser knows no words. */
export function segmentsOf(text: string): readonly Segment[] {
  if (segmenter !== undefined) return Array.from(segmenter.segment(text));
  return Array.from(text.matchAll(/\p{Script=Han}|[^\p{Script=Han}]+/gu), ({ index, 0: segment }) => ({
    index,
    segment,
  }));
}
