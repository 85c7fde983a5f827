import { describe, expect, test } from 'vitest';
import { flatAnswers, readAnswers } from '../../../clauses/answering.ts';
import { readDictionary } from '../../../clauses/authoring/tables/dictionary.ts';

const { value: dictionary } = readDictionary({
  subjects: [
    { id: 'enterprise', label: '企业' },
    { id: 'projects', label: '项目', list: true, item: '项目', maxItems: 3 },
  ],
  facts: [
    { id: 'enterprise.big', type: 'yesNo' },
    {
      id: 'enterprise.level',
      type: 'choice',
      options: [
        { value: 'city', label: '市级' },
        { value: 'national', label: '国家级' },
        { value: 'other', label: '其他（含委托）' },
      ],
    },
    { id: 'enterprise.income', type: 'money' },
    { id: 'enterprise.share', type: 'percent' },
    { id: 'enterprise.area', type: 'area' },
    { id: 'enterprise.staff', type: 'count', unit: '人' },
    { id: 'enterprise.founded', type: 'date' },
    { id: 'enterprise.output', type: 'series', unit: '元' },
    { id: 'enterprise.power', type: 'number', unit: '千瓦' },
    { id: 'projects.cost', type: 'money', formerly: ['projects.price'] },
  ].map((fact) => ({ label: '甲', question: '甲？', changeable: true, ...fact })),
});
if (dictionary === undefined) throw new Error('the dictionary of this test is wrong');

/** How one answer was read, or the code of its problem. */
function understood(name: string, raw: unknown): string {
  const { answers, problems } = readAnswers(dictionary as NonNullable<typeof dictionary>, { [name]: raw });
  if (problems.length > 0) return problems.map(({ code }) => code).join(' ');
  return flatAnswers(dictionary as NonNullable<typeof dictionary>, answers)[name] ?? 'unknown';
}

const TAKEN: readonly (readonly [name: string, raw: unknown, understood: string])[] = [
  ['enterprise.big', true, 'true'],
  ['enterprise.big', '是', 'true'],
  ['enterprise.big', ' 否 ', 'false'],
  ['enterprise.big', null, 'unknown'],
  ['enterprise.level', 'city', 'city'],
  ['enterprise.level', '国家级', 'national'],
  ['enterprise.level', '其他（含委托）', 'other'],
  ['enterprise.level', '其他(含委托)', 'other'],
  ['enterprise.power', '5千瓦', '5'],
  ['enterprise.power', '5万千瓦', '50000'],
  ['enterprise.power', '5千', '5000'],
  ['enterprise.staff', '5 人', '5'],
  ['enterprise.income', '100 万', '1000000'],
  ['enterprise.income', '100 万 元', '1000000'],
  ['enterprise.income', 9_007_199_254_740_991, '9007199254740991'],
  ['enterprise.income', 1e15, '1000000000000000'],
  ['enterprise.income', '1200万', '12000000'],
  ['enterprise.income', '1,200', '1200'],
  ['enterprise.income', '１２００', '1200'],
  ['enterprise.income', '3.5亿', '350000000'],
  ['enterprise.income', '500万元', '5000000'],
  ['enterprise.income', '0.01', '0.01'],
  ['enterprise.income', 800.5, '800.5'],
  ['enterprise.income', '1,234,567.89', '1234567.89'],
  ['enterprise.share', '12.5%', '12.5'],
  ['enterprise.area', '1万平方米', '10000'],
  ['enterprise.staff', '12人', '12'],
  ['enterprise.founded', '2021-01-01', '2021-01-01'],
];

test.each(TAKEN)('%s: %j is read as %s', (name, raw, expected) => {
  expect(understood(name, raw)).toBe(expected);
});

const MONEY_THAT_IS_NONE = [
  '1e3',
  '1E3',
  '0x10',
  'NaN',
  'Infinity',
  '-Infinity',
  '1,2,3',
  '1,23',
  '12,34',
  '1.2.3',
  '1..2',
  '.5',
  '5.',
  '+5',
  '--5',
  '1 000',
  '1_000',
  "1'000",
  '１，２',
  '八百万',
  '万',
  '元',
  '¥500',
  '$500',
  '500美元',
  '500 块',
  '5万万',
  '5亿万元元',
  '1/2',
  '50%',
  '五',
  '²',
  '٣',
  '१२',
  '𝟙𝟚x',
  'true',
  'null',
  'undefined',
  '[]',
  '{}',
  '<b>1</b>',
  '1;drop',
  '1\u00001',
  '1\u200b0',
  '9'.repeat(31),
  '9'.repeat(5000),
  '=1+1',
  '@1',
  '#1',
  '1~2',
  '1-2',
  '约500',
  '500左右',
  '以上500',
  '不清楚',
];

test.each(MONEY_THAT_IS_NONE)('money: %j is refused with its own code, never guessed', (raw) => {
  expect(['badValue', 'tooPrecise', 'outOfRange', 'emptyText']).toContain(
    understood('enterprise.income', raw),
  );
});

test.each([
  ['enterprise.income', '-1', 'outOfRange'],
  ['enterprise.income', '0.001', 'tooPrecise'],
  ['enterprise.income', '', 'emptyText'],
  ['enterprise.income', '   ', 'emptyText'],
  ['enterprise.income', true, 'badValue'],
  ['enterprise.income', [1], 'wrongShape'],
  ['enterprise.income', { a: 1 }, 'wrongShape'],
  ['enterprise.income', Number.NaN, 'badValue'],
  ['enterprise.income', Number.POSITIVE_INFINITY, 'badValue'],
  ['enterprise.income', 1e21, 'badValue'],
  ['enterprise.big', 1, 'badValue'],
  ['enterprise.big', 'yes', 'badValue'],
  ['enterprise.big', 'TRUE', 'badValue'],
  ['enterprise.level', 'City', 'badValue'],
  ['enterprise.level', 0, 'badValue'],
  ['enterprise.staff', '1.5', 'tooPrecise'],
  ['enterprise.founded', '2021-02-29', 'badValue'],
  ['enterprise.founded', '2021/01/01', 'badValue'],
  ['enterprise.founded', 20210101, 'badValue'],
])('%s: %j is %s', (name, raw, code) => {
  expect(understood(name, raw)).toBe(code);
});

describe('shapes', () => {
  const read = (raw: Record<string, unknown>): readonly string[] =>
    readAnswers(dictionary, raw).problems.map(({ code, pointer }) => `${code} ${pointer}`);

  test.each<[string, Record<string, unknown>, readonly string[]]>([
    ['given item by item', { 'projects.1.cost': '1', 'projects.2.cost': '2' }, []],
    ['given as a whole and flat', { projects: [], 'projects.1.cost': '2' }, ['duplicate /projects.1.cost']],
    ['given flat and as a whole', { 'projects.1.cost': '2', projects: [] }, ['duplicate /projects']],
    [
      'a former name beside the present one',
      { projects: [{ cost: '1', price: '2' }] },
      ['duplicate /projects/0/price'],
    ],
    ['an endless name', { ['~'.repeat(9000)]: 1 }, [`unknownFact /${'~0'.repeat(100)}…`]],
    ['an unknown fact', { 'enterprise.incom': '1' }, ['unknownFact /enterprise.incom']],
    ['a list that is none', { projects: { cost: '1' } }, ['wrongShape /projects']],
    ['an item that is none', { projects: ['1'] }, ['wrongShape /projects/0']],
    ['too many items', { projects: [{}, {}, {}, {}] }, ['tooManyItems /projects']],
    ['a prototype', JSON.parse('{"__proto__": {"big": true}}'), ['unknownFact /__proto__']],
    ['a constructor', { constructor: 1 }, ['unknownFact /constructor']],
    ['a series by year', { 'enterprise.output': { 2021: '5亿', 2022: null } }, []],
    ['a year that is none', { 'enterprise.output': { 1: '5亿' } }, ['unknownFact /enterprise.output/1']],
  ])('%s', (_, raw, problems) => {
    expect(read(raw)).toEqual(problems);
  });

  test('an item that is left out or given as null is in the list and unknown', () => {
    const items = (raw: Record<string, unknown>): unknown => {
      const { answers } = readAnswers(dictionary, raw);
      return answers.lists.get('projects')?.map(({ size }) => size);
    };
    expect(items({ 'projects.2.cost': '1' })).toEqual([0, 1]);
    expect(items({ 'projects.2.cost': null })).toEqual([0, 0]);
  });

  test('the most similar name is suggested', () => {
    const [problem] = readAnswers(dictionary, { 'enterprise.incom': '1' }).problems;
    expect(problem?.nearest).toBe('enterprise.income');
  });

  test('without answers nothing is known; an empty list is empty', () => {
    const { answers } = readAnswers(dictionary, { projects: [], 'enterprise.big': null });
    expect(answers.lists.get('projects')).toEqual([]);
    expect(answers.values.size).toBe(0);
    expect(readAnswers(dictionary, {}).answers.lists.has('projects')).toBe(false);
  });
});
