import { PART_DETAILS, REQUEST_DETAILS } from '../../views/wording/requests.ts';
import { type PublishedSummary, Unpublished } from '../data/published.ts';
import { ProblemRefusal, problem, type RequestFinding, refuse } from '../http/problem.ts';
import { type Edge, type RouteReply, route } from '../http/route.ts';
import { unknownWord } from '../http/suggest.ts';
import {
  PAGE,
  policiesReply,
  policiesRequest,
  policyReply,
  policyRequest,
} from '../schema/policies.schema.ts';

/** `GET /api/policies`: all policies in the order of their ids, page by page. */
export const policies = route({
  method: 'GET',
  path: '/api/policies',
  summary: '政策文件目录，按编号排列，分页',
  request: policiesRequest,
  reply: policiesReply,
  problems: ['invalid'],
  answer: async ({ value, raw, findings }, edge) => {
    const after = raw['cursor'] === undefined ? '' : readCursor(String(raw['cursor']));
    refuse([...findings, ...(await placeFindings(raw['jurisdiction'], edge)), ...cursorFindings(after)]);
    const all = await edge.published.loadPolicies();
    return page(all, {
      after: after ?? '',
      limit: value?.limit ?? PAGE.usual,
      jurisdiction: value?.jurisdiction,
    });
  },
});

/** `GET /api/policies/{jurisdiction}/{document}`: one policy in full. */
export const policy = route({
  method: 'GET',
  path: '/api/policies/{jurisdiction}/{document}',
  summary: '一份政策文件的全部数据',
  request: policyRequest,
  reply: policyReply,
  problems: ['invalid', 'unknownPolicy'],
  answer: async ({ value, findings }, { published }) => {
    refuse(findings);
    const slug = value?.jurisdiction ?? '';
    const places = await published.loadJurisdictions();
    const known = places.some((place) => place.slug === slug);
    const id = `${slug}/${value?.document}`;
    const found = (known ? await published.loadPoliciesOf(slug) : []).find((each) => each.id === id);
    if (found === undefined && (await published.loadPolicies()).some((each) => each.id === id))
      throw new Unpublished(`/data/policies/${slug}.json`, `lacks ${id}, although it is listed`);
    if (found === undefined)
      throw new ProblemRefusal(problem('unknownPolicy', REQUEST_DETAILS.unknownPolicy));
    return { body: { api: 1, policy: found } };
  },
});

interface Wanted {
  /** The id after which the page begins. */
  readonly after: string;
  readonly limit: number;
  readonly jurisdiction: string | undefined;
}

type Page = RouteReply<{ api: 1; policies: PublishedSummary[]; next: string | null }>;

function page(all: readonly PublishedSummary[], { after, limit, jurisdiction }: Wanted): Page {
  const left = all
    .filter(({ id }) => id > after)
    .filter((each) => jurisdiction === undefined || each.jurisdiction === jurisdiction)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const policies = left.slice(0, limit);
  const last = policies.at(-1);
  if (left.length === policies.length || last === undefined)
    return { body: { api: 1, policies, next: null } };
  const next = writeCursor(last.id);
  const query = new URLSearchParams({
    ...(jurisdiction === undefined ? {} : { jurisdiction }),
    limit: String(limit),
    cursor: next,
  });
  return { body: { api: 1, policies, next }, headers: { Link: `</api/policies?${query}>; rel="next"` } };
}

/** The last id of a page, so that a page stays the same when policies are added before it. */
function writeCursor(id: string): string {
  return btoa(encodeURIComponent(id)).replaceAll('=', '').replaceAll('+', '-').replaceAll('/', '_');
}

function readCursor(cursor: string): string | undefined {
  try {
    const id = decodeURIComponent(atob(cursor.replaceAll('-', '+').replaceAll('_', '/')));
    return writeCursor(id) === cursor ? id : undefined;
  } catch {
    return undefined;
  }
}

function cursorFindings(after: string | undefined): readonly RequestFinding[] {
  const detail = PART_DETAILS.badCursor;
  return after === undefined ? [{ code: 'badCursor', parameter: 'cursor', detail }] : [];
}

/** What is wrong with the place that a query names. */
export async function placeFindings(slug: unknown, { published }: Edge): Promise<readonly RequestFinding[]> {
  if (typeof slug !== 'string') return [];
  const slugs = (await published.loadJurisdictions()).map((place) => place.slug);
  return slugs.includes(slug)
    ? []
    : [
        {
          ...unknownWord('unknownJurisdiction', slug, slugs, PART_DETAILS.unknownJurisdiction),
          parameter: 'jurisdiction',
        },
      ];
}
