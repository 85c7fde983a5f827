import type { Award, Quantity } from './language.ts';
import type { PreparedQuantity, Workshop } from './prepared.ts';
import type { Force } from './result.ts';

/** The pair of an award, ready to be evaluated: what the text grants, and what may be granted at the most. */
export interface PreparedPair {
  readonly least: PreparedQuantity;
  /** `null` has no upper limit. */
  readonly most: PreparedQuantity | null;
  readonly force: Force;
}

export function preparePair(award: Award, workshop: Workshop): PreparedPair | undefined {
  if (award.least === undefined || award.most === undefined) return undefined;
  const least = workshop.quantity(award.least, '/award/least');
  if (award.most === null) return { least, most: null, force: 'atLeast' };
  const force = forceOf(award.least, award.most);
  const most = force === 'fixed' ? least : workshop.quantity(award.most, '/award/most');
  return { least, most, force };
}

function forceOf(least: Quantity, most: Quantity): Force {
  if (JSON.stringify(least) === JSON.stringify(most)) return 'fixed';
  return least.op === 'number' && least.value === '0' ? 'upTo' : 'range';
}
