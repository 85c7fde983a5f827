import { isOpen, type Outcome, type Pair } from '../evaluate/outcome.ts';
import type { PreparedClause } from '../evaluate/prepared-clause.ts';
import type { Force, NoAmount } from '../language/award.ts';
import { formatDecimal, ZERO } from '../numbers/exact.ts';
import type { Interval } from '../numbers/interval.ts';

/**
 * Why no finite figure can be given. `noLimit`: the text sets no upper limit. `unanswered`: a number was not answered.
 * `items`: any number of items is possible. `external`: a number that another document sets is not known; the form of the
 * reply has it, but no rule of the language can name such a number yet, so nothing gives it.
 */
export type OpenCause = 'external' | 'items' | 'noLimit' | 'unanswered';

/** Decimal yuan with two digits. The ends are equal where the sum is known. */
export interface MoneyRange {
  readonly min: string;
  /** `null` where no finite figure can be given; `open` says why. */
  readonly max: string | null;
  /** Present exactly where `max` is `null`: at least one cause, sorted by name. */
  readonly open?: readonly OpenCause[];
}

/** What the text grants and what the authority may grant at most. */
export interface LeastAndMost {
  readonly least: MoneyRange;
  readonly most: MoneyRange;
}

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
      /** Flat names of the unanswered facts that only a limit needs, in the order of the dictionary. */
      readonly missing: readonly string[];
      /** Present where a joint limit lowers the figures in some completion: the figures before it. */
      readonly beforeLimits?: LeastAndMost & {
        /** Full ids of the clauses that state these limits, in the order of the catalogues. */
        readonly limits: readonly string[];
      };
      /** The figures of one item; present only where `open` of a figure contains `items`. */
      readonly perItem?: LeastAndMost;
    }
  | { readonly kind: 'none'; readonly why: NoAmount };

/** Why the two sides of an amount have no upper end; a side that has one has no causes. */
export interface OpenCauses {
  readonly least: readonly OpenCause[];
  readonly most: readonly OpenCause[];
}

/** The cause of an open figure where nothing else is known of it. */
export const UNANSWERED: readonly OpenCause[] = ['unanswered'];

/**
 * An interval of yuan as decimal text with two digits; an open lower end is written as zero. `causes` say why there is
 * no upper end, where there is none.
 */
export function moneyRange({ min, max }: Interval, causes = UNANSWERED): MoneyRange {
  const least = formatDecimal(min ?? ZERO, 2);
  if (max === null) return { min: least, max, open: causes };
  return { min: least, max: max === min ? least : formatDecimal(max, 2) };
}

/** The amount of a clause or of one of its items: two ranges in yuan, or why there is none. */
export function amountOf(clause: PreparedClause, outcome: Outcome, causes: OpenCauses): Amount {
  const { pair } = clause;
  const { award } = clause.clause;
  const { amount, partial } = outcome;
  if (!award || !pair || !amount) return { kind: 'none', why: noAmount(clause, outcome) ?? 'undefined' };
  return {
    kind: 'money',
    force: pair.force,
    ...figuresOf(amount, causes),
    bound: partial || (outcome.bound && isOpen(amount)),
    schedule: award.schedule,
    missing: [],
  };
}

/** The two sides of a pair as ranges of the API. */
export function figuresOf({ least, most }: Pair, causes: OpenCauses): LeastAndMost {
  const granted = moneyRange(least, causes.least);
  return {
    least: granted,
    most: most === least && most.max !== null ? granted : moneyRange(most, causes.most),
  };
}

function noAmount({ clause, pair }: PreparedClause, { met, flaw }: Outcome): NoAmount | undefined {
  if (clause.award === undefined) return 'limit';
  if (met === false) return 'ineligible';
  if (pair === undefined) return clause.award.none ?? 'notStated';
  return flaw;
}

/** Whether a clause may pay money without the text giving a figure for it. */
export function isUnquantified(clause: PreparedClause, outcome: Outcome): boolean {
  const why = noAmount(clause, outcome);
  return why !== undefined && why !== 'ineligible' && why !== 'nonMonetary' && why !== 'limit';
}
