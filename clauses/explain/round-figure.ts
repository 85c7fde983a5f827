import type { Slot } from '../evaluate/situation.ts';
import type { FactDefinition } from '../language/fact.ts';
import {
  add,
  compare,
  divide,
  floor,
  integer,
  multiply,
  ONE,
  type Rational,
  toNumber,
  ZERO,
} from '../numbers/exact.ts';

/** Money is said in whole 万元, or in a smaller unit where that would change the figure by more than a hundredth. */
const MOST_UNIT = 10_000;
const SHARE = 100;

/**
 * An amount of money as people say it, rounded away from the present answer, so that what lies in between is surely passed:
 * 33,333,333.34 becomes 33,340,000. The value itself for other facts, and where the rounded one is out of range.
 */
export function roundFigure(
  { type }: Pick<FactDefinition, 'type'>,
  slot: Pick<Slot, 'range'>,
  { from, to }: { readonly from: Rational; readonly to: Rational },
): Rational {
  if (type !== 'money') return to;
  const power = Math.floor(Math.log10(Math.max(toNumber(to), SHARE) / SHARE));
  const unit = integer(Math.min(MOST_UNIT, 10 ** power));
  const units = floor(divide(to, unit));
  const down = multiply(units, unit);
  if (compare(down, to) === 0) return to;
  const rounded = compare(to, from) < 0 ? down : multiply(add(units, ONE), unit);
  return isPossible(rounded, slot) ? rounded : to;
}

/** Whether an answer may have a value; one without a declared lower end is not negative here. */
export function isPossible(value: Rational, { range: { min, max } }: Pick<Slot, 'range'>): boolean {
  return compare(value, min ?? ZERO) >= 0 && (max === null || compare(value, max) <= 0);
}
