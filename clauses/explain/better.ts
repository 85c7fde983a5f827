import type { Outcome } from '../evaluate/outcome.ts';
import { compare, integer, sign, subtract } from '../numbers/exact.ts';
import type { Interval } from '../numbers/interval.ts';

/** The smallest increase that counts as a step of an award, in yuan; a smaller one comes from a continuous rate. */
const LEAST_STEP = integer(1);

/** Whether a clause that was not met is met and pays something, or one that was met pays more and on no side less. */
export function isBetter(before: Outcome, after: Outcome): boolean {
  if (after.met !== true) return false;
  if (before.met === false) return after.amount === undefined || !isNothing(after.amount.most);
  if (before.flaw !== undefined || after.flaw !== undefined) return false;
  const gains = (side: 'least' | 'most'): number => {
    const [old, now] = [before.share[side], after.share[side]];
    return old.max === null || now.min === null ? 0 : compare(now.min, old.max);
  };
  const [least, most] = [gains('least'), gains('most')];
  return least >= 0 && most >= 0 && (least > 0 || most > 0);
}

function isNothing({ max }: Interval): boolean {
  return max !== null && sign(max) === 0;
}

/** Whether an award is higher by a step of at least a yuan, not only by a continuous rate. */
export function isStep(before: Outcome, after: Outcome): boolean {
  return (['least', 'most'] as const).some((side) => {
    const [old, now] = [before.share[side].max, after.share[side].min];
    return old !== null && now !== null && compare(subtract(now, old), LEAST_STEP) >= 0;
  });
}
