import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { withoutAssetHashes } from './assets.ts';

/** A request as it is recorded. */
export interface Asked {
  readonly method?: string;
  /** The path with its query. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** A reply of the edge. */
export interface Replied {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

/** Sends a request to the built edge of a tree. */
export type Send = (asked: Asked) => Promise<Replied>;

interface Bindings {
  readonly ASSETS: { readonly fetch: (request: Request) => Promise<Response> };
}

interface Bundle {
  readonly default: {
    readonly fetch: (request: Request, bindings: Bindings, context: unknown) => Promise<Response>;
  };
}

const ORIGIN = 'https://huice.example';

/** Loads the bundled worker of a tree into this thread, with the files of the tree's `dist/` as its assets. */
export async function loadEdge(tree: string): Promise<Send> {
  const url = pathToFileURL(join(tree, '.cache', 'worker', 'index.js'));
  const { default: worker } = (await import(url.href)) as Bundle;
  const bindings = { ASSETS: { fetch: async (request: Request) => asset(tree, request) } };
  const context = { waitUntil: () => undefined, passThroughOnException: () => undefined };
  return async (asked) => {
    const response = await worker.fetch(requestOf(asked), bindings, context);
    return { status: response.status, headers: response.headers, body: await response.text() };
  };
}

/** Makes a request. HTTP states the length of every body, so it is stated here. */
function requestOf({ method = 'GET', path, headers = {}, body }: Asked): Request {
  if (body === undefined) return new Request(`${ORIGIN}${path}`, { method, headers });
  const bytes = Buffer.from(body);
  const length = { 'Content-Length': String(bytes.length) };
  return new Request(`${ORIGIN}${path}`, { method, headers: { ...length, ...headers }, body: bytes });
}

/** Serves a published file as the platform does: a folder has its `index.html`, an unknown path gets `404.html`. */
function asset(tree: string, request: Request): Response {
  const path = decodeURIComponent(new URL(request.url).pathname);
  const file = join(tree, 'dist', path.endsWith('/') ? `${path}index.html` : path);
  if (existsSync(file) && statSync(file).isFile()) return new Response(readFileSync(file));
  return new Response(readFileSync(join(tree, 'dist', '404.html')), { status: 404 });
}

/** Writes a reply as text: status, headers in the order of their names, body. */
export function replyText({ status, headers, body }: Replied): string {
  const lines = [...headers].map(
    ([name, value]) => `${name}: ${name === 'etag' ? tagText(value, body) : value}`,
  );
  return [`status: ${status}`, ...lines.sort(), '', withoutAssetHashes(body)].join('\n');
}

/** Replaces an ETag that is the digest of the body by a word, so that a difference of the body is not reported twice. */
function tagText(tag: string, body: string): string {
  const digest = createHash('sha256').update(body).digest('hex').slice(0, 32);
  const isDigest = body === '' ? /^"[0-9a-f]{32}"$/.test(tag) : tag === `"${digest}"`;
  return isDigest ? 'the digest of the body' : tag;
}
