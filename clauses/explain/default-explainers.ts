import { clauseReadings, totalsReadings } from './readings.ts';
import { reasonsOf } from './reasons.ts';

/** What every whole result carries beside verdicts, amounts and totals: reasons, and what each reading would give. */
export const defaultExplainers = {
  reasons: reasonsOf,
  readings: { ofClause: clauseReadings, ofTotals: totalsReadings },
} as const;
