import type { Condition, Quantity } from './expression.ts';

/** A ceiling, a floor or a number of items that a text states for awards. */
export interface Limit {
  /**
   * A cap and a floor limit money, in yuan. `items` is how many items of the clause's list are paid at most, the best
   * of them. A budget is what a whole programme may spend: information, never a limit on one applicant.
   */
  readonly type: 'cap' | 'floor' | 'items' | 'budget';
  readonly amount: Quantity;
  /** What a floor does with less: `raise` pays the floor, `refuse` pays nothing. */
  readonly below?: 'raise' | 'refuse';
  /** `item` limits each item of the clause's list, `clause` the clause's own sum, a list of clause ids those together. */
  readonly over: 'item' | 'clause' | readonly string[];
  /** Over several clauses: one ceiling for their sum, for each of them, or for each item of their list. */
  readonly apply: 'jointly' | 'each' | 'items';
  readonly per: string;
  readonly period: Period;
  readonly when?: Condition;
}

/** The time that a limit counts over: one award, a year, or all years together. */
export type Period = 'once' | 'year' | 'life' | 'notStated';
