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
  const policy = policies.find((each) => id.startsWith(`${each.id}#`));
  const clause = policy?.clauses.find((each) => each.id === id);
  if (policy === undefined || clause === undefined) throw new Error(`no clause ${id}`);
  return comparable(clause, policy, words);
}

test.each<[string, Partial<Comparable>]>([
  [
    'longnan/2022-40#equipment-award',
    {
      form: '资金支持',
      force: '给予',
      rate: { text: '6%', value: 0.06 },
      base: '购买设备投资额',
      caps: {
        text: '每家企业最高 200 万元；另受“以企业当年税收地方财政实得部分为限”限制',
        value: 2_000_000,
      },
      years: { text: '一次性' },
      numbers: {
        share: '0.06',
        caps: [{ amount: '2000000', per: '企业', period: '未载明' }],
        thresholds: [{ fact: '购买设备投资额', bound: '不低于', value: '5000000', unit: '元', open: true }],
      },
    },
  ],
  [
    'longnan/2022-40#cloud',
    {
      force: '最高',
      rate: {
        text: '实际支付金额的下列比例（信息基础设施上云 40%、平台系统上云 50%、业务应用上云 60%、设备资源上云 70%、制造能力（资源）上云 80%）',
        value: 0.8,
      },
      base: '',
    },
  ],
  ['longnan/2022-40#integration-standard', { rate: { text: '20 万元', value: 200_000 }, base: '' }],
  [
    'longnan/2022-40#fiscal-limit',
    {
      form: '限额',
      force: '',
      rate: {
        text: '这 10 条奖补每年不超过当年所缴增值税、企业所得税的地方财政实得部分（文件有 2 种理解：各项合计不超过；每一项分别不超过）',
      },
    },
  ],
  [
    'jieyang/2018-119#equipment-renewal',
    {
      force: '最高',
      rate: { text: '10%', value: 0.1 },
      base: '购买设备投资额，加 租赁设备的金额',
      numbers: { share: '0.1', caps: [], thresholds: [] },
    },
  ],
  [
    'zhongshan/2018-traditional-industries#idle-plant-rent',
    { force: '给予', years: { text: '每年，连续三年' } },
  ],
  [
    'zhongshan/2018-traditional-industries#land-price-floor',
    {
      form: '价格优惠',
      force: '可给予（不低于）',
      rate: { text: '70%', value: 0.7 },
      base: '所在地土地等级相对应的工业用地出让最低标准（文件未载明）',
    },
  ],
  [
    'zhongshan/2018-traditional-industries#performance-excellence',
    { force: '可给予（定额）', rate: { text: '10 万元', value: 100_000 } },
  ],
  [
    'zhongshan/2018-traditional-industries#merger-fund',
    { force: '可给予', rate: { text: '资金支持，标准由主管部门逐案确定' } },
  ],
  [
    'zhongshan/2018-traditional-industries#famous-product',
    { rate: { text: '每个 5 万元', value: 50_000 }, base: '新获得广东省名牌产品', thresholds: '' },
  ],
  [
    'zhongshan/2018-traditional-industries#quality-award',
    {
      force: '最高',
      rate: {
        text: '下列数额相加（获得中国质量奖 200 万元、获得中国质量奖提名奖 150 万元、获得省政府质量奖 100 万元、获得市政府质量奖 50 万元）（文件可作不同理解）',
        value: 2_000_000,
      },
    },
  ],
])('%s taken apart', (id, parts) => {
  expect(of(id)).toMatchObject(parts);
});

const ZS = 'zhongshan/2018-traditional-industries';

test.each([
  ['shenzhen/2017-22#major-project-register', '项目总投资 达到 10 亿元，或者 年度投资 达到 2 亿元'],
  [
    `${ZS}#idle-plant-rent`,
    '盘活厂房的连片面积 达到 10000 平方米，或者 单体闲置厂房盘活面积 达到 5000 平方米',
  ],
  [
    'jieyang/2018-119#statistics-register',
    '（至少有一个项目符合：项目总投资 达到 500 万元），或者 （工业企业，并且 年主营业务收入 达到 1000 万元），或者 （规模以上企业，并且 已建立研发机构）',
  ],
  [
    `${ZS}#skilled-workers`,
    '有新培养或引进的高级工，或者 有新培养或引进的技师，或者 有新培养或引进的高级技师',
  ],
  [
    `${ZS}#output-breakthrough`,
    [50, 100, 300, 500]
      .map(
        (value) =>
          `当年的年产值 首次超过 ${value} 亿元（文件另一种理解：当年的年产值 首次达到 ${value} 亿元）`,
      )
      .join('，或者 '),
  ],
  ...['upgrade', 'upgrade-smart', 'upgrade-backbone'].map((name): [string, string] => [
    `${ZS}#${name}`,
    '年主营业务收入 达到 1000 万元（文件另一种理解：不作为这一项的条件）',
  ]),
])('the thresholds of %s keep alternatives and readings', (id, said) => {
  expect(of(id).thresholds).toBe(said);
});

test('a threshold of Longnan names the other reading, and so does its row of numbers', () => {
  const { thresholds, numbers } = of('longnan/2022-40#equipment-award');
  expect(thresholds).toMatch(
    /^购买设备投资额 达到 500 万元（文件另一种理解：各项目的购买设备投资额合计.* 达到 500 万元）$/,
  );
  expect(numbers.thresholds[0]?.open).toBe(true);
});

test.each([
  'equipment-renewal',
  'automated-lines',
  'smart-manufacturing-pilot',
  'it-industry-integration',
  'civil-military-rd',
])('the cap of %s names all four readings', (name) => {
  expect(of(`jieyang/2018-119#${name}`).caps.text).toBe(
    '最高 100 万元（文件有 4 种理解：每一项、每个项目分别最高100万元；每一项、每家企业全部项目合计最高100万元；一个项目在第1至第4项里合计最高100万元；全部项目在第1至第4项里合计最高100万元）',
  );
});

test('caps that differ by reading are marked', () => {
  expect(of(`${ZS}#platform-contracts`).caps.text).toBe(
    '每年最高 300 万元（文件有 2 种理解：一个平台全部合同合计；每个合同分别）',
  );
  expect(of(`${ZS}#shared-factory`).caps.text).toMatch(/^封顶文件有 2 种理解：.*200 万元.*；.*累计/);
});

test('the conditions hold everything that a clause asks', () => {
  const { conditions } = of('jieyang/2018-119#inclusive-post-award');
  for (const asked of ['工业企业', '年主营业务收入 达到 1000 万元', '指导目录', '备案证', '完工后第几年'])
    expect(conditions).toContain(asked);
  for (const asked of ['规模以上企业', '项目已竣工', '列入国家统计库'])
    expect(of('longnan/2022-40#equipment-award').conditions).toContain(asked);
  expect(of('longnan/2022-40#identifier-node').conditions).toBe(
    '接入电子信息行业标识解析二级节点；接入二级节点通过验收；在本地注册',
  );
});

test('only what an award states alone is a number', () => {
  expect(of(`${ZS}#iso10012`).numbers).toMatchObject({ fixed: '60000', caps: [] });
  expect(of(`${ZS}#training`).numbers).toEqual({
    caps: [{ amount: '100000', per: '未载明', period: '未载明' }],
    thresholds: [],
  });
  expect(of('longnan/2022-40#cloud').numbers).not.toHaveProperty('share');
  expect(of(`${ZS}#famous-product`).numbers).not.toHaveProperty('fixed');
});

test('every clause says what it gives, and only stated things', () => {
  for (const clause of clauses) {
    const said = of(clause.id);
    expect(said.rate.text, clause.id).not.toBe('');
    expect(JSON.stringify(said), clause.id).not.toMatch(/undefined|NaN|\[object/);
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
