import type { Amount, MoneyRange } from './money.ts';

/** Which of the clauses that are met to claim, where a text allows only one of several. */
export interface Combination {
  readonly best: LawfulSet;
  /** The best of the other sets; absent where there is no choice. */
  readonly runnerUp?: LawfulSet;
  /** The groups from which the best set leaves out a clause. */
  readonly choices: readonly Choice[];
  /** Whether no other set can turn out better, whatever the open answers, readings and decisions are. */
  readonly sure: boolean;
  /** False where there are more than 1,024 sets to compare: the runner-up may then be another one. */
  readonly exact: boolean;
}

/** Clauses that may be claimed together, and what they pay after joint limits. */
export interface LawfulSet {
  /** Full ids, in the order of the catalogues. */
  readonly clauses: readonly string[];
  /** What the text grants. */
  readonly granted: MoneyRange;
  /** What the authority may grant at most. */
  readonly atMost: MoneyRange;
}

/** What the best set takes from one group, and what it leaves. */
export interface Choice {
  /** The full id of the group. */
  readonly group: string;
  /** The clauses of the group in the best set. */
  readonly taken: readonly string[];
  /** The clauses of the group that are met and pay money but are not in the best set; never empty. */
  readonly left: readonly string[];
  /** True while it depends on an answer or a reading whether the group applies at all. */
  readonly open: boolean;
}

/** One answer that decided a verdict. */
export interface Ground {
  /** Flat name of the fact, or the id of a list. */
  readonly fact: string;
  /** The answer as text in the unit of the fact; for a list the number of its items. */
  readonly value: string;
}

/** Changed answers with which a clause is met or pays more. */
export interface Gap {
  /** One to three changes, made together. */
  readonly changes: readonly GapChange[];
  /** The clause's own figure after the changes. */
  readonly amount: Amount;
}

/** One changed answer; both values as text in the unit of the fact. */
export interface GapChange {
  /** Flat name of the fact. */
  readonly fact: string;
  readonly from: string;
  readonly to: string;
}

/**
 * What made a clause fail (`condition`: a condition is not met; `emptyList`: the list has no items), or what leaves its
 * verdict open although no fact is missing (`reading`: the text can be read in several ways; `undefined`: a value divides
 * by zero or lies outside all cases). `path` is a JSON Pointer into the clause, `item` is counted from 1 and absent
 * outside lists, `reading` is a full id, `list` the id of a list.
 */
export type Reason =
  | { readonly code: 'condition'; readonly path: string; readonly item?: number }
  | { readonly code: 'reading'; readonly reading: string }
  | { readonly code: 'undefined'; readonly path: string }
  | { readonly code: 'emptyList'; readonly list: string };

/** The outcome of a condition; `undefined`: a value has no figure; `authority`: the authority has to judge it. */
export type StepOutcome = 'met' | 'notMet' | 'unknown' | 'undefined' | 'authority';

/**
 * One step of the evaluation of a clause: a condition with its outcome, or a quantity with its value. Steps come in the
 * order of the clause, item by item. `path` is a JSON Pointer into the clause (`/when/of/0`, `/award/most/of/1`),
 * `level` the depth below the condition or the amount, from 0. `item` is counted from 1 and absent outside a known list.
 * `fact` is the flat name of the fact that is read. `text` and `sentence` are words of the policy: the figure, what the
 * authority judges or the reading's id, and the sentence that the condition comes from.
 */
export type TraceStep =
  | {
      readonly step: 'condition';
      readonly path: string;
      readonly level: number;
      readonly item?: number;
      readonly op: string;
      readonly outcome: StepOutcome;
      readonly fact?: string;
      readonly value?: TraceValue;
      readonly comparator?: string;
      readonly threshold?: TraceValue;
      readonly text?: string;
      readonly sentence?: string;
    }
  | {
      readonly step: 'quantity';
      readonly path: string;
      readonly level: number;
      readonly item?: number;
      readonly op: string;
      readonly value: TraceValue;
      readonly fact?: string;
      readonly text?: string;
    };

/**
 * A value as text in the unit of the fact (an option by its value, a day as `YYYY-MM-DD`); a yes or no as a boolean; a
 * number that is not known as its range, with `null` for an open end. `null` where there is no value, or a choice is open.
 */
export type TraceValue =
  | string
  | boolean
  | { readonly min: string | null; readonly max: string | null }
  | null;
