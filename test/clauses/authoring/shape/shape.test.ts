import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import {
  compilePolicy,
  dictionarySchema,
  indicatorsSchema,
  issueKinds,
  jurisdictionsSchema,
  policySchema,
  readDictionary,
  readIndicators,
  readJurisdictions,
  readTerms,
  termsSchema,
} from '../../../../clauses/authoring.ts';
import { compileYaml, context, findingLine, foundIn, frontMatter, markedBody } from '../policy-in-yaml.ts';

const CLAUSES: readonly (readonly [yaml: string, found: string])[] = [
  ['titel: 测试', 'unknownKey clauses/0/titel: 不认识“titel”，是不是“title”？'],
  ['citation: null', 'missingKey clauses/0: 缺少“citation”，请补上。'],
  ['administrators: 市工信局', 'wrongForm clauses/0/administrators: 这里应当是列表 [……]，现在是市工信局。'],
  [
    'award: { type: cash, exactly: 1万元 }',
    'wrongChoice clauses/0/award/type: “cash”不能用在这里。可以写：money、voucher、price、title、register、priority、tax、service。',
  ],
  [
    'award: { type: moeny, exactly: 1万元 }',
    'wrongChoice clauses/0/award/type: “moeny”不能用在这里，是不是“money”？可以写：money、voucher、price、title、register、priority、tax、service。',
  ],
  [
    'award: { type: money, exactly: 1万元, piad: once }',
    'unknownKey clauses/0/award/piad: 不认识“piad”，是不是“paid”？',
  ],
  [
    'award: { type: money, between: [1万元] }',
    'wrongCount clauses/0/award/between: “between”这里要正好 2 项。',
  ],
  [
    'when: { fact: enterprise.revenue, atleast: 1万元 }',
    'unknownKey clauses/0/when/atleast: 不认识“atleast”，是不是“atLeast”？',
  ],
  [
    'when: { all: [{ fact: enterprise.local, iss: true }] }',
    'unknownKey clauses/0/when/all/0/iss: 不认识“iss”，是不是“is”？',
  ],
  [
    'when: { all: [{ any: [{ fact: enterprise.revenue, atLeast: { rat: 6%, of: 1万元 } }] }] }',
    'unknownKey clauses/0/when/all/0/any/0/atLeast/rat: 不认识“rat”，是不是“rate”？',
  ],
  [
    'examples: [{ name: 一, facts: {}, expect: { verdict: yes } }]',
    'wrongChoice clauses/0/examples/0/expect/verdict: “yes”不能用在这里。可以写：eligible、ineligible、undetermined。',
  ],
  [
    'examples: [{ name: 一, asOf: 2022年, facts: {}, expect: { verdict: eligible } }]',
    'wrongText clauses/0/examples/0/asOf: “2022年”写法不对，应当是：2022-08-15 这样的日期。',
  ],
];

test.each(CLAUSES)('a clause with %s', (yaml, found) => {
  expect(foundIn(yaml)).toEqual([found]);
});

test('a condition of no known form names the forms', () => {
  const [found] = foundIn('when: 500');
  expect(found).toContain('unknownForm clauses/0/when: 看不懂500。这里可以写：');
});

test('an id is in small letters', () => {
  expect(compileYaml('{ clauses: [{ id: Cloud }] }').findings.map(findingLine)).toEqual([
    'wrongText clauses/0/id: “Cloud”写法不对，应当是：小写英文字母、数字和连字符，如 equipment-award。',
  ]);
});

const HEADS: readonly (readonly [yaml: string, found: string])[] = [
  ['title: [一]', 'wrongForm title: 这里应当是文字，现在是["一"]。'],
  ['issuer: 甲', 'unknownKey issuer: 不认识“issuer”，是不是“issuers”？'],
  [
    'printedOn: 2022年8月15日',
    'wrongText printedOn: “2022年8月15日”写法不对，应当是：2022-08-15 这样的日期。',
  ],
  ['printedOn: 2022-02-30', 'badDate printedOn: 日历里没有“2022-02-30”这一天。'],
  ['issuedOn: 2020-01-02, printedOn: 2020-01-01', 'dateOrder printedOn: 印发日期早于成文日期，请核对。'],
  [
    'effectiveFrom: 2020-01-02, effectiveTo: 2020-01-01',
    'dateOrder effectiveTo: 失效日期早于施行日期，请核对。',
  ],
  ['planYears: { from: 2022, to: 2018 }', 'dateOrder planYears: 终止年份早于起始年份，请核对。'],
  [
    'textDigest: abc',
    'wrongText textDigest: “abc”写法不对，应当是：由 npm run check -- --accept 写入的正文指纹。',
  ],
  ['clauses: 一', 'wrongForm clauses: 这里应当是列表 [……]，现在是一。'],
];

test.each(HEADS)('a head with %s', (yaml, found) => {
  expect(compileYaml(`{ ${yaml} }`, '2020年1月1日至2日').findings.map(findingLine)).toEqual([found]);
});

test('everything wrong is found at once: form in one clause, meaning in the next', () => {
  expect(
    compileYaml('{ clauses: [{ id: a, titel: 一 }, { id: b, for: project }] }').findings.map(
      (each) => each.code,
    ),
  ).toEqual(['unknownKey', 'unknownList']);
});

test('a clause with a mistake of form is no unknown clause for the others', () => {
  const limit = '{ id: b, limits: [{ type: cap, amount: 1万元, per: enterprise, over: [a] }] }';
  expect(
    compileYaml(`{ clauses: [{ id: a, titel: 一 }, ${limit}] }`).findings.map((each) => each.code),
  ).toEqual(['unknownKey']);
});

test.each<[string, string, string]>([
  ['{ clauses: [{ id: a, unused: ~ }] }', 'clauses/0/unused', 'unused'],
  ['{ clauses: [{ id: a, when: ~ }] }', 'clauses/0/when', 'when'],
  ['{ audience: ~ }', 'audience', 'audience'],
])('a key with nothing behind it: %s', (yaml, path, key) => {
  const raw = { ...frontMatter('{}'), ...parse(yaml) };
  const { findings } = compilePolicy(raw, markedBody(''), context);
  expect(findings.map(findingLine)).toContain(
    `emptyKey ${path}: “${key}”后面是空的，请填上；文件没有写明、可以不写的，删去这一行。`,
  );
});

test('a key that belongs to another part is reported as misplaced, not as misspelt', () => {
  expect(
    compileYaml(
      '{ targets: [{ id: t, indicator: enterprises, citation: 一, total: { atLeast: 8家, growth: true } }] }',
    ).findings.map(findingLine),
  ).toEqual([
    'misplacedKey targets/0/total/growth: “growth”不能写在这里，它用在：工作目标。请移到该写的那一层，或者删去。',
  ]);
});

test('several words in one entry of a list are reported, with the repaired list', () => {
  const { findings } = compileYaml(
    '{ topics: [技术改造，设备], issuers: [测试市人民政府], clauses: [{ id: a, administrators: [市工信局、市财政局；市税务局, 各县（市、区）人民政府] }] }',
  );
  expect(findings.map(({ code, fix }) => [code, fix])).toEqual([
    ['runTogether', 'topics: [技术改造, 设备]'],
    ['runTogether', 'administrators: [市工信局, 市财政局, 市税务局, 各县（市、区）人民政府]'],
  ]);
});

test('a jurisdiction that the table does not have', () => {
  const { findings } = compilePolicy(frontMatter('{}'), markedBody(''), {
    ...context,
    jurisdiction: 'testshl',
  });
  expect(findings.map(findingLine)).toEqual([
    "unknownJurisdiction : jurisdictions.yaml 里没有辖区“testshl”，是不是“testshi”？新的辖区要先在 content/jurisdictions.yaml 里加一行，如 - { slug: longnan, name: 龙南市, code: '360783', parent: ganzhou }；code 是行政区划代码，parent 是上一级，上一级没有的也先加一行。",
  ]);
});

test('no article of an anchor that the text does not have', () => {
  const body = { ...markedBody(''), anchors: ['p-1', 'p-2'] };
  const { findings } = compilePolicy(frontMatter('{ articles: { p-1: rule, q-2: target } }'), body, context);
  expect(findings.map(findingLine)).toEqual([
    'unknownArticle articles/q-2: 正文里没有段落“q-2”，是不是“p-2”？',
  ]);
});

/** JSON that looks like front matter often enough to reach the compiler. */
const KEYS = Object.keys(z.toJSONSchema(policySchema).properties ?? {});
const WORDS = [
  'when',
  'award',
  'limits',
  'all',
  'any',
  'fact',
  'is',
  'atLeast',
  'rate',
  'of',
  'id',
  'over',
  'for',
  'cases',
];
const value = fc.letrec((tie) => ({
  node: fc.oneof(
    { depthSize: 'small' },
    fc.oneof(
      fc.constantFrom('a', '500万元', 'enterprise.revenue', 'projects', '2020-01-01', '__proto__'),
      fc.string(),
    ),
    fc.oneof(fc.integer(), fc.double(), fc.boolean(), fc.constant(null)),
    fc.array(tie('node'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.constantFrom(...WORDS, ...KEYS), fc.string()), tie('node'), { maxKeys: 5 }),
  ),
})).node;

test('compiling never throws, whatever the file contains', () => {
  fc.assert(
    fc.property(value, fc.dictionary(fc.constantFrom(...KEYS), value), (loose, part) => {
      for (const raw of [loose, part, { ...frontMatter('{}'), ...part }])
        expect(compilePolicy(raw, markedBody(''), context).findings).toBeInstanceOf(Array);
      for (const read of [readDictionary, readIndicators, readJurisdictions, readTerms])
        expect(read(loose).findings).toBeInstanceOf(Array);
    }),
    { numRuns: 300 },
  );
});

test('every key of every schema has a description for authors', () => {
  for (const schema of [policySchema, dictionarySchema, jurisdictionsSchema, indicatorsSchema, termsSchema])
    expect(undescribed(z.toJSONSchema(schema), '')).toEqual([]);
});

function undescribed(node: unknown, path: string): string[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, each]): string[] => {
    const here = `${path}/${key}`;
    if (key !== 'properties') return undescribed(each, here);
    return Object.entries(each as object).flatMap(([name, property]) => [
      ...('description' in property || '$ref' in property ? [] : [`${here}/${name}`]),
      ...undescribed(property, `${here}/${name}`),
    ]);
  });
}

test('every kind of issue states a cause and an example', () => {
  for (const [code, kind] of Object.entries(issueKinds)) {
    expect(kind.cause, code).toMatch(/[。；]$/);
    expect(kind.example, code).not.toBe('');
  }
});

test.each([
  ['2026/10/28', '2026-10-28'],
  ['2026.9.5', '2026-09-05'],
  ['２０２６年１０月２８日', '2026-10-28'],
  ['二〇二六年十月二十八日', '2026-10-28'],
  ['2026年10月', undefined],
  ['2026/13/45', undefined],
])('a date written as %s is repaired to %s', (given, fix) => {
  const found = compileYaml(`{ printedOn: '${given}' }`).findings.find(({ code }) => code === 'wrongText');
  expect([found !== undefined, found?.fix]).toEqual([true, fix]);
});
