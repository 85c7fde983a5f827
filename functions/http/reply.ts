import { OPEN_DATA_HEADERS, STRICT_HEADERS } from '../../views/headers.ts';

type HeaderFields = Readonly<Record<string, string>>;

/**
 * Every reply of the edge is made here, complete: to set headers on a reply that exists already costs as much as
 * reading the answers.
 */
const strict =
  (always: HeaderFields) =>
  (body: string | null, status: number, headers: HeaderFields = {}): Response =>
    new Response(body, { status, headers: { ...always, ...headers } });

/** A reply to a person: a page, or the way to one. */
export const pageReply = strict(STRICT_HEADERS);

/** A page that is made for one reader. */
export function htmlReply(html: string, status: number, headers: HeaderFields = {}): Response {
  return pageReply(html, status, {
    ...headers,
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
  });
}

const OPEN = { ...STRICT_HEADERS, ...OPEN_DATA_HEADERS };

/** A reply of the API, open to pages of any origin. */
export const apiReply = strict(OPEN);

const COMPUTED = new Headers({
  ...OPEN,
  'Content-Type': 'application/json',
  'Cache-Control': 'no-store',
});

/** A reply of the API that was computed from answers, which is never cached. */
export function computedReply(text: string): Response {
  return new Response(text, { headers: COMPUTED });
}
