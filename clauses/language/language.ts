/**
 * The compiled language of clauses: what a catalogue publishes and the evaluator reads. JSON only.
 * Quantities and conditions contain each other, so both stand here; what they mean is said in docs/meaning.md.
 *
 * Numbers are exact decimal or fraction strings in base units: yuan, square metres, days, 1 (a percentage is 0.06).
 * `text` keeps the author's own words for explanations.
 */
export type Quantity =
  | { readonly op: 'number'; readonly value: string; readonly text: string }
  | { readonly op: 'fact'; readonly fact: string }
  /** A value of a yearly series, counted from the year of the deciding date. */
  | { readonly op: 'year'; readonly fact: string; readonly which: WhichYear }
  /** The text names no such quantity: an amount that needs it is not computed. */
  | { readonly op: 'notStated'; readonly text: string }
  | { readonly op: 'sum' | 'product' | 'smallest' | 'largest'; readonly of: readonly Quantity[] }
  | { readonly op: 'difference' | 'quotient'; readonly of: readonly [Quantity, Quantity] }
  /** The as-of date of a check. */
  | { readonly op: 'asOf' }
  /** A date some months and days later; `text` is the author's duration, 3年. */
  | {
      readonly op: 'later';
      readonly of: Quantity;
      readonly months: number;
      readonly days: number;
      readonly text: string;
    }
  /** How many whole `size` fit into `of`. */
  | { readonly op: 'steps'; readonly of: Quantity; readonly size: Quantity }
  /** The first case whose condition holds; without `otherwise` a failing chain is undefined. */
  | { readonly op: 'cases'; readonly cases: readonly Case[]; readonly otherwise?: Quantity }
  /** The rate of the row that `by` falls into, applied to `of`; `marginal` adds up the part of `of` inside each row. */
  | {
      readonly op: 'bands';
      readonly by: Quantity;
      readonly of: Quantity;
      readonly rows: readonly Band[];
      readonly marginal: boolean;
      readonly otherwise?: Quantity;
    }
  | { readonly op: 'total'; readonly list: string; readonly of: Quantity; readonly where?: Condition }
  | { readonly op: 'count'; readonly list: string; readonly where?: Condition };

/** `beforeLast` is the year before the previous one, `best` the highest of all years before the current one. */
export type WhichYear = 'current' | 'previous' | 'beforeLast' | 'best';

export interface Case {
  readonly when: Condition;
  readonly then: Quantity;
}

export type NumberQuantity = Extract<Quantity, { op: 'number' }>;
export type FactQuantity = Extract<Quantity, { op: 'fact' }>;

/** One row of a band: from (included) to (excluded) unless said otherwise; a missing end is open. */
export interface Band {
  readonly from?: NumberQuantity;
  readonly fromExcluded?: boolean;
  readonly to?: NumberQuantity;
  readonly toIncluded?: boolean;
  readonly rate: Quantity;
}

export type Comparator = 'atLeast' | 'moreThan' | 'atMost' | 'lessThan' | 'equals';

export type Condition =
  | { readonly op: 'compare'; readonly left: Quantity; readonly is: Comparator; readonly right: Quantity }
  /** A yes/no fact (options 0 no, 1 yes) or a choice (index of its options) is one of these. */
  | { readonly op: 'oneOf'; readonly fact: string; readonly options: readonly number[] }
  | { readonly op: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly op: 'not'; readonly of: Condition }
  | { readonly op: 'nOf'; readonly n: number; readonly of: readonly Condition[] }
  | { readonly op: 'some' | 'every'; readonly list: string; readonly where: Condition }
  /** What only the authority can judge: taken as met, and named. */
  | { readonly op: 'authority'; readonly text: string }
  /** Holds in the completions that read the text this way. */
  | { readonly op: 'reading'; readonly reading: string; readonly option: number };

/** Why a clause has no amount. */
export type NoAmount =
  | 'ineligible'
  | 'nonMonetary'
  | 'elsewhere'
  | 'discretionary'
  | 'notStated'
  | 'limit'
  | 'undefined';

export type AwardForm = 'money' | 'voucher' | 'price' | 'title' | 'register' | 'priority' | 'tax' | 'service';

/** What the text grants at the least and what the authority may grant at the most; `most: null` has no upper limit. */
export interface Award {
  readonly form: AwardForm;
  readonly least?: Quantity;
  readonly most?: Quantity | null;
  /** Stands instead of the pair where the text carries no figure. */
  readonly none?: NoAmount;
  /** 可给予: whether anything is granted is the authority's choice; `least` is 0 then. */
  readonly modality?: 'may';
  readonly payee?: string;
  readonly paid?: Payment;
  /** For how long it is paid, as information: the amount is that of one payment. */
  readonly term?: Term;
  readonly schedule: readonly Instalment[];
}

export type Payment = 'once' | 'yearly' | 'notStated';

/** 连续3年 is `exactly`, 最长3年 `upTo`; the literal and the beginning as the text has them. */
export interface Term {
  readonly bound: 'exactly' | 'upTo';
  readonly text: string;
  readonly from?: string;
}

export interface Instalment {
  readonly share: string;
  readonly event: string;
}

export type Period = 'once' | 'year' | 'life' | 'notStated';

export interface Limit {
  /**
   * A cap and a floor hold money; `items` is how many items of the clause's list are paid at the most, the best of
   * them; a budget is what a whole programme may spend: information, never a limit on one applicant.
   */
  readonly type: 'cap' | 'floor' | 'items' | 'budget';
  readonly amount: Quantity;
  /** What a floor does with less: it raises it, or, refusing, pays nothing. */
  readonly below?: 'raise' | 'refuse';
  /** `item` limits each item of the clause's list, `clause` the clause's own sum, a list of clause ids those together. */
  readonly over: 'item' | 'clause' | readonly string[];
  /** Over several clauses: one ceiling for their sum, for each of them, or for each item of their list. */
  readonly apply: 'jointly' | 'each' | 'items';
  readonly per: string;
  readonly period: Period;
  readonly when?: Condition;
}

export interface Reading {
  /** Full id: `<clause id>:<name>`. */
  readonly id: string;
  readonly name: string;
  readonly question: string;
  /** Branches that are computed; empty for a reading that is only shown. */
  readonly options: readonly { readonly name: string; readonly label: string }[];
  readonly note?: string;
}

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

/** A general requirement as one clause carries it: its condition is part of the clause's own, its sentences are not. */
export interface Requirement {
  /** Full id: `<jurisdiction>/<document>#<name>`. */
  readonly id: string;
  /** Where its condition stands in the clause, a JSON Pointer: `/when/of/3`. */
  readonly path: string;
  readonly title: string;
  readonly citation: string;
  readonly sentences: readonly string[];
}

/** Several clauses of which the applicant gets the sum or only the highest. */
export interface Group {
  readonly id: string;
  readonly type: 'highestOnly' | 'exclusive';
  readonly title: string;
  readonly citation: string;
  readonly clauses: readonly string[];
  readonly when?: Condition;
  readonly readings: readonly Reading[];
}

/** Read off the pair of the text: (e, e), (0, e), (e, no limit), (a, b). */
export type Force = 'fixed' | 'upTo' | 'atLeast' | 'range';
