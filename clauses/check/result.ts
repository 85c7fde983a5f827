import type { Standing } from '../language/standing.ts';
import type { Combination, Gap, Ground, Reason, TraceStep } from './explanation.ts';
import type { Amount, MoneyRange } from './money.ts';

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

/**
 * The sums over the clauses in scope that count (`in-force` and `unknown-period`), after joint limits and groups, over
 * all ways to answer what is open. `unquantified`, `limitedBy` and `readings` concern the same clauses.
 */
export interface Totals {
  /** What the text grants. */
  readonly granted: MoneyRange;
  /** What the authority may grant at most. */
  readonly atMost: MoneyRange;
  /** True where the actual range may be narrower than the one shown. */
  readonly bound: boolean;
  /**
   * The sums of the clauses that do not count, because their policy is not in force, by standing; present only for
   * standings that a clause in scope has.
   */
  readonly byStanding: Readonly<Partial<Record<Standing, StandingTotals>>>;
  /** Full ids of the clauses that may pay money for which the text gives no figure. */
  readonly unquantified: readonly string[];
  /** The joint caps that may apply to clauses in scope. */
  readonly limitedBy: readonly AppliedLimit[];
  /** The readings that change the totals; empty where none does. */
  readonly readings: readonly TotalsReading[];
}

/** The sums of the clauses of one standing. */
export type StandingTotals = Pick<Totals, 'granted' | 'atMost' | 'bound'>;

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
  /** The place of the clause in the text of the policy. */
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
  /** The clause's own figure: after every cap that covers it, before groups and floors over several clauses. */
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
  /**
   * True where the search for grounds and gaps stopped because it used up the work of the check: more answers than needed
   * may be cited, and more changes may be possible. Absent otherwise.
   */
  readonly unfinished?: true;
}

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

/** A missing fact. */
export interface Question {
  /** Flat name; for an unknown list the id of the list. */
  readonly fact: string;
  /** How many clauses in scope the answer can still change. */
  readonly clauses: number;
}
