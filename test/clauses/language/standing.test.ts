import { expect, test } from 'vitest';
import { type PolicyDates, parseDate, type Standing, standing } from '../../../clauses/index.ts';

const SHENZHEN: PolicyDates = {
  issuedOn: '2017-12-21',
  publishedOn: '2018-01-09',
  planYears: { from: 2017, to: 2020 },
};
const JIEYANG: PolicyDates = { planYears: { from: 2018, to: 2020 } };
const LONGNAN: PolicyDates = { printedOn: '2022-08-15' };
const STATED: PolicyDates = {
  issuedOn: '2023-01-01',
  effectiveFrom: '2023-03-01',
  effectiveTo: '2025-12-31',
};

const cases: readonly (readonly [PolicyDates, string, Standing])[] = [
  [STATED, '2022-12-31', 'not-yet'],
  [STATED, '2023-02-28', 'not-yet'],
  [STATED, '2023-03-01', 'in-force'],
  [STATED, '2025-12-31', 'in-force'],
  [STATED, '2026-01-01', 'expired'],
  [{ ...STATED, repealedOn: '2024-06-01' }, '2024-05-31', 'in-force'],
  [{ ...STATED, repealedOn: '2024-06-01' }, '2024-06-01', 'repealed'],
  [{ ...STATED, replacedOn: '2024-06-01' }, '2026-01-01', 'superseded'],
  [{ effectiveTo: '2025-12-31' }, '2025-06-01', 'in-force'],
  [{ ...SHENZHEN, effectiveFrom: '2018-01-09' }, '2020-12-31', 'in-force'],
  [{ ...SHENZHEN, effectiveFrom: '2018-01-09' }, '2021-01-01', 'plan-ended'],
  [{ ...SHENZHEN, effectiveTo: '2025-12-31' }, '2021-01-01', 'in-force'],
  [{ effectiveFrom: '2018-01-09' }, '2026-01-01', 'in-force'],
  [SHENZHEN, '2017-12-20', 'not-yet'],
  [SHENZHEN, '2017-12-21', 'unknown-period'],
  [SHENZHEN, '2020-12-31', 'unknown-period'],
  [SHENZHEN, '2021-01-01', 'plan-ended'],
  [JIEYANG, '2017-12-31', 'not-yet'],
  [JIEYANG, '2018-01-01', 'unknown-period'],
  [JIEYANG, '2021-01-01', 'plan-ended'],
  [LONGNAN, '2022-08-14', 'not-yet'],
  [LONGNAN, '2022-08-15', 'unknown-period'],
  [LONGNAN, '2030-01-01', 'unknown-period'],
  [{}, '2026-11-21', 'unknown-period'],
];

test.each(cases)('%o at %s is %s', (dates, asOf, expected) => {
  expect(standing(dates, parseDate(asOf) ?? Number.NaN)).toBe(expected);
});

test.each(['2023-02-29', '2023-13-01', '2023-00-10', '23-01-01', '2023/01/01', ''])(
  '%s is no date',
  (text) => {
    expect(parseDate(text)).toBeUndefined();
  },
);

test('day numbers follow the calendar', () => {
  for (const text of ['1900-03-01', '1970-01-01', '2000-02-29', '2024-02-29', '2099-12-31']) {
    expect(parseDate(text)).toBe(Date.parse(`${text}T00:00:00Z`) / 86_400_000);
  }
});
