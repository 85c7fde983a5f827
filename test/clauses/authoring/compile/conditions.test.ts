import { expect, test } from 'vitest';
import { conditionOf, foundIn } from '../policy-in-yaml.ts';

const number = (value: string, text: string) => ({ op: 'number', value, text });
const revenue = { op: 'fact', fact: 'enterprise.revenue' };
const local = { op: 'oneOf', fact: 'enterprise.local', options: [1] };
const LOCAL = '{ fact: enterprise.local, is: true }';

const FORMS: readonly (readonly [yaml: string, compiled: unknown])[] = [
  [LOCAL, local],
  ['{ fact: enterprise.local, is: false }', { ...local, options: [0] }],
  ['{ fact: enterprise.level, is: provincial }', { op: 'oneOf', fact: 'enterprise.level', options: [1] }],
  [
    '{ fact: enterprise.level, in: [city, national] }',
    { op: 'oneOf', fact: 'enterprise.level', options: [0, 2] },
  ],
  [
    '{ fact: enterprise.revenue, atLeast: 500万元 }',
    { op: 'compare', left: revenue, is: 'atLeast', right: number('5000000', '500万元') },
  ],
  [
    '{ fact: enterprise.revenue, moreThan: 1万元, atMost: 2万元 }',
    {
      op: 'all',
      of: [
        { op: 'compare', left: revenue, is: 'moreThan', right: number('10000', '1万元') },
        { op: 'compare', left: revenue, is: 'atMost', right: number('20000', '2万元') },
      ],
    },
  ],
  [
    '{ quantity: { quotient: [enterprise.revenue, enterprise.area] }, lessThan: 5000元/平方米 }',
    {
      op: 'compare',
      left: { op: 'quotient', of: [revenue, { op: 'fact', fact: 'enterprise.area' }] },
      is: 'lessThan',
      right: number('5000', '5000元/平方米'),
    },
  ],
  [
    '{ fact: enterprise.founded, atLeast: 2021-01-01 }',
    expect.objectContaining({ is: 'atLeast', right: number('18628', '2021-01-01') }),
  ],
  [
    `{ all: [${LOCAL}, { authority: 行业带动性强 }] }`,
    { op: 'all', of: [local, { op: 'authority', text: '行业带动性强' }] },
  ],
  [`{ any: [${LOCAL}, { authority: 择优 }] }`, { op: 'any', of: [local, { op: 'authority', text: '择优' }] }],
  [`{ not: ${LOCAL} }`, { op: 'not', of: local }],
  [`{ atLeastN: 1, of: [${LOCAL}, ${LOCAL}] }`, { op: 'nOf', n: 1, of: [local, local] }],
  [`{ atLeastN: 2项, of: [${LOCAL}, ${LOCAL}] }`, { op: 'nOf', n: 2, of: [local, local] }],
  [
    '{ some: projects, where: { fact: projects.done, is: true } }',
    { op: 'some', list: 'projects', where: { op: 'oneOf', fact: 'projects.done', options: [1] } },
  ],
  [
    '{ every: projects, where: { fact: projects.cost, equals: 1元 } }',
    {
      op: 'every',
      list: 'projects',
      where: {
        op: 'compare',
        left: { op: 'fact', fact: 'projects.cost' },
        is: 'equals',
        right: number('1', '1元'),
      },
    },
  ],
];

test.each(FORMS)('%s is compiled', (yaml, compiled) => {
  expect(conditionOf(yaml)).toEqual(compiled);
});

test('a reading is named by its full id and the index of its option', () => {
  const readings = 'readings: [{ id: base, question: 哪个？, options: { all: 全部, part: 部分 } }],';
  expect(conditionOf('{ reading: base, is: part }', readings)).toEqual({
    op: 'reading',
    reading: 'testshi/2020-1#a:base',
    option: 1,
  });
  expect(conditionOf('{ reading: "a:base", is: all }', readings)).toMatchObject({ option: 0 });
});

const BAD: readonly (readonly [yaml: string, found: string])[] = [
  [
    '{ fact: enterprise.loca, is: true }',
    'unknownFact clauses/0/when/fact: facts.yaml 里没有填报项“enterprise.loca”，是不是“enterprise.local”？',
  ],
  [
    '{ fact: enterprise.local, is: 是 }',
    'unknownOption clauses/0/when/is: “enterprise.local”是是否题，这里写 true 或者 false，不加引号；现在是“是”。',
  ],
  [
    '{ fact: enterprise.level, is: provinical }',
    'unknownOption clauses/0/when/is: “enterprise.level”没有选项“provinical”，是不是“provincial”？可以写：national、provincial、city。',
  ],
  [
    '{ fact: enterprise.level, is: true }',
    'unknownOption clauses/0/when/is: “enterprise.level”没有选项“true”。可以写：national、provincial、city。',
  ],
  [
    '{ fact: enterprise.revenue, is: 500万元 }',
    'notAChoice clauses/0/when: “enterprise.revenue”是数，不能用 is 或 in，请用 atLeast、moreThan、atMost、lessThan 或 equals。',
  ],
  [
    '{ fact: enterprise.local, atLeast: 1 }',
    'notANumber clauses/0/when/fact: “enterprise.local”不是数，不能比较大小，也不能计算。请写：{ fact: enterprise.local, is: true }。',
  ],
  [
    '{ fact: enterprise.revenue, atLeast: 500平方米 }',
    'wrongDimension clauses/0/when/atLeast: 单位对不上：一边是金额，另一边是面积。',
  ],
  [
    '{ fact: enterprise.growth, atLeast: 20 }',
    'wrongDimension clauses/0/when/atLeast: 单位对不上：一边是比例，另一边是没有单位的数。请连单位照文件写，如 2000立方米。',
  ],
  [
    '{ fact: enterprise.staff, atLeast: 50家 }',
    'wrongDimension clauses/0/when/atLeast: 单位对不上：一边是人数，另一边是以“家”为单位的数。',
  ],
  [
    '{ fact: enterprise.revenue }',
    'comparisonMissing clauses/0/when: 没有写同什么比较，请加上 is、in、atLeast、moreThan、atMost、lessThan 或 equals。',
  ],
  [
    `{ atLeastN: 3, of: [${LOCAL}, ${LOCAL}] }`,
    'tooManyAsked clauses/0/when: 一共只有 2 条，不能要求至少符合 3 条。',
  ],
  [
    '{ not: { authority: 择优 } }',
    'authorityMisplaced clauses/0/when/not: 由主管部门判断的条件（authority）只能直接写在 all 里，或者单独作为 any 的一个选择。',
  ],
  [
    `{ atLeastN: 1, of: [${LOCAL}, { all: [{ authority: 择优 }] }] }`,
    'authorityMisplaced clauses/0/when/of/1/all/0: 由主管部门判断的条件（authority）只能直接写在 all 里，或者单独作为 any 的一个选择。',
  ],
  ['{ reading: base, is: all }', 'unknownReading clauses/0/when/reading: 没有歧义“base”。这里有：（没有）。'],
  [
    '{ some: project, where: { fact: projects.done, is: true } }',
    'unknownList clauses/0/when/some: “project”不是列表，是不是“projects”？可以用的列表：projects、people、classes。',
  ],
];

test.each(BAD)('%s is refused', (yaml, found) => {
  expect(foundIn(`when: ${yaml}`)).toEqual([found]);
});

test('numbers of things with different counters can be compared', () => {
  expect(foundIn('when: { quantity: { count: projects }, atLeast: 3个 }')).toEqual([]);
  expect(foundIn('when: { quantity: { count: projects }, atLeast: 3 }')).toEqual([]);
  expect(foundIn('when: { fact: enterprise.staff, atLeast: 50名 }')).toEqual([]);
  expect(foundIn('when: { fact: enterprise.score, atLeast: 80分 }')).toEqual([]);
});
