/**
 * A date of the proleptic Gregorian calendar; month and day are 1-based. Elsewhere dates are day numbers: whole days
 * since 1970-01-01, without a clock and without time zones. The conversions follow H. Hinnant, "chrono-compatible
 * low-level date algorithms".
 */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The day number of `YYYY-MM-DD`; `undefined` for a text that is no date of the calendar. */
export function parseDate(text: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return undefined;
  const date = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  const found = dayNumber(date);
  // A day that the month does not have yields a date in another month.
  return calendarDate(found).month === date.month ? found : undefined;
}

/** The day number of `YYYY-MM-DD`. Throws a RangeError for a text that is no date of the calendar. */
export function dayOf(text: string): number {
  const day = parseDate(text);
  if (day === undefined) throw new RangeError(`not a date: ${text}`);
  return day;
}

/** A day number as `YYYY-MM-DD`. */
export function formatDate(day: number): string {
  const { year, month, day: ofMonth } = calendarDate(day);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(ofMonth).padStart(2, '0')}`;
}

/** The day number of a date. Month 13 is January of the next year. */
export function dayNumber({ year, month, day }: CalendarDate): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The date of a day number. */
export function calendarDate(day: number): CalendarDate {
  const shifted = day + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthIndex = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthIndex + 2) / 5) + 1,
  };
}

/**
 * The day number some months later, or the last day of that month where it has no such day (《民法典》第二百零二条). The
 * function never decreases.
 */
export function monthsLater(day: number, months: number): number {
  const { year, month, day: ofMonth } = calendarDate(day);
  const count = year * 12 + month - 1 + months;
  const [inYear, inMonth] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1];
  const first = dayNumber({ year: inYear, month: inMonth, day: 1 });
  const next = dayNumber({ year: inYear, month: inMonth + 1, day: 1 });
  return first + Math.min(ofMonth, next - first) - 1;
}

/** The year of a day number. */
export function yearOf(day: number): number {
  return calendarDate(day).year;
}
