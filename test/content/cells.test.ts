import { expect, it } from 'vitest';
import { errorTexts, fixture, readInWorld, signed } from './fixtures.ts';

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

const told = (label: string): string => {
  const tiny = fixture('good/tiny.mdx').replace(/sha256-[0-9a-f]+/, 'sha256-0');
  return errorTexts(readInWorld(signed(tiny.replace('clauses:', target) + table(label))).issues);
};

it('reads the numbers of a table in the unit of a marked head', () => {
  expect(told('技术改造企业（家）')).toBe('');
});

it('reads no unit into a table that names none', () => {
  expect(told('技术改造企业')).toContain('ruleNotInText');
});
