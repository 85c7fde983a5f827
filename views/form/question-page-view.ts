import { vocabulary } from '../wording/names.ts';
import { ANSWERS } from '../wording/terms.ts';
import { sayFactValue } from '../wording/values.ts';
import type { Answered } from './AnsweredList.tsx';
import type { QuestionPageView } from './FewQuestions.tsx';
import { LIST_ANSWERS } from './fields.ts';
import { itemCount } from './items.ts';
import {
  answeredNames,
  countLeft,
  type Questionnaire,
  type QuestionPage,
  questionsOn,
  skippedNames,
} from './questionnaire.ts';

/** The props of a page of questions. `answers` are the answers as read, from `flatAnswers`. */
export function questionPageView(
  source: Questionnaire,
  pages: readonly QuestionPage[],
  review: boolean,
  { result, policies }: Pick<QuestionPageView, 'result' | 'policies'>,
  answers: Readonly<Record<string, string>>,
): QuestionPageView {
  const shown = review ? [] : questionsOn(source, pages.at(-1) ?? []);
  return {
    pages,
    shown,
    matters: new Map(source.open.map(({ fact, clauses }) => [fact, clauses])),
    left: countLeft(source, review ? [...pages, []] : pages),
    skipped: skippedNames(source, review ? [...pages, []] : pages).length,
    answered: answeredNames(source).map((name) => answered(source, name, answers)),
    result,
    policies,
  };
}

function answered(
  { dictionary, values }: Questionnaire,
  name: string,
  answers: Readonly<Record<string, string>>,
): Answered {
  const list = dictionary.subjects.find(({ id, list }) => list && id === name);
  if (list !== undefined) {
    const some = values.get(name) === LIST_ANSWERS.given;
    const count = Math.max(itemCount(values, list), 1);
    return { name, label: list.label, value: some ? `${count} 个` : ANSWERS.none };
  }
  const fact = vocabulary(dictionary).fact(name);
  const read = answers[name];
  const typed = values.get(name) ?? '';
  const value = fact !== undefined && read !== undefined ? sayFactValue(fact, read) : typed;
  return { name, label: fact?.label ?? name, value: value === '' ? '已填' : value };
}
