import { equal, formatRational, multiply, ONE, rational } from '../../numbers/exact.ts';
import { normalizedForm } from '../../text/normalize.ts';
import { hanInteger } from '../../text/number.ts';
import { asStandardCoal } from '../../text/standard-coal.ts';
import type { BareToken, NumberToken } from '../../text/token.ts';
import { unitPriceDivisor } from '../../text/unit-price.ts';
import { inMonths } from '../compile/scope/dimension.ts';
import { endsOf, type FigureClaim, type FigureToken, type MarkedPassage } from './marked-passage.ts';

/**
 * Whether a literal and a figure of the text are the same number of the same thing. A proportion (1:0.5) only equals a
 * proportion, never a percentage.
 */
export function isSame(claim: FigureClaim, stated: FigureToken | BareToken): boolean {
  const token = stated.kind === 'bare' ? stated : asStandardCoal(stated, claim.dimension);
  if (token.kind !== 'bare' && (token.unit === ':') !== normalizedForm(claim.text).includes(':'))
    return false;
  const rule = inMonths(claim.value, claim.dimension);
  return endsOf(token).some((end) => {
    const text = token.kind === 'bare' ? { value: end, dimension: 'plain' } : inMonths(end, token.dimension);
    if (equal(rule.value, text.value) && measuresSame(rule.dimension, text.dimension)) return true;
    const divisor = token.kind === 'bare' ? undefined : unitPriceDivisor(token, claim.dimension);
    return divisor !== undefined && equal(multiply(claim.value, divisor), end);
  });
}

/** Whether a literal and a figure of the text measure the same thing, so that a different value may be a mistake. */
export function isComparable({ value, dimension, text }: FigureClaim, stated: FigureToken): boolean {
  const token = asStandardCoal(stated, dimension);
  const rule = inMonths(value, dimension).dimension;
  return (
    (rule === 'plain' && isWithoutUnit(text, token)) ||
    measuresSame(rule, inMonths(value, token.dimension).dimension) ||
    unitPriceDivisor(token, dimension) !== undefined
  );
}

/** Whether a literal is the number of a figure with its unit forgotten: 6 or 0.06 for 6%, 20 for 20万元. */
function isWithoutUnit(text: string, token: FigureToken): boolean {
  if (token.kind !== 'number') return false;
  return parseFloat(normalizedForm(token.text)) === Number(text) || formatRational(token.value) === text;
}

/** Counts in a rule may leave their counter out; figures of the text may leave out a special unit. */
function measuresSame(rule: string, text: string): boolean {
  if (rule === text) return true;
  if (rule === 'plain') return text === 'person' || /^(?:count|unit):/.test(text);
  return text === 'plain' && rule.startsWith('unit:');
}

/**
 * Whether a figure after 每 is only the unit of a price: the 1吨 in 每节约1吨 is in the denominator, and the 1名 in 每招用1名
 * may be left out, as 一名 is.
 */
export function isUnitOfPrice({ dimension, value }: NumberToken, claims: readonly FigureClaim[]): boolean {
  const isThreshold = claims.some((claim) => claim.dimension === dimension && claim.bound === 'atLeast');
  const isCount = !isThreshold && /^(?:person$|count:)/.test(dimension);
  return claims.some(
    (claim) =>
      claim.dimension.split('/').slice(1).includes(dimension) ||
      (isCount && equal(value, ONE) && claim.dimension.startsWith('money')),
  );
}

/** Whether the text states the unit of a rounding without its figure: 取整到万元 for 1万元. */
export function statesRoundingInWords({ bound, text }: FigureClaim, { normalized }: MarkedPassage): boolean {
  const [, unit] = /^1(\D+)$/.exec(text) ?? [];
  if (bound !== 'rounding' || unit === undefined) return false;
  return [`取整[到至]${unit}`, `精确到${unit}`, `以${unit}为单位`, `不足${unit}[^,。;]*(?:舍去|不计)`].some(
    (words) => new RegExp(words).test(normalized.text),
  );
}

/** Whether the text states one half without a figure: 第二年减半 for 50%. */
export function statesHalfInWords({ value, dimension }: FigureClaim, { normalized }: MarkedPassage): boolean {
  return dimension === 'ratio' && equal(value, HALF) && /减半|折半|一半|半数|半价/.test(normalized.text);
}

const HALF = rational(1n, 2n);

/** Whether the text states a number of years as an ordinal: 第四、第五年 for 5年. */
export function statesYearAsOrdinal(
  { value, dimension }: FigureClaim,
  { normalized }: MarkedPassage,
): boolean {
  if (dimension !== 'year') return false;
  return Array.from(normalized.text.matchAll(ORDINAL_YEARS)).some(([words]) =>
    (words.match(/\d+|[一二三四五六七八九十]+/g) ?? []).some((word) => {
      const ordinal = /\d/.test(word) ? BigInt(word) : hanInteger(word);
      return ordinal !== undefined && equal(value, rational(ordinal));
    }),
  );
}

const ORDINAL_YEARS = /第[第\d一二三四五六七八九十、至到和及-]{1,16}年/g;

/** A figure of the text in the notation of rules: 每平方米每月8元 as 8元/平方米/月. */
export function inNotationOfRule(token: FigureToken, { dimension }: FigureClaim): string {
  const below = dimension.split('/').slice(1);
  const isPrice = unitPriceDivisor(token, dimension) !== undefined;
  const units = (token.per ?? []).filter((unit) => isPrice && below.includes(unit.dimension));
  return [token.text.trim(), ...units.map(({ name }) => name)].join('/');
}
