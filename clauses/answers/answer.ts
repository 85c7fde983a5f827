import type { FactDefinition } from '../language/fact.ts';
import { gridOf, unitOf } from '../language/grid.ts';
import { formatDate, parseDate } from '../numbers/calendar.ts';
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
} from '../numbers/exact.ts';

/** The result of reading one answer: its exact value in base units, or what is wrong with it. */
export type ReadAnswer =
  | { readonly value: Rational }
  | { readonly code: 'badValue' | 'outOfRange' | 'emptyText' | 'wrongShape' | 'tooPrecise' };

const BAD: ReadAnswer = { code: 'badValue' };

/**
 * Reads one answer of a JSON body or a form. Yes/no: `true`, `false`, 是, 否. A choice: the value or label of an option. A
 * date: `YYYY-MM-DD`. A number: a decimal text in the fact's unit, where full-width digits, separators, 万 and 亿 are
 * understood, or an exact JSON number: a safe integer, or one of at most 15 digits. Never throws.
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

/** Full-width characters, as Chinese input methods produce them, in half width. Other digits (², ①) stay. */
function narrow(text: string): string {
  return text
    .replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replaceAll('　', ' ');
}

/** The text of a value that {@link readAnswer} reads back. */
export function textOf(fact: Pick<FactDefinition, 'type' | 'options'>, value: Rational): string {
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

function isNumeric(fact: FactDefinition): boolean {
  return fact.type !== 'yesNo' && fact.type !== 'choice' && fact.type !== 'date';
}

function yesNo(text: string): ReadAnswer {
  if (text === 'true' || text === '是') return { value: integer(1) };
  return text === 'false' || text === '否' ? { value: integer(0) } : BAD;
}

function optionOf(fact: FactDefinition, text: string): ReadAnswer {
  const index = (fact.options ?? []).findIndex(
    ({ value, label }) => value === text || narrow(label) === text,
  );
  return index < 0 ? BAD : { value: integer(index) };
}

function readDate(fact: FactDefinition, text: string): ReadAnswer {
  const day = parseDate(text);
  return day === undefined ? BAD : inRange(fact, integer(day));
}

const NUMBER = /^(-?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(.*)$/;
const SCALES: readonly (readonly [word: string, factor: bigint])[] = [
  ['', 1n],
  ['千', 1_000n],
  ['万', 10_000n],
  ['百万', 1_000_000n],
  ['千万', 10_000_000n],
  ['亿', 100_000_000n],
  ['万亿', 1_000_000_000_000n],
];

/** More than any real quantity has. Longer texts are refused before they are parsed. */
const MOST_DIGITS = 30;

function readNumber(fact: FactDefinition, text: string): ReadAnswer {
  const match = text.length > MOST_DIGITS ? null : NUMBER.exec(text);
  if (match === null) return BAD;
  const [, sign = '', whole = '', decimals, rest = ''] = match;
  const scale = scaleOf(fact, rest.trim());
  const plain = parseRational(
    `${sign}${whole.replaceAll(',', '')}${decimals === undefined ? '' : `.${decimals}`}`,
  );
  if (plain === undefined || scale === undefined) return BAD;
  return inRange(fact, multiply(multiply(plain, rational(scale)), unitOf(fact)));
}

/** The factor of what follows a number: a word like 万 or none, then a unit or none. `undefined` for anything else. */
function scaleOf(fact: FactDefinition, rest: string): bigint | undefined {
  const units = ['', ...unitsOf(fact)];
  return SCALES.find(
    ([word]) => rest.startsWith(word) && units.includes(rest.slice(word.length).trim()),
  )?.[1];
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

/** The text of a JSON number that is exact: a safe integer, or one of at most 15 significant digits; else `?`. */
function decimalText(value: number): string {
  const text = String(value);
  const digits = text.replace(/[-.]/g, '').replace(/^0+|0+$/g, '');
  const exact = Number.isSafeInteger(value) || digits.length <= 15;
  return exact && /^-?\d+(\.\d+)?$/.test(text) ? text : '?';
}
