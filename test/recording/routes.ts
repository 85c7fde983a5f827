import { type Asked, replyText, type Send } from './edge.ts';
import { placesOf } from './places.ts';
import type { Recording } from './recording.ts';

/** The OpenAPI document is a group of its own, because its descriptions may change for good reasons. */
const DESCRIPTION = '/api/openapi.json';

/** Records the routes that take no answers: lists, policies, facts, the OpenAPI document and the empty form. */
export async function recordRoutes(tree: string, send: Send, recording: Recording): Promise<void> {
  const record = async (group: string, asked: Asked): Promise<void> => {
    if (!recording.wants(group)) return;
    const { method = 'GET', path, headers = {} } = asked;
    const part = [method, path, ...Object.values(headers)].join(' ').replaceAll('/', '|');
    recording.add(group, part, replyText(await send(asked)));
  };
  const places = placesOf(tree);
  for (const path of listPaths(places)) await recordPages(path, send, record);
  for (const id of await policyIds(send)) await record('routes', { path: `/api/policies/${id}` });
  for (const query of ['', ...places.map((place) => `?jurisdiction=${place}`)])
    await record('routes', { path: `/api/facts${query}` });
  for (const path of formPaths(places)) await record('routes', { path });
  for (const asked of CONDITIONS) await record('routes', asked);
  await record('openapi', { path: DESCRIPTION });
}

/** Lists of policies: all on one page, one on each page, and those of each place. */
function listPaths(places: readonly string[]): readonly string[] {
  return ['', '?limit=1', '?limit=100', ...places.map((place) => `?jurisdiction=${place}&limit=1`)].map(
    (query) => `/api/policies${query}`,
  );
}

/** The form without any answer. */
function formPaths(places: readonly string[]): readonly string[] {
  const ofPlaces = places.flatMap((place) => [
    `/check/?place=${place}&asOf=2026-03-01`,
    `/check/?place=${place}&asOf=2026-03-01&mode=all`,
    `/check/?place=${place}`,
  ]);
  return ['/check/', '/check', '/check?place=longnan', ...ofPlaces];
}

/** Conditional requests, and requests with other methods. */
const CONDITIONS: readonly Asked[] = [
  { path: '/api/policies', headers: { 'If-None-Match': '*' } },
  { path: '/api/facts', headers: { 'If-None-Match': '"other"' } },
  { method: 'OPTIONS', path: '/api/check' },
  { method: 'OPTIONS', path: '/api/policies' },
  { method: 'OPTIONS', path: '/check/' },
  { method: 'HEAD', path: '/api/facts' },
  { method: 'HEAD', path: '/check/' },
];

/** Records a list page by page, along the links that the pages give. */
async function recordPages(
  path: string,
  send: Send,
  record: (group: string, asked: Asked) => Promise<void>,
): Promise<void> {
  for (let at: string | undefined = path; at !== undefined; at = nextOf((await send({ path: at })).headers))
    await record('routes', { path: at });
}

function nextOf(headers: Headers): string | undefined {
  return /^<([^>]+)>; rel="next"$/.exec(headers.get('Link') ?? '')?.[1];
}

async function policyIds(send: Send): Promise<readonly string[]> {
  const { body } = await send({ path: '/api/policies?limit=100' });
  return (JSON.parse(body) as { policies: { id: string }[] }).policies.map(({ id }) => id);
}
