import { apiReply } from './reply.ts';

/**
 * A cacheable JSON reply: 304 when the client has the same text already. The ETag is a digest of
 * the text, so it changes exactly when the text does.
 */
export async function revalidated(
  request: Request,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const tag = await tagOf(text);
  const kept = { ...headers, ETag: tag, 'Cache-Control': 'public, max-age=0, must-revalidate' };
  if (matches(request.headers.get('If-None-Match'), tag)) return apiReply(null, 304, kept);
  return apiReply(text, 200, { ...kept, 'Content-Type': 'application/json' });
}

async function tagOf(text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return `"${Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')}"`;
}

/** Weak comparison (RFC 9110, 13.1.2): a proxy that compresses makes a strong tag weak. */
function matches(wanted: string | null, tag: string): boolean {
  if (wanted === null) return false;
  const tags = wanted.split(',').map((each) => each.trim().replace(/^W\//, ''));
  return tags.includes(tag) || tags.includes('*');
}
