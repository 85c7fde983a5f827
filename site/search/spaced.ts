/** A term with a bracketed part, 首台（套）, is searched without its brackets. */
const BRACKETS = /[（(]([^（()）\s]{1,4})[)）]/g;

/** Brackets of any kind around the year of a document number: 〔2022〕, [2022], （2022）. */
const YEAR = /[〔［[（(【](\d{4})[】)）\]］〕]/g;

/**
 * Punctuation that counts as a word, in the index and in a query alike. Without it Pagefind gives a mark a place in the
 * page but none in the query: no phrase would be found across `、`, and `3.5` would find 35.
 */
export const SEARCHED_PUNCTUATION = '，。、；：？！（）〔〕《》〈〉“”‘’…—·.:%+-/~～';

/** A space around every Han character, so that each is a word of its own and a phrase is found exactly. */
export function spaced(text: string): string {
  return text
    .replace(YEAR, '〔$1〕')
    .replace(BRACKETS, '$1')
    .replace(/\p{Script=Han}/gu, ' $& ');
}

/** The spaced copy of a page: only its text changes, never a tag. */
export function spacedHtml(html: string): string {
  return html
    .split(/(<[^>]*>)/)
    .map((part, index) => (index % 2 === 1 ? part : spaced(part)))
    .join('');
}

/** A query term as an exact phrase of the spaced copy. */
export function phrase(term: string): string {
  return `"${spaced(term.replaceAll('"', '')).replace(/\s+/g, ' ').trim()}"`;
}

/** Text of the spaced copy as people read it: the spaces closed, neighbouring marks merged. */
export function closed(excerpt: string): string {
  const text = excerpt.replace(/\s*(<\/?mark>)\s*/g, '$1').replaceAll('</mark><mark>', '');
  return text.replace(/\s*([\p{Script=Han}\p{P}])\s*/gu, '$1').trim();
}
