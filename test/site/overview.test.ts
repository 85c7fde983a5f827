import { expect, test } from 'vitest';
import { overviewRows } from '../../site/clauses.ts';

const rows = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

test('the overview of a small site has every row of every topic', () => {
  const found = overviewRows([
    ['技术改造', rows(1500)],
    ['上云', rows(500)],
  ]);
  expect(found).toHaveLength(2000);
  expect(found.some(({ more }) => more)).toBe(false);
});

test('the overview of a large site has the first rows of each topic, and says which topics have more', () => {
  const found = overviewRows([
    ['技术改造', rows(1990)],
    ['上云', rows(21)],
    ['入库', rows(3)],
  ]);
  expect([...Map.groupBy(found, ({ topic }) => topic)].map(([topic, of]) => [topic, of.length])).toEqual([
    ['技术改造', 20],
    ['上云', 20],
    ['入库', 3],
  ]);
  expect(found.filter(({ more }) => !more).map(({ topic }) => topic)).toEqual(['入库', '入库', '入库']);
  expect(found.map(({ placed }) => placed).slice(0, 20)).toEqual(rows(20));
});
