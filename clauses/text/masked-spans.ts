import { normalizedForm, type Span } from './normalize.ts';
import { HAN_NUMERALS } from './number.ts';

/** Replaces a masked character: no figure, no keyword, no punctuation. */
const MASK = '\ufffc';

/** The text with the spans masked and all offsets unchanged. Spans may overlap and exceed the text. */
export function mask(text: string, spans: readonly Span[]): string {
  if (spans.length === 0) return text;
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const from = Math.min(Math.max(start, at), text.length);
    const to = Math.min(Math.max(end, from), text.length);
    pieces.push(text.slice(at, from), MASK.repeat(to - from));
    at = to;
  }
  return pieces.join('') + text.slice(at);
}

/** Titles in 《》 with their nested titles. An opening bracket without a closing one is ignored. */
export function titleSpans(text: string): Span[] {
  const spans: Span[] = [];
  const open: number[] = [];
  for (const { 0: bracket, index } of text.matchAll(/[《》]/g)) {
    const start = bracket === '《' ? undefined : open.pop();
    if (bracket === '《') open.push(index);
    else if (start !== undefined) spans.push({ start, end: index + 1 });
  }
  return spans;
}

const N = `(?:\\d{1,9}|[${HAN_NUMERALS}]{1,9})`;
const PARTS = '项|条|款|点|章|节|批|期|类|号|届|次|部分|产业|季度|年|目|组';
const ORDINAL = new RegExp(`第${N}(?:(?:[、至到-]|和|及)第?${N}(?=(?:[、至到-]|和|及|${PARTS})))*`, 'g');
const DOCUMENT_NUMBER = /[〔[(【〈]\d{4}[〕\])】〉]第?\d{1,6}号/g;

/** Names with a numeral: 附件1所列, 1类创新药. */
const NAMED =
  /附[件表录]\d{1,2}(?:(?:[、至到-]|和|及)(?:附[件表录])?\d{1,2})*|\d(?:\.\d)?类(?=创新|新药|生物|医疗|改良|化学|中药)/g;

/** Numerals that are no figures: ordinals (第一, 第17项, 第三、四条), names, and document numbers (〔2022〕40号, [2018]119号). */
export function referenceSpans(text: string): Span[] {
  return [DOCUMENT_NUMBER, ORDINAL, NAMED]
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
    }));
}

/** Cached indexes: one list of words is used for every passage. */
const indexes = new WeakMap<readonly string[], ReadonlyMap<string, readonly string[]>>();

/** Protected words by their first character, the longest first. */
function byFirst(words: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const cached = indexes.get(words);
  if (cached !== undefined) return cached;
  const index = new Map<string, string[]>();
  const forms = words.map(normalizedForm).filter((word) => word !== '');
  for (const word of forms.sort((a, b) => b.length - a.length)) {
    const first = word.charAt(0);
    index.set(first, [...(index.get(first) ?? []), word]);
  }
  indexes.set(words, index);
  return index;
}

/** Whether a span begins or ends inside a number: 5G in 15G, 工业4.0 in 工业4.05. */
function cutsNumber(text: string, start: number, end: number): boolean {
  const before = /^\d/.test(text.charAt(start)) && /[\d.]/.test(text.charAt(start - 1));
  return before || (/\d/.test(text.charAt(end - 1)) && /^\.?\d/.test(text.slice(end, end + 2)));
}

/** The protected words in a normalised text, from left to right, the longest at each offset. They do not overlap. */
export function protectedSpans(text: string, words: readonly string[]): Span[] {
  const index = byFirst(words);
  const spans: Span[] = [];
  for (let at = 0; at < text.length; ) {
    const word = index
      .get(text.charAt(at))
      ?.find((candidate) => text.startsWith(candidate, at) && !cutsNumber(text, at, at + candidate.length));
    if (word !== undefined) spans.push({ start: at, end: at + word.length });
    at += word?.length ?? 1;
  }
  return spans;
}
