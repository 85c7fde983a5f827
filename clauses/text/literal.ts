import type { Rational } from '../numbers/exact.ts';
import { normalizedForm } from './normalize.ts';
import { proportionValue, quantityValue, readQuantity, type TextQuantity } from './quantity.ts';
import type { Dimension } from './units.ts';

/** A quantity that an author wrote: its value in base units, its dimension, and the unit as written. */
export type Literal = { readonly value: Rational; readonly dimension: Dimension; readonly unit: string };

/**
 * Parses a string that consists of one quantity in the notation of the law: 500万元, 6%, 50元/平方米/月, 3年, 20家, 2万台,
 * 1:1, 百分之十, 三成, 亿元. Full-width forms and white space are accepted. `undefined` for anything else: other text, a bound
 * word, a range, a calendar year (2018年), or a missing unit.
 */
export function parseLiteral(text: string): Literal | undefined {
  const form = normalizedForm(text);
  if (/^\d{4}年/.test(form)) return undefined;
  const quantity = readQuantity(form, 0);
  if (quantity === undefined || quantity.andMore) return undefined;
  if (quantity.unit === undefined) return readProportion(form, quantity);
  if (quantity.end !== form.length || quantity.unit.name === '级') return undefined;
  const { dimension, name } = quantity.unit;
  return { value: quantityValue(quantity), dimension, unit: name };
}

/** A proportion as a rate: 1:1 is 1, 1:0.5 is 0.5. */
function readProportion(form: string, left: TextQuantity): Literal | undefined {
  if (form.charAt(left.end) !== ':' || !/\d/.test(form.charAt(left.end + 1))) return undefined;
  const right = readQuantity(form, left.end + 1);
  if (right?.end !== form.length) return undefined;
  const value = proportionValue(left, right);
  return value && { value, dimension: 'ratio', unit: ':' };
}
