import type { Condition, Quantity } from '../../../clauses/index.ts';
import { sayDate } from '../labels.ts';
import { COMPARATORS, DATE_COMPARATORS } from '../terms.ts';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** The author's own words, a space before the unit: 500万元 → 500 万元, 50元/平方米/月 → 50 元/平方米/月. */
export function sayLiteral(text: string): string {
  if (/^[百千万亿]*元$/.test(text)) return `1 ${text}`;
  if (DATE.test(text)) return sayDate(text);
  return text.replace(/^([\d.,]+)(?=\p{Script=Han})/u, '$1 ');
}

/** A text after a word: a space before a figure, none before a word. */
export function spaced(text: string): string {
  return /^[\dA-Za-z]/.test(text) ? ` ${text}` : text;
}

/** Whether an author's figure is a share of something: 6%. */
export function isRate(text: string): boolean {
  return /^[\d.]+\s*[%％‰]$/.test(text);
}

/** Whether a quantity is nothing as written: 0元. */
export function isNothing(quantity: Quantity | undefined): boolean {
  return quantity?.op === 'number' && quantity.value === '0';
}

/** Whether a quantity is a date. */
export function isDate(quantity: Quantity): boolean {
  return (
    quantity.op === 'asOf' ||
    quantity.op === 'later' ||
    (quantity.op === 'number' && DATE.test(quantity.text))
  );
}

/** The word between an answer and its threshold. */
export function sayComparator({ left, is, right }: Extract<Condition, { op: 'compare' }>): string {
  return (isDate(left) || isDate(right) ? DATE_COMPARATORS : COMPARATORS)[is];
}
