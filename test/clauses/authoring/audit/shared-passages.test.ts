import { expect, test } from 'vitest';
import { auditOf } from '../policy-in-yaml.ts';

/** Two clauses that share one sentence; each also has its own. */
const rules = (second: string): string => `{ clauses: [
  { id: a, when: { fact: enterprise.revenue, atLeast: 500万元 }, award: { type: money, exactly: 10万元 } },
  { id: b, ${second} award: { type: money, exactly: 20万元 } }] }`;
const text = (shared: string): string => `${shared}

<Clause id="a">奖励10万元。</Clause>

<Clause id="b">面积800平方米的，奖励20万元。</Clause>`;
const area = 'when: { fact: enterprise.area, equals: 800平方米 },';
const both = text('<Clause id="a b">收入达500万元的：</Clause>');

test('a clause that uses no figure of a shared sentence is reported', () => {
  expect(auditOf(rules(area), both).map((line) => line.slice(0, line.indexOf(' ')))).toEqual([
    'sharedNotUsed',
  ]);
  expect(auditOf(rules(area), both)[0]).toContain('“b”');
  expect(auditOf(rules(area), both)[0]).toContain('500万元');
});

test('a clause that uses the figure, lists it as unused or is not marked there is not reported', () => {
  const all = `when: { all: [{ fact: enterprise.revenue, atLeast: 500万元 },
    { fact: enterprise.area, equals: 800平方米 }] },`;
  expect(auditOf(rules(all), both)).toEqual([]);
  expect(auditOf(rules(`${area} unused: [{ text: 500万元, reason: 只管 a }],`), both)).toEqual([]);
  expect(auditOf(rules(area), text('<Clause id="a">收入达500万元的：</Clause>'))).toEqual([]);
});

test('each clause may use its own figure of a shared sentence', () => {
  const own = text('<Clause id="a b">收入达500万元的，或者面积800平方米的：</Clause>');
  expect(auditOf(rules(area), own)).toEqual([]);
});

test('a figure that no rule uses is reported once', () => {
  const two = `{ clauses: [{ id: a, award: { type: money, exactly: 10万元 } },
    { id: b, award: { type: money, exactly: 20万元 } }] }`;
  const marked = `<Clause id="a b">收入达500万元的：</Clause>

<Clause id="a">奖励10万元。</Clause>

<Clause id="b">奖励20万元。</Clause>`;
  expect(auditOf(two, marked).map((line) => line.slice(0, line.indexOf(' ')))).toEqual(['textNotInRule']);
});
