import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Clause, Dictionary, Policy, Quantity } from '../../../clauses/index.ts';
import { subtree } from '../../../clauses/language.ts';
import { loadContent } from '../../../site/content/load/load-content.ts';
import { comparable } from '../../../site/content/publish/comparable.ts';
import { vocabulary } from '../../../views/wording/names.ts';
import { sayLiteral } from '../../../views/wording/rules/literal.ts';
import { summary } from '../../../views/wording/rules/summary.ts';
import { requiredOf } from '../../../views/wording/rules/thresholds.ts';
import { fixture, here, readInWorld, world } from '../../content/fixtures.ts';

interface Case {
  readonly name: string;
  readonly clause: Clause;
  readonly policy: Policy;
  readonly dictionary: Dictionary;
}

const folders = ['content', ...readdirSync(join(here, 'trials')).map((name) => join(here, 'trials', name))];
const published = folders.flatMap((folder) => {
  const { dictionary, policies } = loadContent(folder);
  return policies.map(({ policy }) => ({ name: policy.id, policy, dictionary }));
});
const shapes = readdirSync(join(here, 'shapes')).map((file) => ({
  name: file,
  policy: readInWorld(fixture(`shapes/${file}`)).policy,
  dictionary: world.dictionary,
}));
const cases = [...published, ...shapes].flatMap(({ name, policy, dictionary }): readonly Case[] =>
  policy === undefined || dictionary === undefined
    ? []
    : policy.clauses.map((clause) => ({ name: `${name} ${clause.id}`, clause, policy, dictionary })),
);

/** The clauses of a form of the manual. */
function ofShape(file: string): readonly Case[] {
  const found = cases.filter(({ name }) => name.startsWith(`${file}.mdx `));
  if (found.length === 0) throw new Error(`no form ${file}`);
  return found;
}

const say = ({ clause, policy, dictionary }: Case): string => summary(clause, policy, vocabulary(dictionary));

/** The figures that an award can come to, as authors wrote them; none of its conditions. */
function figuresOf(quantity: Quantity | null | undefined): readonly string[] {
  return subtree(quantity).flatMap((part) => {
    if (part.op === 'bands') return part.rows.flatMap(({ rate }) => figuresOf(rate));
    if (part.op !== 'cases' || part.cases.every(({ when }) => when.op === 'reading')) return [];
    return [...part.cases.map(({ then }) => then), part.otherwise].flatMap(figuresOf);
  });
}

test('a line has no empty part, no comma at its ends and balanced brackets', () => {
  expect(cases.length).toBeGreaterThan(150);
  for (const each of cases) {
    const line = say(each);
    expect(line, each.name).not.toMatch(/^[，；、]|[，；、]$|，，|；；|（）|undefined|NaN/);
    expect(line.trim(), each.name).not.toBe('');
    expect(line.split('（').length, each.name).toBe(line.split('）').length);
  }
});

test('a line has every figure of its cases and bands', () => {
  for (const each of cases)
    for (const figure of figuresOf(each.clause.award?.most ?? each.clause.award?.least))
      expect(say(each), each.name).toContain(sayLiteral(figure));
});

test('everything that a clause requires stands in its conditions, alternatives joined by 或者', () => {
  for (const { name, clause, policy, dictionary } of cases) {
    const { conditions, thresholds } = comparable(clause, policy, vocabulary(dictionary));
    for (const required of requiredOf(clause.when)) {
      if (required.op === 'any' && required.of.every(({ op }) => op === 'compare'))
        expect(conditions, name).toContain('，或者 ');
      for (const part of subtree(required))
        if (part.op === 'authority') expect(conditions, name).toContain(part.text);
    }
    for (const threshold of thresholds.split('；')) expect(conditions, name).toContain(threshold);
    expect(thresholds, name).not.toMatch(/超过 0 (?:[人件家项]|个(?!月))/);
  }
});

test('a count is not sorted as money', () => {
  for (const { name, clause, policy, dictionary } of cases) {
    if (clause.limits.length === 0 || clause.limits.some(({ type }) => type !== 'items')) continue;
    const { caps, numbers } = comparable(clause, { ...policy, clauses: [clause] }, vocabulary(dictionary));
    expect(caps.value, name).toBeUndefined();
    expect(numbers.caps, name).toEqual([]);
  }
});

test.each([
  ['16-whole-tiers', '固定资产投资额的下列比例（不满 500 万元 2%，500 万元以上 4%）'],
  ['16-marginal-tiers', '固定资产投资额的下列比例（不满 500 万元的部分 2%，500 万元以上的部分 4%）'],
  [
    '17-tiers-of-another',
    '支付的贷款利息的下列比例（固定资产投资额：不满 1000 万元 30%，1000 万元以上 50%）',
  ],
  ['15-rate-by-class', '购买设备投资额的下列比例（智能化项目 20%，其他 10%），每个项目最高 100 万元'],
  ['13-respectively', '下列数额（国家级 50 万元、省级 20 万元、市级 5 万元），一次性'],
  ['20-sum-of-parts', '20 万元，加 通过认证的 5 万元'],
  ['22-per-unit', '新招用的技师每人 8000 元'],
])('the form %s: %s', (file, line) => {
  const [first] = ofShape(file);
  expect(first && say(first)).toBe(line);
});

test('a threshold that depends on a class is said with its class', () => {
  const [first] = ofShape('04-threshold-by-class');
  const said = first && comparable(first.clause, first.policy, vocabulary(first.dictionary));
  expect(said?.thresholds).toBe(
    '（企业类别：制造，并且 固定资产投资额 达到 500 万元），或者 （企业类别：服务，并且 固定资产投资额 达到 200 万元）',
  );
  expect(said?.numbers.thresholds).toEqual([]);
});

test('so many of several conditions are said with their number', () => {
  const [first] = ofShape('02-at-least-n');
  const said = first && comparable(first.clause, first.policy, vocabulary(first.dictionary));
  expect(said?.conditions).toBe('其中至少符合 2 项：规模以上企业、有出口、通过认证');
});

test('a limit that another clause states is named by every clause below it', () => {
  for (const each of ofShape('30-cap-of-applicant')) {
    if (each.clause.kind === 'limit') continue;
    const { caps } = comparable(each.clause, each.policy, vocabulary(each.dictionary));
    expect(caps.text).toMatch(/^另受“.+”限制$/);
    expect(say(each)).toContain(caps.text);
  }
});
