import { expect, test } from 'vitest';
import { auditOf } from '../policy-in-yaml.ts';

const codes = (bounds: string, key: string, text: string, definition: string): string[] =>
  auditOf(
    `{ ${bounds} clauses: [{ id: a, when: { fact: enterprise.revenue, ${key}: 500万元 }, award: { type: money, exactly: 1万元 } }] }`,
    `<Clause id="a">收入${text}的，奖励1万元。</Clause>\n${definition}`,
  ).map((each) => each.split(' ')[0] ?? '');

const BELOW = 'bounds: { 以下: lessThan },';
const DEFINED = '本办法所称“以上”“不超过”均含本数，“以下”不含本数。';

/** Front matter, comparison, words of the text, definition, and the expected findings. */
test.each([
  [BELOW, 'lessThan', '500万元以下', DEFINED, ''],
  [BELOW, 'lessThan', '500万元及以下', DEFINED, ''],
  [BELOW, 'atMost', '500万元以下', DEFINED, 'boundMismatch'],
  [BELOW, 'atMost', '500万元（含）以下', DEFINED, ''],
  [BELOW, 'atMost', '500万元以内', DEFINED, ''],
  [BELOW, 'atLeast', '500万元以上', DEFINED, ''],
  ['', 'atMost', '500万元以下', DEFINED, 'boundsMissing'],
  [BELOW, 'lessThan', '500万元以下', '', 'boundsNotInText'],
  [BELOW, 'lessThan', '500万元以下', '本办法所称以上、以下均含本数。', 'boundsNotInText'],
  ['', 'atMost', '500万元以下', '本办法所称以上、以下均包括本数，超过不包括本数。', ''],
  ['bounds: { 以上: atLeast, 以下: lessThan },', 'atLeast', '500万元以上', DEFINED, ''],
  ['bounds: { 超过: atLeast },', 'atLeast', '超过500万元', '本办法中“超过”包含本数。', ''],
  ['bounds: { 超过: atLeast },', 'moreThan', '超过500万元', '本办法中“超过”包含本数。', 'boundMismatch'],
  ['bounds: { 超过: atLeast },', 'atMost', '不超过500万元', '本办法中“超过”包含本数。', ''],
  ['bounds: { 不满: atMost },', 'atMost', '不满500万元', '本办法所称不满，含本数。', ''],
])('%s %s, %s, %s: %s', (bounds, key, text, definition, code) => {
  expect(codes(bounds, key, text, definition)).toEqual(code === '' ? [] : [code]);
});
