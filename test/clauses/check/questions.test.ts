import { expect, test } from 'vitest';
import { readAnswers } from '../../../clauses/answering.ts';
import { traceOf } from '../../../clauses/explain.ts';
import { type CheckResult, check, type Dictionary, prepareCatalogues } from '../../../clauses/index.ts';

/** The facts that are asked for, and the limits that are listed. */
const fact = (id: string, type: string): unknown => ({
  ...{ id, type, subject: 'firm', name: id.slice('firm.'.length), label: id, question: id },
  ...{ decimals: 0, min: type === 'money' ? '0' : undefined, changeable: true },
});
const dictionary = {
  subjects: [{ id: 'firm', label: '', list: false, maxItems: 1 }],
  facts: [
    fact('firm.a', 'yesNo'),
    fact('firm.m', 'money'),
    fact('firm.n', 'money'),
    fact('firm.day', 'date'),
  ],
} as Dictionary;

const plain = { kind: 'award', title: '', citation: '', administrators: [], topics: [], undertakings: [] };
const clause = (name: string, parts: object): object => ({
  ...{ ...plain, id: `town/1#${name}`, limits: [], readings: [], sentences: [] },
  ...parts,
});
const number = (value: number): object => ({ op: 'number', value: String(value), text: String(value) });
const answer = (id: string): object => ({ op: 'fact', fact: id });
const money = (amount: object): object => ({ form: 'money', least: amount, most: amount, schedule: [] });
const IS_A = { op: 'oneOf', fact: 'firm.a', options: [1] };
const cap = (amount: object, over: unknown, when?: object): object => ({
  ...{ type: 'cap', amount, over, apply: 'jointly', per: 'enterprise', period: 'notStated' },
  ...(when === undefined ? {} : { when }),
});

function result(
  clauses: readonly object[],
  facts: Record<string, unknown>,
  groups: object[] = [],
): CheckResult {
  const policy = { id: 'town/1', title: '', documentNumber: null, dates: {}, clauses, groups };
  const catalogue = { api: 1, jurisdiction: 'town', hash: 'h', policies: [policy] } as never;
  const { answers } = readAnswers(dictionary, facts);
  const asOf = '2024-01-01';
  return check(prepareCatalogues(dictionary, [catalogue]), {
    answers,
    asOf,
    jurisdiction: 'town',
    trace: traceOf,
  });
}

const asked = ({ questions }: CheckResult): readonly string[] => questions.map(({ fact: name }) => name);

test('a limit that does not apply asks for no amount', () => {
  const own = clause('own', {
    award: money(answer('firm.m')),
    limits: [cap(answer('firm.n'), 'clause', IS_A)],
  });
  expect(asked(result([own], { 'firm.a': false }))).toEqual(['firm.m']);
  const over = clause('over', { kind: 'limit', limits: [cap(answer('firm.n'), ['town/1#one'], IS_A)] });
  const one = clause('one', { award: money(number(9)) });
  expect(asked(result([one, over], { 'firm.a': false }))).toEqual([]);
  expect(asked(result([one, over], { 'firm.a': true }))).toEqual(['firm.n']);
});

test('a part that was not asked for is empty', () => {
  const { totals, clauses } = result([clause('own', { award: money(answer('firm.m')) })], {});
  expect(totals.readings).toEqual([]);
  expect(clauses[0]).toMatchObject({ readings: [], reasons: [], grounds: [], gaps: [] });
});

test('a limit is listed if any of its clauses is in scope', () => {
  const clauses = ['x', 'y'].map((name) => clause(name, { award: money(number(9)) }));
  const over = clause('over', {
    kind: 'limit',
    limits: [cap(number(5), ['town/1#x', 'town/1#y', 'town/1#z'])],
  });
  expect(result([...clauses, over], {}).totals.limitedBy).toHaveLength(1);
});

test('the facts that decide whether a group applies are asked for', () => {
  const clauses = [clause('x', { award: money(number(3)) }), clause('y', { award: money(number(4)) })];
  const members = ['town/1#x', 'town/1#y'];
  const group = {
    id: 'town/1#g',
    type: 'highestOnly',
    title: '',
    citation: '',
    clauses: members,
    readings: [],
  };
  expect(asked(result(clauses, {}, [{ ...group, when: IS_A }]))).toEqual(['firm.a']);
});

test('every cap of a limiting clause is listed', () => {
  const clauses = ['x', 'y'].map((name) => clause(name, { award: money(number(100)) }));
  const limits = [cap(number(50), ['town/1#x']), cap(number(30), ['town/1#y'])];
  const { totals } = result([...clauses, clause('over', { kind: 'limit', limits })], {});
  expect(totals.limitedBy.map(({ ceiling }) => ceiling)).toEqual(['50.00', '30.00']);
});

test('a trace writes days as dates', () => {
  const until = { op: 'later', of: answer('firm.day'), months: 36, days: 0, text: '3年' };
  const when = { op: 'compare', left: { op: 'asOf' }, is: 'atMost', right: until };
  const [first] = result([clause('x', { when, award: money(number(1)) })], {
    'firm.day': '2022-01-31',
  }).clauses;
  const trace = JSON.stringify(first?.trace);
  expect(first?.trace[0]).toMatchObject({ value: '2024-01-01', threshold: '2025-01-31' });
  expect(trace).not.toMatch(/"value":"\d{4,6}"/);
});
