import { equal, formatRational, multiply, ONE, rational } from '../../numbers/exact.ts';
import { inFull } from '../../text/coal.ts';
import { comparedForm, squeezedSpan } from '../../text/normalize.ts';
import { hanInteger } from '../../text/number.ts';
import { pricedPer } from '../../text/per.ts';
import type { BareToken, Bound, NumberToken, RangeToken } from '../../text/token.ts';
import { inMonths } from '../compile/scope/dimension.ts';
import { endsOf, type FigureClaim, type FigureToken, type Line } from './lines.ts';
import { agreesWithRefusal, boundLeft, isExcessRefused } from './refusal-phrases.ts';

/** Whether a literal and a figure of the text are the same number of the same thing; 1:0.5 is never written as 50%. */
export function isSame(claim: FigureClaim, stated: FigureToken | BareToken): boolean {
  const token = stated.kind === 'bare' ? stated : inFull(stated, claim.dimension);
  if (token.kind !== 'bare' && (token.unit === ':') !== comparedForm(claim.text).includes(':')) return false;
  const rule = inMonths(claim.value, claim.dimension);
  return endsOf(token).some((end) => {
    const text = token.kind === 'bare' ? { value: end, dimension: 'plain' } : inMonths(end, token.dimension);
    if (equal(rule.value, text.value) && measureAlike(rule.dimension, text.dimension)) return true;
    const per = token.kind === 'bare' ? undefined : pricedPer(token, claim.dimension);
    return per !== undefined && equal(multiply(claim.value, per), end);
  });
}

/** Whether a literal and a figure of the text measure the same, so that one may be the other mistold. */
export function isComparable({ value, dimension, text }: FigureClaim, stated: FigureToken): boolean {
  const token = inFull(stated, dimension);
  const rule = inMonths(value, dimension).dimension;
  return (
    (rule === 'plain' && isBareOf(text, token)) ||
    measureAlike(rule, inMonths(value, token.dimension).dimension) ||
    pricedPer(token, dimension) !== undefined
  );
}

/** 6 or 0.06 for 6%, 20 for 20万元: the number of a figure, its unit forgotten. */
function isBareOf(text: string, token: FigureToken): boolean {
  if (token.kind !== 'number') return false;
  return parseFloat(comparedForm(token.text)) === Number(text) || formatRational(token.value) === text;
}

function measureAlike(rule: string, text: string): boolean {
  if (rule === text) return true;
  if (rule === 'plain') return text === 'person' || /^(?:count|unit):/.test(text);
  return text === 'plain' && rule.startsWith('unit:');
}

/** The 1吨 of 每节约1吨 stands below the line of a price; the 1名 of 每招用1名 may, like 一名, go without saying. */
export function isCountedBy({ dimension, value }: NumberToken, claims: readonly FigureClaim[]): boolean {
  const isThreshold = claims.some((claim) => claim.dimension === dimension && claim.bound === 'atLeast');
  const isCount = !isThreshold && /^(?:person$|count:)/.test(dimension);
  return claims.some(
    (claim) =>
      claim.dimension.split('/').slice(1).includes(dimension) ||
      (isCount && equal(value, ONE) && claim.dimension.startsWith('money')),
  );
}

const CEILING = /为限|封顶|上限|限额|以内/;
/** 应兑现总额超过500万元的，按同比例折算: what exceeds the budget is cut down to it. */
const EXCEEDED = /(?:总额|总量|总数|合计|资金|规模|预算)[^,。;:!?]{0,8}超[过出]$/;

/** Whether a rule bounds a figure as the text does. */
export function boundAgrees(claim: FigureClaim, token: FigureToken | BareToken, line: Line): boolean {
  const rule = claim.bound;
  if (rule === 'any' || rule === 'rounding' || token.kind === 'bare') return true;
  if (token.kind === 'range') return endAgrees(claim, token);
  const headed = rule === 'cap' || rule === 'smallest' ? 'atMost' : rule;
  if (token.bound === 'stated' && line.headed?.some((bound) => bound === headed)) return true;
  if (rule === 'equals') return token.bound === 'stated';
  // 至少符合2项: the verb stands between the bound and the number.
  if (rule === 'count') return token.bound === 'stated' || token.bound === 'atLeast';
  if (rule === 'budget')
    return token.bound === 'atMost' || token.bound === 'stated' || isExceeded(token, line);
  // 不足10万元的按10万元: the second mention is what is paid.
  if (rule === 'floor') return ['atLeast', 'lessThan', 'stated'].includes(token.bound);
  if ((rule === 'smallest' || rule === 'cap') && (isPaidAsIs(token, line) || isExcessRefused(token, line)))
    return true;
  if (rule === 'smallest') return token.bound === 'atMost' || token.bound === 'stated';
  if (rule === 'cap')
    return token.bound === 'atMost' || (token.bound === 'stated' && CEILING.test(line.squeezed.text));
  const left = claim.path.includes('when') ? boundLeft(token, line) : undefined;
  if (left !== undefined) return agreesWithRefusal(claim, token, left);
  return token.bound === rule || (token.bound === 'stated' && isBoundedBy(claim, token, line));
}

/** 前三年, 前10%, 五年内 are at most that; 每吸引一家 is from the first one on, a 门槛 from its figure on. */
function isBoundedBy({ bound, value, path }: FigureClaim, token: NumberToken, { squeezed }: Line): boolean {
  const { start, end } = squeezedSpan(squeezed, token);
  // How long it is paid (连续3年内) is no threshold.
  if (bound === 'atMost')
    return (
      !path.includes('term') &&
      /^(?:year|quarter|month|day|ratio)$/.test(token.dimension) &&
      (/(?<![提目此之以事])前$/.test(squeezed.text.slice(0, start)) || squeezed.text.charAt(end) === '内')
    );
  const counted = token.dimension === 'person' || token.dimension.startsWith('count:');
  const before = squeezed.text.slice(0, start);
  if (bound !== 'atLeast') return false;
  return THRESHOLD.test(before) || (counted && equal(value, ONE) && /每[^,。;年季月]*$/.test(before));
}

/** 投资门槛放宽至200万元: the word says that it is one. */
const THRESHOLD = /(?:门槛|起点|起补点)[^,。;:\d]{0,8}$/;

/** Whether the text rounds to the unit of the rule without its figure: 取整到万元 for 1万元. */
export function isRoundingTold({ bound, text }: FigureClaim, { squeezed }: Line): boolean {
  const [, unit] = /^1(\D+)$/.exec(text) ?? [];
  if (bound !== 'rounding' || unit === undefined) return false;
  return [`取整[到至]${unit}`, `精确到${unit}`, `以${unit}为单位`, `不足${unit}[^,。;]*(?:舍去|不计)`].some(
    (words) => new RegExp(words).test(squeezed.text),
  );
}

/** Whether the text says a half without a figure: 第二年减半 for 50%. */
export function isHalfTold({ value, dimension }: FigureClaim, { squeezed }: Line): boolean {
  return dimension === 'ratio' && equal(value, HALF) && /减半|折半|一半|半数|半价/.test(squeezed.text);
}

const HALF = rational(1n, 2n);

/** Whether the text numbers a year as a literal does: 第四、第五年 for 5年. */
export function isOrdinalYear({ value, dimension }: FigureClaim, { squeezed }: Line): boolean {
  if (dimension !== 'year') return false;
  return Array.from(squeezed.text.matchAll(ORDINAL_YEARS)).some(([words]) =>
    (words.match(/\d+|[一二三四五六七八九十]+/g) ?? []).some((word) => {
      const ordinal = /\d/.test(word) ? BigInt(word) : hanInteger(word);
      return ordinal !== undefined && equal(value, rational(ordinal));
    }),
  );
}

const ORDINAL_YEARS = /第[第\d一二三四五六七八九十、至到和及-]{1,16}年/g;

/**
 * 150公里（含）以内的……，150公里以上300公里……: the text gives one end to both of two tiers, the rule to the one that the
 * other leaves out.
 */
export function isSharedEnd(token: NumberToken, same: readonly FigureClaim[], line: Line): boolean {
  const { bound, value, dimension } = token;
  if (bound !== 'atLeast' && bound !== 'atMost') return false;
  const [strict, opposite] = bound === 'atLeast' ? ['moreThan', 'atMost'] : ['lessThan', 'atLeast'];
  return (
    [strict, opposite].every((each) => same.some((claim) => claim.bound === each)) &&
    line.tokens.some(
      (other) =>
        other.kind === 'number' &&
        other.bound === opposite &&
        other.dimension === dimension &&
        equal(other.value, value),
    )
  );
}

/** 每个展位资助1.5万元（金额低于1.5万元的按实资助）: the figure is the most, what is below it is paid as it is. */
function isPaidAsIs({ bound, value }: NumberToken, { squeezed, tokens }: Line): boolean {
  if (bound !== 'lessThan' && bound !== 'stated') return false;
  return tokens.some((other) => {
    if (other.kind !== 'number' || other.bound !== 'lessThan' || !equal(other.value, value)) return false;
    const { end } = squeezedSpan(squeezed, other);
    return /^的?,?(?:按实|据实|按实际)/.test(squeezed.text.slice(end, end + 5));
  });
}

function isExceeded(token: NumberToken, { squeezed }: Line): boolean {
  const before = squeezed.text.slice(0, squeezedSpan(squeezed, token).start);
  return token.bound === 'moreThan' && EXCEEDED.test(before) && squeezed.text.includes('比例');
}

/** The two ends of a range, each as a figure with the bounds that a rule may read it with. */
export function rangeEnds(token: RangeToken): { end: NumberToken; bounds: readonly Bound[] }[] {
  const { kind: _, from, to, fromBound, toBound, ...rest } = token;
  const open = token.bound !== 'stated';
  const lower = fromBound === undefined ? LOWER : [fromBound];
  const upper = toBound === undefined ? UPPER : [toBound];
  return [
    { end: { ...rest, kind: 'number', value: from }, bounds: open && fromBound === undefined ? [] : lower },
    { end: { ...rest, kind: 'number', value: to }, bounds: open && toBound === undefined ? [] : upper },
  ];
}

const LOWER = ['atLeast', 'moreThan'] as const;
const UPPER = ['atMost', 'lessThan'] as const;

/**
 * As a threshold an end of a range is bounded as its （含） or （不含） says; where it says nothing, whether the end belongs
 * to the range is the author's reading. What is no threshold (5%至10% of a base) is not bounded.
 */
function endAgrees(claim: FigureClaim, token: RangeToken): boolean {
  const { bound } = claim;
  if (![...LOWER, ...UPPER].some((each) => each === bound)) return true;
  return rangeEnds(token).some(
    ({ end, bounds }) => isSame(claim, end) && (bounds.length === 0 || bounds.some((each) => each === bound)),
  );
}

/** A figure of the text as a rule would write it: 每平方米每月8元 is 8元/平方米/月. */
export function asWritten(token: FigureToken, { dimension }: FigureClaim): string {
  const below = dimension.split('/').slice(1);
  const priced = pricedPer(token, dimension) !== undefined;
  const named = (token.per ?? []).filter((unit) => priced && below.includes(unit.dimension));
  return [token.text.trim(), ...named.map(({ name }) => name)].join('/');
}
