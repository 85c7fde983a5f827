import { type Rational, rational } from '../numbers/exact.ts';

/** A number read from a text. `end` is the offset after it. */
export type NumberReading = { readonly value: Rational; readonly end: number };

/** The Han numerals, digits and scales, as the inside of a character class. */
export const HAN_NUMERALS = '零〇一二两三四五六七八九十百千万亿';

/**
 * Digits with optional separators (1,000) and decimals. A number has at most 36 digits, more than any law contains; further
 * digits are the next number.
 */
const ARABIC = /\d{1,3}(?:,\d{3}){1,11}(?!\d)(?:\.\d{1,12})?|\d{1,36}(?:\.\d{1,12})?/y;

/** Reads a half-width Arabic number at `pos`; `undefined` if none begins there. */
export function readArabic(text: string, pos: number): NumberReading | undefined {
  ARABIC.lastIndex = pos;
  const match = ARABIC.exec(text)?.[0];
  if (match === undefined) return undefined;
  const [whole = '', decimals = ''] = match.replaceAll(',', '').split('.');
  return { value: decimal(whole, decimals), end: pos + match.length };
}

function decimal(whole: string, decimals: string): Rational {
  return rational(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
}

const SCALE = /[百千]?万?亿|[十百千]?万|[百千]/y;
const SCALES: ReadonlyMap<string, bigint> = new Map([
  ['十', 10n],
  ['百', 100n],
  ['千', 1_000n],
  ['万', 10_000n],
  ['亿', 100_000_000n],
]);

/** Reads the scale after an Arabic number (万, 亿, 千万 …). Without one, the value is 1 and `end` is `pos`. */
export function readScale(text: string, pos: number): NumberReading {
  SCALE.lastIndex = pos;
  const match = SCALE.exec(text)?.[0] ?? '';
  const n = [...match].reduce((product, char) => product * (SCALES.get(char) ?? 1n), 1n);
  return { value: rational(n), end: pos + match.length };
}

const HAN_DIGITS = '零一二三四五六七八九';

/** The digit of one Han character. 两 is 2; 〇 and any other character are 0. */
export function hanDigit(char: string): bigint {
  if (char === '两') return 2n;
  return BigInt(Math.max(0, HAN_DIGITS.indexOf(char)));
}

/** A number in the notation of citations: 二, 十, 二十一; in Arabic digits from 100 on. */
export function hanOrdinal(n: number): string {
  if (n >= 100) return String(n);
  const tens = Math.floor(n / 10);
  const digit = (d: number): string => (d === 0 ? '' : HAN_DIGITS.charAt(d));
  return (tens === 0 ? '' : `${tens === 1 ? '' : digit(tens)}十`) + digit(n % 10);
}

const D = '[一二两三四五六七八九]';
const BELOW_WAN = new RegExp(`^(?:(${D})千)?(?:零?(${D})百)?(?:零?(${D})?(十))?(?:零?(${D}))?$`);
const SECTIONS = /^(?:(.+)亿)?零?(?:(.+)万)?零?(.*)$/;
/** 二百五 is ambiguous (250 colloquially, 205 formally) and is not read. */
const COLLOQUIAL = new RegExp(`[百千万亿]${D}$`);

/** The value of a well-formed Han integer (十五, 三百六十五, 一亿五千万); `undefined` for anything else (三五, 百). */
export function hanInteger(run: string): bigint | undefined {
  if (COLLOQUIAL.test(run)) return undefined;
  if (!/[万亿]/.test(run)) return belowWan(run);
  const [, yi, wan, rest] = SECTIONS.exec(run) ?? [];
  if (yi === undefined && wan === undefined) return undefined;
  const high = section(yi, 100_000_000n);
  const middle = section(wan, 10_000n);
  const low = section(rest, 1n);
  if (high === undefined || middle === undefined || low === undefined) return undefined;
  return high + middle + low;
}

function section(run: string | undefined, scale: bigint): bigint | undefined {
  if (run === undefined || run === '') return 0n;
  const value = hanInteger(run);
  return value === undefined ? undefined : value * scale;
}

function belowWan(run: string): bigint | undefined {
  const match = BELOW_WAN.exec(run);
  if (match === null || run === '') return undefined;
  const [, thousands = '零', hundreds = '零', tens, ten, ones = '零'] = match;
  const tensDigit = ten === undefined ? 0n : hanDigit(tens ?? '一');
  return hanDigit(thousands) * 1000n + hanDigit(hundreds) * 100n + tensDigit * 10n + hanDigit(ones);
}

const HAN = new RegExp(`([${HAN_NUMERALS}]{1,16})(?:点([零〇一二三四五六七八九]{1,8}))?`, 'y');

/** Reads a Han number at `pos`, with 点 decimals (一点五); `undefined` if none begins there or it is not well-formed. */
export function readHan(text: string, pos: number): NumberReading | undefined {
  HAN.lastIndex = pos;
  const match = HAN.exec(text);
  const whole = hanInteger(match?.[1] ?? '');
  if (match === null || whole === undefined) return undefined;
  const decimals = [...(match[2] ?? '')].map((char) => hanDigit(char).toString()).join('');
  return { value: decimal(whole.toString(), decimals), end: pos + match[0].length };
}
