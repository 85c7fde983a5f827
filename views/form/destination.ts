import { nameParts, vocabulary } from '../wording/names.ts';
import type { FormState } from './fields.ts';
import { nextPage, pageToChange, type Questionnaire, type QuestionPage } from './questionnaire.ts';

/** Where a pressed button leads. */
export type Destination =
  | { readonly kind: 'result' }
  /** The present page is the last; `review` shows what was answered and asks nothing. */
  | { readonly kind: 'questions' | 'review'; readonly pages: readonly QuestionPage[] };

/**
 * Turns the page. `wrong` are the names of fields that could not be read: going on stops at them, on the page that has
 * them or, when it is another one, on one of their own. Going back never stops.
 */
export function destinationOf(
  source: Questionnaire,
  { action, pages: sent }: Pick<FormState, 'action' | 'pages'>,
  wrong: readonly string[],
): Destination {
  const pages = withoutEmpty(sent);
  switch (action.kind) {
    case 'check':
      return wrong.length > 0 ? mend(source, pages, wrong) : { kind: 'result' };
    case 'next':
      if (wrong.length > 0) return mend(source, pages, wrong);
      return onwards(source, pages) ?? { kind: 'result' };
    case 'back':
      return pages.length > 1 ? questions(pages.slice(0, -1)) : (onwards(source, []) ?? review(pages));
    case 'change':
      return questions([...pages, pageToChange(source, action.name)]);
    case 'add':
    case 'remove':
      return pages.length > 0 ? questions(pages) : questions([pageToChange(source, action.list)]);
    case 'edit':
      return review(pages);
    default:
      return onwards(source, []) ?? review([]);
  }
}

/**
 * The pages that count as shown when the result is displayed. An applicant who asks for the result has not skipped the
 * questions of the present page.
 */
export function pagesDone({ action, pages }: Pick<FormState, 'action' | 'pages'>): readonly QuestionPage[] {
  return withoutEmpty(action.kind === 'check' ? pages.slice(0, -1) : pages);
}

function withoutEmpty(pages: readonly QuestionPage[]): readonly QuestionPage[] {
  return pages.filter((page) => page.length > 0);
}

function questions(pages: readonly QuestionPage[]): Destination {
  return { kind: 'questions', pages };
}

function review(pages: readonly QuestionPage[]): Destination {
  return { kind: 'review', pages };
}

function onwards(source: Questionnaire, pages: readonly QuestionPage[]): Destination | undefined {
  const page = nextPage(source, pages);
  return page.length === 0 ? undefined : questions([...pages, page]);
}

function mend(source: Questionnaire, pages: readonly QuestionPage[], wrong: readonly string[]): Destination {
  const words = vocabulary(source.dictionary);
  const known = new Set(source.dictionary.facts.map(({ id }) => id).concat(listsOf(source)));
  const idOf = (name: string): string => /^(\w+)\.\d+$/.exec(name)?.[1] ?? nameParts(name, words).id;
  const names = [...new Set(wrong.map(idOf))].filter((name) => known.has(name));
  const here = pages.at(-1) ?? [];
  const elsewhere = names.some((name) => !here.includes(name));
  if (!elsewhere) return pages.length > 0 ? questions(pages) : (onwards(source, []) ?? review([]));
  return questions([...pages, names]);
}

function listsOf({ dictionary }: Questionnaire): readonly string[] {
  return dictionary.subjects.filter(({ list }) => list).map(({ id }) => id);
}
