import { clauseReadings, totalsReadings } from './readings.ts';
import { reasonsOf } from './reasons.ts';

/** The explanations that every result of the API carries: reasons, and what each reading would give. */
export const defaultExplainers = {
  reasons: reasonsOf,
  readings: { ofClause: clauseReadings, ofTotals: totalsReadings },
} as const;
