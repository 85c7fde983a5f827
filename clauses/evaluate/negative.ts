import type { Quantity } from '../language/expression.ts';
import { sign } from '../numbers/exact.ts';
import { slotOf } from './prepared.ts';
import type { Layout, Slot } from './situation.ts';

/** Whether a quantity may be negative. Derived from its parts alone, so true in some cases where it never is. */
export function mayBeNegative(quantity: Quantity, layout: Layout): boolean {
  const negative = (part: Quantity): boolean => mayBeNegative(part, layout);
  switch (quantity.op) {
    case 'number':
      return quantity.value.startsWith('-');
    case 'fact':
    case 'year':
      return isBelowZero(slotOf(layout, quantity.fact));
    case 'sum':
    case 'product':
    case 'smallest':
    case 'quotient':
      return quantity.of.some(negative);
    case 'largest':
      return quantity.of.every(negative);
    case 'steps':
    case 'total':
      return negative(quantity.of);
    case 'count':
      return false;
    case 'cases':
      return [...quantity.cases.map(({ then }) => then), ...otherwiseOf(quantity)].some(negative);
    case 'bands':
      return [quantity.of, ...quantity.rows.map(({ rate }) => rate), ...otherwiseOf(quantity)].some(negative);
    default:
      return true;
  }
}

/** Whether another factor of a product may be negative, which would reverse the influence of this one. */
export function othersMayBeNegative(factors: readonly Quantity[], factor: Quantity, layout: Layout): boolean {
  return factors.some((other) => other !== factor && mayBeNegative(other, layout));
}

function otherwiseOf({ otherwise }: { readonly otherwise?: Quantity }): readonly Quantity[] {
  return otherwise === undefined ? [] : [otherwise];
}

function isBelowZero({ range }: Slot): boolean {
  return range.min === null || sign(range.min) < 0;
}
