import { normalizedForm } from './normalize.ts';
import { HAN_NUMERALS, hanDigit } from './number.ts';
import { skipRangeSeparator } from './quantity.ts';

/** The parts of a calendar date that the text states. Month and day are 1-based. */
export type DatePoint = { readonly year?: number; readonly month?: number; readonly day?: number };

/** A date, or with `to` a span of dates, read from a normalised text. `end` is the offset after it. */
export type DateReading = { readonly from: DatePoint; readonly to?: DatePoint; readonly end: number };

const HAN_YEAR = '[〇零一二三四五六七八九]{4}';
const MONTH = '(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月(?:份)?';
const DAY = '(3[01]|[12]\\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])[日号]';
/** 12月以内 and 3月以上 are durations. */
const NOT_DURATION = '(?!以|之内|内)';
const YEAR_POINT = new RegExp(`(\\d{4}|${HAN_YEAR})年(?!代)(?:度)?(?:${MONTH}(?:${DAY})?)?`, 'y');
const MONTH_POINT = new RegExp(`${MONTH}${NOT_DURATION}(?:${DAY})?`, 'y');
const DAY_POINT = new RegExp(DAY, 'y');
const ISO = /(\d{4})([-/.])(1[0-2]|0?[1-9])\2(3[01]|[12]\d|0?[1-9])(?![-/.\d])/y;
/** 2018-2020年, 2018年1-6月, 1-6月: the unit follows the second number. */
const SHORT_YEAR = /(\d{4})(?=(?:[-–—―−~]{1,2}|至|到)\d{4}年)/y;
const SHORT_MONTH =
  /(?:(\d{4})年)?(1[0-2]|0?[1-9])(?=(?:[-–—―−~]{1,2}|至|到)(?:1[0-2]|0?[1-9])月(?!以|之内|内))/y;
const FIVE_YEARS = new RegExp(`十([一二三四五六七八九])五(?![${HAN_NUMERALS}年月日次家个项])`, 'y');
const HAN_CHAR = new RegExp(`[${HAN_NUMERALS}]`);

/** A date with the offset after it. `open` if its unit follows the second number, so that it can only begin a span. */
type Point = { readonly at: DatePoint; readonly end: number; readonly open?: true };

/** The value of Arabic or Han digits in a date: Han years are digit by digit, Han months and days use 十. */
function digits(text: string): number {
  if (/^\d/.test(text)) return Number(text);
  if (!text.includes('十')) return Number([...text].map((char) => hanDigit(char).toString()).join(''));
  const [tens = '', ones = ''] = text.split('十');
  return (tens === '' ? 1 : digits(tens)) * 10 + (ones === '' ? 0 : digits(ones));
}

function match(pattern: RegExp, text: string, pos: number): RegExpExecArray | undefined {
  pattern.lastIndex = pos;
  return pattern.exec(text) ?? undefined;
}

function point(found: RegExpExecArray, year?: string, month?: string, day?: string): Point {
  const at = {
    ...(year === undefined ? {} : { year: digits(year) }),
    ...(month === undefined ? {} : { month: digits(month) }),
    ...(day === undefined ? {} : { day: digits(day) }),
  };
  return { at, end: found.index + found[0].length };
}

function readPoint(text: string, pos: number): Point | undefined {
  const iso = match(ISO, text, pos);
  if (iso !== undefined) return point(iso, iso[1], iso[3], iso[4]);
  const shortMonth = match(SHORT_MONTH, text, pos);
  if (shortMonth !== undefined) return { ...point(shortMonth, shortMonth[1], shortMonth[2]), open: true };
  const shortYear = match(SHORT_YEAR, text, pos);
  if (shortYear !== undefined) return { ...point(shortYear, shortYear[1]), open: true };
  const dated = match(YEAR_POINT, text, pos);
  if (dated !== undefined) return point(dated, dated[1], dated[2], dated[3]);
  const month = match(MONTH_POINT, text, pos);
  return month && point(month, undefined, month[1], month[2]);
}

/** The end of a span. It takes the parts that it leaves out from the beginning: 2018年8月至12月. */
function readUntil(text: string, from: Point): Point | undefined {
  const pos = skipRangeSeparator(text, from.end);
  if (pos === undefined) return undefined;
  const found = readPoint(text, pos) ?? readDay(text, pos, from.at);
  if (found === undefined || found.at.year !== undefined) return found;
  const { year } = from.at;
  return year === undefined ? found : { ...found, at: { year, ...found.at } };
}

function readDay(text: string, pos: number, from: DatePoint): Point | undefined {
  const day = from.day === undefined ? undefined : match(DAY_POINT, text, pos);
  const found = day && point(day, undefined, undefined, day[1]);
  return (
    found && { ...found, at: { ...(from.month === undefined ? {} : { month: from.month }), ...found.at } }
  );
}

/** A day as `YYYY-MM-DD`; `undefined` if a part is missing. */
export function isoDay(at: DatePoint | undefined): string | undefined {
  const { year, month, day } = at ?? {};
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** The day that a text consists of, in any notation (2026/10/28, 二〇二六年十月二十八日), as `YYYY-MM-DD`; `undefined` otherwise. */
export function wholeDay(text: string): string | undefined {
  const form = normalizedForm(text);
  const read = readDate(form, 0);
  return read?.end === form.length && read.to === undefined ? isoDay(read.from) : undefined;
}

/** A five-year plan: 十三五 is 2016–2020. */
function readPlan(text: string, pos: number): DateReading | undefined {
  const found = match(FIVE_YEARS, text, pos);
  if (found === undefined) return undefined;
  const year = 1951 + 5 * (10 + digits(found[1] ?? ''));
  return { from: { year }, to: { year: year + 4 }, end: pos + 3 };
}

/**
 * Reads the date or span of dates at `pos` of a normalised text: 2018年, 2018-2020年, 2022年8月15日, 12月22日, 十三五.
 * `undefined` if none begins there. A number of years (3年, 三年) is no date: a calendar year has four digits.
 */
export function readDate(text: string, pos: number): DateReading | undefined {
  if (HAN_CHAR.test(text.charAt(pos)) && HAN_CHAR.test(text.charAt(pos - 1))) return undefined;
  const plan = readPlan(text, pos);
  if (plan !== undefined) return plan;
  const from = readPoint(text, pos);
  if (from === undefined) return undefined;
  const until = readUntil(text, from);
  if (until !== undefined) return { from: from.at, to: until.at, end: until.end };
  return from.open ? undefined : { from: from.at, end: from.end };
}
