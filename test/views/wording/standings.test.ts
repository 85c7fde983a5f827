import { expect, test } from 'vitest';
import type { ClauseResult, PolicyDates, Standing } from '../../../clauses/index.ts';
import { counts } from '../../../clauses/language.ts';
import { sayVerdict, verdictSign } from '../../../views/wording/labels.ts';
import { countVerdicts, groupVerdicts } from '../../../views/wording/results/result.ts';
import { sayStandingFully, sayStandingNote } from '../../../views/wording/results/standings.ts';
import { clause } from '../results.ts';

const STANDINGS: readonly Standing[] = [
  'in-force',
  'unknown-period',
  'plan-ended',
  'expired',
  'repealed',
  'superseded',
  'not-yet',
];

const eligible = { verdict: 'eligible', authority: [], missing: [] } as const;
const pending = { ...eligible, authority: ['择优'] };
const open = { ...eligible, verdict: 'undetermined', missing: ['a', 'b'] } as const;
const no = { ...eligible, verdict: 'ineligible' } as const;

test.each<readonly [Standing, string, string, string]>([
  ['in-force', '可享受', '需主管部门认定', '可能享受（还缺 2 项）'],
  ['unknown-period', '可享受', '需主管部门认定', '可能享受（还缺 2 项）'],
  ['plan-ended', '规划期内可享受', '规划期内需主管部门认定', '规划期内可能享受（还缺 2 项）'],
  ['expired', '当时可享受', '当时需主管部门认定', '当时可能享受（还缺 2 项）'],
  ['repealed', '当时可享受', '当时需主管部门认定', '当时可能享受（还缺 2 项）'],
  ['superseded', '当时可享受', '当时需主管部门认定', '当时可能享受（还缺 2 项）'],
  ['not-yet', '尚未施行，条件符合', '尚未施行，需主管部门认定', '尚未施行，还缺 2 项'],
])('at the standing %s the verdicts are %s, %s, %s', (standing, ...said) => {
  expect([eligible, pending, open].map((each) => sayVerdict({ ...each, standing }))).toEqual(said);
  expect(sayVerdict({ ...no, standing })).toBe('不符合');
});

test('only what counts has the signs of what can be had', () => {
  for (const standing of STANDINGS) {
    const signs = [eligible, pending, open].map((each) => verdictSign({ ...each, standing }));
    if (counts(standing)) expect(signs).toEqual(['✓', '△', '？']);
    else expect(signs.join('')).not.toMatch(/[✓△？]/);
  }
});

test.each<readonly [Standing, PolicyDates, string | undefined, string | undefined]>([
  ['in-force', {}, undefined, undefined],
  ['unknown-period', {}, '文件未载明有效期', '文件未载明有效期'],
  [
    'unknown-period',
    { validFor: '三年' },
    '有效期三年，从哪一天算起文件未载明',
    '有效期三年，从哪一天算起文件未载明',
  ],
  [
    'plan-ended',
    { planYears: { from: 2018, to: 2022 } },
    '规划期已于 2022 年结束',
    '规划期已于 2022 年结束，文件未载明有效期，是否仍执行请向主管部门确认',
  ],
  ['expired', { effectiveTo: '2020-12-31' }, '文件已于2020年12月31日失效', '文件已于2020年12月31日失效'],
  ['repealed', { repealedOn: '2021-03-01' }, '文件已于2021年3月1日废止', '文件已于2021年3月1日废止'],
  ['superseded', { replacedOn: '2021-03-01' }, '文件已于2021年3月1日被替代', '文件已于2021年3月1日被替代'],
  ['not-yet', { effectiveFrom: '2027-01-01' }, '文件自2027年1月1日起施行', '文件自2027年1月1日起施行'],
  ['not-yet', { printedOn: '2022-08-15' }, '文件2022年8月15日印发', '文件2022年8月15日印发'],
  ['not-yet', { publishedOn: '2022-08-15' }, '文件2022年8月15日发布', '文件2022年8月15日发布'],
  ['not-yet', { planYears: { from: 2030, to: 2032 } }, '规划期从 2030 年开始', '规划期从 2030 年开始'],
])('since when a document is %s (%j)', (standing, dates, short, full) => {
  expect(sayStandingNote(standing, dates)).toBe(short);
  expect(sayStandingFully(standing, dates)).toBe(full);
});

test('the groups: what can be had, what could be had then, what has not begun, what is not met', () => {
  const all = STANDINGS.flatMap((standing) =>
    [no, open, pending, eligible].map(
      (each, index): ClauseResult => clause(`${standing}${index}`, { ...each, standing }),
    ),
  );
  expect(countVerdicts(all)).toEqual([
    '可享受 2 条',
    '需主管部门认定 2 条',
    '可能享受 2 条',
    '当时可享受 4 条',
    '当时需主管部门认定 4 条',
    '当时可能享受 4 条',
    '尚未施行 3 条',
    '不符合 7 条',
  ]);
  expect(groupVerdicts(all).flatMap(({ clauses }) => clauses)).toHaveLength(all.length);
});
