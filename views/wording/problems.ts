import { type AnswerProblem, sayAnswerProblem } from '../../clauses/answering.ts';
import type { Dictionary } from '../../clauses/index.ts';
import { sayName, vocabulary } from './names.ts';

/** What is wrong with one field of the form: with the answer in it, or with the form itself. */
export type FieldProblem = Omit<AnswerProblem, 'pointer'> | FormProblem;

/** A problem that only a form can have. */
export interface FormProblem {
  readonly code: FormProblemCode;
  /** The name of the field. */
  readonly name: string;
  /** What was typed, shortened. */
  readonly given?: string;
}

/** The codes of {@link FormProblem}. */
export type FormProblemCode =
  | 'noPlace'
  | 'unknownPlace'
  | 'badDay'
  | 'unknownTopic'
  | 'unknownClause'
  | 'badList'
  | 'listOpen'
  | 'itemsBefore'
  | 'tooMuch';

interface FormProblemWords {
  /** What the field is called; absent for fields that are named by the dictionary. */
  readonly field?: string;
  /** What to do about it. */
  readonly remedy: string;
}

const FORM_PROBLEMS: Readonly<Record<FormProblemCode, FormProblemWords>> = {
  noPlace: { field: '所在地', remedy: '请选择企业所在的省、市或县。' },
  unknownPlace: { field: '所在地', remedy: '没有这个地方，请从列表里选。' },
  badDay: { field: '基准日', remedy: '请写成 2026-01-31 这样的日期，或者不填（就是今天）。' },
  unknownTopic: { field: '主题', remedy: '这个地方没有这个主题，请重新选。' },
  unknownClause: { field: '要自查的条款', remedy: '这个地方没有这一条，请重新选。' },
  badList: { remedy: '请选“有”“没有”或“不清楚”。' },
  listOpen: { remedy: '下面填了内容，这里却是“不清楚”。请选“有”，或者把下面的内容清空。' },
  itemsBefore: { remedy: '它前面的没有填，已经往前排，请看看对不对。' },
  tooMuch: {
    field: '要看的内容',
    remedy: '填的项目多，要看的条款也多，一次算不完。请在下面少选几个方面，或者少填几项，再点“自查”。',
  },
};

function isFormProblem(problem: FieldProblem): problem is FormProblem {
  return problem.code in FORM_PROBLEMS;
}

/** Which field a problem concerns, for the summary above a form: `项目 1 的“购买设备投资额”`. */
export function sayWhere(problem: FieldProblem, dictionary: Dictionary): string {
  if (problem.code === 'unknownFact') return `“${problem.name}”`;
  if (problem.code === 'itemsBefore') return sayItem(problem, dictionary);
  const field = isFormProblem(problem) ? FORM_PROBLEMS[problem.code].field : undefined;
  return field ?? sayName(problem.name, vocabulary(dictionary));
}

/** An item under the number that it was sent with: 项目 200. */
function sayItem({ name, given = '' }: FieldProblem, dictionary: Dictionary): string {
  const [list = ''] = name.split('.');
  return `${vocabulary(dictionary).item(list)} ${given}`;
}

/** What is wrong and how to correct it; the name of the field is shown beside it. */
export function sayProblem(problem: FieldProblem): string {
  if (!isFormProblem(problem)) return sayAnswerProblem(problem, 'form');
  const { remedy } = FORM_PROBLEMS[problem.code];
  return problem.given === undefined || problem.code === 'itemsBefore'
    ? remedy
    : `您填的是“${problem.given}”。${remedy}`;
}
