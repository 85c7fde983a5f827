import { type Policy, parseDate, type Standing, standing } from '../clauses/index.ts';
import { today } from './today.ts';

/** The standing of a document on the day of the build, which every page names. */
export function standingToday({ dates }: Pick<Policy, 'dates'>): Standing {
  const day = parseDate(today());
  if (day === undefined) throw new Error('today is not a date');
  return standing(dates, day);
}

const ENDED: ReadonlySet<Standing> = new Set(['expired', 'repealed', 'superseded'] as const);

/** Whether a document says by itself, or another says, that it no longer holds. */
export function hasEnded(policy: Pick<Policy, 'dates'>): boolean {
  return ENDED.has(standingToday(policy));
}
