import { Hono } from 'hono';
import { REQUEST_DETAILS } from '../views/wording/requests.ts';
import { mountApi } from './api.ts';
import { createPlaces } from './data/places.ts';
import { type Published, Unpublished } from './data/published.ts';
import { ProblemRefusal, problem, problemReply } from './http/problem.ts';
import { htmlReply } from './http/reply.ts';
import type { Edge } from './http/route.ts';
import { mountForm, problemPage } from './routes/form.tsx';

/** Everything that the app needs from outside. */
export interface Outside extends Published {
  /** Today's date in China, `YYYY-MM-DD`. */
  readonly today: () => string;
  /** Whether a request may be answered now; absent where nobody limits them. */
  readonly admits?: ((request: Request) => Promise<boolean>) | undefined;
}

/**
 * The edge: the API under `/api/` and the form at `/check/`. It keeps nothing but prepared catalogues, writes no log,
 * and uses web standards only, so that it runs on Workers, in Node and on bare workerd.
 */
export function createApp(outside: Outside): Hono {
  const edge: Edge = { published: outside, findPlace: createPlaces(outside), today: outside.today };
  const app = new Hono();
  const { admits } = outside;
  if (admits !== undefined)
    app.use(async ({ req }, next) => {
      if (!(await admits(req.raw))) throw tooMany();
      await next();
    });
  mountApi(app, edge);
  mountForm(app, edge);
  app.notFound(async (context) => {
    if (!isApi(context.req.path)) return htmlReply(await outside.loadNotFound(), 404);
    throw new ProblemRefusal(problem('unknownRoute', REQUEST_DETAILS.unknownRoute));
  });
  app.onError(async (error, context) => {
    const refused = refusalOf(error);
    if (isApi(context.req.path)) return problemReply(refused.problem, refused.headers);
    return problemPage(edge, refused.problem, refused.headers);
  });
  return app;
}

/** The period of the platform's limit in wrangler.toml, in seconds. */
const LIMIT_PERIOD = 60;

function tooMany(): ProblemRefusal {
  return new ProblemRefusal(problem('tooManyRequests', REQUEST_DETAILS.tooManyRequests(LIMIT_PERIOD)), {
    'Retry-After': String(LIMIT_PERIOD),
  });
}

/** How long to wait before data that could not be read are asked for again, in seconds. */
const RETRY_AFTER = 30;

function refusalOf(error: Error): ProblemRefusal {
  if (error instanceof ProblemRefusal) return error;
  if (!(error instanceof Unpublished))
    return new ProblemRefusal(problem('internal', REQUEST_DETAILS.internal));
  return new ProblemRefusal(problem('unavailable', REQUEST_DETAILS.unavailable), {
    'Retry-After': String(RETRY_AFTER),
  });
}

function isApi(path: string): boolean {
  return path === '/api' || path.startsWith('/api/');
}
