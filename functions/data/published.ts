import type { ArticleKind, Catalogue, Dictionary, Policy } from '../../clauses/index.ts';

/** One place of the tree 省 > 市 > 县. */
export interface PublishedJurisdiction {
  readonly slug: string;
  readonly name: string;
  /** GB/T 2260 */
  readonly code: string;
  /** Slug of the place above. */
  readonly parent?: string;
}

/** A policy in a list. */
export type PublishedSummary = Pick<
  Policy,
  'id' | 'title' | 'jurisdiction' | 'documentNumber' | 'issuers' | 'dates' | 'topics'
> & {
  /** How many clauses and targets it has. */
  readonly clauses: number;
  readonly targets: number;
  /** How many paragraphs its text has, in all and of each kind. */
  readonly coverage: Readonly<Record<ArticleKind | 'paragraphs', number>>;
};

/**
 * What the site has published. The build has validated it: it is not validated again. The same object is returned
 * every time, so that results computed from it can be cached by it.
 */
export interface Published {
  readonly loadJurisdictions: () => Promise<readonly PublishedJurisdiction[]>;
  readonly loadFacts: () => Promise<Dictionary>;
  /** The catalogue of one place, or `undefined` where none is published: it has no clauses of its own. */
  readonly loadCatalogue: (slug: string) => Promise<Catalogue | undefined>;
  readonly loadPolicies: () => Promise<readonly PublishedSummary[]>;
  /** The policies of one place in full. */
  readonly loadPoliciesOf: (slug: string) => Promise<readonly Policy[]>;
  /** The page of the self-check, with the markers between which the edge puts its content. */
  readonly loadShell: () => Promise<string>;
  readonly loadNotFound: () => Promise<string>;
}

/** Fetches a published file by its path. */
export type FetchFile = (path: string) => Promise<Response>;

/** Thrown where a published file is missing, cut short or altered. The app replies 503; nothing of it is kept. */
export class Unpublished extends Error {
  constructor(path: string, why: string) {
    super(`${path}: ${why}`);
    this.name = 'Unpublished';
  }
}

/** How many files are cached; the one loaded first is dropped first. */
const KEPT_FILES = 256;

/** Where the site names the digests of the data that the edge reads, by their paths below `/data/`. */
const DIGESTS_PATH = '/data/digests.json';

/**
 * Reads the published files through any source that speaks HTTP: the assets of a Worker, a folder, another server. A
 * deployment publishes its files together with the app, so a file is read once and kept as long as the app runs. Data
 * are kept only where their bytes have the digest that the site has published; every method throws {@link Unpublished}
 * otherwise, and reads again when it is called again.
 */
export function createPublished(fetchFile: FetchFile): Published {
  // Values are cached, never promises: on Workers a promise belongs to the request that created it.
  const kept = new Map<string, unknown>();

  function keep<Value>(path: string, value: Value): Value {
    kept.set(path, value);
    const [oldest] = kept.keys();
    if (kept.size > KEPT_FILES && oldest !== undefined) kept.delete(oldest);
    return value;
  }

  async function loadDigests(): Promise<Digests> {
    const known = kept.get(DIGESTS_PATH) as Digests | undefined;
    if (known !== undefined) return known;
    const digests = parsed(DIGESTS_PATH, new TextDecoder().decode(await bytesOf(fetchFile, DIGESTS_PATH)));
    if (!isDigests(digests)) throw new Unpublished(DIGESTS_PATH, 'is no list of digests');
    return keep(DIGESTS_PATH, digests);
  }

  /** The value of a file of the open data; `undefined` where the site has published none of this name. */
  async function data<Value>(name: string): Promise<Value | undefined> {
    const path = `/data/${name}`;
    if (kept.has(path)) return kept.get(path) as Value;
    const digest = (await loadDigests())[name];
    if (digest === undefined) return undefined;
    const bytes = await bytesOf(fetchFile, path);
    if ((await digestOf(bytes)) !== digest) {
      // The list of digests may be the one that is wrong or old.
      kept.delete(DIGESTS_PATH);
      throw new Unpublished(path, 'does not have the digest that was published');
    }
    return keep(path, parsed(path, new TextDecoder().decode(bytes)) as Value);
  }

  async function required<Value>(name: string): Promise<Value> {
    const value = await data<Value>(name);
    if (value === undefined) throw new Unpublished(`/data/${name}`, 'is not published');
    return value;
  }

  /** A page. It has no digest: the site's own build writes into pages after the data are made. It must be whole. */
  async function page(path: string, isWhole: (response: Response, html: string) => boolean): Promise<string> {
    const known = kept.get(path) as string | undefined;
    if (known !== undefined) return known;
    const response = await fetchFile(path);
    const html = await response.text();
    if (!isWhole(response, html)) throw new Unpublished(path, 'is no whole page');
    return keep(path, html);
  }

  return {
    loadJurisdictions: () => required('jurisdictions.json'),
    loadFacts: () => required('facts.json'),
    loadCatalogue: (slug) => data(`catalogues/${slug}.json`),
    loadPolicies: () => required('policies.json'),
    loadPoliciesOf: async (slug) =>
      (await data<{ policies: readonly Policy[] }>(`policies/${slug}.json`))?.policies ?? [],
    loadShell: () => page('/shell/check/', ({ ok }, html) => ok && WHOLE_SHELL.test(html)),
    // Some sources say 404 with this page, for that is what it is for.
    loadNotFound: () => page('/404', (_, html) => WHOLE_PAGE.test(html)),
  };
}

/** Digests of published files, `sha256-` and 64 hexadecimal digits, by their paths below `/data/`. */
type Digests = Readonly<Record<string, string>>;

const DIGEST = /^sha256-[0-9a-f]{64}$/;

function isDigests(value: unknown): value is Digests {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((digest) => typeof digest === 'string' && DIGEST.test(digest));
}

const WHOLE_PAGE = /<\/html>\s*$/;
const WHOLE_SHELL = /<title>[\s\S]*<!--huice:content-->[\s\S]*<!--\/huice:content-->[\s\S]*<\/html>\s*$/;

async function bytesOf(fetchFile: FetchFile, path: string): Promise<ArrayBuffer> {
  const response = await fetchFile(path);
  if (!response.ok) throw new Unpublished(path, `status ${response.status}`);
  return response.arrayBuffer();
}

async function digestOf(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return `sha256-${Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

function parsed(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Unpublished(path, 'is no JSON');
  }
}
