import type { CheckResult, Dictionary, Subject } from '../../clauses/index.ts';
import { nameParts, vocabulary } from '../wording/names.ts';
import type { SubjectQuestions } from './asked-questions.ts';
import { LIST_ANSWERS } from './fields.ts';
import { itemCount, itemsOf } from './items.ts';

/**
 * Questions a few at a time. A page is a list of asked names: a fact (`enterprise.localTax`, `projects.completed` for
 * every item of the list) or a list (`projects`: whether there are any). The form carries the pages that were shown, the
 * present one last; a question on an earlier page without an answer was skipped. There is no other state.
 */
export type QuestionPage = readonly string[];

/** The largest number of questions on one page. */
const PAGE_SIZE = 6;

/** The input from which pages are built. */
export interface Questionnaire {
  readonly dictionary: Dictionary;
  /** All questions of the clauses in scope. */
  readonly questions: readonly SubjectQuestions[];
  /** The facts that still matter, the most useful first. */
  readonly open: CheckResult['questions'];
  readonly values: ReadonlyMap<string, string>;
}

/** The facts that still matter, as asked names, the most useful first. */
export function openFacts({ dictionary, open }: Questionnaire): readonly string[] {
  const words = vocabulary(dictionary);
  return [...new Set(open.map(({ fact }) => nameParts(fact, words).id))];
}

/**
 * The next page: the most useful of what was not asked yet. Questions about the items of a list are asked for each, so
 * they share a page with others only where all of them fit. The page is empty when nothing is left.
 */
export function nextPage(source: Questionnaire, pages: readonly QuestionPage[]): QuestionPage {
  const asked = new Set(pages.flat());
  const groups = new Map<string | undefined, string[]>();
  for (const name of openFacts(source)) {
    if (asked.has(name)) continue;
    const list = listOf(source, name);
    groups.set(list, [...(groups.get(list) ?? []), name]);
  }
  const page: string[] = [];
  for (const names of groups.values()) {
    if (page.length === 0) page.push(...names.slice(0, PAGE_SIZE));
    else if (page.length + names.length <= PAGE_SIZE) page.push(...names);
  }
  return page;
}

/** How many questions may come after these pages: the open ones, and those about the items of an unknown list. */
export function countLeft(source: Questionnaire, pages: readonly QuestionPage[]): number {
  const asked = new Set(pages.flat());
  const current = new Set(pages.at(-1) ?? []);
  const open = openFacts(source);
  const left = new Set(open.filter((name) => !asked.has(name)));
  for (const { subject, facts } of source.questions) {
    const mayCome =
      subject.list && open.includes(subject.id) && (left.has(subject.id) || current.has(subject.id));
    if (mayCome) for (const { id } of facts) if (!asked.has(id)) left.add(id);
  }
  return left.size;
}

/** The questions that were shown before and are still open. */
export function skippedNames(source: Questionnaire, pages: readonly QuestionPage[]): readonly string[] {
  const before = new Set(pages.slice(0, -1).flat());
  return openFacts(source).filter((name) => before.has(name) && !pages.at(-1)?.includes(name));
}

/** The questions of one page, by subject in the order of the dictionary. */
export function questionsOn(source: Questionnaire, page: QuestionPage): readonly SubjectQuestions[] {
  const { dictionary, values } = source;
  const named = new Set(page);
  return dictionary.subjects
    .map((subject) => {
      const facts = dictionary.facts.filter((fact) => fact.subject === subject.id);
      const shown = facts.filter(({ id }) => named.has(id));
      const bare = subject.list && shown.length === 0 && named.has(subject.id);
      return {
        subject,
        facts: bare ? facts.filter(({ name }) => itemsOf(values, subject).filledFields.has(name)) : shown,
      };
    })
    .filter(({ subject, facts }) => facts.length > 0 || (subject.list && named.has(subject.id)));
}

/** The page on which an answer is changed; for a list with items it includes all questions about them. */
export function pageToChange(source: Questionnaire, name: string): QuestionPage {
  const group = source.questions.find(({ subject }) => subject.id === name);
  const items = group !== undefined && source.values.get(name) === LIST_ANSWERS.given;
  return items ? [name, ...group.facts.map(({ id }) => id)] : [name];
}

/** The asked names of the clauses in scope that were answered, in the order of the dictionary. */
export function answeredNames({ questions, values }: Questionnaire): readonly string[] {
  const filled = new Set([...values].flatMap(([name, text]) => (text.trim() === '' ? [] : factsNamed(name))));
  return questions.flatMap(({ subject, facts }) => {
    if (subject.list) {
      const answer = values.get(subject.id);
      return answer === LIST_ANSWERS.given || answer === LIST_ANSWERS.none ? [subject.id] : [];
    }
    return facts.map(({ id }) => id).filter((id) => filled.has(id));
  });
}

/**
 * The hidden fields of a form: every text, and one field of each item without answers, so that the item is
 * kept.
 */
export function carriedFields(
  dictionary: Dictionary,
  values: ReadonlyMap<string, string>,
): readonly (readonly [string, string])[] {
  const markers = new Set(
    dictionary.subjects.filter(({ list }) => list).flatMap((list) => emptyItems(values, list)),
  );
  return [...values].filter(([name, text]) => text !== '' || markers.has(name));
}

/** The first field of every item that has no text at all. */
function emptyItems(values: ReadonlyMap<string, string>, list: Subject): readonly string[] {
  const { firstFields, filled } = itemsOf(values, list);
  return [...firstFields]
    .filter(([number]) => number <= itemCount(values, list) && !filled.has(number))
    .map(([, name]) => name);
}

function listOf({ dictionary }: Questionnaire, name: string): string | undefined {
  const [subject = ''] = name.split('.');
  return name.includes('.') && dictionary.subjects.some(({ id, list }) => list && id === subject)
    ? subject
    : undefined;
}

/** The facts that a field may belong to: it is a fact itself or a year of one. */
function factsNamed(name: string): readonly string[] {
  const [subject = '', fact = ''] = name.split('.', 2);
  return [name, `${subject}.${fact}`];
}
