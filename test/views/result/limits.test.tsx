import { expect, test } from 'vitest';
import { textOf } from '../longnan.ts';
import { pageFor, placeWithPolicies } from '../pages.tsx';

const longnan = placeWithPolicies('longnan');
const LIMIT = '“以企业当年税收地方财政实得部分为限”';

/** The first line, the row and the card of Longnan's award for equipment; without `tax` the limit is not known. */
function shown(cost: string, tax?: string): { first: string; row: string; card: string } {
  const { html } = pageFor(
    longnan,
    '2023-06-01',
    {
      'enterprise.aboveScale': 'true',
      ...(tax === undefined ? {} : { 'enterprise.localTax': tax }),
      projects: 'given',
      'projects.1.completed': 'true',
      'projects.1.nationalPolicy': 'true',
      'projects.1.inStatistics': 'true',
      'projects.1.equipmentCost': cost,
    },
    ['longnan/2022-40#equipment-award'],
  );
  const part = (pattern: RegExp): string => textOf(pattern.exec(html)?.[0] ?? '').trim();
  return {
    first: part(/<p class="headline">[\s\S]*?<\/p>/),
    row: part(/<td data-label="金额">[\s\S]*?<\/td>/),
    card: part(/<div class="amount">[\s\S]*?<\/div>/),
  };
}

test('a limit that holds: everywhere the figure after it, with the figure before it beside', () => {
  const { first, row, card } = shown('500万', '1万');
  const beside = `受${LIMIT}限制，限制以前是 30 万元`;
  expect(first).toBe('按您填写的情况，文件明确给予 1 万元。文件未载明有效期。');
  expect(row).toBe(`1 万元${beside}`);
  expect(card).toBe(`金额：1 万元（文件明确给予），${beside}`);
});

test('a limit that leaves nothing is the reason of the nothing', () => {
  const { first, row, card } = shown('1200万', '0');
  const beside = `因为受${LIMIT}限制，限制以前是 72 万元`;
  expect(first).toBe(`按您填写的情况，能得 0 元，因为受${LIMIT}限制。文件未载明有效期。`);
  expect(row).toBe(`0 元${beside}`);
  expect(card).toBe(`金额：0 元（文件明确给予），${beside}`);
});

test('a limit that is not known: the figure before it, and that an answer is missing', () => {
  const { first, row, card } = shown('1200万');
  const beside = `但要受${LIMIT}限制，这一项没有填`;
  expect(first).toBe('按您填写的情况，给予 0 至 72 万元，看还没有答的 1 题。文件未载明有效期。');
  expect(row).toBe(`72 万元${beside}`);
  expect(card).toBe(`金额：72 万元（文件明确给予），${beside}`);
});

test('a limit above the figure changes nothing and is not spoken of beside it', () => {
  const { first, row } = shown('1200万', '500万');
  expect(first).toBe('按您填写的情况，文件明确给予 72 万元。文件未载明有效期。');
  expect(row).toBe('72 万元');
});
