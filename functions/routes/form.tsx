import type { Context, Hono } from 'hono';
import { flatAnswers, readAnswers } from '../../clauses/answering.ts';
import { combinationOf, defaultExplainers, gapsOf, groundsOf, traceOf } from '../../clauses/explain.ts';
import {
  type CheckRequest,
  type CheckResult,
  type Clause,
  check,
  type Dictionary,
  parseDate,
} from '../../clauses/index.ts';
import { CheckForm, type CheckFormProps, checkTitle } from '../../views/form/CheckForm.tsx';
import { type FormState, readForm } from '../../views/form/fields.ts';
import { formAnswers } from '../../views/form/form-answers.ts';
import { applyAction } from '../../views/form/items.ts';
import { pagesDone, turn } from '../../views/form/next-page.ts';
import { ProblemPage } from '../../views/form/ProblemPage.tsx';
import type { StepView } from '../../views/form/StepForm.tsx';
import { clausesInScope, questionsOf } from '../../views/form/scope.ts';
import { stepView } from '../../views/form/step-view.ts';
import { countLeft, type StepSource, skippedNames } from '../../views/form/steps.ts';
import { placeName, placeOptions } from '../../views/places.ts';
import { RESULT_TITLE, ResultPage } from '../../views/result/ResultPage.tsx';
import type { FieldProblem } from '../../views/wording/problems.ts';
import type { ServedPlace } from '../data/places.ts';
import { readText } from '../http/body.ts';
import type { Problem, ProblemRefusal } from '../http/problem.ts';
import { htmlReply, pageReply } from '../http/reply.ts';
import { type Edge, mount } from '../http/route.ts';

/** The self-check as a form that needs no script, in the page that the site has published. */
export function mountForm(app: Hono, edge: Edge): void {
  mount(
    app,
    '/check/',
    {
      GET: (context) => answer(edge, withoutAnswers(new URL(context.req.url).searchParams)),
      POST: async (context) => answer(edge, readForm(await sent(context))),
    },
    (Allow) => pageReply(null, 204, { Allow }),
  );
  app.get('/check', ({ req }) => pageReply(null, 308, { Location: `/check/${new URL(req.url).search}` }));
}

/** A problem as a page of the site. */
export async function problemPage(
  edge: Edge,
  { status, title, detail }: Problem,
  headers: ProblemRefusal['headers'],
): Promise<Response> {
  const content = String(<ProblemPage title={title} detail={detail} />);
  return page(await edge.published.loadShell(), title, content, status, headers);
}

/** Answers never stand in an address: only place, day, topics and clauses are taken from there. */
function withoutAnswers(query: URLSearchParams): FormState {
  return { ...readForm(query), values: new Map(), action: { kind: 'update' } };
}

async function sent(context: Context): Promise<URLSearchParams> {
  return new URLSearchParams(await readText(context.req.raw, 'application/x-www-form-urlencoded'));
}

async function answer(edge: Edge, given: FormState): Promise<Response> {
  const [shell, dictionary] = await Promise.all([edge.published.loadShell(), edge.published.loadFacts()]);
  const place = given.place === undefined ? undefined : await edge.findPlace(given.place);
  const state = withMode(applyAction(dictionary, given));
  const form = formAnswers(dictionary, state);
  const read = readAnswers(dictionary, form.raw);
  const inScope = scopeProblems(state, place);
  const wrong = [...inScope, ...form.problems, ...read.problems];
  const scope = scopeOf(state, place);
  const asOf = state.asOf ?? edge.today();
  const asked = { state, place, asOf, scope, dictionary };
  const show = async (shown: readonly FieldProblem[], step?: StepView): Promise<Response> => {
    const props = await formProps(edge, { ...asked, problems: shown });
    const view = step === undefined ? <CheckForm {...props} /> : <CheckForm {...props} step={step} />;
    return page(shell, checkTitle(props), String(view), shown.length > 0 ? 422 : 200);
  };
  if (place === undefined) return show(inScope);
  const stops = state.action.kind === 'check' || state.action.kind === 'next';
  const problems = stops ? wrong : inScope;
  const checking = { ...asked, place, answers: read.answers };
  if (state.all) {
    if (!stops || wrong.length > 0) return show(problems);
    return page(shell, RESULT_TITLE, await resultView(edge, checking), 200);
  }
  // A day that cannot be read is told; the result so far is that of today.
  const day = parseDate(asOf) === undefined ? edge.today() : asOf;
  const result = check(place.prepared, requestOf({ ...checking, asOf: day }));
  const source = sourceOf(checking, result);
  const turned = turn(
    source,
    state,
    wrong.map(({ name }) => name),
  );
  if (turned.kind === 'result') return page(shell, RESULT_TITLE, await resultView(edge, checking), 200);
  const flat = flatAnswers(dictionary, read.answers);
  return show(problems, stepView(source, turned.pages, turned.kind === 'review', result, flat));
}

/** 显示全部问题 and 改为一次几题 change how the questions stand on pages. */
function withMode(state: FormState): FormState {
  const { kind } = state.action;
  return kind === 'all' || kind === 'few' ? { ...state, all: kind === 'all' } : state;
}

interface Checking extends Omit<Shown, 'problems'> {
  readonly place: ServedPlace;
  readonly answers: CheckRequest['answers'];
}

function requestOf({ state, scope, place, asOf, answers }: Checking): CheckRequest {
  const whole = state.clauses.length + state.topics.length === 0;
  const chosen = whole ? {} : { clauses: scope.map(({ id }) => id) };
  return { answers, asOf, jurisdiction: place.jurisdiction.slug, ...chosen };
}

function sourceOf({ dictionary, scope, state }: Checking, { questions }: CheckResult): StepSource {
  return { dictionary, questions: questionsOf(dictionary, scope), open: questions, values: state.values };
}

async function resultView({ published }: Edge, checking: Checking): Promise<string> {
  const { state, place, dictionary, answers } = checking;
  const places = await published.loadJurisdictions();
  const result = check(place.prepared, {
    ...requestOf(checking),
    ...defaultExplainers,
    trace: traceOf,
    grounds: groundsOf,
    gaps: gapsOf,
    combination: combinationOf,
  });
  const source = sourceOf(checking, result);
  const done = pagesDone(state);
  const pages = [...done, []];
  return String(
    <ResultPage
      result={result}
      dictionary={dictionary}
      policies={place.prepared.policies}
      placeName={placeName(places, place.jurisdiction.slug)}
      state={{ ...state, pages: done }}
      left={countLeft(source, pages)}
      skipped={skippedNames(source, pages).length}
      answers={flatAnswers(dictionary, answers)}
    />,
  );
}

function scopeOf(state: FormState, place: ServedPlace | undefined): readonly Clause[] {
  return place === undefined ? [] : clausesInScope([...place.prepared.published.values()], state);
}

function scopeProblems(state: FormState, place: ServedPlace | undefined): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  const given = (code: FieldProblem['code'], name: string, text: string | undefined): void => {
    problems.push({ code, name, ...(text === undefined ? {} : { given: text.slice(0, 40) }) });
  };
  if (place === undefined && state.place !== undefined) given('unknownPlace', 'place', state.place);
  if (state.asOf !== undefined && parseDate(state.asOf) === undefined) given('badDay', 'asOf', state.asOf);
  if (place === undefined) return problems;
  const clauses = [...place.prepared.published.values()];
  const topics = new Set(clauses.flatMap((clause) => clause.topics));
  for (const topic of state.topics) if (!topics.has(topic)) given('unknownTopic', 'topic', topic);
  for (const id of state.clauses) if (!place.prepared.published.has(id)) given('unknownClause', 'clause', id);
  return problems;
}

interface Shown {
  readonly state: FormState;
  readonly place: ServedPlace | undefined;
  readonly asOf: string;
  readonly scope: readonly Clause[];
  readonly dictionary: Dictionary;
  readonly problems: readonly FieldProblem[];
}

async function formProps({ published }: Edge, shown: Shown): Promise<CheckFormProps> {
  const { state, place, asOf, scope, dictionary, problems } = shown;
  const [places, policies] = await Promise.all([published.loadJurisdictions(), published.loadPolicies()]);
  const withClauses = new Set(
    policies.filter(({ clauses }) => clauses > 0).map(({ jurisdiction }) => jurisdiction),
  );
  const titles = new Map(policies.map((policy) => [policy.id, policy.title]));
  const all = place === undefined ? [] : [...place.prepared.published.values()];
  return {
    dictionary,
    questions: place === undefined ? [] : questionsOf(dictionary, scope),
    places: placeOptions(places, withClauses),
    place: place?.jurisdiction.slug,
    asOf,
    topics: [...new Set(all.flatMap(({ topics }) => topics))],
    chosenTopics: state.topics,
    chosenClauses: all
      .filter(({ id }) => state.clauses.includes(id))
      .map(({ id, title, citation }) => ({
        id,
        title,
        source: `${placeName(places, id.split('/')[0] ?? '')}《${titles.get(id.split('#')[0] ?? '') ?? ''}》${citation}`,
      })),
    values: state.values,
    problems,
  };
}

const CONTENT = /<!--huice:content-->[\s\S]*<!--\/huice:content-->/;

/** Puts content between the markers of the published page, and its title into the head. */
function page(
  shell: string,
  title: string,
  content: string,
  status: number,
  headers: ProblemRefusal['headers'] = {},
): Response {
  const html = shell
    .replace(CONTENT, () => content)
    .replace(/<title>[^<]*<\/title>/, () => `<title>${title} · 惠策</title>`);
  return htmlReply(html, status, headers);
}
