import { expect, test } from 'vitest';
import { readAnswers } from '../../../clauses/answering.ts';
import { clausesInScope, questionsOf } from '../../../views/form/asked-questions.ts';
import { actionText, type FormAction, readAction, readForm } from '../../../views/form/fields.ts';
import { applyItemAction } from '../../../views/form/item-actions.ts';
import { rawAnswers } from '../../../views/form/raw-answers.ts';
import { clause, dictionary, prepared } from '../longnan.ts';

const form = (...fields: readonly (readonly [string, string])[]): ReturnType<typeof readForm> =>
  readForm(fields);

test('every button has its action, and any other value is a plain check', () => {
  const actions: readonly FormAction[] = [
    { kind: 'check' },
    { kind: 'update' },
    { kind: 'edit' },
    { kind: 'next' },
    { kind: 'back' },
    { kind: 'again' },
    { kind: 'all' },
    { kind: 'few' },
    { kind: 'change', name: 'enterprise.localTax' },
    { kind: 'change', name: 'projects' },
    { kind: 'add', list: 'projects' },
    { kind: 'remove', list: 'projects', item: 12 },
  ];
  for (const action of actions) expect(readAction(actionText(action))).toEqual(action);
  for (const text of [
    undefined,
    '',
    'delete',
    'remove:projects',
    'remove:projects:0',
    'add:',
    'add:a:b',
    'change:',
  ])
    expect(readAction(text)).toEqual({ kind: 'check' });
});

test('place, day, topics and clauses are separate from the answers', () => {
  const state = form(
    ['place', ' longnan '],
    ['asOf', ''],
    ['topic', '企业上云'],
    ['topic', '技术改造'],
    ['clause', 'a/b#c'],
    ['enterprise.aboveScale', ''],
  );
  expect(state).toMatchObject({
    place: 'longnan',
    topics: ['企业上云', '技术改造'],
    clauses: ['a/b#c'],
    repeated: [],
  });
  expect(state.asOf).toBeUndefined();
  expect([...state.values]).toEqual([['enterprise.aboveScale', '']]);
});

test('of a field that occurs twice the first value counts, and the field is reported', () => {
  const state = form(['enterprise.localTax', '1'], ['enterprise.localTax', '2']);
  expect(state.values.get('enterprise.localTax')).toBe('1');
  expect(rawAnswers(dictionary, state).problems).toEqual([
    { code: 'duplicate', name: 'enterprise.localTax' },
  ]);
});

test('a name with a meaning in JavaScript is an ordinary name', () => {
  const { raw } = rawAnswers(dictionary, form(['__proto__', 'x'], ['constructor', 'y']));
  expect(Object.keys(raw)).toEqual(['__proto__', 'constructor']);
  expect(readAnswers(dictionary, raw).problems.map(({ code }) => code)).toEqual([
    'unknownFact',
    'unknownFact',
  ]);
});

test.each([
  ['given', [{ equipmentCost: '1' }, {}]],
  ['none', []],
  ['unknown', undefined],
  ['', undefined],
])('a list that is answered with “%s”', (answer, expected) => {
  const { raw } = rawAnswers(
    dictionary,
    form(['projects', answer], ['projects.1.equipmentCost', '1'], ['projects.2.completed', '']),
  );
  expect(raw['projects']).toEqual(expected);
});

test('有 without any field gives one item without answers', () => {
  expect(rawAnswers(dictionary, form(['projects', 'given'])).raw).toEqual({ projects: [{}] });
});

test('an answered item beside 不清楚 is never dropped silently', () => {
  const { problems } = rawAnswers(
    dictionary,
    form(['projects', 'unknown'], ['projects.1.equipmentCost', '1']),
  );
  expect(problems).toEqual([{ code: 'listOpen', name: 'projects' }]);
});

test('another word for a list, and items beyond the limit, are refused', () => {
  expect(rawAnswers(dictionary, form(['projects', 'many'])).problems).toEqual([
    { code: 'badList', name: 'projects', given: 'many' },
  ]);
  const { raw } = rawAnswers(dictionary, form(['projects', 'given'], ['projects.201.equipmentCost', '1']));
  expect(readAnswers(dictionary, raw).problems.map(({ code }) => code)).toContain('tooManyItems');
});

test('an item is added after the last one', () => {
  const { values } = applyItemAction(
    dictionary,
    form(['projects', 'given'], ['projects.1.equipmentCost', '7'], ['action', 'add:projects']),
  );
  expect([...values.keys()].some((name) => name.startsWith('projects.2.'))).toBe(true);
  expect(values.get('projects.1.equipmentCost')).toBe('7');
});

test('the first press of the button adds a second item to the one that is shown', () => {
  const { values } = applyItemAction(dictionary, form(['action', 'add:projects']));
  expect(values.get('projects')).toBe('given');
  expect([...values.keys()].some((name) => name.startsWith('projects.2.'))).toBe(true);
});

test('the items after a removed one move up', () => {
  const { values } = applyItemAction(
    dictionary,
    form(
      ['projects', 'given'],
      ['projects.1.equipmentCost', '1'],
      ['projects.2.equipmentCost', '2'],
      ['projects.3.equipmentCost', '3'],
      ['enterprise.localTax', '9'],
      ['action', 'remove:projects:2'],
    ),
  );
  expect(Object.fromEntries(values)).toEqual({
    projects: 'given',
    'projects.1.equipmentCost': '1',
    'projects.2.equipmentCost': '3',
    'enterprise.localTax': '9',
  });
});

test('a list without its only item is unknown again, not empty', () => {
  const { values } = applyItemAction(
    dictionary,
    form(['projects', 'given'], ['projects.1.equipmentCost', '1'], ['action', 'remove:projects:1']),
  );
  expect(Object.fromEntries(values)).toEqual({ projects: 'unknown' });
});

test('an action on an unknown list changes nothing', () => {
  const state = form(['enterprise.localTax', '9'], ['action', 'add:enterprise']);
  expect(applyItemAction(dictionary, state)).toBe(state);
});

const all = [...prepared.published.values()];
const names = (clauses: readonly { id: string }[]): readonly string[] =>
  clauses.map(({ id }) => id.split('#')[1] ?? '');

test('a topic selects the clauses that name it, and no others', () => {
  expect(names(clausesInScope(all, { topics: ['企业上云'], clauses: [] }))).toEqual([
    'cloud',
    'fiscal-limit',
  ]);
  expect(clausesInScope(all, { topics: [], clauses: [] })).toHaveLength(14);
  expect(names(clausesInScope(all, { topics: [], clauses: [clause('equipment-award').id] }))).toEqual([
    'equipment-award',
  ]);
});

test('only what the clauses and the limits over them use is asked, in the order of the dictionary', () => {
  const asked = questionsOf(
    dictionary,
    clausesInScope(all, { topics: [], clauses: [clause('equipment-award').id] }),
    all,
  );
  expect(asked.map(({ subject, facts }) => [subject.id, facts.map(({ name }) => name)])).toEqual([
    ['enterprise', ['aboveScale', 'localTax']],
    ['projects', ['completed', 'nationalPolicy', 'inStatistics', 'equipmentCost']],
  ]);
});
