import { expect, test } from 'vitest';
import { calendarDate, formatDate, parseDate, yearOf } from '../../clauses/calendar.ts';

test.each([
  ['1970-01-01', 0],
  ['1969-12-31', -1],
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
])('%j is no date', (text) => {
  expect(parseDate(text)).toBeUndefined();
});

test('every day of four centuries reads back, and is one after the day before', () => {
  const first = parseDate('1801-01-01') ?? 0;
  for (let day = first; day < first + 146097; day += 1) {
    const date = formatDate(day);
    if (parseDate(date) !== day || yearOf(day) !== Number(date.slice(0, 4))) expect(date).toBe(`day ${day}`);
  }
  expect(calendarDate(first + 146097)).toEqual({ year: 2201, month: 1, day: 1 });
});
