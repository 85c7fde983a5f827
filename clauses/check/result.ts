import type { Force, NoAmount } from '../language/award.ts';
import type { Standing } from '../language/standing.ts';

/**
 * The result of a check, ready to be sent as JSON. Money is a decimal string in yuan with two digits; `max: null` has
 * no upper limit. Facts are named flat, items counted from 1: `projects.1.equipmentCost`.
 */
export interface CheckResult {
  readonly api: 1;
  /** Hash over the catalogues of the chain. */
  readonly catalogue: string;
  readonly asOf: string;
  readonly jurisdiction: string;
  readonly totals: Totals;
  readonly clauses: readonly ClauseResult[];
  readonly questions: readonly Question[];
  /** Only where it was asked for. */
  readonly combination?: Combination;
}

/** Which of the clauses that are met to take, where a text lets only one of several be taken. */
export interface Combination {
  readonly best: LawfulSet;
  /** The best set that differs from it; absent where there is nothing to choose. */
  readonly runnerUp?: LawfulSet;
  /** The groups of which the best set leaves something out. */
  readonly choices: readonly Choice[];
  /** Whether none of the other sets can turn out better, however what is open is answered, read and decided. */
  readonly sure: boolean;
  /** False where more than 1,024 sets hang together: then not every one was compared for the runner-up. */
  readonly exact: boolean;
}

/** Clauses that may be taken together, and what they give after joint limits. */
export interface LawfulSet {
  readonly clauses: readonly string[];
  readonly granted: MoneyRange;
  readonly atMost: MoneyRange;
}

export interface Choice {
  readonly group: string;
  readonly taken: readonly string[];
  readonly left: readonly string[];
  /** True where it depends on an answer or a reading whether the group applies at all. */
  readonly open: boolean;
}

export interface MoneyRange {
  readonly min: string;
  readonly max: string | null;
}

/** What the text grants and what the authority may grant at the most, over all completions, after joint limits. */
export interface Totals {
  readonly granted: MoneyRange;
  readonly atMost: MoneyRange;
  /** True where the true range may be narrower than shown. */
  readonly bound: boolean;
  /** Clauses that may apply and whose award carries no figure. */
  readonly unquantified: readonly string[];
  readonly limitedBy: readonly AppliedLimit[];
  readonly readings: readonly TotalsReading[];
}

export interface AppliedLimit {
  readonly clause: string;
  /** A ceiling that is known, or `null` while facts are missing; then `range` says what it can be. */
  readonly ceiling: string | null;
  readonly range: MoneyRange;
}

export interface TotalsReading {
  readonly id: string;
  readonly kind: 'computed';
  readonly question: string;
  readonly options: readonly {
    readonly name: string;
    readonly label: string;
    readonly granted: MoneyRange;
    readonly atMost: MoneyRange;
  }[];
}

export type Verdict = 'eligible' | 'ineligible' | 'undetermined';

export interface ClauseResult {
  readonly id: string;
  readonly policy: string;
  readonly title: string;
  readonly citation: string;
  /** Absent for a limiting clause, which has no verdict. */
  readonly verdict?: Verdict;
  /** What a limiting clause allows at the most; only there. */
  readonly ceiling?: MoneyRange;
  readonly standing: Standing;
  /** What the authority still has to judge. */
  readonly authority: readonly string[];
  /** Facts that stand in an undecided branch. */
  readonly missing: readonly string[];
  readonly reasons: readonly Reason[];
  readonly amount: Amount;
  readonly readings: readonly ReadingResult[];
  /** One entry per item for a clause over a list, else empty. */
  readonly items: readonly ItemResult[];
  readonly limitedBy: readonly string[];
  readonly trace: readonly TraceStep[];
  /** The answers that decided the verdict, and only those; only where a trace was asked for. */
  readonly grounds: readonly Ground[];
  /** What would have to be different; only where gaps were asked for. */
  readonly gaps: readonly Gap[];
}

/** An answer as it is typed in the fact's unit; of a list the number of its items. */
export interface Ground {
  readonly fact: string;
  readonly value: string;
}

/** Answers with which a clause that is not met is met, or gives more, and what it gives then (before joint limits). */
export interface Gap {
  readonly changes: readonly GapChange[];
  readonly amount: Amount;
}

/** One answer that would be another one, as it is typed in the fact's unit. */
export interface GapChange {
  readonly fact: string;
  readonly from: string;
  readonly to: string;
}

/** Why a verdict is no, or why it cannot be decided although no fact is missing. */
export type Reason =
  | { readonly code: 'condition'; readonly path: string; readonly item?: number }
  | { readonly code: 'reading'; readonly reading: string }
  | { readonly code: 'undefined'; readonly path: string }
  | { readonly code: 'emptyList'; readonly list: string };

export type Amount =
  | {
      readonly kind: 'money';
      readonly force: Force;
      readonly least: MoneyRange;
      readonly most: MoneyRange;
      readonly bound: boolean;
      readonly schedule: readonly { readonly share: string; readonly event: string }[];
    }
  | { readonly kind: 'none'; readonly why: NoAmount };

export type ReadingResult =
  | { readonly id: string; readonly kind: 'noted'; readonly question: string; readonly note: string }
  | {
      readonly id: string;
      readonly kind: 'computed';
      readonly question: string;
      readonly options: readonly {
        readonly name: string;
        readonly label: string;
        readonly verdict?: Verdict;
        readonly amount?: Amount;
      }[];
    };

export interface ItemResult {
  readonly item: number;
  readonly verdict: Verdict;
  readonly amount: Amount;
}

export type StepOutcome = 'met' | 'notMet' | 'unknown' | 'undefined' | 'authority';

/** One step, in the order of the clause; `path` points into the clause (`/when/all/0`, `/award/most/of/1`). */
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

/** A known value as decimal text, an option's value, or a range of what is still open. */
export type TraceValue =
  | string
  | boolean
  | { readonly min: string | null; readonly max: string | null }
  | null;

export interface Question {
  readonly fact: string;
  /** How many clauses in scope it can still change. */
  readonly clauses: number;
}
