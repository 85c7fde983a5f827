import { segmentsOf } from './segments.ts';

/** Brackets inside a term (首台（套）), which a search ignores. */
const BRACKETS = /[（(]([^（()）\s]{1,4})[)）]/g;

/** Brackets of any kind around the year of a document number: 〔2022〕, [2022], （2022）. */
const YEAR = /[〔［[（(【](\d{4})[】)）\]］〕]/g;

/**
 * Punctuation that is part of a word, both in the index and in a query: without it `3.5` would find 35. Other punctuation
 * is not indexed, which keeps the index small; phrases are cut there.
 */
export const SEARCHED_PUNCTUATION = '.%:+-/·';

/** A run of characters other than Han, and such punctuation in it: `6%`, `1:1.5`. */
const RUN = /[^\s\p{Script=Han}]+/gu;
const PUNCTUATED = /[.%:+\-/·]/;

/** A run of Han characters. */
const HAN = /\p{Script=Han}+/gu;

/** Puts a space around every Han character, so that each is a word and phrases are matched exactly. */
export function spaced(text: string): string {
  // Runs repeat, and to cut one takes far longer than to look it up.
  const known = new Map<string, string>();
  const cutRun = (run: string): string => {
    if (!PUNCTUATED.test(run)) return run;
    const found = known.get(run) ?? segmentsIn(run);
    known.set(run, found);
    return found;
  };
  return text
    .replace(YEAR, '〔$1〕')
    .replace(BRACKETS, '$1')
    .replace(RUN, cutRun)
    .replace(HAN, (run) => ` ${Array.from(run).join(' ')} `);
}

function segmentsIn(run: string): string {
  return segmentsOf(run)
    .map(({ segment }) => segment)
    .join(' ');
}

/** The spaced copy of an HTML page: text changes, tags do not. */
export function spacedHtml(html: string): string {
  const parts: string[] = [];
  let end = 0;
  for (let open = html.indexOf('<'); open >= 0; open = html.indexOf('<', end)) {
    const close = html.indexOf('>', open);
    if (close < 0) break;
    parts.push(spaced(html.slice(end, open)), html.slice(open, close + 1));
    end = close + 1;
  }
  return [...parts, spaced(html.slice(end))].join('');
}

/** Turns a query term into exact phrases of the spaced copy, one for each part between punctuation. */
export function phrases(term: string): readonly string[] {
  return spaced(term)
    .split(/[^\p{L}\p{N}\s.%:+\-/·]+/u)
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '')
    .map((part) => `"${part}"`);
}

/** White space beside a mark, and beside a Han character or punctuation: from its first character on. */
const AROUND_MARKS = /(?<!\s)\s+(?=<\/?mark>)|(?<=<\/?mark>)\s+/g;
const AROUND_HAN = /(?<!\s)\s+(?=[\p{Script=Han}\p{P}+])|(?<=[\p{Script=Han}\p{P}+])\s+/gu;

/** Turns text of the spaced copy into readable text: removes the spaces and merges adjacent marks. */
export function closed(excerpt: string): string {
  const text = excerpt.replace(AROUND_MARKS, '').replaceAll('</mark><mark>', '');
  return text.replace(AROUND_HAN, '').trim();
}
