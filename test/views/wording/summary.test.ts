import { expect, test } from 'vitest';
import type { Clause, Quantity } from '../../../clauses/index.ts';
import { loadContent } from '../../../site/content/load/load-content.ts';
import { vocabulary } from '../../../views/wording/names.ts';
import { sayCondition, sayQuantity } from '../../../views/wording/rules/clause.ts';
import { sayLiteral } from '../../../views/wording/rules/literal.ts';
import { summary } from '../../../views/wording/rules/summary.ts';
import { clause, prepared, words } from '../longnan.ts';

const LINES: Readonly<Record<string, string>> = {
  'project-register-city': '纳入名单或项目库，不涉及金额',
  'project-register-provincial': '纳入名单或项目库，不涉及金额',
  'above-scale-register': '纳入名单或项目库，不涉及金额',
  'equipment-award':
    '购买设备投资额的 6%，每家企业最高 200 万元，另受“以企业当年税收地方财政实得部分为限”限制，一次性',
  'smart-manufacturing-match':
    '按 1:1 配套，配套的基数文件未载明，另受“以企业当年税收地方财政实得部分为限”限制',
  'integration-standard': '20 万元，另受“以企业当年税收地方财政实得部分为限”限制',
  'integration-provincial': '3 万元，另受“以企业当年税收地方财政实得部分为限”限制',
  'integration-city': '2 万元，另受“以企业当年税收地方财政实得部分为限”限制',
  'service-manufacturing-national': '10 万元，另受“以企业当年税收地方财政实得部分为限”限制',
  'service-manufacturing-provincial': '3 万元，另受“以企业当年税收地方财政实得部分为限”限制',
  'service-manufacturing-city': '2 万元，另受“以企业当年税收地方财政实得部分为限”限制',
  cloud:
    '不超过实际支付金额的下列比例（信息基础设施上云 40%、平台系统上云 50%、业务应用上云 60%、设备资源上云 70%、制造能力（资源）上云 80%），每家企业最高 5 万元，另受“以企业当年税收地方财政实得部分为限”限制',
  'identifier-node':
    '接入二级节点的实际投资额的 20%，每家企业最高 20 万元，资金总额 500 万元（所有企业合计），另受“以企业当年税收地方财政实得部分为限”限制，一次性',
  'fiscal-limit':
    '这 10 条奖补每年不超过当年所缴增值税、企业所得税的地方财政实得部分（文件有 2 种理解：各项合计不超过；每一项分别不超过）',
};

test('every clause of Longnan has its line', () => {
  const [policy] = prepared.policies;
  if (policy === undefined) throw new Error('there is no policy');
  const said = policy.clauses.map((each) => [each.id.split('#')[1], summary(each, policy, words)]);
  expect(Object.fromEntries(said)).toEqual(LINES);
});

const OTHERS: Readonly<Record<string, string>> = {
  'jieyang/2018-119#equipment-renewal':
    '不超过（购买设备投资额，加 租赁设备的金额）的 10%，最高 100 万元（文件有 4 种理解：每一项、每个项目分别最高100万元；每一项、每家企业全部项目合计最高100万元；一个项目在第1至第4项里合计最高100万元；全部项目在第1至第4项里合计最高100万元）',
  'zhongshan/2018-traditional-industries#output-breakthrough':
    '下列数额相加（以往各年最高的年产值 低于 50 亿元的 500 万元，当年的年产值 首次超过 100 亿元的 1000 万元，当年的年产值 首次超过 300 亿元的 3000 万元，当年的年产值 超过 500 亿元的 5000 万元） × 下列比例（商贸流通等企业 50%，其他 100%）（文件可作不同理解）',
  'zhongshan/2018-traditional-industries#quality-award':
    '不超过下列数额相加（获得中国质量奖 200 万元、获得中国质量奖提名奖 150 万元、获得省政府质量奖 100 万元、获得市政府质量奖 50 万元）（文件可作不同理解），一次性',
  'zhongshan/2018-traditional-industries#brand-zone':
    '下列数额相加（全国知名品牌创建示范区的创建主体 100 万元、广东省知名品牌创建示范区的创建主体 50 万元）（文件可作不同理解），一次性',
  'zhongshan/2018-traditional-industries#famous-product': '新获得广东省名牌产品每个 5 万元，一次性',
  'zhongshan/2018-traditional-industries#skilled-workers':
    '新培养或引进的高级工每人 5000 元，加 新培养或引进的技师每人 8000 元，加 新培养或引进的高级技师每人 10000 元',
  'zhongshan/2018-traditional-industries#platform-contracts':
    '服务合同额的 30%，每年最高 300 万元（文件有 2 种理解：一个平台全部合同合计；每个合同分别），最长 3 年',
  'zhongshan/2018-traditional-industries#land-price-floor':
    '可给予不低于所在地土地等级相对应的工业用地出让最低标准（文件未载明）的 70%',
  'zhongshan/2018-traditional-industries#idle-plant-rent':
    '6 元/平方米/月 × 企业租用的面积 × 12 个月（给不给，文件可作不同理解），每项每年最高 200 万元，每年，连续三年',
};

test('long rules are told in one line: each figure with what it is for, each reading named', () => {
  const { dictionary, policies } = loadContent('content');
  const every = dictionary === undefined ? undefined : vocabulary(dictionary);
  const said = policies.flatMap(({ policy }) =>
    policy.clauses
      .filter(({ id }) => id in OTHERS)
      .map((each) => [each.id, every && summary(each, policy, every)]),
  );
  expect(Object.fromEntries(said)).toEqual(OTHERS);
});

const number = (value: string, text: string): Extract<Quantity, { op: 'number' }> => ({
  op: 'number',
  value,
  text,
});
const cost: Quantity = { op: 'fact', fact: 'projects.equipmentCost' };
const paid: Quantity = { op: 'fact', fact: 'cloudServices.paid' };

test.each<[string, Quantity, string]>([
  [
    'a year of a series',
    { op: 'year', fact: 'enterprise.localTax', which: 'previous' },
    '上一年的当年所缴增值税、企业所得税的地方财政实得部分',
  ],
  ['a sum', { op: 'sum', of: [cost, paid] }, '购买设备投资额，加 实际支付金额'],
  [
    'a rate of a difference',
    { op: 'product', of: [number('0.6', '60%'), { op: 'difference', of: [cost, paid] }] },
    '（购买设备投资额减去实际支付金额）的 60%',
  ],
  [
    'a price times a quantity',
    { op: 'product', of: [number('50', '50元/平方米/月'), cost] },
    '50 元/平方米/月 × 购买设备投资额',
  ],
  [
    'the smaller one',
    { op: 'smallest', of: [cost, number('1000000', '100万元')] },
    '购买设备投资额、100 万元中较小的一个',
  ],
  [
    'whole steps',
    { op: 'steps', of: cost, size: number('100000', '10万元') },
    '购买设备投资额中满 10 万元的次数',
  ],
  [
    'whole units, times the unit',
    {
      op: 'product',
      of: [{ op: 'steps', of: cost, size: number('10000', '1万元') }, number('10000', '1万元')],
    },
    '购买设备投资额，取整到 1 万元',
  ],
  [
    'whole steps, times another amount',
    {
      op: 'product',
      of: [{ op: 'steps', of: cost, size: number('1000000', '100万元') }, number('10000', '1万元')],
    },
    '购买设备投资额中满 100 万元的次数 × 1 万元',
  ],
  [
    'steps of something else that happen to count as many as the amount',
    {
      op: 'product',
      of: [{ op: 'steps', of: cost, size: number('10000', '1万人次') }, number('10000', '1万元')],
    },
    '购买设备投资额中满 1 万人次的次数 × 1 万元',
  ],
  [
    'bands',
    {
      op: 'bands',
      by: cost,
      of: cost,
      marginal: true,
      rows: [
        { to: number('1', '100万元'), rate: number('0.1', '10%') },
        { from: number('1', '100万元'), rate: number('0.2', '20%') },
      ],
    },
    '购买设备投资额的下列比例（不满 100 万元的部分 10%，100 万元以上的部分 20%）',
  ],
  ['a total over a list', { op: 'total', list: 'projects', of: cost }, '各项目的购买设备投资额合计'],
  ['a count over a list', { op: 'count', list: 'projects' }, '项目的个数'],
])('%s in words', (_name, quantity, expected) => {
  expect(sayQuantity(quantity, words)).toBe(expected);
});

test.each([
  ['500万元', '500 万元'],
  ['亿元', '1 亿元'],
  ['6%', '6%'],
  ['3年', '3 年'],
  ['10000平方米', '10000 平方米'],
])('the words of the text, %s, get a space: %s', (text, expected) => {
  expect(sayLiteral(text)).toBe(expected);
});

test('conditions are phrases, with the bound as a word', () => {
  const when = clause('equipment-award').when;
  if (when?.op !== 'all') throw new Error('the award has several conditions');
  const said = when.of.map((each) => sayCondition(each, words));
  expect(said.slice(0, 4)).toEqual(['规模以上企业', '项目已竣工', '符合国家产业政策', '列入国家统计库']);
  expect(said[4]).toMatch(/^购买设备投资额 达到 500 万元（文件另一种理解：各项目的购买设备投资额合计/);
});

test.each([
  ['moreThan', '超过'],
  ['atMost', '不超过'],
  ['lessThan', '低于'],
  ['equals', '等于'],
] as const)('%s is said as %s', (is, word) => {
  expect(sayCondition({ op: 'compare', left: cost, is, right: number('1', '1万元') }, words)).toBe(
    `购买设备投资额 ${word} 1 万元`,
  );
});

test.each([
  ['atLeast', '不早于'],
  ['moreThan', '晚于'],
  ['atMost', '不晚于'],
  ['lessThan', '早于'],
  ['equals', '就是'],
] as const)('%s is said as %s of a date', (is, word) => {
  const date = number('18628', '2021-01-01');
  expect(sayCondition({ op: 'compare', left: cost, is, right: date }, words)).toBe(
    `购买设备投资额 ${word} 2021年1月1日`,
  );
});

test.each<[string, Partial<NonNullable<Clause['award']>>, string]>([
  ['elsewhere', { none: 'elsewhere' }, '资金支持，标准由其他文件规定'],
  ['case by case', { none: 'discretionary' }, '资金支持，标准由主管部门逐案确定'],
  ['not stated', { none: 'notStated' }, '资金支持，金额未载明'],
  ['no upper limit', { least: number('1', '5万元'), most: null }, '不低于 5 万元'],
  ['from to', { least: number('1', '5万元'), most: number('2', '8万元') }, '5 万元至 8 万元'],
  ['may', { modality: 'may', least: number('0', '0元'), most: number('2', '8万元') }, '可给予 8 万元'],
  ['may, case by case', { modality: 'may', none: 'discretionary' }, '可给予资金支持，标准由主管部门逐案确定'],
  ['at most', { least: number('0', '0元'), most: number('2', '8万元') }, '不超过 8 万元'],
  [
    'years',
    {
      least: number('2', '8万元'),
      most: number('2', '8万元'),
      paid: 'yearly',
      term: { bound: 'upTo', text: '3年', from: '完工下一年' },
    },
    '8 万元，每年，自完工下一年起最长 3 年',
  ],
])('an award that is %s', (_name, award, expected) => {
  const base = clause('integration-city');
  expect(
    summary(
      { ...base, limits: [], award: { form: 'money', schedule: [], ...award } },
      { clauses: [], groups: [] },
      words,
    ),
  ).toBe(expected);
});
