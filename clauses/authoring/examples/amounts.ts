import type { MoneyRange } from '../../check/money.ts';
import {
  compare,
  equal,
  formatDecimal,
  formatRational,
  multiply,
  parseRational,
  type Rational,
  rational,
  sign,
} from '../../numbers/exact.ts';
import { readLiteral } from '../compile/scope/measure.ts';
import type { AuthoredRange } from '../schema/examples.ts';

/**
 * An amount in yuan that an example expects. `max: null` means no upper limit, `min: null` that both ends are
 * unlimited.
 */
export interface ExpectedRange {
  readonly min: Rational | null;
  readonly max: Rational | null;
}

/**
 * Reads `30万元`, `'4999999.99'` (yuan), `[30万元, 200万元]` or `无上限`. Returns the text that is not an amount where there
 * is one.
 */
export function readRange(authored: AuthoredRange): ExpectedRange | string {
  const ends = Array.isArray(authored) ? authored : [authored, authored];
  const [min, max] = ends.map(readEnd);
  if (typeof min === 'string') return min;
  if (typeof max === 'string') return max;
  return { min: min ?? null, max: max ?? null };
}

function readEnd(authored: string | number | null): Rational | null | string {
  if (authored === null || authored === '无上限') return null;
  const literal = readLiteral(authored);
  return literal?.dimension === 'money' || literal?.dimension === 'plain' ? literal.value : String(authored);
}

/** Whether the computed range equals the expected one exactly. */
export function sameRange(expected: ExpectedRange, actual: MoneyRange): boolean {
  return sameEnd(expected.min, actual.min) && sameEnd(expected.max, actual.max);
}

function sameEnd(expected: Rational | null, actual: string | null): boolean {
  if (expected === null || actual === null) return expected === actual;
  const value = parseRational(actual);
  return value !== undefined && equal(expected, value);
}

/** The range for readers: 300000元, 300000元至2000000元, 无上限. */
export function shownRange({ min, max }: ExpectedRange): string {
  if (min === null) return '无上限';
  if (max === null) return `${yuan(min)}以上，无上限`;
  return compare(min, max) === 0 ? yuan(min) : `${yuan(min)}至${yuan(max)}`;
}

/** The range as authors write it: 30万元, [30万元, 200万元]. */
export function writtenRange({ min, max }: ExpectedRange): string {
  if (min === null) return '无上限';
  if (max !== null && compare(min, max) === 0) return written(min);
  return `[${written(min)}, ${max === null ? '无上限' : written(max)}]`;
}

/** The ends of a computed range as exact numbers. */
export function exactRange({ min, max }: MoneyRange): ExpectedRange {
  return { min: parseRational(min) ?? null, max: max === null ? null : (parseRational(max) ?? null) };
}

const WAN = 10_000n;

function yuan(value: Rational): string {
  return `${formatDecimal(value, 2).replace(/\.00$/, '')}元`;
}

function written(value: Rational): string {
  const inWan = formatRational(multiply(value, rational(1n, WAN)));
  return sign(value) !== 0 && /^\d+(?:\.\d{1,2})?$/.test(inWan) ? `${inWan}万元` : yuan(value);
}
