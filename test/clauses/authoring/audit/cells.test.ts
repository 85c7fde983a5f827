import { expect, test } from 'vitest';
import { auditOf } from '../policy-in-yaml.ts';

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

test('figures of cells are compared with the rule like others', () => {
  expect(found(head + row.replace('680', '690'))).toEqual(['figureMismatch']);
  expect(found(head + row + cell('800'))).toEqual(['textNotInRule']);
  expect(found(head + cell('680') + cell('620') + cell('750'))).toEqual(['orderMismatch']);
  expect(found(head + cell('750') + cell('680') + cell('620'))).toEqual([]);
});

test('a number alone in a cell may have the bound that a sentence of the same rule states for the table', () => {
  const rule = (key: string): string => `{ clauses: [{ id: a,
    when: { fact: enterprise.growth, ${key}: 15% }, award: { type: money, exactly: 1万元 } }] }`;
  const text = (bound: string): string =>
    `<Clause id="a">增速${bound}，奖励1万元。</Clause>\n<Clause id="a" cell>15%</Clause>\n`;
  expect(found(text('达到附件规定的标准的'), rule('atLeast'))).toEqual([]);
  expect(found(text('达到附件规定的标准的'), rule('moreThan'))).toEqual(['boundMismatch']);
  expect(found(text('达到要求的'), rule('atLeast'))).toEqual(['boundMismatch']);
  expect(found(`<Clause id="a" cell>最低增速</Clause>\n${text('较快')}`, rule('moreThan'))).toEqual([
    'boundMismatch',
  ]);
});

test('years in the head of a table must be those of the values, also for several targets', () => {
  const years = (shift: number, id: string): string =>
    `{ id: ${id}, indicator: enterprises, citation: 一, levels: true,
      byYear: { ${2024 + shift}: 620家, ${2025 + shift}: 680家, ${2026 + shift}: 750家 } }`;
  const heads = ['2024年', '2025年', '2026年']
    .map((year) => `<Target id="a b" cell>${year}</Target>\n`)
    .join('');
  const text = `${heads}${head}${row}${(head + row).replaceAll('"a"', '"b"')}`;
  expect(found(text, `{ targets: [${years(0, 'a')}, ${years(0, 'b')}] }`)).toEqual([]);
  expect(found(text, `{ targets: [${years(0, 'a')}, ${years(1, 'b')}] }`)).toEqual(['ruleNotInText']);
});
