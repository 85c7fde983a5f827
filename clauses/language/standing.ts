import { dayOf, yearOf } from '../numbers/calendar.ts';

/** The dates that the text states, `YYYY-MM-DD`. A date that it does not state is absent. */
export interface PolicyDates {
  /** 成文日期 */
  readonly issuedOn?: string;
  /** 印发日期 */
  readonly printedOn?: string;
  /** 发布日期 */
  readonly publishedOn?: string;
  /** 施行日期 */
  readonly effectiveFrom?: string;
  /** 失效日期, the last day in force */
  readonly effectiveTo?: string;
  /** 有效期 as written (三年), where the text does not state the first day, so that there is no last day. */
  readonly validFor?: string;
  /** 规划期: the plan's own years, no period of validity */
  readonly planYears?: { readonly from: number; readonly to: number };
  /** Day from which another document repeals this one. */
  readonly repealedOn?: string;
  /** Day from which another document replaces this one. */
  readonly replacedOn?: string;
}

/** The standing of a policy at a day. */
export type Standing =
  | 'in-force'
  | 'not-yet'
  | 'expired'
  | 'repealed'
  | 'superseded'
  | 'plan-ended'
  | 'unknown-period';

/** Whether a clause of this standing counts: its policy is in force, or states no period that could be over. */
export function counts(standing: Standing): boolean {
  return standing === 'in-force' || standing === 'unknown-period';
}

/**
 * The standing (有效性) of a policy at a day (a day number). Only a stated 施行 / 失效 makes a period of validity. The years
 * of a plan do not, but after them a document without a stated end is no longer in force. Repeal and replacement take
 * precedence over every period. Throws a RangeError where a date is no date of the calendar.
 *
 * Complexity: the standings exclude each other in this order of precedence, which reads best as one list.
 */
export function standing(dates: PolicyDates, asOf: number): Standing {
  if (reached(dates.repealedOn, asOf)) return 'repealed';
  if (reached(dates.replacedOn, asOf)) return 'superseded';
  const known = dates.effectiveFrom ?? dates.issuedOn ?? dates.printedOn ?? dates.publishedOn;
  if (known !== undefined && !reached(known, asOf)) return 'not-yet';
  if (dates.effectiveTo !== undefined) return asOf > dayOf(dates.effectiveTo) ? 'expired' : 'in-force';
  if (dates.planYears !== undefined && yearOf(asOf) > dates.planYears.to) return 'plan-ended';
  if (dates.effectiveFrom !== undefined) return 'in-force';
  if (known === undefined && dates.planYears !== undefined && yearOf(asOf) < dates.planYears.from)
    return 'not-yet';
  return 'unknown-period';
}

function reached(date: string | undefined, asOf: number): boolean {
  return date !== undefined && asOf >= dayOf(date);
}
