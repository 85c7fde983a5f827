import { multiply, ONE, type Rational, rational } from '../numbers/exact.ts';
import type { FactDefinition } from './fact.ts';

/** The distance between two neighbouring values of a fact, in base units: 1/100 yuan for money with two decimals. */
export function gridOf(fact: FactDefinition): Rational {
  return multiply(rational(1n, 10n ** BigInt(fact.decimals)), unitOf(fact));
}

/** The size of a fact's unit in base units: 1/100 for percent, else 1. */
export function unitOf({ type }: Pick<FactDefinition, 'type'>): Rational {
  return type === 'percent' ? rational(1n, 100n) : ONE;
}
