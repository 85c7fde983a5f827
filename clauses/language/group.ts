import type { Condition } from './expression.ts';
import type { Reading } from './reading.ts';

/** Several clauses of which the applicant gets only the highest, or only one. */
export interface Group {
  readonly id: string;
  readonly type: 'highestOnly' | 'exclusive';
  readonly title: string;
  readonly citation: string;
  readonly clauses: readonly string[];
  readonly when?: Condition;
  readonly readings: readonly Reading[];
}
