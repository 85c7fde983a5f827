import { expect, test } from 'vitest';
import { exactRange, exactYuan, sayMoney, sayRange, sayShare } from '../../../views/wording/money.ts';

test.each([
  ['0.00', '0 元'],
  ['0.01', '0.01 元'],
  ['9999.00', '9,999 元'],
  ['10000.00', '1 万元'],
  ['12300.00', '1.23 万元'],
  ['12345.00', '12,345 元'],
  ['300000.00', '30 万元'],
  ['199999.99', '199,999.99 元'],
  ['99999999.99', '99,999,999.99 元'],
  ['100000000.00', '1 亿元'],
  ['120000000', '1.2 亿元'],
  ['123450000', '12,345 万元'],
  ['1234567890', '1,234,567,890 元'],
  ['5000000000000', '50,000 亿元'],
])('%s yuan is worded as %s, exactly', (yuan, expected) => {
  expect(sayMoney(yuan)).toBe(expected);
});

test.each([
  [{ min: '300000.00', max: '300000.00' }, '30 万元', '300,000 元'],
  [{ min: '300000.00', max: '2000000.00' }, '30 万元至 200 万元', '300,000 元至 2,000,000 元'],
  [{ min: '0.00', max: '200000.00' }, '0 至 20 万元', '0 元至 200,000 元'],
  [{ min: '0.00', max: '0.00' }, '0 元', '0 元'],
  [{ min: '50000.00', max: null, open: ['noLimit'] }, '至少 5 万元（文件没有写上限）', '50,000 元至 不限'],
  [{ min: '0.00', max: null, open: ['unanswered'] }, '还定不了（有的数没有填）', '0 元至 未定'],
  [
    { min: '0.00', max: null, open: ['external', 'noLimit'] },
    '还定不了（要看其他文件规定的数，文件没有写上限）',
    '0 元至 未定',
  ],
] as const)('a range is said with both ends', (range, said, exact) => {
  expect(sayRange(range)).toBe(said);
  expect(exactRange(range)).toBe(exact);
});

test('exact yuan has separators and no needless decimals', () => {
  expect(exactYuan('1234567.50')).toBe('1,234,567.5');
  expect(exactYuan('1000')).toBe('1,000');
});

test.each([
  ['0.6', '60%'],
  ['0.125', '12.5%'],
  ['1', '100%'],
  ['1/3', '1/3'],
])('a share of %s is worded as %s', (share, expected) => {
  expect(sayShare(share)).toBe(expected);
});
