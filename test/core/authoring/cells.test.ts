import { expect, test } from 'vitest';
import { auditOf } from './bench.ts';

const RULE = `{ targets: [{ id: a, indicator: enterprises, citation: 一, levels: true,
  byYear: { 2024: 620家, 2025: 680家, 2026: 750家 } }] }`;
const cell = (text: string): string => `<Target id="a" cell>${text}</Target>\n`;
const head = cell('技术改造企业（家）');
const row = ['620', '680', '750'].map(cell).join('');
const found = (text: string, rule = RULE): string[] =>
  auditOf(rule, text).map((each) => each.split(' ')[0] ?? '');

test('a bare number in a cell has the unit of the marked head', () => {
  expect(found(`指标 2024年 2025年 2026年\n${head}${row}`)).toEqual([]);
  expect(found(cell('企业数（单位：家）') + row)).toEqual([]);
  expect(found(cell('单位：家') + row)).toEqual([]);
});

test.each([
  ['without a head', row],
  ['with a head that is not marked', `技术改造企业（家）\n${row}`],
  ['with another unit', cell('技术改造投资（亿元）') + row],
  ['with two units', head + cell('投资（亿元）') + row],
  ['with a word in brackets that is no unit', cell('技术改造企业（预期性）') + row],
  ['outside a table', (head + row).replaceAll(' cell', '')],
])('a bare number %s is no figure', (_, text) => {
  expect(found(text)).toContain('ruleNotInText');
});

test('figures of cells are held against the rule like others', () => {
  expect(found(head + row.replace('680', '690'))).toEqual(['figureMismatch']);
  expect(found(head + row + cell('800'))).toEqual(['textNotInRule']);
  expect(found(head + cell('680') + cell('620') + cell('750'))).toEqual(['orderMismatch']);
  expect(found(head + cell('750') + cell('680') + cell('620'))).toEqual([]);
});
