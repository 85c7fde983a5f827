import type { Force } from '../language/award.ts';
import type { Clause } from '../language/clause.ts';
import type { Quantity } from '../language/expression.ts';
import { sameQuantity } from '../language/same.ts';
import { smaller } from '../numbers/interval.ts';
import { payment } from './arithmetic.ts';
import { mapPair, type Pair } from './outcome.ts';
import type { PreparedQuantity, Preparer } from './prepared.ts';

/** The least and the most of an award, ready to be evaluated. */
export interface PreparedPair {
  readonly least: PreparedQuantity;
  /** `null` has no upper limit. */
  readonly most: PreparedQuantity | null;
  readonly force: Force;
  /** The payment where it depends on no answer and on no limit. */
  readonly fixed: Pair | undefined;
}

/** Prepares the amounts of an award; `undefined` where it has none. */
export function preparePair({ award, limits }: Clause, preparer: Preparer): PreparedPair | undefined {
  if (award?.least === undefined || award.most === undefined) return undefined;
  const least = preparer.quantity(award.least);
  if (award.most === null) return { least, most: null, force: 'atLeast', fixed: undefined };
  const force = forceOf(award.least, award.most);
  const most = force === 'fixed' ? least : preparer.quantity(award.most);
  return { least, most, force, fixed: limits.length > 0 ? undefined : fixedPair(least, most) };
}

function fixedPair({ fixed: least }: PreparedQuantity, { fixed: most }: PreparedQuantity): Pair | undefined {
  return least && most && mapPair({ least: smaller(least, most), most }, payment);
}

function forceOf(least: Quantity, most: Quantity): Force {
  if (sameQuantity(least, most)) return 'fixed';
  return least.op === 'number' && least.value === '0' ? 'upTo' : 'range';
}
