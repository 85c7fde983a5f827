import { expect, test } from 'vitest';
import type { Clause, Policy } from '../../clauses/index.ts';
import { byTopic } from '../../site/clauses.ts';
import type { LoadedPolicy } from '../../site/content/load/load-content.ts';
import { loadContent } from '../../site/content/load/load-content.ts';
import { type Comparable, comparable } from '../../site/content/publish/comparable.ts';
import { facetsOf, inOrderOfPlaces } from '../../site/facets.ts';
import { indexOfTerms } from '../../site/index-of-terms.ts';
import { byIndicator } from '../../site/targets.ts';
import { vocabulary } from '../../views/wording/names.ts';

const { dictionary, jurisdictions = [], policies: loaded } = loadContent('content');
if (dictionary === undefined) throw new Error('the content has no dictionary');
const words = vocabulary(dictionary);
const published = loaded as readonly LoadedPolicy[];
const policies: readonly Policy[] = published.map(({ policy }) => policy);
const clauses: readonly Clause[] = policies.flatMap((policy) => policy.clauses);

function of(id: string): Comparable {
  const clause = clauses.find((each) => each.id === id);
  if (clause === undefined) throw new Error(`no clause ${id}`);
  return comparable(clause, words);
}

test.each<[string, Partial<Comparable>]>([
  [
    'longnan/2022-40#equipment-award',
    {
      form: '资金支持',
      force: '给予',
      rate: { text: '6%', value: 0.06 },
      base: '购买设备投资额',
      caps: { text: '每家企业最高 200 万元', value: 2_000_000 },
      years: { text: '一次性' },
    },
  ],
  [
    'longnan/2022-40#cloud',
    { force: '最高', rate: { text: '40%、50%、60%、70%、80%', value: 0.8 }, base: '实际支付金额' },
  ],
  ['longnan/2022-40#integration-standard', { rate: { text: '20 万元', value: 200_000 }, base: '' }],
  [
    'longnan/2022-40#fiscal-limit',
    {
      form: '限额',
      force: '',
      rate: { text: '这 10 条奖补每年不超过当年所缴增值税、企业所得税的地方财政实得部分' },
    },
  ],
  [
    'jieyang/2018-119#equipment-renewal',
    { force: '最高', rate: { text: '10%', value: 0.1 }, base: '购买设备投资额，加 租赁设备的金额' },
  ],
  [
    'zhongshan/2018-traditional-industries#idle-plant-rent',
    { force: '可给予', years: { text: '每年，连续三年' } },
  ],
  ['zhongshan/2018-traditional-industries#land-price-floor', { form: '价格优惠', force: '可给予' }],
  [
    'zhongshan/2018-traditional-industries#quality-award',
    { force: '最高', rate: { text: '不超过 200 万元、150 万元、100 万元、50 万元', value: 2_000_000 } },
  ],
])('%s taken apart', (id, parts) => {
  expect(of(id)).toMatchObject(parts);
});

test('every clause has its award, and only stated values', () => {
  for (const clause of clauses) {
    const columns = comparable(clause, words);
    expect(columns.rate.text, clause.id).not.toBe('');
    expect(JSON.stringify(columns), clause.id).not.toMatch(/undefined|NaN|\[object/);
  }
});

test('topics contain every clause, those with the most clauses first', () => {
  const topics = byTopic(policies);
  const counts = topics.map(([, placed]) => placed.length);
  expect(counts).toEqual([...counts].sort((a, b) => b - a));
  expect(new Set(topics.flatMap(([, placed]) => placed.map(({ clause }) => clause.id))).size).toBe(
    clauses.length,
  );
});

test('targets of one indicator are adjacent, those of several places first', () => {
  const rows = byIndicator(policies);
  const runs = rows
    .map(({ target }) => target.indicator)
    .filter((name, index, all) => name !== all[index - 1]);
  expect(runs).toEqual([...new Set(runs)]);
  const places = rows.map((row) => row.places);
  expect(places).toEqual([...places].sort((a, b) => b - a));
  expect(rows).toHaveLength(policies.reduce((sum, { targets }) => sum + targets.length, 0));
});

test('a place lists its own documents, those of places below it and those of places above it', () => {
  const facets = facetsOf(published, jurisdictions);
  const listed = (slug: string): readonly string[] =>
    facets
      .find(({ name }) => name === 'place')
      ?.values.find(({ value }) => value === slug)
      ?.policies.map(({ id }) => id) ?? [];
  expect(listed('zhongshan')).toEqual(
    expect.arrayContaining(['zhongshan/2018-traditional-industries', 'guangdong/baiqi-qianxiang']),
  );
  expect(listed('guangdong')).toHaveLength(4);
  expect(listed('longnan')).toEqual(['longnan/2022-40']);
  expect(facets.map(({ label }) => label)).toEqual(['地方', '主题', '年份', '发文机关']);
});

test('documents are in the order of their places', () => {
  const order = inOrderOfPlaces([...published].reverse(), jurisdictions).map(
    ({ policy }) => policy.jurisdiction,
  );
  const tree = jurisdictions.map(({ slug }) => slug).filter((slug) => order.includes(slug));
  expect([...new Set(order)]).toEqual(tree);
});

test('the index of terms is in the order of pinyin', () => {
  const entries = indexOfTerms(policies, jurisdictions);
  const letters = entries.map(({ letter }) => letter).filter((letter) => letter !== '数字');
  expect(letters).toEqual([...letters].sort());
  expect(entries.find(({ word }) => word === '设备投资奖补')).toMatchObject({
    letter: 'S',
    address: '/policies/longnan/2022-40/#equipment-award',
  });
});
