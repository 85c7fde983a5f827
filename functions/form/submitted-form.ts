import { readAnswers } from '../../clauses/answering.ts';
import type { CheckRequest, Clause, Dictionary } from '../../clauses/index.ts';
import { questionsOf, type SubjectQuestions } from '../../views/form/asked-questions.ts';
import type { FormState } from '../../views/form/fields.ts';
import { applyItemAction } from '../../views/form/item-actions.ts';
import { closeGaps } from '../../views/form/items.ts';
import { rawAnswers } from '../../views/form/raw-answers.ts';
import type { FieldProblem } from '../../views/wording/problems.ts';
import type { ServedPlace } from '../data/places.ts';
import type { Edge } from '../http/route.ts';
import { clausesOf, clausesToCheck, scopeProblems } from './form-scope.ts';

/** A form as it was sent, with everything that was read from it. */
export interface SubmittedForm {
  /** After a button that changes the form itself was applied: an item added or removed, the mode changed. */
  readonly state: FormState;
  readonly dictionary: Dictionary;
  /** `undefined` where no place was chosen, or one that does not exist. */
  readonly place: ServedPlace | undefined;
  /** The as-of date as it was typed, which may be no date, or today. */
  readonly asOf: string;
  /** The clauses that the form asks to check. */
  readonly clauses: readonly Clause[];
  /** What they can ask at all. */
  readonly questions: readonly SubjectQuestions[];
  /** The answers that could be read. */
  readonly answers: CheckRequest['answers'];
  /** What is wrong with place, date, topics and clauses. */
  readonly scopeProblems: readonly FieldProblem[];
  /** What is wrong with the answers. */
  readonly answerProblems: readonly FieldProblem[];
}

/** Reads a form against the published data. Nothing is refused: every problem is reported with the form. */
export async function readSubmittedForm(edge: Edge, sent: FormState): Promise<SubmittedForm> {
  const dictionary = await edge.published.loadFacts();
  const place = sent.place === undefined ? undefined : await edge.findPlace(sent.place);
  const inRow = closeGaps(dictionary, sent.values);
  const known = { ...sent, values: inRow.values, pages: knownPages(dictionary, sent.pages) };
  const state = withMode(applyItemAction(dictionary, known));
  const form = rawAnswers(dictionary, state);
  const { answers, problems } = readAnswers(dictionary, form.raw);
  const clauses = clausesToCheck(state, place);
  return {
    state,
    dictionary,
    place,
    asOf: state.asOf ?? edge.today(),
    clauses,
    questions: questionsOf(dictionary, clauses, clausesOf(place)),
    answers,
    scopeProblems: scopeProblems(state, place),
    answerProblems: [...inRow.problems, ...form.problems, ...problems],
  };
}

/** More pages than anybody turns. Those shown first are dropped: what they asked may then be asked again. */
const MOST_PAGES = 200;

/** The pages of questions without names that nobody asks, each name once. */
function knownPages({ facts, subjects }: Dictionary, pages: FormState['pages']): FormState['pages'] {
  const ids = new Set([...facts, ...subjects].map(({ id }) => id));
  return pages.slice(-MOST_PAGES).map((page) => [...new Set(page)].filter((name) => ids.has(name)));
}

/** The buttons 显示全部问题 and 改为一次几题 choose how many questions a page has. */
function withMode(state: FormState): FormState {
  const { kind } = state.action;
  return kind === 'all' || kind === 'few' ? { ...state, all: kind === 'all' } : state;
}
