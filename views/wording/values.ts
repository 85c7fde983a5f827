import type { FactDefinition, TraceValue } from '../../clauses/index.ts';
import { sayDate } from './labels.ts';
import { exactYuan, isZero, sayMoney } from './money.ts';
import { ANSWERS } from './terms.ts';

/** A known value of a fact in words, with its unit: `800 万元`, `是`, `平台系统上云`, `12,000 平方米`. */
export function sayFactValue(fact: FactDefinition, value: string | boolean): string {
  if (typeof value === 'boolean') return value ? ANSWERS.yes : ANSWERS.no;
  switch (fact.type) {
    case 'yesNo':
      return value === 'true' ? ANSWERS.yes : ANSWERS.no;
    case 'choice':
      return sayOptions(fact, value);
    case 'money':
      return sayMoney(value);
    case 'date':
      return sayDate(value);
    case 'percent':
      return `${value}%`;
    default:
      return fact.unit === '元' ? sayMoney(value) : [exactYuan(value), fact.unit ?? ''].join(' ').trim();
  }
}

/** Options of a choice, joined in the trace by `|`. */
function sayOptions(fact: FactDefinition, values: string): string {
  const labels = values.split('|').map((value) => optionLabel(fact, value));
  return labels.join('或');
}

function optionLabel(fact: FactDefinition, value: string): string {
  return fact.options?.find((option) => option.value === value)?.label ?? value;
}

/**
 * A value of the trace: known, or the range in which it still may lie. `undefined` where nothing at all is known.
 * Without a fact it is an amount of money, as in every calculation.
 */
export function sayTraceValue(
  value: TraceValue | undefined,
  fact: FactDefinition | undefined,
): string | undefined {
  if (value === null || value === undefined) return undefined;
  const say = (known: string | boolean): string =>
    fact === undefined ? sayPlain(known) : sayFactValue(fact, decimalOf(known));
  if (typeof value !== 'object') return say(value);
  const { min, max } = value;
  if (max === null) return min === null || isZero(min) ? undefined : `不少于 ${say(min)}`;
  return min === null ? `至多 ${say(max)}` : `${say(min)}至 ${say(max)}`;
}

function sayPlain(value: string | boolean): string {
  return typeof value === 'boolean' ? (value ? ANSWERS.yes : ANSWERS.no) : exactYuan(decimalText(value));
}

function decimalOf(value: string | boolean): string | boolean {
  return typeof value === 'string' && /^-?\d+\/\d+$/.test(value) ? decimalText(value) : value;
}

/** A fraction as a decimal of two digits, rounded down as payments are. */
export function decimalText(value: string): string {
  const [, sign = '', n, d] = /^(-?)(\d+)\/(\d+)$/.exec(value) ?? [];
  if (n === undefined || d === undefined) return value;
  const cents = (BigInt(n) * 100n) / BigInt(d);
  const digits = cents.toString().padStart(3, '0');
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
