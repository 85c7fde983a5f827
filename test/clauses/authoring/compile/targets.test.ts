import { expect, test } from 'vitest';
import { compileYaml, findingLine } from '../policy-in-yaml.ts';

const targets = (yaml: string) => {
  const indicator = yaml.includes('indicator:') ? '' : 'indicator: enterprises,';
  return compileYaml(`{ targets: [{ id: t, citation: 一, ${indicator} ${yaml} }] }`);
};

const FORMS: readonly (readonly [yaml: string, target: object])[] = [
  ['total: 8家', { comparator: 'equals', total: '8', unit: '家', label: '企业' }],
  [
    'total: { atLeast: 110家 }, deadline: 到2025年',
    { comparator: 'atLeast', total: '110', deadline: '到2025年' },
  ],
  ['total: { moreThan: 1000家 }', { comparator: 'moreThan', total: '1000' }],
  [
    'indicator: growth, total: { about: 20% }, growth: true',
    { comparator: 'about', total: '20', unit: '%', growth: true },
  ],
  ['indicator: productivity, total: 25.5万元/人', { total: '25.5', unit: '万元/人' }],
  ['indicator: productivity, total: 24万元/人·年', { total: '24', unit: '万元/人' }],
  [
    'total: { atLeast: 5家 }, byYear: { 2022: 2家, 2023: 3家 }',
    {
      comparator: 'atLeast',
      byYear: { 2022: { value: '2', comparator: 'equals' }, 2023: { value: '3', comparator: 'equals' } },
    },
  ],
  [
    'indicator: growth, byYear: { 2022: { atLeast: 10% }, 2023: { atLeast: 12% } }',
    { comparator: 'atLeast', byYear: { 2022: { value: '10' }, 2023: { value: '12' } } },
  ],
];

test.each(FORMS)('target {%s}', (yaml, target) => {
  const { policy, findings } = targets(yaml);
  expect(findings).toEqual([]);
  expect(policy?.targets[0]).toMatchObject({ id: 'testshi/2020-1#t', citation: '一', ...target });
});

const BAD: readonly (readonly [yaml: string, found: string])[] = [
  [
    'indicator: enterprise, total: 8家',
    'unknownIndicator targets/0/indicator: indicators.yaml 里没有指标“enterprise”，是不是“enterprises”？',
  ],
  ['task: 完成任务', 'targetTask targets/0/task: 标出的原文里没有“完成任务”，请照抄原文。'],
  ['total: 8个', 'targetUnit targets/0/total: “8个”的单位和指标的单位“家”不同。'],
  ['total: 8', 'targetUnit targets/0/total: “8”的单位和指标的单位“家”不同。'],
  ['deadline: 到2025年', 'targetEmpty targets/0: 目标要写 total（总数）或者 byYear（逐年数值）。'],
  [
    'total: { atLeast: 8家, about: 8家 }',
    'targetBounds targets/0/total: 请在 atLeast、moreThan、atMost、lessThan、about 中写一个，而且只写一个。',
  ],
  [
    'total: { atLeast: 110家 }, byYear: { 2022: 20家, 2023: 40家 }',
    'targetSum targets/0/byYear: 逐年数值加起来是 60家，总数写的是 110家。逐年数值是当年水平、不该相加的，请写 levels: true。',
  ],
  [
    'total: { moreThan: 1000家 }, byYear: { 2018: 370家, 2019: 330家, 2020: 300家 }',
    'targetSumRemark targets/0/byYear: 逐年数值加起来是 1000家，文件写的是超过 1000家。照原文发布。',
  ],
];

test.each(BAD)('target {%s} is reported', (yaml, found) => {
  expect(targets(yaml).findings.map(findingLine)).toEqual([found]);
});

test('levels and growth are not added up', () => {
  expect(targets('total: 110家, levels: true, byYear: { 2022: 20家, 2023: 110家 }').findings).toEqual([]);
  expect(targets('indicator: growth, growth: true, total: 10%, byYear: { 2022: 22% }').findings).toEqual([]);
});

test('a remark does not stop the build, an error does', () => {
  expect(targets('total: { moreThan: 5家 }, byYear: { 2022: 2家, 2023: 3家 }').policy).toBeDefined();
  expect(targets('total: { moreThan: 6家 }, byYear: { 2022: 2家, 2023: 3家 }').policy).toBeUndefined();
});
