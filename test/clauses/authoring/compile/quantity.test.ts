import { expect, test } from 'vitest';
import { foundIn, quantityOf } from '../policy-in-yaml.ts';

const number = (value: string, text: string) => ({ op: 'number', value, text });
const fact = (id: string) => ({ op: 'fact', fact: id });
const revenue = fact('enterprise.revenue');

const FORMS: readonly (readonly [yaml: string, compiled: unknown])[] = [
  ['500万元', number('5000000', '500万元')],
  ['亿元', number('100000000', '亿元')],
  ['6%', number('0.06', '6%')],
  ['"1:3"', number('3', '1:3')],
  ['3年', number('3', '3年')],
  ['2021-01-01', number('18628', '2021-01-01')],
  ['enterprise.revenue', revenue],
  ['{ rate: 6%, of: enterprise.revenue }', { op: 'product', of: [number('0.06', '6%'), revenue] }],
  ['{ sum: [enterprise.revenue, 1万元] }', { op: 'sum', of: [revenue, number('10000', '1万元')] }],
  [
    '{ difference: [enterprise.revenue, 1万元] }',
    { op: 'difference', of: [revenue, number('10000', '1万元')] },
  ],
  [
    '{ product: [50元/平方米/月, enterprise.area, 12个月] }',
    { op: 'product', of: [number('50', '50元/平方米/月'), fact('enterprise.area'), number('12', '12个月')] },
  ],
  [
    '{ quotient: [enterprise.revenue, enterprise.staff] }',
    { op: 'quotient', of: [revenue, fact('enterprise.staff')] },
  ],
  ['{ smallest: [enterprise.revenue, 1万元] }', { op: 'smallest', of: [revenue, number('10000', '1万元')] }],
  ['{ largest: [enterprise.revenue, 1万元] }', { op: 'largest', of: [revenue, number('10000', '1万元')] }],
  [
    '{ wholeSteps: enterprise.revenue, size: 100万元 }',
    { op: 'steps', of: revenue, size: number('1000000', '100万元') },
  ],
  [
    '{ roundedDown: { rate: 6%, of: enterprise.revenue }, to: 1万元 }',
    {
      op: 'product',
      of: [
        {
          op: 'steps',
          of: { op: 'product', of: [number('0.06', '6%'), revenue] },
          size: number('10000', '1万元'),
        },
        number('10000', '1万元'),
      ],
    },
  ],
  [
    '{ cases: [{ when: { fact: enterprise.local, is: true }, then: 2万元 }], otherwise: 1万元 }',
    {
      op: 'cases',
      cases: [
        // biome-ignore lint/suspicious/noThenProperty: a word of the language; the object is never awaited
        { when: { op: 'oneOf', fact: 'enterprise.local', options: [1] }, then: number('20000', '2万元') },
      ],
      otherwise: number('10000', '1万元'),
    },
  ],
  ['{ previousYear: enterprise.output }', { op: 'year', fact: 'enterprise.output', which: 'previous' }],
  ['{ currentYear: enterprise.output }', { op: 'year', fact: 'enterprise.output', which: 'current' }],
  ['{ yearBeforeLast: enterprise.output }', { op: 'year', fact: 'enterprise.output', which: 'beforeLast' }],
  ['{ bestBefore: enterprise.output }', { op: 'year', fact: 'enterprise.output', which: 'best' }],
  ['{ notStated: 配套的基数 }', { op: 'notStated', text: '配套的基数' }],
  ['{ count: projects }', { op: 'count', list: 'projects' }],
  [
    '{ total: projects.cost, over: projects, where: { fact: projects.done, is: true } }',
    {
      op: 'total',
      list: 'projects',
      of: fact('projects.cost'),
      where: { op: 'oneOf', fact: 'projects.done', options: [1] },
    },
  ],
  ['enterprise.emission', { op: 'product', of: [fact('enterprise.emission'), number('1000', '1吨')] }],
];

test.each(FORMS)('%s is compiled', (yaml, compiled) => {
  expect(quantityOf(yaml)).toEqual(compiled);
});

test('bands keep which end belongs to a row; without `of` the rate applies to the key', () => {
  const rows = '[{ atMost: 1亿元, rate: 3% }, { moreThan: 1亿元, rate: 5% }]';
  expect(quantityOf(`{ bands: { by: enterprise.revenue, rows: ${rows} }, otherwise: 0元 }`)).toEqual({
    op: 'bands',
    by: revenue,
    of: revenue,
    marginal: false,
    rows: [
      { to: number('100000000', '1亿元'), toIncluded: true, rate: number('0.03', '3%') },
      { from: number('100000000', '1亿元'), fromExcluded: true, rate: number('0.05', '5%') },
    ],
    otherwise: number('0', '0元'),
  });
});

const bands = (rows: string): string => `{ bands: { by: enterprise.revenue, rows: [${rows}] } }`;

const BAD: readonly (readonly [yaml: string, found: string])[] = [
  [
    '500万圆',
    'unknownLiteral clauses/0/award/exactly: 看不懂数额“500万圆”。请连单位照文件写，如 500万元、6%、1:1、3年、20家、50元/平方米/月；填报项要写全编号，如 projects.equipmentCost。',
  ],
  [
    '{ roundedDown: enterprise.revenue, to: 5平方米 }',
    'wrongDimension clauses/0/award/exactly/to: 单位对不上：一边是金额，另一边是面积。',
  ],
  [
    '{ roundedDown: enterprise.revenue, to: enterprise.area }',
    'unknownLiteral clauses/0/award/exactly/to: 看不懂数额“enterprise.area”。请连单位照文件写，如 500万元、6%、1:1、3年、20家、50元/平方米/月；填报项要写全编号，如 projects.equipmentCost。',
  ],
  [
    'enterprise.revenu',
    'unknownFact clauses/0/award/exactly: facts.yaml 里没有填报项“enterprise.revenu”，是不是“enterprise.revenue”？',
  ],
  [
    'revenue',
    'unknownFact clauses/0/award/exactly: facts.yaml 里没有填报项“revenue”，是不是“enterprise.revenue”？',
  ],
  [
    'enterprise.moon',
    'unknownFact clauses/0/award/exactly: facts.yaml 里没有填报项“enterprise.moon”。请先在 facts.yaml 里加上这一项。',
  ],
  [
    'enterprise.local',
    'notANumber clauses/0/award/exactly: “enterprise.local”不是数，不能比较大小，也不能计算。请写：{ fact: enterprise.local, is: true }。',
  ],
  [
    'projects.cost',
    'factOutsideList clauses/0/award/exactly: “projects.cost”是列表“projects”里每一项各自的填报项，这里不知道是哪一项。请给条款写 for: projects，或者用 total、count、some、every。',
  ],
  [
    'enterprise.output',
    'seriesWithoutYear clauses/0/award/exactly: “enterprise.output”是逐年数值，请写明用哪一年：{ currentYear: enterprise.output }、{ previousYear: enterprise.output }、{ yearBeforeLast: enterprise.output } 或者 { bestBefore: enterprise.output }。',
  ],
  [
    '{ previousYear: enterprise.revenue }',
    'notSeries clauses/0/award/exactly/previousYear: “enterprise.revenue”不是逐年数值，不能取某一年的数。',
  ],
  [
    '{ count: enterprise }',
    'unknownList clauses/0/award/exactly/count: “enterprise”不是列表。可以用的列表：projects、people、classes。',
  ],
  [
    '{ sum: [1万元, enterprise.area] }',
    'wrongDimension clauses/0/award/exactly/sum: 单位对不上：一边是金额，另一边是面积。',
  ],
  [
    '{ product: [50元/平方米/月, enterprise.area] }',
    'wrongResult clauses/0/award/exactly: 这里应当是金额，算出来是金额/月。',
  ],
  ['6%', 'wrongResult clauses/0/award/exactly: 这里应当是金额，算出来是比例。'],
  [
    '{ cases: [] }',
    'emptyCases clauses/0/award/exactly/cases: cases 里至少要写一种情况：{ when: 条件, then: 数量 }。',
  ],
  [
    bands(''),
    'emptyBands clauses/0/award/exactly/bands/rows: bands 里至少要写一段：{ atLeast: 下限, lessThan: 上限, rate: 比例 }。',
  ],
  [
    bands('{ atLeast: 1万元, moreThan: 1万元, rate: 5% }'),
    'bandEnds clauses/0/award/exactly/bands/rows/0: atLeast 和 moreThan 只能写一个：含本数的一个，或者不含本数的一个。',
  ],
  [
    bands('{ atMost: 1亿元, rate: 3% }, { atLeast: 1亿元, rate: 5% }'),
    'bandOverlap clauses/0/award/exactly/bands/rows/1: 这一段和前一段在 1亿元 处重叠。请由低到高写；正好 1亿元 归哪一段，另一段就用 lessThan 或 moreThan。',
  ],
  [
    bands('{ lessThan: 1亿元, rate: 3% }, { moreThan: 1亿元, rate: 5% }'),
    'bandGap clauses/0/award/exactly/bands/rows/1: 这一段和前一段之间有空隙（正好 1亿元）。请接上，或者写 otherwise 说明空隙里按什么算。',
  ],
  [
    bands('{ lessThan: 1亿元, rate: 3% }, { atLeast: 2亿元, rate: 5% }'),
    'bandGap clauses/0/award/exactly/bands/rows/1: 这一段和前一段之间有空隙（1亿元 到 2亿元）。请接上，或者写 otherwise 说明空隙里按什么算。',
  ],
  [
    bands('{ atLeast: 1000平方米, rate: 3% }'),
    'wrongDimension clauses/0/award/exactly/bands/rows/0/atLeast: 单位对不上：一边是金额，另一边是面积。',
  ],
];

test.each(BAD)('%s is refused', (yaml, found) => {
  expect(foundIn(`award: { type: money, exactly: ${yaml} }`)).toEqual([found]);
});

const MONEY = [
  '{ product: [5000元, enterprise.staff] }',
  '{ product: [5000元/人, enterprise.staff] }',
  '{ product: [1万元/个, { count: projects }] }',
  '{ product: [6元/平方米/月, enterprise.area, 36个月] }',
  '{ product: [10万元, { wholeSteps: enterprise.revenue, size: 100万元 }] }',
  '{ rate: 5%, of: { difference: [{ currentYear: enterprise.output }, { previousYear: enterprise.output }] } }',
];

test.each(MONEY)('%s is money', (yaml) => {
  expect(foundIn(`award: { type: money, exactly: ${yaml} }`)).toEqual([]);
});
