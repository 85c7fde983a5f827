/**
 * A text without white space and with half-width forms, and the offsets of its source: `offsets[i]` is the UTF-16 offset in
 * `source` of the character `text[i]`.
 */
export type NormalizedText = {
  readonly source: string;
  readonly text: string;
  readonly offsets: readonly number[];
};

/** A half-open span of a text, in UTF-16 offsets. */
export type Span = { readonly start: number; readonly end: number };

/** White space and the invisible characters that copying inserts. */
const BLANK = /[\s\u00ad\u200b-\u200d\u2060]/gu;

/** Characters with a half-width form outside the full-width block (U+FF01–U+FF5E). */
const HALF_WIDTH: ReadonlyMap<string, string> = new Map([
  ['｡', '。'],
  ['､', '、'],
  ['￥', '¥'],
  ['﹪', '%'],
  ['∶', ':'],
  ['○', '〇'],
  ['〜', '~'],
  ['≧', '≥'],
  ['≦', '≤'],
  ['⩾', '≥'],
  ['⩽', '≤'],
]);

/** Whether a UTF-16 unit needs no normalisation: Han characters, and ASCII without blanks. */
function isPlain(code: number): boolean {
  return (code >= 0x3400 && code <= 0x9fff) || (code > 0x20 && code < 0x7f);
}

/** Every character that `foldWidth` changes. */
const FOLDED = new RegExp(`[\\uff01-\\uff5e${[...HALF_WIDTH.keys()].join('')}]`, 'g');

/** The half-width form of one UTF-16 unit, or the unit itself. */
function foldWidth(char: string): string {
  const code = char.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  return HALF_WIDTH.get(char) ?? char;
}

const FORMAL = '壹贰叁肆伍陆柒捌玖拾佰仟';
const PLAIN = '一二三四五六七八九十百千';
const FORMAL_AMOUNT = new RegExp(`(?=[零万亿]{0,15}[${FORMAL}])[${FORMAL}零万亿]{1,16}[元圆]`, 'g');

/** Replaces the formal numerals of amounts, character for character: 伍万圆整 → 五万元整. The surname 陆 is left unchanged. */
function plainNumerals(text: string): string {
  return text.replace(FORMAL_AMOUNT, (amount) =>
    amount.replace(/./gu, (char) => PLAIN[FORMAL.indexOf(char)] ?? (char === '圆' ? '元' : char)),
  );
}

/** Cached forms of single characters; at most one for each UTF-16 unit. */
const charForms = new Map<string, string>();

function normalizedChar(char: string): string {
  const cached = charForms.get(char);
  if (cached !== undefined) return cached;
  const form = normalizedForm(char);
  charForms.set(char, form);
  return form;
}

/**
 * Normalises a text for the comparison with rules: drops white space and makes full-width letters, digits and punctuation
 * half-width (，→, （→( ％→%). 。 and 、 have no half-width form.
 */
export function normalize(source: string): NormalizedText {
  const chars: string[] = [];
  const offsets: number[] = [];
  for (let at = 0; at < source.length; at += 1) {
    const char = source.charAt(at);
    if (!isPlain(source.charCodeAt(at))) {
      const folded = normalizedChar(char);
      if (folded === '') continue;
      chars.push(folded);
    } else chars.push(char);
    offsets.push(at);
  }
  return { source, text: plainNumerals(chars.join('')), offsets };
}

/** The normalised text without offsets, see {@link normalize}. */
export function normalizedForm(text: string): string {
  return plainNumerals(text.replace(BLANK, '').replace(FOLDED, foldWidth));
}

/** White space; in the group where it stands within a figure or between two: `5 00` is not 500. */
const WHITE_SPACE = /((?<=\p{Nd}[.．,]?)\s+(?=(?:[.．]\s*)?\p{Nd}))|\s+/gu;

/**
 * The form for the verbatim comparison with the source and for `textDigest`: white space is dropped, but what stands
 * between two digits (or beside the point or the comma between them) becomes one space. Every other character stays.
 */
export function verbatimForm(text: string): string {
  return text.replace(WHITE_SPACE, (_, withinFigures?: string) => (withinFigures === undefined ? '' : ' '));
}

/** The span in the source of `text[start..end)` of the normalised text; not empty for a non-empty span. */
export function sourceSpan(normalized: NormalizedText, start: number, end: number): Span {
  const first = normalized.offsets[start] ?? normalized.source.length;
  const last = normalized.offsets[end - 1];
  return { start: first, end: last === undefined || end <= start ? first : last + 1 };
}

/** The index of the first of the ascending numbers that is at least `bound`; their count if there is none. */
export function firstAtLeast(ascending: readonly number[], bound: number): number {
  let low = 0;
  for (let high = ascending.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? bound) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The span in the normalised text of a span in the source. */
export function normalizedSpan(normalized: NormalizedText, span: Span): Span {
  return {
    start: firstAtLeast(normalized.offsets, span.start),
    end: firstAtLeast(normalized.offsets, span.end),
  };
}
