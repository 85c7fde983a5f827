import type { Condition, Quantity } from '../../../clauses/index.ts';
import { type Expression, subtree } from '../../../clauses/language.ts';
import type { Vocabulary } from '../names.ts';
import { DATE_COMPARATORS, THRESHOLD_BOUNDS } from '../terms.ts';
import { alternativesOf, isPresence } from './alternatives.ts';
import { sayCondition, sayQuantity } from './clause.ts';
import { isDate } from './literal.ts';

/** What a clause requires, one by one; all of them must be met. */
export function requiredOf(when: Condition | undefined): readonly Condition[] {
  if (when === undefined) return [];
  return when.op === 'all' && !when.of.some(({ op }) => op === 'reading')
    ? when.of.flatMap(requiredOf)
    : [when];
}

/**
 * The requirements that contain a number to be reached, in words. One with alternatives appears with all of them, because
 * any of them is enough. That there is some of a thing (超过 0 人) is no threshold, except as one of several alternatives.
 */
export function sayThresholds(when: Condition | undefined, words: Vocabulary): readonly string[] {
  const said = requiredOf(when)
    .filter(isThreshold)
    .map((each) => sayCondition(each, words));
  return [...new Set(said)];
}

function isThreshold(condition: Condition): boolean {
  if (isPresence(condition)) return false;
  return subtree(condition).some(({ op }) => op === 'compare');
}

/** A threshold as a row of numbers: `购买设备投资额`, `不低于`, `5000000`, `元`. */
export interface Threshold {
  readonly fact: string;
  readonly bound: string;
  /** In base units: yuan, a share as a decimal, a date as `YYYY-MM-DD`. */
  readonly value: string;
  /** Empty for a share and for a plain number. */
  readonly unit: string;
  /** Whether the text can also be read so that this is not required, or not in this way. */
  readonly open: boolean;
}

type Comparison = Extract<Condition, { op: 'compare' }>;

/** The thresholds of a clause that compare an answer with a figure and must be met in any case. */
export function thresholdsOf(when: Condition | undefined, words: Vocabulary): readonly Threshold[] {
  return requiredOf(when).flatMap((condition) => {
    const plain = alwaysAsked(condition);
    if (plain?.op !== 'compare' || isPresence(plain)) return [];
    const row = rowOf(plain, words);
    return row === undefined ? [] : [{ ...row, open: plain !== condition }];
  });
}

/** The only alternative that does not depend on how the text is read; the condition itself where it has none. */
function alwaysAsked(condition: Condition): Condition | undefined {
  if (condition.op !== 'any') return condition;
  const { plain } = alternativesOf(condition.of);
  return plain.length === 1 ? plain[0] : undefined;
}

function rowOf(comparison: Comparison, words: Vocabulary): Omit<Threshold, 'open'> | undefined {
  const { left, is, right } = comparison;
  if (right.op !== 'number' || (left.op !== 'fact' && left.op !== 'year')) return undefined;
  const date = isDate(right);
  return {
    fact: sayQuantity(left, words),
    bound: (date ? DATE_COMPARATORS : THRESHOLD_BOUNDS)[is],
    value: date ? right.text : decimalOf(right),
    unit: date ? '日期' : unitOf(left, words),
  };
}

function unitOf({ fact: id }: Extract<Expression, { op: 'fact' | 'year' }>, words: Vocabulary): string {
  const fact = words.fact(id);
  return fact === undefined || fact.type === 'percent' ? '' : (fact.unit ?? '');
}

/** A figure as a decimal; a fraction without an end stays one. */
export function decimalOf({ value }: Extract<Quantity, { op: 'number' }>): string {
  const [numerator = '', denominator] = value.split('/');
  if (denominator === undefined) return value;
  const decimal = String(Number(numerator) / Number(denominator));
  return decimal.length > 12 || decimal.includes('e') ? value : decimal;
}
