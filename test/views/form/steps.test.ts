import { describe, expect, test } from 'vitest';
import { questionsOf } from '../../../views/form/asked-questions.ts';
import { destinationOf, pagesDone } from '../../../views/form/destination.ts';
import { type FormAction, readForm } from '../../../views/form/fields.ts';
import { applyItemAction } from '../../../views/form/item-actions.ts';
import {
  carriedFields,
  countLeft,
  type Questionnaire,
  questionsOn,
  skippedNames,
} from '../../../views/form/questionnaire.ts';
import { dictionary, prepared, send } from '../longnan.ts';

type Fields = Readonly<Record<string, string>>;
type Pages = readonly (readonly string[])[];

function sourceOf(fields: Fields): Questionnaire {
  const { result, state } = send(fields);
  const questions = questionsOf(dictionary, [...prepared.published.values()]);
  return { dictionary, questions, open: result.questions, values: state.values };
}

function pagesAfter(action: FormAction, fields: Fields, pages: Pages, wrong: readonly string[] = []): Pages {
  const turned = destinationOf(sourceOf(fields), { action, pages }, wrong);
  return turned.kind === 'result' ? [] : turned.pages;
}

const NEXT = { kind: 'next' } as const;
const [FIRST = []] = pagesAfter({ kind: 'update' }, {}, []);

test('the first page has the six most useful questions, for a list only whether it has items', () => {
  expect(FIRST).toHaveLength(6);
  expect(FIRST).toContain('enterprise.localTax');
  expect(FIRST).toContain('projects');
  const [, projects] = questionsOn(sourceOf({}), FIRST);
  expect(projects?.subject.id).toBe('projects');
  expect(projects?.facts).toEqual([]);
});

test('an applicant who answers nothing is asked everything that matters once, then sees the result', () => {
  const seen: string[] = [];
  let pages: Pages = [FIRST];
  for (let turns = 0; turns < 20 && pages.length > 0; turns += 1) {
    seen.push(...(pages.at(-1) ?? []));
    pages = pagesAfter(NEXT, {}, pages);
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(pages).toEqual([]);
});

test('a question that can no longer matter is not asked', () => {
  const fields = { 'enterprise.aboveScale': 'false', projects: 'given' };
  const rest = pagesAfter(NEXT, fields, [FIRST]).at(-1) ?? [];
  expect(rest).toEqual(['projects.totalInvestment']);
});

test('a page has at most six questions, and the items of a list are asked', () => {
  const fields = { projects: 'given', cloudServices: 'given' };
  const seen: string[] = [];
  let pages: Pages = [FIRST];
  while (pages.length > 0) {
    const page = pages.at(-1) ?? [];
    expect(page.length).toBeLessThanOrEqual(6);
    seen.push(...page);
    pages = pagesAfter(NEXT, fields, pages);
  }
  expect(seen).toContain('projects.equipmentCost');
  expect(seen).toContain('cloudServices.paid');
});

test('the number of possible questions only decreases as pages are answered', () => {
  let pages: Pages = [FIRST];
  let before = Number.POSITIVE_INFINITY;
  const fields = { projects: 'none', cloudServices: 'none', 'enterprise.localTax': '50万' };
  while (pages.length > 0) {
    const left = countLeft(sourceOf(fields), pages);
    expect(left).toBeLessThan(before);
    before = left;
    pages = pagesAfter(NEXT, fields, pages);
  }
  expect(before).toBe(0);
});

describe('changing pages', () => {
  const second = pagesAfter(NEXT, { 'enterprise.localTax': '50万' }, [FIRST]);

  test('back shows the previous page, at most the first', () => {
    expect(pagesAfter({ kind: 'back' }, {}, second)).toEqual([FIRST]);
    expect(pagesAfter({ kind: 'back' }, {}, [FIRST])).toEqual([FIRST]);
  });

  test('skipped questions are asked again only on demand', () => {
    const fields = { 'enterprise.localTax': '50万' };
    const skipped = skippedNames(sourceOf(fields), second);
    expect(skipped).toEqual(FIRST.filter((name) => name !== 'enterprise.localTax'));
    expect(second.at(-1)?.some((name) => FIRST.includes(name))).toBe(false);
    expect(pagesAfter({ kind: 'again' }, fields, second).at(-1)).toContain(skipped[0]);
  });

  test('an answer is changed on a separate page, a list with all its items', () => {
    const one = pagesAfter({ kind: 'change', name: 'enterprise.localTax' }, {}, [FIRST]);
    expect(one).toEqual([FIRST, ['enterprise.localTax']]);
    const list = pagesAfter({ kind: 'change', name: 'projects' }, { projects: 'given' }, []).at(-1);
    expect(list).toContain('projects.equipmentCost');
  });

  test('it stops at an answer that cannot be read: on the present page, or on a page for it', () => {
    expect(pagesAfter(NEXT, {}, [FIRST], ['enterprise.localTax'])).toEqual([FIRST]);
    expect(pagesAfter(NEXT, {}, [FIRST], ['projects.1.equipmentCost', 'nonsense'])).toEqual([
      FIRST,
      ['projects.equipmentCost'],
    ]);
  });

  test('questions that were not answered when the result was requested do not count as skipped', () => {
    const pages = [['projects'], ['enterprise.localTax']];
    expect(pagesDone({ action: { kind: 'check' }, pages })).toEqual([['projects']]);
    expect(pagesDone({ action: { kind: 'check' }, pages: [...pages, []] })).toEqual(pages);
    expect(pagesDone({ action: NEXT, pages })).toEqual(pages);
    expect(pagesAfter({ kind: 'back' }, {}, [...pages, []])).toEqual([['projects']]);
  });

  test('the review of the answers asks nothing', () => {
    expect(destinationOf(sourceOf({}), { action: { kind: 'edit' }, pages: second }, [])).toEqual({
      kind: 'review',
      pages: second,
    });
  });

  test('names that were not asked are ignored', () => {
    expect(questionsOn(sourceOf({}), ['nonsense', '__proto__', ''])).toEqual([]);
  });
});

test('a list that is asked again shows the items that were filled in', () => {
  const source = sourceOf({ projects: 'given', 'projects.1.equipmentCost': '8' });
  const [group] = questionsOn(source, ['projects']);
  expect(group?.facts.map(({ name }) => name)).toEqual(['equipmentCost']);
});

test('a new item is asked everything, including what earlier pages asked for the other items', () => {
  const state = readForm([
    ['page', 'projects,enterprise.localTax'],
    ['page', 'projects.completed'],
    ['page', 'projects.equipmentCost'],
    ['action', 'add:projects'],
  ]);
  expect(applyItemAction(dictionary, state).pages).toEqual([
    ['projects', 'enterprise.localTax'],
    ['projects.equipmentCost'],
  ]);
});

test('an item without answers is carried along', () => {
  const values = new Map([
    ['projects', 'given'],
    ['projects.1.completed', ''],
    ['projects.1.equipmentCost', '5万'],
    ['projects.2.completed', ''],
    ['projects.2.equipmentCost', ''],
    ['enterprise.localTax', ''],
  ]);
  expect(carriedFields(dictionary, values)).toEqual([
    ['projects', 'given'],
    ['projects.1.equipmentCost', '5万'],
    ['projects.2.completed', ''],
  ]);
});
