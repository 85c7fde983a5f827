import { type Policy, parseDate, type Standing, standing } from '../clauses/index.ts';
import { today } from './content/load/today.ts';

/** The standing of a document on the day of the build. Throws when that day is not a date. */
export function standingToday({ dates }: Pick<Policy, 'dates'>): Standing {
  const day = parseDate(today());
  if (day === undefined) throw new Error('today is not a date');
  return standing(dates, day);
}
