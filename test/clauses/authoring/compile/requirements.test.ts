import { expect, test } from 'vitest';
import { readAnswers } from '../../../../clauses/answering.ts';
import { buildCatalogue, compilePolicy } from '../../../../clauses/authoring.ts';
import { defaultExplainers, traceOf } from '../../../../clauses/explain.ts';
import { check, prepareCatalogues } from '../../../../clauses/index.ts';
import { compileYaml, context, findingLine, frontMatter, markedBody, must } from '../policy-in-yaml.ts';

const local = '{ fact: enterprise.local, is: true }';
const failing = '{ name: 不在本地, facts: { enterprise.local: false }, expect: { verdict: ineligible } }';

/** A requirement on two of three clauses; the third only limits. */
function policy(requirement: string, clauses = ''): string {
  return `{ requirements: [{ id: r, citation: 一, ${requirement} }], clauses: [
    { id: a, when: { fact: enterprise.revenue, atLeast: 100万元 }, examples: [{ name: 正好, facts: { enterprise.revenue: 100万元 }, expect: { verdict: eligible } }] },
    { id: b, examples: [{ name: 符合, facts: {}, expect: { verdict: eligible } }] }, ${clauses}
    { id: c, award: null, limits: [{ type: cap, amount: 15万元, per: enterprise, over: [a, b] }],
      examples: [{ name: 合计, facts: { enterprise.revenue: 100万元 }, expect: { granted: 15万元 } }] }] }`;
}

const TEXT = `<Clause id="r">申报主体应当在本地注册。</Clause>
<Clause id="a">收入100万元以上的，奖励10万元。</Clause>
<Clause id="b">奖励10万元。</Clause>
<Clause id="c">合计不超过15万元。</Clause>`;

const GOOD = policy(
  `clauses: all, when: ${local}, assume: { enterprise.local: true }, examples: [${failing}]`,
);

test('the condition is joined to those of each clause concerned, and its sentences come along', () => {
  const { policy: compiled, findings } = compilePolicy(frontMatter(GOOD), markedBody(TEXT), context);
  expect(findings.map(findingLine)).toEqual([]);
  const [a, b, c] = must(compiled).clauses;
  const asked = { op: 'oneOf', fact: 'enterprise.local', options: [1] };
  expect(a?.when).toMatchObject({ op: 'all', of: [{ op: 'compare' }, asked] });
  expect(b?.when).toEqual({ op: 'all', of: [asked] });
  expect(c?.when).toBeUndefined();
  const requirement = {
    id: 'testshi/2020-1#r',
    title: '申报条件',
    citation: '一',
    sentences: ['申报主体应当在本地注册。'],
  };
  expect(a?.requirements).toEqual([{ ...requirement, path: '/when/of/1' }]);
  expect(b?.requirements).toEqual([{ ...requirement, path: '/when/of/0' }]);
  expect(c?.requirements).toBeUndefined();
});

test('the trace of a requirement cites its own sentence', () => {
  const compiled = must(compilePolicy(frontMatter(GOOD), markedBody(TEXT), context).policy);
  const prepared = prepareCatalogues(context.dictionary, [buildCatalogue('testshi', [compiled], () => '')]);
  const { answers } = readAnswers(context.dictionary, { 'enterprise.local': false });
  const request = { answers, asOf: '2020-06-01', jurisdiction: 'testshi', clauses: ['testshi/2020-1#a'] };
  const [result] = check(prepared, { ...request, ...defaultExplainers, trace: traceOf }).clauses;
  const cited = result?.trace.flatMap((step) =>
    step.step === 'condition' ? [[step.path, step.sentence]] : [],
  );
  expect(Object.fromEntries(cited ?? [])).toMatchObject({
    '/when/of/0': '收入100万元以上的，奖励10万元。',
    '/when/of/1': '申报主体应当在本地注册。',
  });
  expect(result?.reasons).toEqual([{ code: 'condition', path: '/when/of/1' }]);
});

test('an undertaking for several clauses is written and marked once', () => {
  const yaml = policy('clauses: [a], undertakings: [申报主体应当在本地注册]');
  const { policy: compiled, findings } = compilePolicy(frontMatter(yaml), markedBody(TEXT), context);
  expect(findings.map(findingLine)).toEqual([]);
  expect(must(compiled).clauses.map(({ undertakings }) => undertakings)).toEqual([
    ['申报主体应当在本地注册'],
    [],
    [],
  ]);
  expect(must(compiled).clauses[0]?.when).toMatchObject({ op: 'compare' });
});

test('its figures are compared with its own sentence once', () => {
  const yaml = policy(
    `clauses: all, when: { fact: enterprise.staff, atLeast: 20人 }, assume: { enterprise.staff: 20 },
     examples: [{ name: 少一人, facts: { enterprise.staff: 19 }, expect: { verdict: ineligible } }]`,
  );
  const text = TEXT.replace('在本地注册', '新招30人以上');
  expect(compilePolicy(frontMatter(yaml), markedBody(text), context).findings.map(findingLine)).toEqual([
    'figureMismatch requirements/0/when/atLeast: 规则写的是“20人”，原文是“30人”，请核对。',
  ]);
});

test('a reading of a requirement is one and the same for all its clauses', () => {
  const yaml = policy(
    `clauses: all, readings: [{ id: where, question: 在哪里？, options: { here: 本地, any: 各地 } }],
     when: { any: [${local}, { reading: where, is: any }] }, assume: { enterprise.local: true },
     examples: [{ name: 不在本地, facts: { enterprise.revenue: 100万元, enterprise.local: false }, expect: { verdict: undetermined,
       readings: { where: { here: { verdict: ineligible }, any: { verdict: eligible } } } } }]`,
  );
  const { policy: compiled, findings } = compilePolicy(frontMatter(yaml), markedBody(TEXT), context);
  expect(findings.map(findingLine)).toEqual([]);
  const prepared = prepareCatalogues(context.dictionary, [
    buildCatalogue('testshi', [must(compiled)], () => ''),
  ]);
  const { answers } = readAnswers(context.dictionary, {
    'enterprise.local': false,
    'enterprise.revenue': '1000000',
  });
  const { totals } = check(prepared, {
    ...defaultExplainers,
    answers,
    asOf: '2020-06-01',
    jurisdiction: 'testshi',
  });
  expect(totals.readings.map(({ options }) => options.map(({ granted }) => granted.max))).toEqual([
    ['0.00', '150000.00'],
  ]);
});

const BAD: readonly (readonly [requirement: string, found: string])[] = [
  [
    `clauses: [a, d], when: ${local}, examples: [${failing}]`,
    'unknownClause requirements/0/clauses/1: 这个文件里没有条款“d”，是不是“a”？',
  ],
  [
    `clauses: [c], when: ${local}, examples: [${failing}]`,
    'clauseWithoutAward requirements/0/clauses/0: 条款“c”没有奖补，不能写在这里。',
  ],
  [
    `clauses: { allBut: [a, b] }, when: ${local}, examples: [${failing}]`,
    'requirementIdle requirements/0/clauses: 这里没有选中任何有奖补的条款。请写 clauses: all，或者列出适用的条款。',
  ],
  [
    `clauses: [a], for: projects, when: { fact: projects.done, is: true }, examples: [${failing}]`,
    'requirementList requirements/0/for: 条款“测试条款”没有写 for: projects，这一要求不能用于它。请用 clauses 列出适用的条款。',
  ],
  [
    `clauses: all, when: ${local}, assume: { enterprise.local: 好 }, examples: [${failing}]`,
    'exampleAnswer requirements/0/assume/enterprise.local: 回答“enterprise.local”不对：“好”无法识别，请写 true 或 false。',
  ],
  [`clauses: all, when: ${local}, examples: []`, 'noExamples requirements/0/examples'],
];

test.each(BAD)('%s is refused', (requirement, found) => {
  const findings = compileYaml(policy(requirement)).findings.map(findingLine);
  expect(findings.filter((each) => each.startsWith(found))).toHaveLength(1);
});

test('an example may be like one of a clause before it, named with that clause', () => {
  const like = (name: string): string =>
    policy(
      `clauses: all, when: ${local}, examples: [${failing}]`,
      `{ id: d, examples: [{ name: 同上, like: ${name}, facts: {}, expect: { verdict: eligible } }] },`,
    );
  const [, , example] = compileYaml(like('a:正好')).examples;
  expect(example?.examples[0]?.facts).toEqual({ 'enterprise.revenue': '100万元' });
  expect(compileYaml(like('a:正号')).findings.map(findingLine)).toContain(
    'exampleLike clauses/2/examples/0/like: 前面没有算例“a:正号”，是不是“a:正好”？',
  );
});
