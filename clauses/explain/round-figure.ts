import type { FactDefinition } from '../language/fact.ts';
import {
  add,
  compare,
  divide,
  floor,
  integer,
  multiply,
  ONE,
  parseRational,
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
  { type, min, max }: Pick<FactDefinition, 'type' | 'min' | 'max'>,
  { from, to }: { readonly from: Rational; readonly to: Rational },
): Rational {
  if (type !== 'money') return to;
  const power = Math.floor(Math.log10(Math.max(toNumber(to), SHARE) / SHARE));
  const unit = integer(Math.min(MOST_UNIT, 10 ** power));
  const down = multiply(floor(divide(to, unit)), unit);
  const isWhole = compare(down, to) === 0;
  const rounded = isWhole || compare(to, from) < 0 ? down : multiply(add(floor(divide(to, unit)), ONE), unit);
  const isPossible =
    compare(rounded, min === undefined ? ZERO : (parseRational(min) ?? ZERO)) >= 0 &&
    (max === undefined || compare(rounded, parseRational(max) ?? rounded) <= 0);
  return isWhole || !isPossible ? to : rounded;
}
