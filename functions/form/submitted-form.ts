import { readAnswers } from '../../clauses/answering.ts';
import type { CheckRequest, Clause, Dictionary } from '../../clauses/index.ts';
import type { FormState } from '../../views/form/fields.ts';
import { applyItemAction } from '../../views/form/item-actions.ts';
import { rawAnswers } from '../../views/form/raw-answers.ts';
import type { FieldProblem } from '../../views/wording/problems.ts';
import type { ServedPlace } from '../data/places.ts';
import type { Edge } from '../http/route.ts';
import { clausesToCheck, scopeProblems } from './form-scope.ts';

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
  const state = withMode(applyItemAction(dictionary, sent));
  const form = rawAnswers(dictionary, state);
  const { answers, problems } = readAnswers(dictionary, form.raw);
  return {
    state,
    dictionary,
    place,
    asOf: state.asOf ?? edge.today(),
    clauses: clausesToCheck(state, place),
    answers,
    scopeProblems: scopeProblems(state, place),
    answerProblems: [...form.problems, ...problems],
  };
}

/** The buttons 显示全部问题 and 改为一次几题 choose how many questions a page has. */
function withMode(state: FormState): FormState {
  const { kind } = state.action;
  return kind === 'all' || kind === 'few' ? { ...state, all: kind === 'all' } : state;
}
