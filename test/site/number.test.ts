import { expect, test } from 'vitest';
import { numberKey, numberKeys } from '../../site/search/number.ts';
import { yearOf } from '../../site/year.ts';

test.each([
  ['龙办发〔2022〕40号', '龙办发-2022-40'],
  ['龙办发[2022]40号', '龙办发-2022-40'],
  ['龙办发（２０２２）４０号', '龙办发-2022-40'],
  ['龙办发 2022 第040号', '龙办发-2022-40'],
  ['揭市经信[2018]119', '揭市经信-2018-119'],
  ['深府办22号', '深府办--22'],
  ['设备投资500万元', undefined],
  ['2022', undefined],
  ['', undefined],
])('%s is compared as %s', (text, key) => {
  expect(numberKey(text)).toBe(key);
});

test.each([
  [{ issuedOn: '2017-12-21', publishedOn: '2018-01-09' }, '深府办〔2018〕22号', '2017'],
  [{ printedOn: '2022-08-15' }, null, '2022'],
  [{}, '揭市经信[2018]119号', '2018'],
  [{ planYears: { from: 2018, to: 2020 } }, null, undefined],
])('a document with %j and the number %s is listed under %s', (dates, documentNumber, year) => {
  expect(yearOf({ dates, documentNumber })).toBe(year);
});

test('a document is found by its number with its year and without', () => {
  expect(numberKeys('揭市经信[2018]119号')).toEqual(['揭市经信-2018-119', '揭市经信--119']);
  expect(numberKeys('')).toEqual([]);
});
