import { segmentsOf } from './segments.ts';

/** A term with a bracketed part, 首台（套）, is searched without its brackets. */
const BRACKETS = /[（(]([^（()）\s]{1,4})[)）]/g;

/** Brackets of any kind around the year of a document number: 〔2022〕, [2022], （2022）. */
const YEAR = /[〔［[（(【](\d{4})[】)）\]］〕]/g;

/**
 * Punctuation that counts as a part of a word, in the index and in a query alike: without it `3.5` would find 35. Other
 * marks are no words, which keeps the index small; a phrase is cut at them.
 */
export const SEARCHED_PUNCTUATION = '.%:+-/·';

/** A run of other characters with such punctuation in it: `6%`, `1:1.5`. */
const RUN = /[^\s\p{Script=Han}]*[.%:+\-/·][^\s\p{Script=Han}]*/gu;

/** A run of Han characters. */
const HAN = /\p{Script=Han}+/gu;

/** A space around every Han character, so that each is a word of its own and a phrase is found exactly. */
export function spaced(text: string): string {
  return text
    .replace(YEAR, '〔$1〕')
    .replace(BRACKETS, '$1')
    .replace(RUN, (run) =>
      segmentsOf(run)
        .map(({ segment }) => segment)
        .join(' '),
    )
    .replace(HAN, (run) => ` ${Array.from(run).join(' ')} `);
}

/** The spaced copy of a page: only its text changes, never a tag. */
export function spacedHtml(html: string): string {
  return html
    .split(/(<[^>]*>)/)
    .map((part, index) => (index % 2 === 1 ? part : spaced(part)))
    .join('');
}

/** A query term as exact phrases of the spaced copy, one for each part between marks of punctuation. */
export function phrases(term: string): readonly string[] {
  return spaced(term)
    .split(/[^\p{L}\p{N}\s.%:+\-/·]+/u)
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '')
    .map((part) => `"${part}"`);
}

/** Text of the spaced copy as people read it: the spaces closed, neighbouring marks merged. */
export function closed(excerpt: string): string {
  const text = excerpt.replace(/\s*(<\/?mark>)\s*/g, '$1').replaceAll('</mark><mark>', '');
  return text.replace(/\s*([\p{Script=Han}\p{P}+])\s*/gu, '$1').trim();
}
