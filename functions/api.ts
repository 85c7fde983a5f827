import type { Context, Hono } from 'hono';
import { revalidated } from './http/conditional.ts';
import { apiReply } from './http/reply.ts';
import { type AnyRoute, type Edge, mount } from './http/route.ts';
import { describeApi } from './openapi.ts';
import { check } from './routes/check.ts';
import { facts } from './routes/facts.ts';
import { policies, policy } from './routes/policies.ts';

/** The routes of the API, as the OpenAPI document lists them. */
export const ROUTES: readonly AnyRoute[] = [policies, policy, facts, check];

/** Puts the API under `/api/`, open to pages of any origin. */
export function mountApi(app: Hono, edge: Edge): void {
  for (const route of ROUTES) {
    const path = route.path.replaceAll(/\{(\w+)\}/g, ':$1');
    const respond = (context: Context): Promise<Response> => route.respond(context, edge);
    mount(app, path, route.method === 'GET' ? { GET: respond } : { POST: respond }, preflight);
  }
  let description: string | undefined;
  const describe = (context: Context): Promise<Response> => {
    description ??= JSON.stringify(describeApi(ROUTES));
    return revalidated(context.req.raw, description);
  };
  mount(app, '/api/openapi.json', { GET: describe }, preflight);
}

function preflight(allowed: string): Response {
  return apiReply(null, 204, {
    Allow: allowed,
    'Access-Control-Allow-Methods': allowed,
    'Access-Control-Allow-Headers': 'Content-Type, If-None-Match',
    'Access-Control-Max-Age': '86400',
  });
}
