import { expect, test } from 'vitest';
import { buildCatalogue, canonicalJson, compilePolicy } from '../../../../clauses/authoring.ts';
import { context, findingLine, frontMatter, markedBody, must } from '../policy-in-yaml.ts';

const TEXT = '<Clause id="a">收入达500万元的，给予6%奖补，单个企业不超过200万元。</Clause>';

/** Compiles the clause of {@link TEXT} with one example. */
function run(example: string): string[] {
  const yaml = `{ clauses: [{ id: a,
    when: { fact: enterprise.revenue, atLeast: 500万元 },
    award: { type: money, exactly: { rate: 6%, of: enterprise.revenue } },
    limits: [{ type: cap, amount: 200万元, per: enterprise }],
    examples: [
      { name: 正好, facts: { enterprise.revenue: 500万元 }, expect: { verdict: eligible } },
      { name: 试, like: 正好, ${example} }] }] }`;
  return compilePolicy(frontMatter(yaml), markedBody(TEXT), context).findings.map(findingLine);
}

const RIGHT = [
  'facts: {}, expect: { verdict: eligible, least: 30万元, most: 30万元, missing: [], authority: [] }',
  "facts: { enterprise.revenue: '4999999.99' }, expect: { verdict: ineligible, amount: ineligible }",
  'facts: { enterprise.revenue: 1亿元 }, expect: { least: 200万元 }',
  'facts: { enterprise.revenue: null }, expect: { verdict: undetermined, least: [30万元, 200万元], missing: [enterprise.revenue] }',
  'facts: {}, expect: { granted: 30万元, atMost: 300000元 }',
];

test.each(RIGHT)('the example {%s} agrees with the result', (example) => {
  expect(run(example)).toEqual([]);
});

const at = 'clauses/0/examples/1';
const BOTH = '请先核对规则和原文；规则没有错，才改算例。';
const WRONG: readonly (readonly [example: string, found: string])[] = [
  [
    'facts: {}, expect: { verdict: ineligible }',
    `exampleWrong ${at}/expect/verdict: 算例“试”：结果应当是 ineligible（不符合），算出来是 eligible（符合）。${BOTH}`,
  ],
  [
    'facts: {}, expect: { least: 31万元 }',
    `exampleWrong ${at}/expect/least: 算例“试”：确定给予的金额应当是 310000元，算出来是 300000元。${BOTH}`,
  ],
  [
    'facts: { enterprise.revenue: null }, expect: { most: [0元, 无上限] }',
    `exampleWrong ${at}/expect/most: 算例“试”：最多可能给予的金额应当是 0元以上，无上限，算出来是 300000元至2000000元。${BOTH}`,
  ],
  [
    'facts: {}, expect: { amount: notStated }',
    `exampleWrong ${at}/expect/amount: 算例“试”：没有金额的原因应当是 notStated（文件未写明），算出来是 没有这一项。${BOTH}`,
  ],
  [
    'facts: {}, expect: { missing: [enterprise.local] }',
    `exampleWrong ${at}/expect/missing: 算例“试”：还缺的填报项应当是 enterprise.local，算出来是 没有。${BOTH}`,
  ],
  [
    'facts: {}, expect: { least: 三十万 }',
    `exampleAmount ${at}/expect/least: 看不懂金额“三十万”，请写成 30万元、'4999999.99' 或者 无上限。`,
  ],
  [
    'facts: { enterprise.revenu: 1万元 }, expect: { verdict: eligible }',
    `exampleAnswer ${at}/facts/enterprise.revenu: 回答“enterprise.revenu”不对：facts.yaml 里没有这个填报项，是不是“enterprise.revenue”。`,
  ],
  [
    'facts: { enterprise.revenue: 很多 }, expect: { verdict: eligible }',
    `exampleAnswer ${at}/facts/enterprise.revenue: 回答“enterprise.revenue”不对：“很多”无法识别，请写成 "5000000"、"1,200.50"、"1200万" 的样子，单位元。`,
  ],
  [
    'facts: {}, expect: { readings: { base: { one: { verdict: eligible } } } }',
    `exampleReading ${at}/expect/readings/base: 计算结果里没有“base”，或者各种理解的结果都相同。有：（没有）。`,
  ],
];

test.each(WRONG)('%s is reported', (example, found) => {
  expect(run(example)).toEqual([found]);
});

test('an example takes over the date of the one that it is like', () => {
  const yaml = (second: string): string => `{ clauses: [{ id: a,
    award: { type: money, exactly: { cases: [{ when: { quantity: asOf, lessThan: 2026-01-01 }, then: 1万元 }], otherwise: 2万元 } },
    examples: [
      { name: 早, asOf: 2025-01-01, facts: {}, expect: { least: 1万元 } },
      { name: 同, like: 早, facts: {}, expect: { least: 1万元 } },
      { name: 晚, like: 同, ${second} facts: {}, expect: { least: 2万元 } }] }] }`;
  const text = '<Clause id="a">奖励1万元；2026年1月1日起2万元</Clause>';
  const differ = (second: string): readonly string[] =>
    compilePolicy(frontMatter(yaml(second)), markedBody(text), context)
      .findings.filter(({ code }) => code === 'exampleWrong')
      .map(findingLine);
  expect(differ('asOf: 2026-01-01,')).toEqual([]);
  expect(differ('')).toHaveLength(1);
});

test('a wrong answer is reported once, with the number of examples that take it over', () => {
  const yaml = `{ clauses: [{ id: a, award: { type: money, exactly: 1万元 }, examples: [
    { name: 一, facts: { enterprise.revenue: 很多 }, expect: { least: 1万元 } },
    { name: 二, like: 一, facts: {}, expect: { least: 1万元 } },
    { name: 三, like: 二, facts: {}, expect: { least: 1万元 } },
    { name: 四, like: 一, facts: { enterprise.revenue: 1元 }, expect: { least: 1万元 } },
    { name: 五, facts: { enterprise.revenue: 很多 }, expect: { least: 1万元 } }] }] }`;
  const { findings } = compilePolicy(
    frontMatter(yaml),
    markedBody('<Clause id="a">奖励1万元</Clause>'),
    context,
  );
  const wrong =
    '回答“enterprise.revenue”不对：“很多”无法识别，请写成 "5000000"、"1,200.50"、"1200万" 的样子，单位元。';
  expect(findings.map(findingLine)).toEqual([
    `exampleAnswer clauses/0/examples/0/facts/enterprise.revenue: ${wrong}还有 2 个算例沿用了它，改好这一处就都好了。`,
    `exampleAnswer clauses/0/examples/4/facts/enterprise.revenue: ${wrong}`,
  ]);
});

test('the repaired line is as authors write it', () => {
  const yaml = `{ clauses: [{ id: a, award: { type: money, exactly: 1234567.8元 },
    examples: [{ name: 一, facts: {}, expect: { least: 1元, most: [1元, 2元] } }] }] }`;
  const { findings } = compilePolicy(
    frontMatter(yaml),
    markedBody('<Clause id="a">奖励1234567.8元</Clause>'),
    context,
  );
  expect(findings.map((each) => each.fix)).toEqual(Array(2).fill('least: 1234567.80元\nmost: 1234567.80元'));
});

test('a policy without a finding is compiled; one error withholds it', () => {
  const yaml = (least: string): string => `{ clauses: [{ id: a, award: { type: money, exactly: 1万元 },
    examples: [{ name: 一, facts: {}, expect: { least: ${least} } }] }] }`;
  const compile = (least: string) =>
    compilePolicy(frontMatter(yaml(least)), markedBody('<Clause id="a">奖励1万元</Clause>'), context);
  expect(compile('1万元').policy?.clauses[0]?.sentences).toEqual(['奖励1万元']);
  expect(compile('2万元').policy).toBeUndefined();
});

test('marks name existing parts, and every part has a mark', () => {
  const yaml =
    '{ clauses: [{ id: grant, award: { type: register }, examples: [{ name: 一, facts: {}, expect: { verdict: eligible } }] }], targets: [{ id: t, indicator: enterprises, citation: 一, total: 8家 }] }';
  const text = '<Clause id="grnat">入库</Clause><Clause id="t">8家</Clause><Plain>多少</Plain>';
  const { findings } = compilePolicy(frontMatter(yaml), markedBody(text), context);
  expect(findings.map(findingLine)).toEqual([
    'unknownMark @0: 正文标了“grnat”，但开头没有这个条款或目标，是不是“grant”？',
    'wrongMark @30: “t”要用 <Target> 标出。',
    'plainWithoutReason @56: <Plain> 要写 reason，说明这里的数字为什么不是规则。',
    'unmarked clauses/0/id: “grant”在正文里没有标出，请用 <Clause id="grant"> 把它的原文包起来。',
  ]);
});

test('a catalogue has the same bytes whatever the order of its policies', () => {
  const compile = (id: string) =>
    must(compilePolicy(frontMatter('{}'), markedBody(''), { ...context, id }).policy);
  const [a, b] = [compile('testshi/a'), compile('testshi/b')];
  const hash = (text: string): string => `length-${text.length}`;
  const catalogue = buildCatalogue('testshi', [b, a], hash);
  expect(catalogue).toEqual(buildCatalogue('testshi', [a, b], hash));
  const { hash: _, ...content } = catalogue;
  expect(catalogue.hash).toBe(hash(canonicalJson(content)));
  expect(catalogue.policies.map((policy) => policy.id)).toEqual(['testshi/a', 'testshi/b']);
  expect(canonicalJson({ b: [1, null, undefined], a: { d: '二', c: true } })).toBe(
    '{"a":{"c":true,"d":"二"},"b":[1,null,null]}',
  );
});

test('where least and most are both wrong, the repair gives both', () => {
  const yaml = `{ clauses: [{ id: a, award: { type: money, exactly: 10万元 },
    examples: [{ name: 一, facts: {}, expect: { least: 1万元, most: 2万元 } }] }] }`;
  const body = markedBody('<Clause id="a">奖励10万元。</Clause>');
  const { findings } = compilePolicy(frontMatter(yaml), body, context);
  expect(findings.map(({ fix }) => fix)).toEqual([
    'least: 10万元\nmost: 10万元',
    'least: 10万元\nmost: 10万元',
  ]);
});

test('of many wrong examples of a clause three are reported, and the number of the others', () => {
  const examples = [1, 2, 3, 4, 5].map((n) => `{ name: 例${n}, facts: {}, expect: { least: ${n}万元 } }`);
  const yaml = `{ clauses: [{ id: a, award: { type: money, exactly: 10万元 }, examples: [${examples.join(', ')}] }] }`;
  const body = markedBody('<Clause id="a">奖励10万元。</Clause>');
  const { findings } = compilePolicy(frontMatter(yaml), body, context);
  expect(findings.map(findingLine).slice(3)).toEqual([
    'exampleMore clauses/0/examples: 另有 2 个算例算出来也同写的不同。请先改好上面的，再检查一次。',
  ]);
  expect(findings).toHaveLength(4);
});

test('an example changes one answer of a list that another one gives as a whole', () => {
  const yaml = `{ clauses: [{ id: a, for: projects, when: { fact: projects.done, is: true },
    award: { type: money, exactly: 10万元 },
    examples: [
      { name: 两个, facts: { projects: [{ done: true }, { done: true }] }, expect: { least: 20万元 } },
      { name: 一个, like: 两个, facts: { projects.2.done: false }, expect: { least: 10万元 } }] }] }`;
  const text = '<Clause id="a">每个项目奖励10万元。</Clause>';
  expect(compilePolicy(frontMatter(yaml), markedBody(text), context).findings.map(findingLine)).toEqual([]);
});
