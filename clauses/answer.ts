import { formatDate, parseDate } from './calendar.ts';
import {
  compare,
  divide,
  equal,
  formatRational,
  integer,
  isWhole,
  multiply,
  ONE,
  parseRational,
  type Rational,
  rational,
  toNumber,
} from './exact.ts';
import type { FactDefinition } from './fact.ts';

/** One answer read strictly: its exact value in base units, or what is wrong with it. */
export type ReadAnswer =
  | { readonly value: Rational }
  | { readonly code: 'badValue' | 'outOfRange' | 'emptyText' | 'wrongShape' | 'tooPrecise' };

const BAD: ReadAnswer = { code: 'badValue' };

/**
 * Reads one answer as JSON or a form gives it. Yes/no: `true`, `false`, 是, 否; a choice: its option's value; a date:
 * `YYYY-MM-DD`; numbers: a decimal text in the fact's unit, with full-width digits, separators, 万 and 亿 understood,
 * or a JSON number of at most 15 digits, which is exact.
 */
export function readAnswer(fact: FactDefinition, raw: unknown): ReadAnswer {
  if (typeof raw === 'boolean') return fact.type === 'yesNo' ? { value: integer(raw ? 1 : 0) } : BAD;
  if (typeof raw === 'number') return isNumeric(fact) ? readNumber(fact, decimalText(raw)) : BAD;
  if (typeof raw !== 'string') return { code: 'wrongShape' };
  const text = narrow(raw).trim();
  if (text === '') return { code: 'emptyText' };
  switch (fact.type) {
    case 'yesNo':
      return yesNo(text);
    case 'choice':
      return optionOf(fact, text);
    case 'date':
      return readDate(fact, text);
    default:
      return readNumber(fact, text);
  }
}

/** Full-width forms as they are typed in Chinese; other look-alikes (², ①) are not digits. */
function narrow(text: string): string {
  return text
    .replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replaceAll('　', ' ');
}

/** The text of a value that {@link readAnswer} reads back. */
export function textOf(fact: FactDefinition, value: Rational): string {
  switch (fact.type) {
    case 'yesNo':
      return equal(value, ONE) ? 'true' : 'false';
    case 'choice':
      return fact.options?.[toNumber(value)]?.value ?? '';
    case 'date':
      return formatDate(toNumber(value));
    default:
      return formatRational(divide(value, unitOf(fact)));
  }
}

/** The grid that a fact's values lie on, in base units: the fen for money with two decimals. */
export function gridOf(fact: FactDefinition): Rational {
  return multiply(rational(1n, 10n ** BigInt(fact.decimals)), unitOf(fact));
}

function unitOf(fact: FactDefinition): Rational {
  return fact.type === 'percent' ? rational(1n, 100n) : ONE;
}

function isNumeric(fact: FactDefinition): boolean {
  return fact.type !== 'yesNo' && fact.type !== 'choice' && fact.type !== 'date';
}

function yesNo(text: string): ReadAnswer {
  if (text === 'true' || text === '是') return { value: integer(1) };
  return text === 'false' || text === '否' ? { value: integer(0) } : BAD;
}

function optionOf(fact: FactDefinition, text: string): ReadAnswer {
  const index = (fact.options ?? []).findIndex((option) => option.value === text || option.label === text);
  return index < 0 ? BAD : { value: integer(index) };
}

function readDate(fact: FactDefinition, text: string): ReadAnswer {
  const day = parseDate(text);
  return day === undefined ? BAD : inRange(fact, integer(day));
}

const NUMBER = /^(-?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(万亿|千万|百万|亿|万|千)?(.*)$/;
const SCALES: Readonly<Record<string, bigint>> = {
  千: 1_000n,
  万: 10_000n,
  百万: 1_000_000n,
  千万: 10_000_000n,
  亿: 100_000_000n,
  万亿: 1_000_000_000_000n,
};

/** More digits than any real quantity has; longer texts are refused before they cost anything. */
const MOST_DIGITS = 30;

function readNumber(fact: FactDefinition, text: string): ReadAnswer {
  const match = text.length > MOST_DIGITS ? null : NUMBER.exec(text);
  if (match === null) return BAD;
  const [, sign = '', whole = '', decimals, scale, unit = ''] = match;
  if (unit !== '' && !unitsOf(fact).includes(unit)) return BAD;
  const plain = parseRational(
    `${sign}${whole.replaceAll(',', '')}${decimals === undefined ? '' : `.${decimals}`}`,
  );
  if (plain === undefined) return BAD;
  const scaled = multiply(plain, rational(scale === undefined ? 1n : (SCALES[scale] ?? 1n)));
  return inRange(fact, multiply(scaled, unitOf(fact)));
}

function unitsOf(fact: FactDefinition): readonly string[] {
  const own = fact.unit === undefined ? [] : [narrow(fact.unit)];
  if (fact.type === 'money') return [...own, '元'];
  if (fact.type === 'area') return [...own, '平方米', '㎡', 'm²', 'm2'];
  return fact.type === 'percent' ? [...own, '%'] : own;
}

function inRange(fact: FactDefinition, value: Rational): ReadAnswer {
  const min = fact.min === undefined ? undefined : parseRational(fact.min);
  const max = fact.max === undefined ? undefined : parseRational(fact.max);
  if (min !== undefined && compare(value, min) < 0) return { code: 'outOfRange' };
  if (max !== undefined && compare(value, max) > 0) return { code: 'outOfRange' };
  return isWhole(divide(value, gridOf(fact))) ? { value } : { code: 'tooPrecise' };
}

/** A JSON number of at most 15 significant digits as the decimal that was written; others are not exact. */
function decimalText(value: number): string {
  const text = String(value);
  return /^-?\d+(\.\d+)?$/.test(text) && text.replace(/[-.]/g, '').replace(/^0+/, '').length <= 15
    ? text
    : '?';
}
