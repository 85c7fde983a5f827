import { combinationOf, defaultExplainers, gapsOf, groundsOf, traceOf } from '../../clauses/explain.ts';
import { type CheckRequest, type CheckResult, parseDate } from '../../clauses/index.ts';
import type { Questionnaire } from '../../views/form/questionnaire.ts';
import { checkWithin, FORM_BUDGET, PAGE_BUDGET } from '../data/budget.ts';
import type { ServedPlace } from '../data/places.ts';
import type { SubmittedForm } from './submitted-form.ts';

/** A form whose place is known. */
export interface PlacedForm extends SubmittedForm {
  readonly place: ServedPlace;
}

/** Whether the place of a form is known. */
export function hasPlace(form: SubmittedForm): form is PlacedForm {
  return form.place !== undefined;
}

/** The explanations that a result page shows. Questions and totals are the same without them. */
const EXPLANATIONS = {
  ...defaultExplainers,
  trace: traceOf,
  grounds: groundsOf,
  gaps: gapsOf,
  combination: combinationOf,
} as const;

/** A form with its one check, and what is still to be asked after it. */
export interface CheckedForm {
  readonly form: PlacedForm;
  readonly result: CheckResult;
  readonly source: Questionnaire;
}

/**
 * Checks the answers of a form once; `undefined` where that takes too much work. Explanations are needed where the result
 * page may follow. Where the as-of date cannot be read, the check is that of `today`.
 */
export function checkForm(form: PlacedForm, today: string, explains: boolean): CheckedForm | undefined {
  const { dictionary, questions, state, place } = form;
  const request = requestOf(form, today);
  const result = explains
    ? checkWithin(place.prepared, { ...request, ...EXPLANATIONS }, PAGE_BUDGET)
    : checkWithin(place.prepared, request, FORM_BUDGET);
  if (result === undefined) return undefined;
  return { form, result, source: { dictionary, questions, open: result.questions, values: state.values } };
}

function requestOf({ state, clauses, place, asOf, answers }: PlacedForm, today: string): CheckRequest {
  const checksAll = state.clauses.length + state.topics.length === 0;
  return {
    answers,
    asOf: parseDate(asOf) === undefined ? today : asOf,
    jurisdiction: place.jurisdiction.slug,
    ...(checksAll ? {} : { clauses: clauses.map(({ id }) => id) }),
  };
}
