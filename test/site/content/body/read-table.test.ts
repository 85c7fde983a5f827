import { expect, it } from 'vitest';
import { errorTexts, fixture, readInWorld, signed } from '../../../content/fixtures.ts';

const target = `targets:
  - { id: firms, indicator: upgrading-enterprises, citation: 二, levels: true, byYear: { 2026: 620家, 2027: 680家 } }
clauses:`;
const table = (label: string): string => `
## 二、目标

<Table>
<Row>
<Cell header>指标</Cell>
<Cell header>2026年</Cell>
<Cell header>2027年</Cell>
</Row>
<Row>
<Cell><Target id="firms">${label}</Target></Cell>
<Cell><Target id="firms">620</Target></Cell>
<Cell><Target id="firms">680</Target></Cell>
</Row>
</Table>
`;

const errorsFor = (label: string): string => {
  const tiny = fixture('good/tiny.mdx').replace(/sha256-[0-9a-f]+/, 'sha256-0');
  return errorTexts(readInWorld(signed(tiny.replace('clauses:', target) + table(label))).issues);
};

it('reads the numbers of a table in the unit of a marked head', () => {
  expect(errorsFor('技术改造企业（家）')).toBe('');
});

it('assumes no unit where the table states none', () => {
  expect(errorsFor('技术改造企业')).toContain('ruleNotInText');
});

const priced = (caption: string, ...cells: readonly string[]): string => `
${caption}

<Table>
<Row>
<Cell header>序号</Cell>
<Cell header>标准</Cell>
</Row>
${cells.map((cell, index) => `<Row>\n<Cell>${index + 1}</Cell>\n<Cell>${cell}</Cell>\n</Row>`).join('\n')}
</Table>
`;
const codes = (text: string): readonly string[] =>
  readInWorld(signed(fixture('good/tiny.mdx').replace(/sha256-[0-9a-f]+/, 'sha256-0') + text))
    .issues.filter(({ severity }) => severity === 'error')
    .map(({ line, code }) => `${line} ${code}`);
const cell = (text: string): string => `<Clause id="award">${text}</Clause>`;

it('takes the unit from the paragraph above the table where no header has one', () => {
  expect(codes(priced('（单位：万元）', cell('20')))).toEqual([]);
  expect(codes(priced('单位：元', cell('20')))).toEqual(['35 textNotInRule']);
  expect(codes(priced('标准', cell('20')))).toEqual(['35 textNotInRule']);
});

it('requires marks for amounts in a table: reports once where no cell is marked, otherwise in each marked column', () => {
  expect(codes(priced('单位：万元', '20', '30'))).toEqual(['35 tableUnmarked']);
  expect(codes(priced('单位：万元', cell('20'), '30'))).toEqual(['39 tableUnmarked']);
  expect(codes(priced('单位：万元', cell('20'), '<Plain reason="例子">30</Plain>'))).toEqual([]);
  expect(codes(priced('<Plain reason="统计表">单位：万元</Plain>', '20', '30'))).toEqual([]);
  expect(codes(priced('单位：台', '20', '30'))).toEqual([]);
  expect(codes(priced('单位：万元', '20').replace('标准', '数量（台）'))).toEqual([]);
});
