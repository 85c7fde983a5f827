import { expect, test } from 'vitest';
import { readAnswers } from '../../../clauses/answering.ts';
import {
  type Answers,
  check,
  type PreparedCatalogue,
  prepareCatalogues,
  verdicts,
} from '../../../clauses/index.ts';
import type { Catalogue } from '../../../clauses/language/catalogue.ts';
import type { Clause } from '../../../clauses/language/clause.ts';
import type { Condition, Quantity } from '../../../clauses/language/expression.ts';
import type { Group } from '../../../clauses/language/group.ts';
import {
  cap,
  catalogueOf,
  checked,
  clause,
  compared,
  fact,
  group,
  idsOf,
  limiting,
  money,
  number,
  yes,
} from '../tiny-clauses.ts';
import { dictionary } from '../tiny-dictionary.ts';

/** The parts of a result besides verdicts and amounts: the order of questions, limits, the policy of a clause. */
const asked = (clauses: readonly Clause[], facts = {}, groups: readonly Group[] = []) =>
  checked(clauses, facts, { groups }).questions.map(({ fact: name, clauses: count }) => `${name} ${count}`);
const atLeast = (id: string): Condition => compared(fact(id), 'atLeast', number(3));
const pays = (name: string, id: string, amount = 5): Clause =>
  clause(name, { when: yes(id), award: money(number(amount)) });
test('the fact that most clauses depend on is asked first', () => {
  expect(asked([pays('a', 'firm.a', 9), pays('b', 'firm.b'), pays('c', 'firm.b')])).toEqual([
    'firm.b 2',
    'firm.a 1',
  ]);
});

test('then the fact on which most money depends, unlimited amounts first', () => {
  expect(asked([pays('a', 'firm.a', 4), pays('b', 'firm.b', 5)])).toEqual(['firm.b 1', 'firm.a 1']);
  const unlimited = clause('c', { when: atLeast('firm.n'), award: money(number(1), null) });
  expect(asked([pays('a', 'firm.a', 4), unlimited, pays('b', 'firm.b', 5)])).toEqual([
    'firm.n 1',
    'firm.b 1',
    'firm.a 1',
  ]);
  expect(asked([pays('a', 'firm.a', 4), pays('b', 'firm.b', 5), unlimited])[0]).toBe('firm.n 1');
  expect(
    asked([clause('u', { when: yes('firm.a'), award: money(number(1), null) }), pays('b', 'firm.b', 5)]),
  ).toEqual(['firm.a 1', 'firm.b 1']);
  // From 10 to 16 less is open than from 0 to 8.
  const sum: Quantity = { op: 'sum', of: [number(10), fact('firm.m')] };
  expect(asked([pays('a', 'firm.b', 8), clause('s', { award: money(sum) })])).toEqual([
    'firm.b 1',
    'firm.m 1',
  ]);
  const another = clause('d', { when: atLeast('firm.m'), award: money(number(2), null) });
  expect(asked([unlimited, another])).toEqual(['firm.m 1', 'firm.n 1']);
});

test('then in the order of the dictionary, item by item', () => {
  expect(asked([pays('b', 'firm.b'), pays('a', 'firm.a')])).toEqual(['firm.a 1', 'firm.b 1']);
  const listed = clause('a', {
    list: 'items',
    when: { op: 'all', of: [atLeast('items.cost'), yes('items.ok'), yes('firm.b')] },
  });
  const { clauses } = checked([listed], { items: [{}, {}] });
  expect(clauses[0]?.missing).toEqual(['firm.b', 'items.1.ok', 'items.1.cost', 'items.2.ok', 'items.2.cost']);
  expect(asked([listed])).toEqual(['items 1']);
  expect(checked([listed], { items: [{}, {}] }).questions[0]).toEqual({ fact: 'firm.b', clauses: 1 });
});

test('nothing is asked for a settled clause: not met, or met with one figure', () => {
  const both: Condition = { op: 'all', of: [yes('firm.a'), yes('firm.b')] };
  expect(asked([clause('a', { when: both })], { 'firm.a': false })).toEqual([]);
  expect(
    asked([clause('a', { when: { op: 'any', of: [both, yes('firm.b')] } })], { 'firm.b': true }),
  ).toEqual([]);
});

test('a fact that measures the amount of a met clause is asked, even while the amount has no figure', () => {
  const quotient: Quantity = { op: 'quotient', of: [number(6), fact('firm.n')] };
  expect(asked([clause('a', { award: money(fact('firm.m')) })])).toEqual(['firm.m 1']);
  expect(asked([clause('a', { award: money(quotient) })])).toEqual(['firm.n 1']);
  const unnamed: Quantity = { op: 'sum', of: [{ op: 'notStated', text: '' }, fact('firm.m')] };
  expect(asked([clause('a', { award: money(unnamed) })])).toEqual([]);
  // It is unknown whether an item counts, so its cost matters.
  const listed = clause('a', { list: 'items', when: yes('items.ok'), award: money(fact('items.cost')) });
  expect(checked([listed], { items: [{ ok: false }, {}] }).clauses[0]?.missing).toEqual([
    'items.2.ok',
    'items.2.cost',
  ]);
});

test('the amount of a limit is asked for each clause that it may limit', () => {
  const owner = limiting(cap(fact('firm.m'), { over: idsOf('a', 'b') }));
  const clauses = [pays('a', 'firm.a'), pays('b', 'firm.b'), owner];
  expect(asked(clauses, { 'firm.a': true, 'firm.b': true })).toEqual(['firm.m 2']);
  expect(asked(clauses, { 'firm.a': true, 'firm.b': false })).toEqual(['firm.m 1']);
  expect(asked(clauses, { 'firm.a': false, 'firm.b': false })).toEqual([]);
});

test('whether a group applies is asked only while two of its clauses may be paid', () => {
  const when = yes('firm.a');
  const clauses = [clause('a'), pays('b', 'firm.b', 9)];
  expect(asked(clauses, {}, [group(['a', 'b'], { when })])).toEqual(['firm.a 2', 'firm.b 1']);
  expect(asked(clauses, { 'firm.b': false }, [group(['a', 'b'], { when })])).toEqual([]);
  expect(asked([clause('a')], {}, [group(['a', 'b'], { when })])).toEqual([]);
});

test('a clause lists each limiting clause once, and its policy', () => {
  const owner = limiting(cap(number(9), { over: idsOf('a') }), cap(number(8), { over: idsOf('a') }));
  const { clauses } = checked(
    [clause('a'), clause('b', { award: { form: 'title', none: 'nonMonetary', schedule: [] } }), owner],
    {},
  );
  expect(clauses.map(({ limitedBy }) => limitedBy)).toEqual([['town/1#limit'], [], []]);
  expect(checked([clause('a')], {}).clauses[0]?.limitedBy).toEqual([]);
  expect(clauses[0]).toMatchObject({ id: 'town/1#a', policy: 'town/1', title: 'a', citation: '' });
  expect(clauses[2]).toMatchObject({
    ceiling: { min: '9.00', max: '9.00' },
    missing: [],
    readings: [],
    gaps: [],
  });
  expect(clauses[2]?.verdict).toBeUndefined();
  expect(clauses[0]?.ceiling).toBeUndefined();
});

test('a limiting clause shows the ceiling that may apply, and what is missing for it', () => {
  const owner = limiting(
    cap(number(9), { over: idsOf('a'), when: yes('firm.a') }),
    cap(fact('firm.m'), { over: idsOf('a'), when: yes('firm.b') }),
  );
  const shown = (facts: object) => {
    const result = checked([clause('a'), owner], { ...facts }).clauses[1];
    return [result?.ceiling?.max, result?.missing];
  };
  expect(shown({})).toEqual(['9.00', ['firm.a', 'firm.b', 'firm.m']]);
  expect(shown({ 'firm.a': true, 'firm.b': false })).toEqual(['9.00', []]);
  expect(shown({ 'firm.a': false, 'firm.b': true, 'firm.m': '2' })).toEqual(['2.00', []]);
  expect(shown({ 'firm.a': false, 'firm.b': false })).toEqual([undefined, []]);
});

test('the totals list the caps that may apply, with their ceilings, but no floors and no caps of unpaid clauses', () => {
  const limits = [
    cap(number(9), { over: idsOf('a') }),
    cap(number(9), { over: idsOf('a', 'b') }),
    cap(fact('firm.m'), { over: idsOf('a') }),
    cap(number(1), { over: idsOf('a'), type: 'floor' }),
    cap(number(7), { over: idsOf('a'), when: yes('firm.a') }),
    cap(number(6), { over: idsOf('b') }),
  ];
  const b = clause('b', { award: { form: 'title', none: 'nonMonetary', schedule: [] } });
  const { totals } = checked([clause('a'), b, limiting(...limits)], { 'firm.a': false });
  const clauseId = 'town/1#limit';
  expect(totals.limitedBy).toEqual([
    { clause: clauseId, ceiling: '9.00', range: { min: '9.00', max: '9.00' } },
    { clause: clauseId, ceiling: null, range: { min: '0.00', max: '6.00' } },
  ]);
});

test('both sides of a fixed amount are the same object', () => {
  const sum: Quantity = { op: 'sum', of: [fact('firm.m'), number(1)] };
  const [result] = checked([clause('a', { when: yes('firm.a'), award: money(sum) })], {}).clauses;
  const { amount } = result ?? {};
  expect(amount?.kind === 'money' && amount.most === amount.least).toBe(true);
});

test('items have results of their own', () => {
  const listed = clause('a', { list: 'items', when: yes('items.ok'), award: money(fact('items.cost')) });
  expect(
    checked([listed], { items: [{ ok: true, cost: '2' }, { ok: false }] }).clauses[0]?.items,
  ).toMatchObject([
    { item: 1, verdict: 'eligible', amount: { least: { min: '2.00', max: '2.00' } } },
    { item: 2, verdict: 'ineligible', amount: { why: 'ineligible' } },
  ]);
  expect(checked([listed], {}).clauses[0]?.items).toEqual([]);
});

test('what the authority judges of any item is listed once', () => {
  const judged = (text: string): Condition => ({ op: 'authority', text });
  const when: Condition = {
    op: 'all',
    of: [yes('items.ok'), judged('择优'), judged('择优'), judged('先进')],
  };
  const listed = clause('a', { list: 'items', when });
  const authority = (...items: readonly object[]) => checked([listed], { items }).clauses[0]?.authority;
  expect(authority({ ok: true }, { ok: true })).toEqual(['择优', '先进']);
  expect(authority({ ok: false }, { ok: true })).toEqual(['择优', '先进']);
  expect(authority({ ok: false })).toEqual([]);
});

const elsewhere: Catalogue = {
  ...catalogueOf([{ ...clause('c', { when: yes('firm.b') }), id: 'land/2#c' }]),
  hash: 'sha256-1',
};
const policies = elsewhere.policies.map((policy) => ({
  ...policy,
  id: 'land/2',
  dates: { repealedOn: '2020-01-01' },
}));
const chain = (): PreparedCatalogue =>
  prepareCatalogues(dictionary, [catalogueOf([clause('a'), limiting()]), { ...elsewhere, policies }]);
const nothing = (): Answers => readAnswers(dictionary, {}).answers;

test('the clauses of a chain of places are checked together, each with the standing of its policy', () => {
  const result = check(chain(), { answers: nothing(), asOf: '2024-01-01', jurisdiction: 'town' });
  expect(result).toMatchObject({
    api: 1,
    catalogue: 'sha256-0+sha256-1',
    asOf: '2024-01-01',
    jurisdiction: 'town',
  });
  expect(result.clauses.map(({ id, policy, standing }) => [id, policy, standing])).toEqual([
    ['town/1#a', 'town/1', 'unknown-period'],
    ['town/1#limit', 'town/1', 'unknown-period'],
    ['land/2#c', 'land/2', 'repealed'],
  ]);
  expect(result).not.toHaveProperty('combination');
  expect(result.clauses[0]).toMatchObject({ reasons: [], readings: [], trace: [], grounds: [], gaps: [] });
});

test('verdicts alone equal those of the check, without joint limits', () => {
  expect(verdicts(chain(), { answers: nothing(), asOf: '2024-01-01' })).toMatchObject([
    { id: 'town/1#a', verdict: 'eligible', amount: { least: { min: '5.00' } } },
    { id: 'land/2#c', verdict: 'undetermined' },
  ]);
  expect(verdicts(chain(), { answers: nothing(), asOf: '2024-01-01', clauses: ['land/2#c'] })).toHaveLength(
    1,
  );
});

test('an invalid date is refused', () => {
  expect(() => verdicts(chain(), { answers: nothing(), asOf: '2024-02-30' })).toThrow(
    'not a date: 2024-02-30',
  );
});
