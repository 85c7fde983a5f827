import type { Award } from './award.ts';
import type { Condition } from './expression.ts';
import type { Limit } from './limit.ts';
import type { Reading } from './reading.ts';

/** A rule of a policy: an award, or a limit over other clauses. */
export interface Clause {
  /** Full id: `<jurisdiction>/<document>#<name>`. */
  readonly id: string;
  readonly kind: 'award' | 'limit';
  readonly title: string;
  readonly citation: string;
  readonly administrators: readonly string[];
  readonly topics: readonly string[];
  /** The list whose items are checked one by one, or absent for the applicant as a whole. */
  readonly list?: string;
  readonly when?: Condition;
  readonly award?: Award;
  readonly limits: readonly Limit[];
  readonly readings: readonly Reading[];
  readonly undertakings: readonly string[];
  /** The marked sentences of the text, in order. */
  readonly sentences: readonly string[];
  /** Those parts of `when` that the document states once for several clauses. */
  readonly requirements?: readonly Requirement[];
}

/** A general requirement of a clause: its condition is part of the clause's own, its sentences are not. */
export interface Requirement {
  /** Full id: `<jurisdiction>/<document>#<name>`. */
  readonly id: string;
  /** The place of its condition in the clause, a JSON Pointer: `/when/of/3`. */
  readonly path: string;
  readonly title: string;
  readonly citation: string;
  readonly sentences: readonly string[];
}
