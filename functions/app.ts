import { Hono } from 'hono';
import { REQUEST_DETAILS } from '../views/wording/requests.ts';
import { mountApi } from './api.ts';
import { createPlaces } from './data/places.ts';
import type { Published } from './data/published.ts';
import { ProblemRefusal, problem, problemReply } from './http/problem.ts';
import { htmlReply } from './http/reply.ts';
import type { Edge } from './http/route.ts';
import { mountForm, problemPage } from './routes/form.tsx';

/** Everything that the app needs from outside. */
export interface Outside extends Published {
  /** Today's date in China, `YYYY-MM-DD`. */
  readonly today: () => string;
}

/**
 * The edge: the API under `/api/` and the form at `/check/`. It keeps nothing but prepared catalogues, writes no log,
 * and uses web standards only, so that it runs on Workers, in Node and on bare workerd.
 */
export function createApp(outside: Outside): Hono {
  const edge: Edge = { published: outside, findPlace: createPlaces(outside), today: outside.today };
  const app = new Hono();
  mountApi(app, edge);
  mountForm(app, edge);
  app.notFound(async (context) => {
    if (!isApi(context.req.path)) return htmlReply(await outside.loadNotFound(), 404);
    throw new ProblemRefusal(problem('unknownRoute', REQUEST_DETAILS.unknownRoute));
  });
  app.onError(async (error, context) => {
    const refused =
      error instanceof ProblemRefusal
        ? error
        : new ProblemRefusal(problem('internal', REQUEST_DETAILS.internal));
    if (isApi(context.req.path)) return problemReply(refused.problem, refused.headers);
    return problemPage(edge, refused.problem, refused.headers);
  });
  return app;
}

function isApi(path: string): boolean {
  return path === '/api' || path.startsWith('/api/');
}
