import type { Rational } from '../numbers/exact.ts';

/** What the applicant answered: exact numbers (yes 1, no 0, an option its index, a date its day), absent is unknown. */
export interface Answers {
  /** Facts of the applicant as a whole; a series is keyed `<id>.<year>`. */
  readonly values: ReadonlyMap<string, Rational>;
  /** Given lists, complete; an absent list is unknown. */
  readonly lists: ReadonlyMap<string, readonly ReadonlyMap<string, Rational>[]>;
}
