import {
  add,
  compare,
  divide,
  equal,
  multiply,
  numeratorOf,
  ONE,
  type Rational,
  rational,
  sign,
  ZERO,
} from '../numbers/exact.ts';
import { HAN_NUMERALS, type NumberReading, readArabic, readHan, readScale } from './number.ts';
import { countsAfterHan, moneyClass, moneyLeftOut, readUnit, type UnitReading } from './units.ts';

/**
 * A number with its scale and, where one follows, its unit, read from a normalised text. Its value in base units is
 * `mantissa × scale × unit.factor`.
 */
export type TextQuantity = {
  readonly start: number;
  readonly end: number;
  readonly mantissa: Rational;
  readonly scale: Rational;
  readonly unit?: UnitReading;
  /** Whether the text states more than the figure: 500余万元, 100多家. */
  readonly andMore: boolean;
  /** Whether it is 一个 or 一名: an article, unless a bound word makes it a figure. */
  readonly article: boolean;
};

const RANGE_SEPARATOR = /[-–—―−~]{1,2}|至|到/y;

/** The offset after the separator of a range (- — ~ 至 到) at `pos`; `undefined` if there is none. */
export function skipRangeSeparator(text: string, pos: number): number | undefined {
  RANGE_SEPARATOR.lastIndex = pos;
  return RANGE_SEPARATOR.test(text) ? RANGE_SEPARATOR.lastIndex : undefined;
}

/** The value of a quantity in base units. Without a unit, the number with its scale. */
export function quantityValue(quantity: TextQuantity): Rational {
  return multiply(multiply(quantity.mantissa, quantity.scale), quantity.unit?.factor ?? ONE);
}

/**
 * The rate that a∶b states: b for each a (按1∶0.5配套 is one half). `undefined` where a side is zero or has a unit.
 */
export function proportionValue(left: TextQuantity, right: TextQuantity): Rational | undefined {
  if (left.unit !== undefined || right.unit !== undefined) return undefined;
  if (sign(left.mantissa) === 0 || sign(right.mantissa) === 0) return undefined;
  return divide(quantityValue(right), quantityValue(left));
}

/** Reads the quantity at `pos` of a normalised text; `undefined` if none begins there. Han numerals need a unit of a closed list. */
export function readQuantity(text: string, pos: number): TextQuantity | undefined {
  return /\d/.test(text.charAt(pos)) ? readArabicQuantity(text, pos) : readHanQuantity(text, pos);
}

type Tail = Pick<TextQuantity, 'end' | 'scale' | 'andMore'> & { readonly unit?: UnitReading };

function readArabicQuantity(text: string, pos: number): TextQuantity | undefined {
  const number = readArabic(text, pos);
  if (number === undefined) return undefined;
  const tail = readTail(text, number.end);
  const sum = tail.unit === undefined ? readSum(text, pos, number.value, tail) : undefined;
  return sum ?? { start: pos, mantissa: number.value, article: false, ...tail };
}

/** The part after the digits: 多 or 余, a scale, 多 or 余 again, a unit (500余万元, 2万多家, 1000亿级). */
function readTail(text: string, pos: number): Tail {
  const early = readMore(text, pos);
  const scale = readUnit(text, early) === undefined ? readScale(text, early) : { value: ONE, end: early };
  const late = readMore(text, scale.end);
  const unit =
    readUnit(text, late) ??
    readClass(text, late, scale.value) ??
    readGrantedMoney(text, pos, late, scale.value);
  const andMore = early > pos || late > scale.end;
  if (unit !== undefined) return { end: unit.end, scale: scale.value, andMore, unit };
  const plain = readScale(text, pos);
  return { end: plain.end, scale: plain.value, andMore: false };
}

function readMore(text: string, pos: number): number {
  return /[多余]/.test(text.charAt(pos)) ? pos + 1 : pos;
}

function readClass(text: string, pos: number, scale: Rational): UnitReading | undefined {
  return text.charAt(pos) === '级' && numeratorOf(scale) >= 100_000_000n ? moneyClass(pos + 1) : undefined;
}

/** 奖励企业50万。: a granted amount of 万 or more without a unit is money. */
function readGrantedMoney(text: string, pos: number, end: number, scale: Rational): UnitReading | undefined {
  const endsAmount =
    numeratorOf(scale) >= 10_000n &&
    /^(?:[,。;、)]|[的\ufffc]*(?:奖|补|资助|扶持)|$)/.test(text.slice(end, end + 8));
  const before = text.slice(Math.max(0, pos - 32), pos);
  return endsAmount && GRANTED.test(before) && !COUNTED.test(before) ? moneyLeftOut(end) : undefined;
}

const GRANTED = /(?:奖|补|资助|给予|扶持|贴息)[^,。;]*$/;
/** A count instead of a payment: 奖励新增用户10万、20万的平台. */
const COUNTED =
  /(?:用户|会员|粉丝|人口|人数|客流|游客|订单|[量数])(?:数量?|规模|总[量数])?(?:为|达到?|超过|突破|不少于|不低于|[\d.,]+[百千]?[万亿]、)*[\d.,]+$/;

/** 1亿5000万元: a sum of two parts. The second has the unit and is smaller than the scale of the first. */
function readSum(text: string, start: number, mantissa: Rational, head: Tail): TextQuantity | undefined {
  if (equal(head.scale, ONE) || !/\d/.test(text.charAt(head.end))) return undefined;
  const rest = readArabic(text, head.end);
  const tail = rest && readTail(text, rest.end);
  if (rest === undefined || tail?.unit === undefined) return undefined;
  const small = multiply(rest.value, tail.scale);
  if (compare(small, head.scale) >= 0 || isYear(text, head.end, tail)) return undefined;
  return { start, article: false, ...tail, mantissa: add(multiply(mantissa, head.scale), small), scale: ONE };
}

function isYear(text: string, pos: number, tail: Tail): boolean {
  return tail.unit?.dimension === 'year' && /^\d{4}年/.test(text.slice(pos, pos + 5));
}

const HAN_CHAR = new RegExp(`[${HAN_NUMERALS}]`);
/** Characters before a Han numeral that make it no figure: 数十家, 第三; before 一 also 统一, 同一, 唯一 … */
const NOT_AFTER = /[数几第]/;
const NOT_AFTER_ONE = /[统同唯单之另某任专划不每这那哪逐]/;

function readHanQuantity(text: string, pos: number): TextQuantity | undefined {
  const before = text.charAt(pos - 1);
  if (NOT_AFTER.test(before)) return undefined;
  const parts = readParts(text, pos);
  if (parts !== undefined) return parts;
  if (HAN_CHAR.test(before) || (text.charAt(pos) === '一' && NOT_AFTER_ONE.test(before))) return undefined;
  return readElided(text, pos) ?? readHanFigure(text, pos);
}

function readHanFigure(text: string, pos: number): TextQuantity | undefined {
  const number = readHan(text, pos);
  if (number === undefined) return undefined;
  const more = readMore(text, number.end);
  const unit = readHanUnit(text, more);
  const base = { start: pos, mantissa: number.value, scale: ONE };
  if (unit === undefined) {
    return opensHanRange(text, number.end)
      ? { ...base, end: number.end, andMore: false, article: false }
      : undefined;
  }
  const article = text.charAt(pos) === '一' && /^[个名位]$/.test(unit.name);
  return { ...base, end: unit.end, unit, andMore: more > number.end, article };
}

function readHanUnit(text: string, pos: number): UnitReading | undefined {
  const unit = readUnit(text, pos);
  return unit !== undefined && countsAfterHan(unit) ? unit : undefined;
}

/** 三至五年: the unit follows the second number. */
function opensHanRange(text: string, pos: number): boolean {
  const next = skipRangeSeparator(text, pos);
  const second = next === undefined ? undefined : readHan(text, next);
  return second !== undefined && readHanUnit(text, second.end) !== undefined;
}

const PARTS = new RegExp(`([${HAN_NUMERALS}]{1,8})分之`, 'y');
const WHOLES: ReadonlyMap<string, bigint> = new Map([
  ['百', 100n],
  ['千', 1_000n],
  ['万', 10_000n],
]);

/** Reads a fraction as a ratio: 百分之十, 三分之二, 百分之百. */
function readParts(text: string, pos: number): TextQuantity | undefined {
  PARTS.lastIndex = pos;
  const match = PARTS.exec(text);
  if (match === null) return undefined;
  const parts = match[1] ?? '';
  const whole = WHOLES.get(parts) ?? numeratorOf(readHan(parts, 0)?.value ?? ZERO);
  const part = readPart(text, pos + match[0].length);
  if (whole === 0n || part === undefined) return undefined;
  const unit = { name: match[0], dimension: 'ratio', factor: ONE, end: part.end };
  const mantissa = divide(part.value, rational(whole));
  return { start: pos, end: part.end, mantissa, scale: ONE, unit, andMore: false, article: false };
}

function readPart(text: string, pos: number): NumberReading | undefined {
  const number = readArabic(text, pos) ?? readHan(text, pos);
  if (number !== undefined) return number;
  return text.charAt(pos) === '百' ? { value: rational(100n), end: pos + 1 } : undefined;
}

const ELIDED = /(?:[百千]?万?亿|[百千]万)(?=元|级)/y;
const ELIDED_NOT_AFTER = /[上近成:/\d]|单位$/;

/** Reads an amount without digits: 亿元 is 1亿元, 千万元 is 1000万元, 千亿级 is 1000亿. The head of a column (亿元) is no amount. */
function readElided(text: string, pos: number): TextQuantity | undefined {
  ELIDED.lastIndex = pos;
  const match = ELIDED.exec(text)?.[0];
  if (match === undefined || ELIDED_NOT_AFTER.test(text.slice(Math.max(0, pos - 2), pos))) return undefined;
  const end = pos + match.length;
  const unit = text.charAt(end) === '级' ? moneyClass(end + 1) : readUnit(text, end);
  if (unit === undefined || (text.charAt(pos - 1) === '(' && text.charAt(unit.end) === ')')) return undefined;
  if (unit.name === '级' && !match.endsWith('亿')) return undefined;
  const scale = readScale(text, pos).value;
  return { start: pos, end: unit.end, mantissa: ONE, scale, unit, andMore: false, article: false };
}
