import { expect, test } from 'vitest';
import { readAnswers } from '../../../clauses/answering.ts';
import { createPreparer } from '../../../clauses/evaluate/prepare.ts';
import type { PreparedPart, Preparer } from '../../../clauses/evaluate/prepared.ts';
import { amountParts, prepareClause } from '../../../clauses/evaluate/prepared-clause.ts';
import { layOut, situation } from '../../../clauses/evaluate/situation.ts';
import { pathOf } from '../../../clauses/explain/paths.ts';
import type { Award } from '../../../clauses/language/award.ts';
import type { Clause } from '../../../clauses/language/clause.ts';
import type { Condition, Quantity } from '../../../clauses/language/expression.ts';
import type { Dictionary } from '../../../clauses/language/fact.ts';
import type { Limit } from '../../../clauses/language/limit.ts';
import { integer } from '../../../clauses/numbers/exact.ts';
import { point } from '../../../clauses/numbers/interval.ts';
import { cap, clause, compared, fact, inCase, number, yes } from '../tiny-clauses.ts';
import { dictionary as small } from '../tiny-dictionary.ts';

/** The prepared parts of a clause: each has its path in the clause, and is visited while it can matter. */
const output = {
  id: 'firm.output',
  subject: 'firm',
  name: 'output',
  type: 'series',
  label: '产值',
  question: '产值？',
  decimals: 2,
  changeable: true,
} as const;
const dictionary: Dictionary = { ...small, facts: [...small.facts, output] };
const way = {
  id: 'town/1#a:way',
  name: 'way',
  question: '?',
  options: [
    { name: 'one', label: 'one' },
    { name: 'two', label: 'two' },
  ],
};
const preparer = (): Preparer => createPreparer(layOut(dictionary, [way]));
const m = fact('firm.m');
const n = fact('firm.n');
const atLeast = (left: Quantity, right: Quantity = number(1)): Condition => compared(left, 'atLeast', right);

/** Every kind of condition and of quantity. */
const everything: Condition = {
  op: 'all',
  of: [
    { op: 'any', of: [yes('firm.a'), { op: 'authority', text: '择优' }] },
    { op: 'not', of: { op: 'oneOf', fact: 'firm.kind', options: [0, 2] } },
    { op: 'nOf', n: 1, of: [yes('firm.b'), { op: 'reading', reading: way.id, option: 1 }] },
    { op: 'some', list: 'items', where: yes('items.ok') },
    { op: 'every', list: 'items', where: atLeast(fact('items.cost')) },
    atLeast({ op: 'sum', of: [m, number(1)] }),
    atLeast({ op: 'product', of: [m, n] }, { op: 'smallest', of: [m, n] }),
    atLeast({ op: 'largest', of: [m, n] }, { op: 'notStated', text: '标准' }),
    atLeast({ op: 'difference', of: [m, n] }, { op: 'quotient', of: [n, m] }),
    atLeast({ op: 'steps', of: m, size: number(2) }),
    atLeast({ op: 'later', of: { op: 'asOf' }, months: 1, days: 0, text: '1个月' }),
    atLeast({ op: 'year', fact: 'firm.output', which: 'previous' }),
    atLeast({
      op: 'cases',
      cases: [inCase(yes('firm.a'), m), inCase(yes('firm.b'), n)],
      otherwise: number(3),
    }),
    atLeast({ op: 'cases', cases: [inCase(yes('firm.a'), m)] }),
    atLeast({ op: 'total', list: 'items', of: fact('items.cost'), where: yes('items.ok') }),
    atLeast({ op: 'total', list: 'items', of: fact('items.cost') }),
    atLeast({ op: 'count', list: 'items', where: yes('items.ok') }),
    atLeast({ op: 'count', list: 'items' }),
    atLeast({ op: 'bands', by: m, of: n, rows: [{ from: number(1), rate: number(2) }], marginal: false }),
    atLeast({
      op: 'bands',
      by: m,
      of: m,
      rows: [
        { to: number(1), rate: n },
        { from: number(1), rate: number(2) },
      ],
      marginal: true,
      otherwise: number(9),
    }),
  ],
};
const least: Quantity = { op: 'sum', of: [m, number(1)] };
const most: Quantity = { op: 'sum', of: [m, n] };
const award: Award = { form: 'money', least, most, schedule: [] };
const limits: readonly Limit[] = [
  cap(number(100), { type: 'budget' }),
  cap(n, { when: yes('firm.a') }),
  cap(m, { over: 'item' }),
  cap(number(2), { type: 'items' }),
  cap(number(3), { type: 'floor' }),
];

/** The part of a clause at a JSON Pointer. */
function at(whole: unknown, path: string): unknown {
  return path
    .split('/')
    .slice(1)
    .reduce((part, key) => (part as Record<string, unknown>)[key], whole);
}

/** The paths of all parts below one: everything with an `op` except ends of bands and a base that is the key itself. */
function placesIn(part: unknown, path: string): readonly string[] {
  if (typeof part !== 'object' || part === null) return [];
  const isBase = (key: string): boolean =>
    key === 'of' && 'by' in part && 'of' in part && JSON.stringify(part.by) === JSON.stringify(part.of);
  const below = Object.entries(part)
    .filter(([key]) => !['from', 'to'].includes(key) && !isBase(key))
    .flatMap(([key, inner]) => placesIn(inner, `${path}/${key}`));
  return 'op' in part ? [path, ...below] : below;
}

const prepared: Clause = clause('a', { list: 'items', when: everything, award, limits });

/** The variable that a part itself names. */
function namedIn(source: PreparedPart['source']): readonly string[] {
  return 'fact' in source ? [source.fact] : 'reading' in source ? [source.reading] : [];
}

/** The paths of all parts that are visited with some answers: those of the condition, and those of the amount. */
function looked(facts: Readonly<Record<string, unknown>>, parts: Partial<Clause> = {}): readonly string[][] {
  const { answers, problems } = readAnswers(dictionary, facts);
  expect(problems).toEqual([]);
  const here = preparer();
  // A copy as read from a catalogue, in which no object occurs twice.
  const source = JSON.parse(JSON.stringify({ ...prepared, ...parts })) as Clause;
  const ready = prepareClause(source, here);
  const state = situation(here.layout, answers, 19_723);
  const below = (part: PreparedPart): readonly string[] => {
    const path = pathOf(source, part);
    expect(part.source).toBe(at(source, path));
    expect(part.kind).toBe('value' in part ? 'quantity' : 'condition');
    expect(part.reads.map(({ id }) => id)).toEqual(namedIn(part.source));
    const found = [path];
    part.visit(state, (inner) => found.push(...below(inner)));
    return found;
  };
  const condition = ready.when === undefined ? [] : [ready.when];
  return [condition, amountParts(state, ready)].map((each) => each.flatMap(below));
}

const condition = (facts: Readonly<Record<string, unknown>>): readonly string[] => looked(facts)[0] ?? [];
const amount = (facts: object, parts: Partial<Clause> = {}): readonly string[] =>
  looked({ ...facts }, parts)[1] ?? [];

test('while nothing is known every part of a condition is visited once, at its path', () => {
  expect(condition({}).toSorted()).toEqual(placesIn(everything, '/when').toSorted());
});

test('each item of a list is visited', () => {
  const path = '/when/of/4/where/left';
  const times = (items: readonly object[]): number =>
    condition({ items }).filter((each) => each === path).length;
  expect([[], [{}], [{}, {}]].map(times)).toEqual([0, 1, 2]);
});

test('of a list with a filter only the items that pass are measured', () => {
  const path = '/when/of/14/left/of';
  expect(condition({ items: [{ ok: true }, { ok: false }] }).filter((each) => each === path)).toHaveLength(1);
});

test('of cases only those that can be reached are visited', () => {
  const cases = (facts: Readonly<Record<string, unknown>>): readonly string[] =>
    condition(facts)
      .filter((path) => path.startsWith('/when/of/12/left/'))
      .map((path) => path.slice('/when/of/12/left/'.length));
  const [first, second] = [
    ['cases/0/when', 'cases/0/then'],
    ['cases/1/when', 'cases/1/then'],
  ];
  expect(cases({ 'firm.a': true })).toEqual(first);
  expect(cases({ 'firm.a': false })).toEqual(['cases/0/when', ...second, 'otherwise']);
  expect(cases({ 'firm.b': true })).toEqual([...first, ...second]);
});

test('the parts of an amount are its pair and its limits except budgets, floors before caps', () => {
  expect(amount({})).toEqual([
    ...placesIn({ award }, ''),
    '/limits/2/amount',
    '/limits/4/amount',
    '/limits/1/when',
    '/limits/1/amount',
    '/limits/3/amount',
  ]);
  expect(amount({ 'firm.a': false })).not.toContain('/limits/1/amount');
  expect(amount({ 'firm.a': false })).toContain('/limits/1/when');
});

test.each([
  ['a fixed amount has one part', { ...award, most: least }, ['/award/least']],
  ['one without an upper end as well', { ...award, most: null }, ['/award/least']],
  ['no figure has none', { form: 'money', schedule: [], none: 'elsewhere' } as const, []],
])('%s', (_, given, places) => {
  expect(amount({}, { award: given }).filter((path) => /^\/award\/\w+$/.test(path))).toEqual(places);
});

test('an amount that depends on no answer and no limit is computed once, when prepared', () => {
  const of = (parts: Partial<Clause>) => prepareClause(clause('a', parts), preparer()).pair?.fixed;
  const range: Award = { ...award, least: number(5), most: number(3) };
  const sides = (least: number, most: number) => ({
    least: point(integer(least)),
    most: point(integer(most)),
  });
  expect(of({})).toEqual(sides(5, 5));
  expect(of({ award: range })).toEqual(sides(3, 3));
  expect(of({ limits: [cap(number(2))] })).toBeUndefined();
  expect(of({ award })).toBeUndefined();
});

test.each<[string, Quantity]>([
  ['fact', fact('firm.nowhere')],
  ['list', { op: 'count', list: 'nowhere' }],
  ['number', { op: 'number', value: 'x', text: '' }],
  ['part of a sum', { op: 'sum', of: [] }],
  ['quantity', { op: 'nowhere' } as unknown as Quantity],
  ['condition', { op: 'cases', cases: [inCase({ op: 'x' } as unknown as Condition, m)] }],
])('a %s that is not known breaks the catalogue', (_, source) => {
  expect(() => preparer().quantity(source)).toThrow('unknown part: ');
});
