import { expect, test } from 'vitest';
import { clauseOf, compileYaml, findingLine, foundIn } from '../policy-in-yaml.ts';

const number = (value: string, text: string) => ({ op: 'number', value, text });
const nought = number('0', '0元');
const ten = number('100000', '10万元');
const twenty = number('200000', '20万元');

const AWARDS: readonly (readonly [yaml: string, award: object])[] = [
  ['type: money, exactly: 10万元', { form: 'money', least: ten, most: ten }],
  [
    'type: money, exactly: 10万元, modality: may',
    { form: 'money', modality: 'may', stated: 'fixed', least: nought, most: ten },
  ],
  [
    'type: money, atLeast: 10万元, modality: may',
    {
      form: 'money',
      modality: 'may',
      stated: 'atLeast',
      least: { op: 'smallest', of: [nought, ten] },
      most: null,
    },
  ],
  ['type: money, upTo: 10万元', { form: 'money', least: nought, most: ten }],
  ['type: money, atLeast: 10万元', { form: 'money', least: ten, most: null }],
  ['type: money, between: [10万元, 20万元]', { form: 'money', least: ten, most: twenty }],
  ['type: voucher, none: elsewhere', { form: 'voucher', none: 'elsewhere' }],
  ['type: money, none: discretionary', { form: 'money', none: 'discretionary' }],
  ['type: money, none: notStated', { form: 'money', none: 'notStated' }],
  ['type: register', { form: 'register', none: 'nonMonetary' }],
  ['type: title', { form: 'title', none: 'nonMonetary' }],
  ['type: priority', { form: 'priority', none: 'nonMonetary' }],
  ['type: price', { form: 'price', none: 'nonMonetary' }],
  ['type: service', { form: 'service', none: 'nonMonetary' }],
  ['type: money, exactly: 10万元, paid: once', { form: 'money', least: ten, most: ten, paid: 'once' }],
  [
    'type: money, exactly: 10万元, payee: 创建主体',
    { form: 'money', least: ten, most: ten, payee: '创建主体' },
  ],
  [
    'type: money, exactly: 10万元, paid: yearly, term: { exactly: 3年, from: 完工下一年 }',
    {
      form: 'money',
      least: ten,
      most: ten,
      paid: 'yearly',
      term: { bound: 'exactly', text: '3年', from: '完工下一年' },
    },
  ],
  [
    'type: money, exactly: 10万元, paid: notStated, term: { upTo: 36个月 }',
    { form: 'money', least: ten, most: ten, paid: 'notStated', term: { bound: 'upTo', text: '36个月' } },
  ],
];

test.each(AWARDS)('award {%s}', (yaml, award) => {
  expect(clauseOf(`award: { ${yaml} }`).award).toEqual({ schedule: [], ...award });
});

test('instalments keep share and event', () => {
  const schedule = 'schedule: [{ share: 60%, event: 立项 }, { share: 40%, event: 验收 }]';
  expect(clauseOf(`award: { type: money, exactly: 10万元, ${schedule} }`).award?.schedule).toEqual([
    { share: '0.6', event: '立项' },
    { share: '0.4', event: '验收' },
  ]);
});

test.each([
  ['4, 3, 3', ['0.4', '0.3', '0.3']],
  ['1, 1, 1', ['1/3', '1/3', '1/3']],
  ['5, 5', ['0.5', '0.5']],
])('instalments in proportion %s are parts of the whole', (given, shares) => {
  const schedule = given.split(', ').map((share) => `{ share: ${share}, event: 拨付 }`);
  const award = clauseOf(`award: { type: money, exactly: 10万元, schedule: [${schedule.join(', ')}] }`).award;
  expect(award?.schedule.map(({ share }) => share)).toEqual(shares);
});

test('a price for each person is money for an item that is one person, and for no other', () => {
  const found = (list: string, of: string) => foundIn(`${list}award: { type: money, exactly: ${of} }`);
  const wrong = ['wrongResult clauses/0/award/exactly: 这里应当是金额，算出来是金额/人数。'];
  expect(found('for: people, ', '{ product: [20元/人/月, people.months] }')).toEqual([]);
  expect(found('for: classes, ', '20元/人')).toEqual(wrong);
  // A project is no person, though nothing asks how many it has.
  expect(found('for: projects, ', '20元/人')).toEqual(wrong);
  expect(found('', '20元/人')).toEqual(wrong);
});

const LIMITS: readonly (readonly [list: string, yaml: string, limit: object])[] = [
  [
    '',
    'type: cap, amount: 20万元, per: enterprise',
    { over: 'clause', per: 'enterprise', period: 'notStated' },
  ],
  ['', 'type: cap, amount: 20万元, per: enterprise, period: year', { over: 'clause', period: 'year' }],
  ['for: projects,', 'type: cap, amount: 20万元, per: project', { over: 'item', per: 'project' }],
  ['for: projects,', 'type: cap, amount: 20万元, per: item', { over: 'item', per: 'item' }],
  ['for: projects,', 'type: cap, amount: 20万元, per: enterprise', { over: 'clause' }],
  ['for: projects,', 'type: floor, amount: 20万元, per: platform', { type: 'floor', over: 'clause' }],
  ['', 'type: budget, amount: 20万元', { type: 'budget', over: 'clause', per: 'programme' }],
  [
    '',
    'type: cap, amount: enterprise.revenue, over: [a], apply: each, per: enterprise',
    { amount: { op: 'fact', fact: 'enterprise.revenue' }, over: ['testshi/2020-1#a'], apply: 'each' },
  ],
];

test.each(LIMITS)('limit %s {%s}', (list, yaml, limit) => {
  const base = { type: 'cap', amount: twenty, apply: 'jointly' };
  expect(clauseOf(`${list} limits: [{ ${yaml} }]`).limits[0]).toMatchObject({ ...base, ...limit });
});

test('all but some are the other clauses that grant something', () => {
  const limited = compileYaml(
    `{ clauses: [{ id: a }, { id: b }, { id: c, limits: [{ type: cap, amount: 1万元, per: enterprise, over: { allBut: [b] } }] }] }`,
  );
  expect(limited.policy?.clauses[2]?.limits[0]?.over).toEqual(['testshi/2020-1#a', 'testshi/2020-1#c']);
});

const BAD: readonly (readonly [yaml: string, found: string])[] = [
  [
    'award: { type: money }',
    'awardEmpty clauses/0/award: 奖补没有数额。请写 exactly、upTo、atLeast 或 between；文件没有数额的，写 none: elsewhere、discretionary 或 notStated。',
  ],
  [
    'award: { type: money, exactly: 10万元, upTo: 20万元 }',
    'awardTwice clauses/0/award: exactly、upTo只能写一个。一个幅度写 between: [最少, 最多]；固定比例另有封顶的，封顶写在 limits 里。',
  ],
  [
    'award: { type: money, between: [20万元, 10万元] }',
    'rangeReversed clauses/0/award/between: between 先写最少再写最多，20万元 比 10万元 大。',
  ],
  [
    'award: { type: money, exactly: 1万元, schedule: [{ share: 60%, event: 立项 }, { share: 30%, event: 验收 }] }',
    'scheduleShares clauses/0/award/schedule: 各次兑现的比例加起来是 90%，应当是 100%。',
  ],
  [
    'award: { type: money, exactly: 1万元, paid: yearly, term: { from: 完工下一年 } }',
    'termBounds clauses/0/award/term: 补助期限请写 exactly（3年）或者 upTo（最长3年），只写一个。',
  ],
  [
    'limits: [{ type: cap, amount: 20万元 }]',
    'limitPer clauses/0/limits/0: 请写 per：限额是对每一项（item）、每家企业（enterprise）、每个项目（project）还是别的。',
  ],
  [
    'limits: [{ type: cap, amount: 20平方米, per: enterprise }]',
    'wrongResult clauses/0/limits/0/amount: 这里应当是金额，算出来是面积。',
  ],
  [
    'limits: [{ type: floor, amount: 10万元, per: enterprise }, { type: cap, amount: 5万元, per: enterprise }]',
    'capBelowFloor clauses/0/limits/1: 封顶 5万元 比保底 10万元 低。',
  ],
  [
    'limits: [{ type: cap, amount: 20万元, per: enterprise, over: [b] }]',
    'unknownClause clauses/0/limits/0/over/0: 这个文件里没有条款“b”，是不是“a”？',
  ],
  [
    'limits: [{ type: items, amount: 3个, per: enterprise, over: [a] }]',
    'limitItemsOver clauses/0/limits/0/over: 最多补几项请写在它限制的那一条条款里，不写 over。文件对几个条款合起来数的，写成不同理解（readings 的 note）。',
  ],
  [
    'for: projects, limits: [{ type: cap, amount: projects.cost, per: enterprise }]',
    'factOutsideList clauses/0/limits/0/amount: “projects.cost”是列表“projects”里每一项各自的填报项，这里不知道是哪一项。请给条款写 for: projects，或者用 total、count、some、every。',
  ],
  [
    'for: project',
    'unknownList clauses/0/for: “project”不是列表，是不是“projects”？可以用的列表：projects、people、classes。',
  ],
  [
    'readings: [{ id: base, question: 哪个？ }]',
    'readingEmpty clauses/0/readings/0: 请写 options（至少两种理解，分别计算），或者 note（只作说明）。',
  ],
  [
    'readings: [{ id: base, question: 哪个？, options: { one: 一, two: 二 } }]',
    'readingWithoutEffect clauses/0/readings/0: 歧义“base”列了几种理解，但条件、金额和限额里都没有用到。请写 { reading: base, is: …… }；只作说明的，把 options 改成 note。',
  ],
  [
    'readings: [{ id: base, question: 哪个？, note: 未写明 }, { id: base, question: 哪个？, note: 未写明 }]',
    'duplicateReading clauses/0/readings/1: 歧义编号“base”用了不止一次，请改一个。',
  ],
  [
    'examples: []',
    'noExamples clauses/0/examples: 请至少写一个算例：填什么，应当得到什么。最好有正好够、差一点不够和不清楚三种。',
  ],
  [
    'examples: [{ name: 一, facts: {}, expect: {} }]',
    'exampleExpectsNothing clauses/0/examples/0/expect: 请在 expect 里至少写一项应当得到的结果。',
  ],
  [
    'examples: [{ name: 一, facts: {}, expect: { verdict: eligible } }, { name: 二, like: 壹, facts: {}, expect: { verdict: eligible } }]',
    'exampleLike clauses/0/examples/1/like: 前面没有算例“壹”，是不是“一”？',
  ],
];

test.each(BAD)('%s is refused', (yaml, found) => {
  expect(foundIn(yaml)).toEqual([found]);
});

const found = (yaml: string): string[] => compileYaml(yaml).findings.map(findingLine);
const cap = (id: string, over: string): string =>
  `{ id: ${id}, limits: [{ type: cap, amount: 20万元, per: enterprise, over: [${over}] }] }`;

test('a duplicate id is refused, and the finding shows both places', () => {
  const { findings } = compileYaml('{ clauses: [{ id: a }, { id: a }] }');
  expect(findings).toMatchObject([
    {
      code: 'duplicateId',
      path: ['clauses', 1, 'id'],
      also: [{ path: ['clauses', 0, 'id'], message: '“a”先在这里' }],
    },
  ]);
});

test('joint limits may be nested or separate, but not overlap in part', () => {
  expect(found(`{ clauses: [{ id: a }, { id: b }, ${cap('c', 'a, b')}, ${cap('d', 'a')}] }`)).toEqual([]);
  expect(found(`{ clauses: [{ id: a }, { id: b }, ${cap('c', 'a')}, ${cap('d', 'b')}] }`)).toEqual([]);
  expect(found(`{ clauses: [{ id: a }, { id: b }, ${cap('c', 'a, b')}, ${cap('d', 'b, c')}] }`)).toEqual([
    'overlappingLimits clauses/3/limits/0: 这里和“测试条款”都管条款 b，但谁也不包含谁。请把其中一个的范围改成包含另一个，或者完全分开。',
  ]);
});

test('a clause without an award must limit something, and cannot be limited', () => {
  expect(found('{ clauses: [{ id: a, award: null }] }')).toEqual([
    'clauseEmpty clauses/0: 条款没有写 award（奖补），也没有写 limits（限额）。没有资金的写 award: { type: register } 之类。',
  ]);
  expect(
    found('{ clauses: [{ id: a, award: null, limits: [{ type: cap, amount: 1万元, per: enterprise }] }] }'),
  ).toEqual([
    'limitOverItself clauses/0/limits/0: 这一条没有奖补，请用 over 写明限制哪些条款，如 over: [equipment-award] 或 over: { allBut: [] }。',
  ]);
  const limit =
    '{ id: b, award: null, limits: [{ type: cap, amount: 1万元, per: enterprise, over: [a, b] }] }';
  expect(found(`{ clauses: [{ id: a }, ${limit}] }`)).toEqual([
    'clauseWithoutAward clauses/1/limits/0/over/1: 条款“b”没有奖补，不能写在这里。',
  ]);
});

test('groups name clauses of the policy', () => {
  const group =
    '{ id: g, title: 就高, type: highestOnly, citation: 一, clauses: [a, bb], examples: [{ name: 一, facts: {}, expect: { granted: 0元 } }] }';
  expect(found(`{ clauses: [{ id: a }, { id: b }], groups: [${group}] }`)).toEqual([
    'unknownClause groups/0/clauses/1: 这个文件里没有条款“bb”，是不是“b”？',
  ]);
  const { policy } = compileYaml(
    `{ clauses: [{ id: a }, { id: b }], groups: [${group.replace('bb', 'b')}] }`,
  );
  expect(policy?.groups).toEqual([
    {
      id: 'testshi/2020-1#g',
      type: 'highestOnly',
      title: '就高',
      citation: '一',
      clauses: ['testshi/2020-1#a', 'testshi/2020-1#b'],
      readings: [],
    },
  ]);
});
