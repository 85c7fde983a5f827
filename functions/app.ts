import { Hono } from 'hono';
import { mountApi } from './api.ts';
import { mountForm, problemPage } from './form.tsx';
import { createPlaces } from './places.ts';
import { problem, problemReply, Refusal } from './problem.ts';
import type { Published } from './published.ts';
import { htmlReply } from './reply.ts';
import type { Edge } from './route.ts';

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
    throw new Refusal(problem('unknownRoute', '没有这个接口；GET /api/openapi.json 列出全部接口。'));
  });
  app.onError(async (error, context) => {
    const refused = error instanceof Refusal ? error : new Refusal(problem('internal', INTERNAL));
    if (isApi(context.req.path)) return problemReply(refused.problem, refused.headers);
    return problemPage(edge, refused.problem, refused.headers);
  });
  return app;
}

const INTERNAL = '系统出错了，不是您填写的内容有问题，请稍后再试。';

function isApi(path: string): boolean {
  return path === '/api' || path.startsWith('/api/');
}
