import type { Context, Hono } from 'hono';
import { destinationOf } from '../../views/form/destination.ts';
import { type FormState, readForm } from '../../views/form/fields.ts';
import { ProblemPage } from '../../views/form/ProblemPage.tsx';
import { Unpublished } from '../data/published.ts';
import { checkForm, hasPlace } from '../form/checked-form.ts';
import { formPage, narrowPage, questionsPage } from '../form/questions-page.tsx';
import { resultPage } from '../form/result-page.tsx';
import { bareReply, pageInShell } from '../form/shell.ts';
import { readSubmittedForm } from '../form/submitted-form.ts';
import { readText } from '../http/body.ts';
import type { Problem, ProblemRefusal } from '../http/problem.ts';
import { pageReply } from '../http/reply.ts';
import { type Edge, mount } from '../http/route.ts';

/** The self-check as a form that works without a script, inside the page that the site has published. */
export function mountForm(app: Hono, edge: Edge): void {
  mount(
    app,
    '/check/',
    {
      GET: (context) => respond(edge, withoutAnswers(new URL(context.req.url).searchParams)),
      POST: async (context) => respond(edge, readForm(await sent(context))),
    },
    (Allow) => pageReply(null, 204, { Allow }),
  );
  app.get('/check', ({ req }) => pageReply(null, 308, { Location: `/check/${new URL(req.url).search}` }));
}

/** The reply of the site for a problem: a page, without the site's own frame where that cannot be read. */
export async function problemPage(
  { published }: Edge,
  { status, title, detail }: Problem,
  headers: ProblemRefusal['headers'],
): Promise<Response> {
  const html = String(<ProblemPage title={title} detail={detail} />);
  return pageInShell(published, { title, html, status, headers }).catch((error: unknown) => {
    if (error instanceof Unpublished) return bareReply({ title, html, status, headers });
    throw error;
  });
}

/** An address never carries answers: only place, date, topics and clauses are read from it. */
function withoutAnswers(query: URLSearchParams): FormState {
  return { ...readForm(query), values: new Map(), action: { kind: 'update' } };
}

async function sent(context: Context): Promise<URLSearchParams> {
  return new URLSearchParams(await readText(context.req.raw, 'application/x-www-form-urlencoded'));
}

/** The page that follows a form: a choice of place, questions, or the result. */
async function respond(edge: Edge, given: FormState): Promise<Response> {
  const { published } = edge;
  const form = await readSubmittedForm(edge, given);
  if (!hasPlace(form)) return formPage(published, form, form.scopeProblems);
  const { state, scopeProblems } = form;
  const goesOn = state.action.kind === 'check' || state.action.kind === 'next';
  const wrong = [...scopeProblems, ...form.answerProblems];
  const problems = goesOn ? wrong : scopeProblems;
  const mayEnd = goesOn && wrong.length === 0;
  if (state.all && !mayEnd) return formPage(published, form, problems);
  const checked = checkForm(form, edge.today(), mayEnd);
  if (checked === undefined) return narrowPage(published, form);
  if (state.all) return resultPage(published, checked);
  const names = wrong.map(({ name }) => name);
  const destination = destinationOf(checked.source, state, names);
  if (destination.kind === 'result') return resultPage(published, checked);
  const shown = { pages: destination.pages, review: destination.kind === 'review' };
  return questionsPage(published, checked, problems, shown);
}
