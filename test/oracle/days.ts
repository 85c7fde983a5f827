/** Day numbers (days since 1970-01-01) by the platform's calendar in UTC, independent of the core's arithmetic. */
const DAY = 86_400_000;

/** The day number of a date; months count from 1. */
export function dayOf(year: number, month: number, ofMonth: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, ofMonth) / DAY;
}

/** The year of a day number. */
export function yearOfDay(day: number): number {
  return new Date(day * DAY).getUTCFullYear();
}

/** A day number as `YYYY-MM-DD`. */
export function textOfDay(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** The same day some months later, or the last day of that month where it has none. */
export function addMonths(day: number, months: number): number {
  const date = new Date(day * DAY);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 1 + months];
  const last = dayOf(year, month + 1, 1) - dayOf(year, month, 1);
  return dayOf(year, month, Math.min(date.getUTCDate(), last));
}
