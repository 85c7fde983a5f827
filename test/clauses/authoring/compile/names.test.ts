import { expect, test } from 'vitest';
import { auditOf, clauseOf, foundIn } from '../policy-in-yaml.ts';

const award = 'award: { type: money, exactly: { name: half } }';
const revenue = { op: 'fact', fact: 'enterprise.revenue' };

test('a name compiles to its quantity wherever it is used', () => {
  const { when, award: granted } = clauseOf(
    `names: { half: { rate: 50%, of: enterprise.revenue } }, when: { quantity: { name: half }, atLeast: 1万元 }, ${award}`,
  );
  const half = { op: 'product', of: [{ op: 'number', value: '0.5', text: '50%' }, revenue] };
  expect(when).toMatchObject({ op: 'compare', left: half });
  expect(granted?.least).toEqual(half);
});

test('a name may use those before it', () => {
  const names =
    'names: { all: { total: projects.cost, over: projects }, half: { rate: 50%, of: { name: all } } }';
  expect(clauseOf(`${names}, ${award}`).award?.least).toMatchObject({ of: [{}, { op: 'total' }] });
});

test('figures of a name are compared with the text once, where the name is defined', () => {
  const clause = `id: a, names: { half: { rate: 60%, of: enterprise.revenue } },
    when: { quantity: { name: half }, atLeast: 1万元 }, ${award}`;
  expect(
    auditOf(`clauses: [{ ${clause} }]`, '<Clause id="a">收入的50%达到1万元的，奖励收入的一半</Clause>'),
  ).toEqual(['figureMismatch clauses/0/names/half/rate: 规则写的是“60%”，原文是“50%”，请核对。']);
});

const BAD: readonly (readonly [yaml: string, found: string])[] = [
  [
    `names: { haf: enterprise.revenue }, ${award}`,
    'unknownName clauses/0/award/exactly/name: 没有名称“half”，是不是“haf”？这里可以用：haf；names 里只能引用写在前面的名称，不能互相引用。',
  ],
  [
    `names: { half: { name: all }, all: enterprise.revenue }, ${award}`,
    'unknownName clauses/0/names/half/name: 没有名称“all”。这里可以用：（没有）；names 里只能引用写在前面的名称，不能互相引用。',
  ],
  [
    'names: { half: enterprise.revenue }',
    'nameUnused clauses/0/names/half: 名称“half”没有用到。请在条件、金额或限额里写 { name: half }，或者删去。',
  ],
  [
    `names: { half: enterprise.revenu }, when: { quantity: { name: half }, atLeast: 1万元 }, ${award}`,
    'unknownFact clauses/0/names/half: facts.yaml 里没有填报项“enterprise.revenu”，是不是“enterprise.revenue”？',
  ],
];

test.each(BAD)('%s is refused', (yaml, found) => {
  expect(foundIn(yaml)).toContain(found);
  expect(foundIn(yaml).filter((each) => each === found)).toHaveLength(1);
});
