import { expect, test } from 'vitest';
import type { ClauseResult, MoneyRange } from '../../../clauses/index.ts';
import { sayNoAmount, sayPeriod, sayStanding, sayTarget, sayVerdict } from '../../../views/wording/labels.ts';
import { exactYuan, sayMoney, sayRange } from '../../../views/wording/money.ts';

test.each([
  ['300000.00', '30 万元'],
  ['120000000.00', '1.2 亿元'],
  ['485000.00', '48.5 万元'],
  ['4999999.99', '4,999,999.99 元'],
  ['0.00', '0 元'],
  ['12.50', '12.5 元'],
])('%s yuan is worded as %s', (yuan, expected) => {
  expect(sayMoney(yuan)).toBe(expected);
});

test('an exact amount has separators and loses nothing', () => {
  expect(exactYuan('8000000.01')).toBe('8,000,000.01');
});

const range = (min: string, max: string | null): MoneyRange => ({ min, max });

test.each([
  [range('300000.00', '300000.00'), '30 万元'],
  [range('300000.00', '2000000.00'), '30 万元至 200 万元'],
])('a range is worded as its two ends', (given, expected) => {
  expect(sayRange(given)).toBe(expected);
});

test('a range without an upper end says why', () => {
  expect(sayRange({ ...range('0.00', null), open: ['noLimit'] })).toBe('还定不了（文件没有写上限）');
  expect(sayRange({ ...range('50000.00', null), open: ['unanswered'] })).toBe('至少 5 万元（有的数没有填）');
});

type Verdict = Pick<ClauseResult, 'verdict' | 'authority' | 'missing' | 'standing'>;
const standing = 'in-force';
const verdicts: readonly (readonly [Verdict, string])[] = [
  [{ verdict: 'eligible', authority: [], missing: [], standing }, '可享受'],
  [{ verdict: 'eligible', authority: ['行业带动性强'], missing: [], standing }, '需主管部门认定'],
  [{ verdict: 'undetermined', authority: [], missing: ['a', 'b'], standing }, '可能享受（还缺 2 项）'],
  [{ verdict: 'ineligible', authority: [], missing: [], standing }, '不符合'],
];

test.each(verdicts)('%o is %s', (verdict, expected) => {
  expect(sayVerdict(verdict)).toBe(expected);
});

test.each([
  ['in-force', '现行有效'],
  ['not-yet', '尚未施行'],
  ['expired', '已失效'],
  ['repealed', '已废止'],
  ['plan-ended', '规划期已过，文件未载明有效期'],
  ['unknown-period', '文件未载明有效期'],
] as const)('the standing %s is %s', (standing, expected) => {
  expect(sayStanding(standing)).toBe(expected);
});

test('no amount is explained and never shown as nothing', () => {
  for (const why of [
    'ineligible',
    'nonMonetary',
    'elsewhere',
    'discretionary',
    'notStated',
    'limit',
    'undefined',
  ] as const) {
    expect(sayNoAmount(why)).not.toMatch(/\d/);
    expect(sayNoAmount(why).length).toBeGreaterThan(4);
  }
});

test.each([
  ['110', '家', 'atLeast', '不少于 110 家'],
  ['20', '%', 'about', '20%左右'],
  ['1', '家', 'equals', '1 家'],
] as const)('the target %s %s %s is %s', (value, unit, comparator, expected) => {
  expect(sayTarget(value, unit, comparator)).toBe(expected);
});

test('a period without a first day is expected with its length', () => {
  expect(sayPeriod('unknown-period', { validFor: '三年' })).toBe('有效期三年，从哪一天算起文件未载明');
  expect(sayPeriod('unknown-period', {})).toBe('文件未载明有效期');
  expect(sayPeriod('repealed', { validFor: '三年' })).toBe('已废止');
});
