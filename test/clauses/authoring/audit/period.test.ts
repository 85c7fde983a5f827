import { expect, test } from 'vitest';
import { compileYaml, findingLine } from '../policy-in-yaml.ts';

const found = (head: string, text: string): string[] =>
  compileYaml(`{ planYears: { from: 2018, to: 2030 }, ${head} }`, text).findings.map((each) => each.code);
const lastDay = (head: string, text: string): string | undefined =>
  compileYaml(`{ ${head} }`, text).policy?.dates.effectiveTo;

/** Head, text, and the expected findings. */
test.each([
  ['effectiveFrom: 2026-01-01', '本办法自2026年1月1日起施行。', ''],
  ['effectiveFrom: 2026-01-01', '本办法自二〇二六年一月一日起施行。', ''],
  ['effectiveFrom: 2026-01-01', '本办法自二○二六年一月一日起施行。', ''],
  ['effectiveFrom: 2026-01-01', '本办法自 2026 年 01 月 01 日起施行。', ''],
  ['effectiveFrom: 2026-01-01', '本办法自2026年1月起施行。', 'dateNotInText'],
  ['effectiveFrom: 2026-01-01', '本办法自2026年1月11日起施行。', 'dateDiffers'],
  ['effectiveFrom: 2026-01-01, publishedOn: 2026-01-01', '本办法自发布之日起施行。', ''],
  ['effectiveFrom: 2026-01-02, publishedOn: 2026-01-01', '本办法自发布之日起施行。', 'dateNotInText'],
  ['effectiveFrom: 2026-01-01, publishedOn: 2026-01-01', '本办法自发布之日起30日后施行。', 'dateNotInText'],
  ['effectiveFrom: 2026-01-01', '本办法自发布之日起施行。', 'dateNotInText'],
  ['effectiveFrom: 2026-01-01, printedOn: 2026-01-01', '自印发之日起执行。2026年1月1日印发', ''],
  ['issuedOn: 2025-12-30, printedOn: 2025-12-31', '2025年12月30日，2025年12月31日印发', ''],
  ['issuedOn: 2025-12-30', '2025年12月3日', 'dateDiffers'],
  ['publishedOn: 2026-01-01', '网页日期不在正文里。', ''],
  ['effectiveTo: 2028-12-31', '本办法自2026年1月1日起施行，有效期至2028年12月31日。', ''],
  ['effectiveTo: 2028-12-31', '本办法自2026年1月1日至2028年12月31日有效。', ''],
  ['effectiveTo: 2028-12-31', '本办法自2026年1月1日起施行，有效期三年。', 'dateNotInText'],
  ['validFor: 三年', '本办法自2026年1月1日起施行，有效期三年。', 'validForUnplaced'],
  ['validFor: 3年', '本办法自发布之日起施行，有效期为三年。', 'validForUnplaced'],
  ['validFor: 两年', '本办法自发布之日起试行两年。', 'validForUnplaced'],
  ['validFor: 18个月', '本办法自发布之日起施行，有效期18个月。', 'validForUnplaced'],
  ['validFor: 五年', '本办法自2026年1月1日起施行，有效期三年。', 'validForNotInText'],
  ['validFor: 三年', '本办法有效。申报企业须成立满三年。', 'validForNotInText'],
  ['validFor: 长期', '本办法长期有效。', 'validForUnit'],
  ['', '本办法自2026年1月1日起施行，有效期三年。', 'periodMissing'],
  ['', '本办法自发布之日起施行，有效期至2028年12月31日。', 'periodMissing'],
  ['', '本意见试行期两年。', 'periodMissing'],
  ['', '本政策自2026年1月1日至2028年12月31日止执行。', 'periodMissing'],
  ['', '本办法自发布之日起施行，原《暂行办法》同时废止。', ''],
  ['', '提供有效期内的高新技术企业证书，证书有效期三年。', ''],
  ['', '本办法自发布之日起施行，由市工信局解释。', ''],
])('%s in %s: %s', (head, text, code) => {
  expect(found(head, text)).toEqual(code === '' ? [] : [code]);
});

test.each([
  ['validFor: 三年, effectiveFrom: 2026-01-01', '2029-01-01'],
  ['validFor: 三年, effectiveFrom: 2026-01-01, effectiveTo: 2029-01-01', '2029-01-01'],
  ['validFor: 三年', undefined],
])('%s lasts until %s', (head, day) => {
  const text = '本办法自2026年1月1日起施行，至2029年1月1日，有效期三年。';
  expect(lastDay(head, text)).toBe(day);
});

test('a period from a leap day ends on the last day of February in a common year', () => {
  const text = '本办法自2024年2月29日起施行，有效期一年。';
  expect(lastDay('validFor: 一年, effectiveFrom: 2024-02-29', text)).toBe('2025-02-28');
});

test('a last day that contradicts the period is reported with the computed day', () => {
  const text = '本办法自2026年1月1日起施行，有效期三年，至2028年12月31日止。';
  const head = '{ validFor: 三年, effectiveFrom: 2026-01-01, effectiveTo: 2028-12-31 }';
  expect(compileYaml(head, text).findings.map(findingLine)).toEqual([
    'validForDiffers effectiveTo: effectiveTo 写的是 2028-12-31，从施行日期起“三年”期满是 2029-01-01（期满那一年的同月同日）。正文写明哪一天失效的，只留 effectiveTo；没有写明的，只留 validFor。',
  ]);
  expect(found('effectiveFrom: 2026-01-01, effectiveTo: 2028-12-31', text)).toEqual([]);
});

test('a policy has a period only where no last day can be computed from it', () => {
  const dates = (head: string, text: string): unknown => compileYaml(`{ ${head} }`, text).policy?.dates;
  expect(dates('validFor: 三年', '本办法自发布之日起施行，有效期三年。')).toMatchObject({ validFor: '三年' });
  const text = '本办法自2026年1月1日起施行，有效期三年。';
  expect(dates('validFor: 三年, effectiveFrom: 2026-01-01', text)).not.toHaveProperty('validFor');
});
