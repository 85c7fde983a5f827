import { multiply, ONE, type Rational, rational } from '../numbers/exact.ts';
import type { FactDefinition } from './fact.ts';

/** The grid that a fact's values lie on, in base units: the fen for money with two decimals. */
export function gridOf(fact: FactDefinition): Rational {
  return multiply(rational(1n, 10n ** BigInt(fact.decimals)), unitOf(fact));
}

/** What one of the unit is in base units: answers in percent are hundredths. */
export function unitOf({ type }: Pick<FactDefinition, 'type'>): Rational {
  return type === 'percent' ? rational(1n, 100n) : ONE;
}
