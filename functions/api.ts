import type { Context, Hono } from 'hono';
import { OPEN_DATA_HEADERS } from '../views/headers.ts';
import { revalidated } from './conditional.ts';
import { describeApi } from './openapi.ts';
import { type AnyRoute, type Edge, mount } from './route.ts';
import { check } from './routes/check.ts';
import { facts } from './routes/facts.ts';
import { policies, policy } from './routes/policies.ts';

/** The routes of the API, as the OpenAPI document lists them. */
export const ROUTES: readonly AnyRoute[] = [policies, policy, facts, check];

/** Puts the API under `/api/`, open to pages of any origin. */
export function mountApi(app: Hono, edge: Edge): void {
  app.use('/api/*', async (context, next) => {
    await next();
    const { headers, status } = context.res;
    for (const [name, value] of OPEN) headers.set(name, value);
    if (context.req.method !== 'OPTIONS' || status !== 204) return;
    const preflight = preflightHeaders(headers.get('Allow') ?? '');
    for (const [name, value] of Object.entries(preflight)) headers.set(name, value);
  });
  for (const route of ROUTES) {
    const path = route.path.replaceAll(/\{(\w+)\}/g, ':$1');
    const respond = (context: Context): Promise<Response> => route.respond(context, edge);
    mount(app, path, route.method === 'GET' ? { GET: respond } : { POST: respond });
  }
  let description: string | undefined;
  mount(app, '/api/openapi.json', {
    GET: (context) => {
      description ??= JSON.stringify(describeApi(ROUTES));
      return revalidated(context.req.raw, description);
    },
  });
}

const OPEN = Object.entries(OPEN_DATA_HEADERS);

function preflightHeaders(methods: string): Readonly<Record<string, string>> {
  return {
    'Access-Control-Allow-Methods': methods,
    'Access-Control-Allow-Headers': 'Content-Type, If-None-Match',
    'Access-Control-Max-Age': '86400',
  };
}
