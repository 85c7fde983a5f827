import type { ClauseResult } from '../../clauses/index.ts';
import type { ByHand, Range } from './by-hand/ranges.ts';
import type { EngineResult } from './engine.ts';

type OurResult = Pick<ClauseResult, 'id' | 'verdict' | 'amount'>;

/**
 * Checks that our verdicts equal those written by hand, and that our amounts before joint limits equal theirs where ours are exact and contain
 * them where ours are marked as bounds. Throws at the first difference.
 */
export function assertSameAsByHand(ours: readonly OurResult[], byHand: readonly ByHand[]): void {
  for (const [index, { id, verdict, amount }] of ours.entries()) {
    const { met, least, most } = byHand[index] ?? { met: undefined };
    agree(verdict === 'undetermined' ? 'unknown' : verdict === 'eligible', met, id);
    if (amount.kind === 'none') agree(undefined, least, id);
    else {
      // The functions by hand know no joint caps.
      const ours = amount.beforeLimits ?? amount;
      const bound = amount.bound || amount.beforeLimits !== undefined;
      sameRange(ours.least, least, bound, id);
      sameRange(ours.most, most, bound, id);
    }
  }
}

function sameRange(
  ours: { readonly min: string; readonly max: string | null },
  own: Range | undefined,
  bound: boolean,
  id: string,
): void {
  const min = fen(ours.min);
  const max = ours.max === null ? Number.POSITIVE_INFINITY : fen(ours.max);
  if (bound && own !== undefined && min <= own.min && own.max <= max) return;
  agree(min, own?.min, id);
  agree(max, own?.max, id);
}

/** Checks that another engine gives our results. It computes in doubles and does not round. Throws at the first difference. */
export function assertSameAsEngine(
  ours: readonly OurResult[],
  results: readonly EngineResult[],
  name: string,
): void {
  for (const [index, { id, verdict, amount }] of ours.entries()) {
    const { met, amount: sum = 0 } = results[index] ?? { met: undefined };
    agree(verdict === 'eligible', met, `${name}, ${id}`);
    if (amount.kind !== 'money') continue;
    const { most } = amount.beforeLimits ?? amount;
    const rest = sum * 100 - fen(most.max ?? '');
    if (rest < -0.01 || rest > 1.01) agree(most.max, sum, `${name}, ${id}`);
  }
}

function fen(yuan: string): number {
  return Math.round(Number(yuan) * 100);
}

function agree(ours: unknown, other: unknown, where: string): void {
  if (ours !== other) throw new Error(`${where}: ours ${String(ours)}, the other ${String(other)}`);
}
