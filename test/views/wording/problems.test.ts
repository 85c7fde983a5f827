import { expect, test } from 'vitest';
import type { FieldProblem } from '../../../views/wording/problems.ts';
import { sayProblem, sayWhere } from '../../../views/wording/problems.ts';
import { dictionary, send } from '../longnan.ts';

test.each([
  [
    { 'enterprise.localTax': '很多' },
    '“当年所缴增值税、企业所得税的地方财政实得部分”',
    '您填的是“很多”。请写数字，单位是元，例如 1200000、1,200,000、120万 或 1.2亿。',
  ],
  [
    { 'enterprise.localTax': '-1' },
    '“当年所缴增值税、企业所得税的地方财政实得部分”',
    '您填的是“-1”。超出了可以填的范围。请写数字，单位是元，例如 1200000、1,200,000、120万 或 1.2亿。',
  ],
  [
    { 'enterprise.localTax': '1.234' },
    '“当年所缴增值税、企业所得税的地方财政实得部分”',
    '您填的是“1.234”。小数点后最多 2 位。',
  ],
  [{ 'enterprise.aboveScale': 'maybe' }, '“规模以上企业”', '您填的是“maybe”。请选“是”“否”或“不清楚”。'],
  [
    { 'enterprise.aboveScal': 'true' },
    '“enterprise.aboveScal”',
    '没有这个填报项，是不是“enterprise.aboveScale”。请重新打开本页再填。',
  ],
  [
    { cloudServices: 'given', 'cloudServices.1.stage': '', 'cloudServices.2.stage': 'x' },
    '上云服务 2 的“上云的阶段”',
    '您填的是“x”。请从列出的选项里选一个。',
  ],
  [
    { projects: 'unknown', 'projects.1.completed': 'true' },
    '有没有技术改造项目',
    '下面填了内容，这里却是“不清楚”。请选“有”，或者把下面的内容清空。',
  ],
])('%j says where, what and how to mend it', (fields, where, expected) => {
  const [problem] = send(fields).problems;
  if (problem === undefined) throw new Error('no problem was found');
  expect(sayWhere(problem, dictionary)).toBe(where);
  expect(sayProblem(problem)).toBe(expected);
});

test.each<[FieldProblem, string]>([
  [{ code: 'noPlace', name: 'place' }, '所在地：请选择企业所在的省、市或县。'],
  [{ code: 'unknownPlace', name: 'place', given: 'x' }, '所在地：您填的是“x”。没有这个地方，请从列表里选。'],
  [
    { code: 'badDay', name: 'asOf', given: 'x' },
    '基准日：您填的是“x”。请写成 2026-01-31 这样的日期，或者不填（就是今天）。',
  ],
  [
    { code: 'unknownTopic', name: 'topic', given: 'x' },
    '主题：您填的是“x”。这个地方没有这个主题，请重新选。',
  ],
  [
    { code: 'unknownClause', name: 'clause', given: 'x' },
    '要自查的条款：您填的是“x”。这个地方没有这一条，请重新选。',
  ],
  [
    { code: 'badList', name: 'projects', given: 'x' },
    '有没有技术改造项目：您填的是“x”。请选“有”“没有”或“不清楚”。',
  ],
  [
    { code: 'duplicate', name: 'projects.1.completed' },
    '项目 1 的“项目已竣工”：同一项提交了两次，只看了前一个，请核对。',
  ],
])('%j is expected in full', (problem, expected) => {
  expect(`${sayWhere(problem, dictionary)}：${sayProblem(problem)}`).toBe(expected);
});
