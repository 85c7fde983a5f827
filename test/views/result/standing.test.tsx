import { expect, test } from 'vitest';
import { textOf } from '../longnan.ts';
import { type Page, pageFor, placeWithPolicies } from '../pages.tsx';

const longnan = placeWithPolicies('longnan');
const zhongshan = placeWithPolicies('zhongshan');
const shenzhen = placeWithPolicies('shenzhen');
const guangdong = placeWithPolicies('guangdong');

const EQUIPMENT = {
  'enterprise.aboveScale': 'true',
  'enterprise.localTax': '1万',
  projects: 'given',
  'projects.1.completed': 'true',
  'projects.1.nationalPolicy': 'true',
  'projects.1.inStatistics': 'true',
  'projects.1.equipmentCost': '500万',
};

const TOOLS = {
  'enterprise.registeredLocally': 'true',
  'enterprise.traditional': 'true',
  machineTools: 'given',
  'machineTools.1.registeredProducer': 'true',
  'machineTools.1.price': '1200万',
};

const ZS = 'zhongshan/2018-traditional-industries#';

function partsOf({ html }: Page): { first: string; overview: string; cards: string } {
  const part = (pattern: RegExp): string => textOf(pattern.exec(html)?.[0] ?? '');
  return {
    first: part(/<p class="headline">[\s\S]*?<\/p>/).trim(),
    overview: part(/<table class="stack overview">[\s\S]*?<\/table>/),
    cards: textOf([...html.matchAll(/<article [\s\S]*?<\/article>/g)].map(([card]) => card).join('')),
  };
}

test('a plan that is over: first line, overview and card say so, and nothing is proposed', () => {
  const page = pageFor(zhongshan, '2026-12-01', TOOLS, [`${ZS}machine-tools`]);
  const { first, overview, cards } = partsOf(page);
  expect(first).toBe(
    '规划期已于 2022 年结束，文件未载明有效期，是否仍执行请向主管部门确认。按文件当时的规定和您填写的情况，最多 180 万元，由主管部门确定。',
  );
  expect(overview).toMatch(/规划期内可享受规划期已于 2022 年结束\s*最高 180 万元/);
  expect(cards).toContain(
    '规划期内可享受（规划期已于 2022 年结束，文件未载明有效期，是否仍执行请向主管部门确认）',
  );
  expect(textOf(page.html)).not.toMatch(/✓ 可享受|文件明确给予|怎样能多得/);
});

test('a day before the document: 尚未施行 comes first and nothing is given', () => {
  const only = ['longnan/2022-40#equipment-award'];
  const { first, overview, cards } = partsOf(pageFor(longnan, '2019-06-01', EQUIPMENT, only));
  expect(first).toMatch(/^尚未施行，文件2022年8月15日印发。施行以后，按您填写的情况，给予 /);
  expect(overview).toContain('尚未施行，条件符合');
  expect(first + overview + cards).not.toMatch(/可享受|文件明确给予|怎样能多得/);
});

test.each([
  [{ effectiveTo: '2020-12-31' }, '文件已于2020年12月31日失效'],
  [{ repealedOn: '2021-03-01' }, '文件已于2021年3月1日废止'],
  [{ replacedOn: '2021-03-01' }, '文件已于2021年3月1日被替代'],
])('a document with %j is told apart from the others', (dates, said) => {
  const place = placeWithPolicies('shenzhen', dates);
  const page = pageFor(place, '2026-12-01', { projects: 'given', 'projects.1.totalInvestment': '1000万' });
  const { first, overview } = partsOf(page);
  const [, other = ''] = /<p class="uncounted">([\s\S]*?)<\/p>/.exec(page.html) ?? [];
  expect(first).toBe('按您填写的情况，可能享受的条款不涉及资金。文件未载明有效期。');
  expect(textOf(other)).toMatch(
    new RegExp(`^不计入合计：《.*》，${said}。按文件当时的规定和您填写的情况，有 `),
  );
  expect(overview).toContain(`当时可享受${said}`);
  expect(overview).not.toMatch(/✓ 可享受/);
});

test('amounts that are not stated are no figure of 0 元', () => {
  const one = pageFor(shenzhen, '2018-06-01', { projects: 'given' }, ['shenzhen/2017-22#tax-reliefs']);
  expect(partsOf(one).first).toBe(
    '按您填写的情况，有 1 条符合，但文件没有写明金额，能得多少由其他文件规定。文件未载明有效期。',
  );
  expect(partsOf(pageFor(shenzhen, '2018-06-01', { projects: 'given' })).first).toBe(
    '按您填写的情况，有 3 条符合或者可能享受，但文件没有写明金额。文件未载明有效期。',
  );
  expect(partsOf(pageFor(guangdong, '2026-12-01', {})).first).toContain('不涉及资金');
  const own = [...shenzhen.prepared.published.keys()].filter((id) => id.startsWith('shenzhen/'));
  expect(partsOf(pageFor(shenzhen, '2018-06-01', { projects: 'none' }, own)).first).toBe(
    '按您填写的情况，都不符合。文件未载明有效期。',
  );
});

test('a place without policies says so, and leads on', () => {
  const { html } = pageFor(placeWithPolicies('jiangxi'), '2023-06-01', {});
  expect(textOf(html)).toContain('这个地方还没有收录可以自查的条款。');
  expect(html).toContain('<a href="/policies/">已收录的政策文件</a>');
  expect(textOf(html)).not.toMatch(/数据版本|一览|不符合|0 元/);
});

test('what was only not answered is neither given nor without a limit', () => {
  const both = [`${ZS}machine-tools`, `${ZS}famous-product`];
  const { first } = partsOf(pageFor(zhongshan, '2020-06-01', TOOLS, both));
  expect(first).toBe(
    '按您填写的情况，至少可以到 180 万元；明确给予多少还定不了，因为“新获得广东省名牌产品”没有填。文件未载明有效期。',
  );
});

test('of an unknown number of items the rule of one is said, and no sum', () => {
  const { first, overview } = partsOf(pageFor(zhongshan, '2020-06-01', {}, [`${ZS}upgrade`]));
  expect(first).toBe(
    '按您填写的情况，每个项目最高 500 万元；一共多少还定不了，因为有几个“技术改造项目”没有填。文件未载明有效期。',
  );
  expect(overview).toContain('每个项目最高 500 万元');
  for (const each of ['2020-06-01', '2026-12-01'])
    expect(partsOf(pageFor(zhongshan, each, {})).overview).not.toMatch(/亿元/);
});

test('the cards stand in the order of the overview', () => {
  const clauses = [...zhongshan.prepared.published.values()]
    .filter(({ topics }) => topics.includes('技术改造'))
    .map(({ id }) => id);
  const answers = {
    ...TOOLS,
    'enterprise.backbone': 'false',
    'enterprise.mainRevenue': '2000万',
    projects: 'given',
    'projects.1.smartDemonstration': 'none',
    'projects.1.totalInvestment': '1000万',
  };
  const { html } = pageFor(zhongshan, '2020-06-01', answers, clauses);
  const [own = ''] = /<section class="policy-result"[\s\S]*?<\/section>/.exec(html) ?? [];
  const signs = Array.from(
    own.matchAll(/<p class="says"><span class="sign"[^>]*>(.)/g),
    ([, sign]) => sign,
  ).join('');
  expect(signs).toMatch(/^✓+△+？+×+$/);
});

test('what decides whether anything is given at all is not folded away', () => {
  const { html } = pageFor(longnan, '2023-06-01', EQUIPMENT, ['longnan/2022-40#equipment-award']);
  const [card = ''] = /<article [\s\S]*?<\/article>/.exec(html) ?? [];
  const folded = card.indexOf('<details class="details"');
  expect(card.indexOf('是符合条件就给，还是要先入选？')).toBeGreaterThan(0);
  expect(card.indexOf('是符合条件就给，还是要先入选？')).toBeLessThan(folded);
});
