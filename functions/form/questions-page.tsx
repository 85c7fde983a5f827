import { flatAnswers } from '../../clauses/answering.ts';
import type { SubjectQuestions } from '../../views/form/asked-questions.ts';
import { CheckForm, type CheckFormProps, checkTitle } from '../../views/form/CheckForm.tsx';
import { itemCount } from '../../views/form/items.ts';
import { NarrowForm } from '../../views/form/NarrowForm.tsx';
import { questionPageView } from '../../views/form/question-page-view.ts';
import { type QuestionPage, questionsOn } from '../../views/form/questionnaire.ts';
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
  if (isTooLong(form, form.questions)) return narrowPage(published, form);
  return reply(published, await formProps(published, form, problems));
}

/** The page that asks for less, where a check or a page would take too much. It keeps every answer. */
export async function narrowPage(published: Published, form: SubmittedForm): Promise<Response> {
  const props = await formProps(published, form, [{ code: 'tooMuch', name: 'scope' }]);
  const html = String(<NarrowForm {...props} pages={form.state.pages} all={form.state.all} />);
  return pageInShell(published, { title: checkTitle(props), html, status: 413 });
}

/** The most fields and options that one page shows, so that a page stays below about 300 kB. */
const MOST_FIELDS = 1_500;

/** Whether a page with these questions would be too long: each is asked for every item of its list. */
function isTooLong({ state }: SubmittedForm, questions: readonly SubjectQuestions[]): boolean {
  const fields = questions.reduce((sum, { subject, facts }) => {
    const each = facts.reduce((all, { options = [] }) => all + 2 + options.length, 0);
    return sum + each * (subject.list ? Math.max(itemCount(state.values, subject), 1) : 1);
  }, 0);
  return fields > MOST_FIELDS;
}

/** A page with a few questions, or with the answers for review, and the result so far. */
export async function questionsPage(
  published: Published,
  { form, result, source }: CheckedForm,
  problems: readonly FieldProblem[],
  shown: { readonly pages: readonly QuestionPage[]; readonly review: boolean },
): Promise<Response> {
  if (isTooLong(form, questionsOn(source, shown.review ? [] : (shown.pages.at(-1) ?? []))))
    return narrowPage(published, form);
  const answers = flatAnswers(form.dictionary, form.answers);
  const { policies } = form.place.prepared;
  const step = questionPageView(source, shown.pages, shown.review, { result, policies }, answers);
  return reply(published, { ...(await formProps(published, form, problems)), step });
}

function reply(published: Published, props: CheckFormProps): Promise<Response> {
  return pageInShell(published, {
    title: checkTitle(props),
    html: String(<CheckForm {...props} />),
    status: props.problems.length > 0 ? 422 : 200,
  });
}

/** More problems would help nobody. Those that are not shown are found again when the form is sent again. */
const MOST_PROBLEMS = 100;

async function formProps(
  published: Published,
  form: SubmittedForm,
  problems: readonly FieldProblem[],
): Promise<CheckFormProps> {
  const { state, place, asOf, questions, dictionary } = form;
  const [places, policies] = await Promise.all([published.loadJurisdictions(), published.loadPolicies()]);
  const withClauses = policies.filter((policy) => policy.clauses > 0).map((policy) => policy.jurisdiction);
  return {
    dictionary,
    questions,
    places: placeOptions(places, new Set(withClauses)),
    place: place?.jurisdiction.slug,
    asOf,
    topics: [...new Set(clausesOf(place).flatMap(({ topics }) => topics))],
    chosenTopics: state.topics,
    chosenClauses: await chosenClauses(published, form),
    values: state.values,
    problems: problems.slice(0, MOST_PROBLEMS),
    problemsLeft: Math.max(0, problems.length - MOST_PROBLEMS),
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
