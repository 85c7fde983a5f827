/** Days since 1970-01-01 by the platform's own calendar, in UTC: another source than the core's day counts. */
const DAY = 86_400_000;

export function dayOf(year: number, month: number, ofMonth: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, ofMonth) / DAY;
}

export function yearOfDay(day: number): number {
  return new Date(day * DAY).getUTCFullYear();
}

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
