import { expect, test } from 'vitest';
import { pageKeys } from '../../site/content/publish/page-keys.ts';

const policies = [
  { id: 'ceshi/1', key: 'a' },
  { id: 'ceshi/2', key: 'b' },
];
const keyOf = pageKeys(policies, '2026-11-21', 'tables');
const key = keyOf(['ceshi/1', 'ceshi/2'], 3);

test('a page of the same documents on the same day is not rendered again', () => {
  const more = pageKeys([...policies, { id: 'ceshi/3', key: 'c' }], '2026-11-21', 'tables');
  expect(more(['ceshi/1', 'ceshi/2'], 3)).toBe(key);
});

test.each([
  [
    'a document is changed',
    pageKeys([{ id: 'ceshi/1', key: 'c' }, ...policies.slice(1)], '2026-11-21', 'tables'),
  ],
  ['the day is another', pageKeys(policies, '2026-11-22', 'tables')],
  ['a table is changed', pageKeys(policies, '2026-11-21', 'others')],
])('a page is made again when %s', (_, changed) => {
  expect(changed(['ceshi/1', 'ceshi/2'], 3)).not.toBe(key);
});

test('a page is rendered again when a file is renamed, a document moves or another value is shown', () => {
  const renamed = pageKeys([{ id: 'ceshi/10', key: 'a' }, ...policies.slice(1)], '2026-11-21', 'tables');
  const others = [
    renamed(['ceshi/10', 'ceshi/2'], 3),
    keyOf(['ceshi/2', 'ceshi/1'], 3),
    keyOf(['ceshi/1', 'ceshi/2'], 4),
  ];
  expect(others).not.toContain(key);
});
