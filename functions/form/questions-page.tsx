import { flatAnswers } from '../../clauses/answering.ts';
import { questionsOf } from '../../views/form/asked-questions.ts';
import { CheckForm, type CheckFormProps, checkTitle } from '../../views/form/CheckForm.tsx';
import { questionPageView } from '../../views/form/question-page-view.ts';
import type { QuestionPage } from '../../views/form/questionnaire.ts';
import { placeName, placeOptions } from '../../views/places.ts';
import type { FieldProblem } from '../../views/wording/problems.ts';
import type { Published } from '../data/published.ts';
import type { CheckedForm } from './checked-form.ts';
import { clausesOf } from './form-scope.ts';
import { pageInShell } from './shell.ts';
import type { SubmittedForm } from './submitted-form.ts';

/** The page with the choice of place or, where a place is chosen, with every question. */
export async function formPage(
  published: Published,
  form: SubmittedForm,
  problems: readonly FieldProblem[],
): Promise<Response> {
  return reply(published, await formProps(published, form, problems));
}

/** A page with a few questions, or with the answers for review, and the result so far. */
export async function questionsPage(
  published: Published,
  { form, result, source }: CheckedForm,
  problems: readonly FieldProblem[],
  shown: { readonly pages: readonly QuestionPage[]; readonly review: boolean },
): Promise<Response> {
  const answers = flatAnswers(form.dictionary, form.answers);
  const step = questionPageView(source, shown.pages, shown.review, result, answers);
  return reply(published, { ...(await formProps(published, form, problems)), step });
}

function reply(published: Published, props: CheckFormProps): Promise<Response> {
  return pageInShell(published, {
    title: checkTitle(props),
    html: String(<CheckForm {...props} />),
    status: props.problems.length > 0 ? 422 : 200,
  });
}

async function formProps(
  published: Published,
  form: SubmittedForm,
  problems: readonly FieldProblem[],
): Promise<CheckFormProps> {
  const { state, place, asOf, clauses, dictionary } = form;
  const [places, policies] = await Promise.all([published.loadJurisdictions(), published.loadPolicies()]);
  const withClauses = policies.filter((policy) => policy.clauses > 0).map((policy) => policy.jurisdiction);
  return {
    dictionary,
    questions: place === undefined ? [] : questionsOf(dictionary, clauses),
    places: placeOptions(places, new Set(withClauses)),
    place: place?.jurisdiction.slug,
    asOf,
    topics: [...new Set(clausesOf(place).flatMap(({ topics }) => topics))],
    chosenTopics: state.topics,
    chosenClauses: await chosenClauses(published, form),
    values: state.values,
    problems,
  };
}

/** The clauses that the form names, each with its place and document. */
async function chosenClauses(
  published: Published,
  { state, place }: SubmittedForm,
): Promise<CheckFormProps['chosenClauses']> {
  const [places, policies] = await Promise.all([published.loadJurisdictions(), published.loadPolicies()]);
  const titles = new Map(policies.map((policy) => [policy.id, policy.title]));
  const chosen = clausesOf(place).filter(({ id }) => state.clauses.includes(id));
  return chosen.map(({ id, title, citation }) => {
    const [policy = ''] = id.split('#');
    const [slug = ''] = policy.split('/');
    return { id, title, source: `${placeName(places, slug)}《${titles.get(policy) ?? ''}》${citation}` };
  });
}
