/**
 * The compiled language of clauses: what a catalogue publishes and the evaluator reads. JSON only. Quantities and
 * conditions contain each other, so one file has both; docs/meaning.md says what they mean.
 *
 * Numbers are exact decimal or fraction strings in base units: yuan, square metres, days, 1 (a percentage is 0.06).
 * `text` keeps the author's own words for explanations.
 */
export type Expression = Quantity | Condition;

/** What evaluates to a number: an amount of money, a rate, a count, a date as a day number. */
export type Quantity =
  | { readonly op: 'number'; readonly value: string; readonly text: string }
  | { readonly op: 'fact'; readonly fact: string }
  /** A value of a yearly series, counted from the year of the as-of date. */
  | { readonly op: 'year'; readonly fact: string; readonly which: WhichYear }
  /** The text states no such quantity: an amount that needs it is not computed. */
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
  /** The first case whose condition is met; undefined where none is and `otherwise` is absent. */
  | { readonly op: 'cases'; readonly cases: readonly Case[]; readonly otherwise?: Quantity }
  /** The rate of the row that contains `by`, times `of`; `marginal` sums the part of `of` inside each row at its rate. */
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

/** A number that the text states. */
export type NumberQuantity = Extract<Quantity, { op: 'number' }>;

/** The answer to a question of the dictionary. */
export type FactQuantity = Extract<Quantity, { op: 'fact' }>;

/** One of several cases: its quantity applies where its condition is the first that is met. */
export interface Case {
  readonly when: Condition;
  readonly then: Quantity;
}

/** One row of bands. `from` is included and `to` excluded unless the row says otherwise; an absent end is unlimited. */
export interface Band {
  readonly from?: NumberQuantity;
  readonly fromExcluded?: boolean;
  readonly to?: NumberQuantity;
  readonly toIncluded?: boolean;
  readonly rate: Quantity;
}

/** How two quantities are compared: 达到 or 不低于, 超过, 不超过, 低于, 等于. */
export type Comparator = 'atLeast' | 'moreThan' | 'atMost' | 'lessThan' | 'equals';

/** What is met, not met, or unknown. */
export type Condition =
  | { readonly op: 'compare'; readonly left: Quantity; readonly is: Comparator; readonly right: Quantity }
  /** A yes/no fact (0 no, 1 yes) or a choice (index of its options, 0-based) is one of these. */
  | { readonly op: 'oneOf'; readonly fact: string; readonly options: readonly number[] }
  | { readonly op: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly op: 'not'; readonly of: Condition }
  /** At least `n` of them. */
  | { readonly op: 'nOf'; readonly n: number; readonly of: readonly Condition[] }
  /** Some item, or every item, of a list. */
  | { readonly op: 'some' | 'every'; readonly list: string; readonly where: Condition }
  /** What only the authority can judge: taken as met, and listed in the result. */
  | { readonly op: 'authority'; readonly text: string }
  /** Met in the completions that read the text this way; `option` is 0-based. */
  | { readonly op: 'reading'; readonly reading: string; readonly option: number };
