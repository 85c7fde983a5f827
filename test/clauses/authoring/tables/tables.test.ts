import { expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  readDictionary,
  readIndicators,
  readJurisdictions,
  readTerms,
} from '../../../../clauses/authoring.ts';
import { findingLine } from '../policy-in-yaml.ts';

const subjects = `
  - { id: enterprise, label: 企业 }
  - { id: projects, label: 项目, list: true, item: 项目, maxItems: 9 }`;
const dictionary = (facts: string, all = subjects) =>
  readDictionary(parse(`subjects: ${all}\nfacts: [${facts}]`));
const fact = (yaml: string): string => `{ label: 甲, question: 甲？, changeable: true, ${yaml} }`;

test('a fact gets its unit, grid and range from its type', () => {
  const read = dictionary(
    [
      fact('id: enterprise.money, type: money, formerly: [enterprise.cash]'),
      fact('id: enterprise.share, type: percent, max: 100%'),
      fact('id: enterprise.staff, type: count, unit: 人, max: 5000'),
      fact('id: projects.done, type: yesNo'),
      fact('id: enterprise.output, type: series, unit: 元, hint: 不含税, tax: excluded'),
    ].join(','),
  );
  expect(read.findings).toEqual([]);
  const common = { label: '甲', question: '甲？', changeable: true, subject: 'enterprise' };
  expect(read.value).toEqual({
    subjects: [
      { id: 'enterprise', label: '企业', list: false, maxItems: 1 },
      { id: 'projects', label: '项目', list: true, item: '项目', maxItems: 9 },
    ],
    facts: [
      {
        ...common,
        id: 'enterprise.money',
        name: 'money',
        type: 'money',
        unit: '元',
        min: '0',
        decimals: 2,
        formerly: ['enterprise.cash'],
      },
      { ...common, id: 'enterprise.share', name: 'share', type: 'percent', unit: '%', max: '1', decimals: 4 },
      {
        ...common,
        id: 'enterprise.staff',
        name: 'staff',
        type: 'count',
        unit: '人',
        min: '0',
        max: '5000',
        decimals: 0,
      },
      { ...common, id: 'projects.done', subject: 'projects', name: 'done', type: 'yesNo', decimals: 0 },
      {
        ...common,
        id: 'enterprise.output',
        name: 'output',
        type: 'series',
        unit: '元',
        hint: '不含税',
        tax: 'excluded',
        decimals: 2,
      },
    ],
  });
});

const FACTS: readonly (readonly [yaml: string, found: string])[] = [
  [
    'id: project.a, type: yesNo',
    'unknownSubject facts/0/id: 没有填报对象“project”，是不是“projects”？已有：enterprise、projects。',
  ],
  [
    'id: enterprise.a, type: choice',
    'factOptions facts/0: 选项题要写 options：[{ value: 选项值, label: 选项文字 }, ……]。',
  ],
  [
    'id: enterprise.a, type: yesNo, options: [{ value: a, label: 甲 }, { value: b, label: 乙 }]',
    'factOptions facts/0: 只有选项题（type: choice）可以写 options。',
  ],
  [
    'id: enterprise.a, type: choice, options: [{ value: a, label: 甲 }, { value: a, label: 乙 }]',
    'duplicateEntry facts/0/options/1: “a”已经有了，编号不能重复，也不能和改名以前的编号相同。',
  ],
  ['id: enterprise.a, type: number', 'factUnit facts/0: 请写单位，如 unit: 人。'],
  [
    'id: enterprise.a, type: money, unit: 万元',
    'factUnit facts/0/unit: 单位“万元”不能用在这里，请写 unit: 元。',
  ],
  [
    'id: enterprise.a, type: series, unit: 万元',
    'factUnit facts/0/unit: 单位“万元”不能用在这里，请写 unit: 元。',
  ],
  [
    'id: enterprise.a, type: yesNo, unit: 个',
    'unknownKey facts/0/unit: 不认识“unit”，请删去，或者查看手册里有哪些写法。',
  ],
  [
    'id: enterprise.a, type: count, unit: 人, min: 9, max: 1',
    'factRange facts/0/max: 填写范围不对：最小值比最大值大。',
  ],
  ['id: enterprise.a, type: money, max: 很多', 'factRange facts/0/max: 填写范围不对：不是数。'],
  ['id: enterprise.a, type: percent, max: 100', 'factRange facts/0/max: 填写范围不对：不是数。'],
  ['id: enterprise.a, type: yesNo, min: 1', 'factRange facts/0/min: 填写范围不对：这种题没有大小。'],
  [
    'id: enterprise, type: yesNo',
    'wrongText facts/0/id: “enterprise”写法不对，应当是：填报对象.名称，如 projects.equipmentCost。',
  ],
];

test.each(FACTS)('fact {%s} is refused', (yaml, found) => {
  expect(dictionary(fact(yaml)).findings.map(findingLine)).toEqual([found]);
});

test('an id is taken once, also by a former name', () => {
  const both = `${fact('id: enterprise.a, type: yesNo')}, ${fact('id: enterprise.b, type: yesNo, formerly: [enterprise.a]')}`;
  expect(dictionary(both).findings.map(findingLine)).toEqual([
    'duplicateEntry facts/1/formerly/0: “enterprise.a”已经有了，编号不能重复，也不能和改名以前的编号相同。',
  ]);
});

test('a list has a name for one item and a largest number, and nothing else has', () => {
  expect(dictionary('', '[{ id: projects, label: 项目, list: true }]').findings.map(findingLine)).toEqual([
    'listItem subjects/0: 列表（list: true）要写 item（一项叫什么）和 maxItems（最多几项）。',
  ]);
  expect(dictionary('', '[{ id: enterprise, label: 企业, item: 企业 }]').findings.map(findingLine)).toEqual([
    'listItem subjects/0: 不是列表的填报对象不能写 item 和 maxItems。',
  ]);
});

const place = (slug: string, code: string, parent?: string) => ({
  slug,
  name: slug,
  code,
  ...(parent === undefined ? {} : { parent }),
});

test('jurisdictions make a tree', () => {
  const tree = [place('a', '100000'), place('b', '110000', 'a')];
  expect(readJurisdictions(tree)).toEqual({ value: tree, findings: [] });
  expect(readJurisdictions([place('a', '100000', 'aa')]).findings.map(findingLine)).toEqual([
    "unknownJurisdiction 0/parent: jurisdictions.yaml 里没有辖区“aa”，是不是“a”？新的辖区要先在 content/jurisdictions.yaml 里加一行，如 - { slug: longnan, name: 龙南市, code: '360783', parent: ganzhou }；code 是行政区划代码，parent 是上一级，上一级没有的也先加一行。",
  ]);
  expect(
    readJurisdictions([place('a', '100000', 'b'), place('b', '110000', 'a')]).findings.map(findingLine),
  ).toEqual([
    'parentLoop 0/parent: 辖区“a”的上级绕回了它自己。',
    'parentLoop 1/parent: 辖区“b”的上级绕回了它自己。',
  ]);
  expect(
    readJurisdictions([place('a', '100000'), place('b', '100000')]).findings.map((each) => each.code),
  ).toEqual(['duplicateEntry']);
  expect(readJurisdictions([{ slug: 'a', name: '甲', code: 360783 }]).findings.map(findingLine)).toEqual([
    'wrongForm 0/code: 这里应当是文字，现在是360783。',
  ]);
});

test('indicators and terms', () => {
  const one = { id: 'growth', label: '增长', unit: '%' };
  expect(readIndicators([one])).toEqual({ value: [one], findings: [] });
  expect(readIndicators([one, one]).findings.map((each) => each.code)).toEqual(['duplicateEntry']);
  const terms = { protected: ['两化'], synonyms: [['补贴', '补助']], explanations: { 贯标: '贯彻标准' } };
  expect(readTerms(terms)).toEqual({ value: terms, findings: [] });
  expect(readTerms({ protected: ['两化', '两化'] }).findings.map((each) => each.code)).toEqual([
    'duplicateEntry',
  ]);
});

test('a number where a text belongs is repaired with quotes', () => {
  const { findings } = readJurisdictions([{ slug: 'a', name: '甲', code: 360783 }]);
  expect(findings.map(({ fix }) => fix)).toEqual(["'360783'"]);
});

test.each(['元', '万元', '20', '20万元', '%', '三年', '以上', '不超过', '每年', '1：1'])(
  'protecting %s would hide it from the check everywhere',
  (word) => {
    expect(readTerms({ protected: [word] }).findings.map(({ code }) => code)).toEqual(['protectedFigure']);
  },
);

test.each(['两化', '5G', '工业4.0', 'ISO10012', '一事一议', '地级以上市', 'O2O', '二级节点', '中国制造2025'])(
  '%s may be protected',
  (word) => {
    expect(readTerms({ protected: [word] }).findings).toEqual([]);
  },
);
