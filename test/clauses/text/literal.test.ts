import { expect, test } from 'vitest';
import { formatRational } from '../../../clauses/numbers/exact.ts';
import { parseLiteral } from '../../../clauses/text/literal.ts';

function show(text: string): string | undefined {
  const literal = parseLiteral(text);
  return literal && `${formatRational(literal.value)} ${literal.dimension} ${literal.unit}`;
}

test.each([
  ['500万元', '5000000 money 元'],
  ['５００ 万元', '5000000 money 元'],
  ['1.5亿元', '150000000 money 元'],
  ['1,234,567.89元', '1234567.89 money 元'],
  ['亿元', '100000000 money 元'],
  ['6%', '0.06 ratio %'],
  ['6％', '0.06 ratio %'],
  ['0%', '0 ratio %'],
  ['三成', '0.3 ratio 成'],
  ['百分之十', '0.1 ratio 百分之'],
  ['1:1', '1 ratio :'],
  ['2∶3', '1.5 ratio :'],
  ['1∶0.5', '0.5 ratio :'],
  ['50元/平方米/月', '50 money/area/month 元/平方米/月'],
  ['25.5万元/人', '255000 money/person 元/人'],
  ['24万元/人·年', '240000 money/person/year 元/人·年'],
  ['3年', '3 year 年'],
  ['三年', '3 year 年'],
  ['6个月', '6 month 个月'],
  ['20个工作日', '20 workday 个工作日'],
  ['10000平方米', '10000 area 平方米'],
  ['3亩', '2000 area 亩'],
  ['20家', '20 count:家 家'],
  ['1个', '1 count:个 个'],
  ['2万台', '20000 count:台 台'],
  ['600台（套）', '600 count:台 台(套)'],
  ['0.5个百分点', '0.005 percentagePoint 个百分点'],
])('%s is %s', (text, expected) => {
  expect(show(text)).toBe(expected);
});

test.each([
  '',
  '500',
  '1.5亿',
  '万元',
  '元',
  '2018年',
  '500万元以上',
  '不超过500万元',
  '约3年',
  '1-2家',
  '5%至10%',
  '10余家',
  '1000亿级',
  '1:0',
  '0:1',
  '1:1:1',
  '-5%',
  '500万元 500万元',
  '500万元。',
  '三五年',
  'abc',
])('%j is no literal', (text) => {
  expect(show(text)).toBeUndefined();
});
