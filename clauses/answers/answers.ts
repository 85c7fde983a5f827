import type { Rational } from '../numbers/exact.ts';

/**
 * The applicant's answers as exact numbers in base units: yes 1, no 0, an option its index (0-based), a date its day
 * number. What is absent is unknown.
 */
export interface Answers {
  /** Facts of the applicant as a whole; a series is keyed `<id>.<year>`. */
  readonly values: ReadonlyMap<string, Rational>;
  /** Each list with all of its items, by fact id; an absent list is unknown. */
  readonly lists: ReadonlyMap<string, readonly ReadonlyMap<string, Rational>[]>;
}
