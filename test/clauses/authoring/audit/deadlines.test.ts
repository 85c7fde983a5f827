import { expect, test } from 'vitest';
import { auditOf } from '../policy-in-yaml.ts';

const target = (yaml: string): string =>
  `{ targets: [{ id: t, indicator: enterprises, citation: 一, ${yaml} }] }`;
const goal = (text: string): string => `<Target id="t">${text}</Target>`;

const TARGETS: readonly (readonly [name: string, yaml: string, text: string, codes: string])[] = [
  ['stated', 'total: 8家', goal('培育8家企业'), ''],
  ['another figure', 'total: 9家', goal('培育8家企业'), 'figureMismatch'],
  ['atLeast', 'total: { atLeast: 8家 }', goal('培育8家以上企业'), ''],
  ['bound forgotten', 'total: 8家', goal('培育8家以上企业'), 'boundMismatch'],
  ['bound invented', 'total: { about: 8家 }', goal('培育8家企业'), 'boundMismatch'],
  ['figure overlooked', 'total: 8家', goal('培育8家企业、5个项目'), 'textNotInRule'],
  [
    'figure excused',
    'total: 8家, unused: [{ text: 5个, reason: 另一指标 }]',
    goal('培育8家企业、5个项目'),
    '',
  ],
  ['deadline', 'total: 8家, deadline: 到2025年', goal('到2025年培育8家企业'), ''],
  [
    'deadline of another year',
    'total: 8家, deadline: 到2026年',
    goal('到2025年培育8家企业'),
    'deadlineMismatch',
  ],
  ['date without deadline', 'total: 8家', goal('到2025年培育8家企业'), 'textNotInRule'],
  ['deadline in front of the mark', 'total: 8家, deadline: 至2025年', `至2025年，${goal('培育8家企业')}`, ''],
  [
    'another in front',
    'total: 8家, deadline: 至2026年',
    `至2025年，${goal('培育8家企业')}`,
    'deadlineMismatch',
  ],
  ['years in order', 'byYear: { 2022: 2家, 2023: 3家 }', goal('2022年起每年分别推动2家、3家企业'), ''],
  [
    'years swapped',
    'byYear: { 2022: 3家, 2023: 2家 }',
    goal('2022年起每年分别推动2家、3家企业'),
    'orderMismatch',
  ],
  [
    'first year wrong',
    'byYear: { 2022: 2家, 2023: 3家 }',
    goal('2023年起每年分别推动2家、3家企业'),
    'textNotInRule',
  ],
  ['years one by one', 'byYear: { 2022: 2家, 2023: 3家 }', goal('2022年推动2家，2023年推动3家'), ''],
  [
    'one by one, swapped',
    'byYear: { 2022: 3家, 2023: 2家 }',
    goal('2022年推动2家，2023年推动3家'),
    'figureMismatch',
  ],
  [
    'in passages of their own, swapped',
    'byYear: { 2022: 3家, 2023: 2家 }',
    `——2022年：${goal('推动2家')}。\n——2023年：${goal('推动3家')}。`,
    'figureMismatch',
  ],
];

test.each(TARGETS)('target: %s', (_, yaml, text, codes) => {
  const found = auditOf(target(yaml), text).map((each) => each.split(' ')[0] ?? '');
  expect([...new Set(found)].join(' ')).toBe(codes);
});
