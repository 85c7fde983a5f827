import type { Force, NoAmount } from '../language/award.ts';
import type { Standing } from '../language/standing.ts';

/**
 * The result of a check, in the form in which the API sends it as JSON. Money is a decimal string in yuan with two
 * digits. Facts have flat names, items counted from 1: `projects.1.equipmentCost`. Clauses have their full ids:
 * `longnan/2022-40#cloud`. An optional property is left out where it is absent; an empty list means that there is
 * nothing, or that the part was not asked for.
 */
export interface CheckResult {
  /** Version of the format. */
  readonly api: 1;
  /** The hashes of the catalogues that were checked, joined by `+`. */
  readonly catalogue: string;
  /** The date of evaluation, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** The slug of the place that was asked about. */
  readonly jurisdiction: string;
  readonly totals: Totals;
  /** One for each clause in scope, in the order of the catalogues. */
  readonly clauses: readonly ClauseResult[];
  /** The missing facts, the most useful first. */
  readonly questions: readonly Question[];
  /** Absent unless it was asked for. */
  readonly combination?: Combination;
}

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

/** Decimal yuan with two digits. The ends are equal where the sum is known. */
export interface MoneyRange {
  readonly min: string;
  /** `null` where there is no upper limit. */
  readonly max: string | null;
}

/** The sums over the clauses in scope after joint limits and groups, over all ways to answer what is open. */
export interface Totals {
  /** What the text grants. */
  readonly granted: MoneyRange;
  /** What the authority may grant at most. */
  readonly atMost: MoneyRange;
  /** True where the actual range may be narrower than the one shown. */
  readonly bound: boolean;
  /** Full ids of the clauses that may pay money for which the text gives no figure. */
  readonly unquantified: readonly string[];
  /** The joint caps that may apply to clauses in scope. */
  readonly limitedBy: readonly AppliedLimit[];
  /** The readings that change the totals; empty where none does. */
  readonly readings: readonly TotalsReading[];
}

/** A joint cap that may apply. */
export interface AppliedLimit {
  /** The full id of the clause that states it. */
  readonly clause: string;
  /** The ceiling, or `null` while it is not one figure; `range` then gives what it can be. */
  readonly ceiling: string | null;
  readonly range: MoneyRange;
}

/** A reading of the text that changes the totals, with the totals under each option. */
export interface TotalsReading {
  /** The full id of the reading. */
  readonly id: string;
  readonly kind: 'computed';
  readonly question: string;
  /** The totals with this option fixed and everything else open. */
  readonly options: readonly {
    readonly name: string;
    readonly label: string;
    readonly granted: MoneyRange;
    readonly atMost: MoneyRange;
  }[];
}

/** Whether a clause is met, what the authority judges taken as met; `undetermined` while that is unknown. */
export type Verdict = 'eligible' | 'ineligible' | 'undetermined';

/** The result of one clause. */
export interface ClauseResult {
  /** Full id. */
  readonly id: string;
  /** The id of the policy that contains the clause. */
  readonly policy: string;
  readonly title: string;
  /** Where the clause stands in the text of the policy. */
  readonly citation: string;
  /** Absent for a limiting clause. */
  readonly verdict?: Verdict;
  /** What a limiting clause allows at most; absent for other clauses, and where none of its limits applies. */
  readonly ceiling?: MoneyRange;
  /** Whether the policy is in force at the date of evaluation. */
  readonly standing: Standing;
  /** What the authority still has to judge, in the words of the clause; empty where the clause is not met. */
  readonly authority: readonly string[];
  /** Flat names of the unanswered facts that can still change the clause, in the order of the dictionary. */
  readonly missing: readonly string[];
  /** Empty where the clause is met, or a missing fact leaves it open. */
  readonly reasons: readonly Reason[];
  /** What the clause pays, before joint limits and groups. */
  readonly amount: Amount;
  /** The readings of the clause and of its groups, and those of other clauses that change it. */
  readonly readings: readonly ReadingResult[];
  /** One for each item, for a clause over a list that is known; otherwise empty. */
  readonly items: readonly ItemResult[];
  /** Full ids of the clauses that state a joint limit over this one. */
  readonly limitedBy: readonly string[];
  /** The steps of the evaluation; empty unless they were asked for. */
  readonly trace: readonly TraceStep[];
  /** The answers that decided the verdict, and only those; empty unless they were asked for. */
  readonly grounds: readonly Ground[];
  /** Other answers with which the clause is met or pays more; empty unless they were asked for. */
  readonly gaps: readonly Gap[];
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
  /** What the clause pays then, before joint limits and groups. */
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

/** What a clause or one of its items pays, or why there is no amount. */
export type Amount =
  | {
      readonly kind: 'money';
      /** Whether the amount is fixed, a range, or has only one end. */
      readonly force: Force;
      /** What the text grants. */
      readonly least: MoneyRange;
      /** What the authority may grant at most. */
      readonly most: MoneyRange;
      /** True where the actual range may be narrower than the one shown. */
      readonly bound: boolean;
      /** The shares in which it is paid, each a fraction of 1 as text; empty where the text states none. */
      readonly schedule: readonly { readonly share: string; readonly event: string }[];
    }
  | { readonly kind: 'none'; readonly why: NoAmount };

/**
 * One reading of the text. `noted`: it is only described. `computed`: the verdict and the amount under each option, with
 * everything else open; both are absent for a limiting clause and for the reading of a group.
 */
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

/** The result for one item of a list. */
export interface ItemResult {
  /** Counted from 1. */
  readonly item: number;
  readonly verdict: Verdict;
  readonly amount: Amount;
}

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

/** A missing fact. */
export interface Question {
  /** Flat name; for an unknown list the id of the list. */
  readonly fact: string;
  /** How many clauses in scope the answer can still change. */
  readonly clauses: number;
}
