import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  calendarDate,
  formatDate,
  monthsLater,
  parseDate,
  yearOf,
} from '../../../clauses/numbers/calendar.ts';

test.each([
  ['1970-01-01', 0],
  ['1969-12-31', -1],
  ['0099-03-01', -683309],
  ['2000-02-29', 11016],
  ['2024-02-29', 19782],
  ['2026-11-21', 20778],
])('%s is day %d', (date, day) => {
  expect(parseDate(date)).toBe(day);
  expect(formatDate(day)).toBe(date);
});

test.each([
  '2023-02-29',
  '2023-13-01',
  '2023-00-10',
  '2023-04-31',
  '2023-1-1',
  '20230101',
  '２０２３-01-01',
  '',
  '2023-01-01 ',
  ' 2023-01-01',
])('%j is no date', (text) => {
  expect(parseDate(text)).toBeUndefined();
});

test('every day of four centuries reads back and follows the day before', () => {
  const first = parseDate('1801-01-01') ?? 0;
  for (let day = first; day < first + 146097; day += 1) {
    const date = formatDate(day);
    if (parseDate(date) !== day || yearOf(day) !== Number(date.slice(0, 4))) expect(date).toBe(`day ${day}`);
  }
  expect(calendarDate(first + 146097)).toEqual({ year: 2201, month: 1, day: 1 });
});

test.each([
  ['2023-06-01', 36, '2026-06-01'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2024-02-29', 48, '2028-02-29'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2024-12-15', 1, '2025-01-15'],
  ['2024-01-15', -1, '2023-12-15'],
  ['2024-01-15', 0, '2024-01-15'],
])('%s and %d months is %s', (date, months, later) => {
  expect(formatDate(monthsLater(parseDate(date) ?? Number.NaN, months))).toBe(later);
});

test('a later day stays later or equal after any number of months', () => {
  const day = fc.integer({ min: -40_000, max: 60_000 });
  fc.assert(
    fc.property(
      day,
      fc.integer({ min: 0, max: 800 }),
      fc.integer({ min: -600, max: 600 }),
      (from, more, months) => {
        expect(monthsLater(from, months)).toBeLessThanOrEqual(monthsLater(from + more, months));
      },
    ),
  );
});
