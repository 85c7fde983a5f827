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
  /** The catalogue of one place, or `undefined` where it has no clauses of its own. */
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

/** How many files are cached; the one loaded first is dropped first. */
const KEPT_FILES = 256;

/**
 * Reads the published files through any source that speaks HTTP: the assets of a Worker, a folder, another server. A
 * deployment publishes its files together with the app, so a file is read once and kept as long as the app runs.
 */
export function createPublished(fetchFile: FetchFile): Published {
  const kept = new Map<string, unknown>();
  const json = async <T>(path: string): Promise<T | undefined> =>
    (await load(path, (response) => response.json())) as T | undefined;
  const text = async (path: string): Promise<string> =>
    required(path, (await load(path, (response) => response.text())) as string | undefined);

  // Values are cached, never promises: on Workers a promise belongs to the request that created it.
  async function load(path: string, read: (response: Response) => Promise<unknown>): Promise<unknown> {
    if (kept.has(path)) return kept.get(path);
    const response = await fetchFile(path);
    const missing = response.status === 404 && path !== NOT_FOUND_PATH;
    if (!missing && !response.ok && path !== NOT_FOUND_PATH)
      throw new Error(`cannot read ${path}: ${response.status}`);
    const value = missing ? undefined : await read(response);
    if (!kept.has(path)) kept.set(path, value);
    const [oldest] = kept.keys();
    if (kept.size > KEPT_FILES && oldest !== undefined) kept.delete(oldest);
    return kept.get(path) ?? value;
  }

  return {
    loadJurisdictions: async () => required('jurisdictions', await json('/data/jurisdictions.json')),
    loadFacts: async () => required('facts', await json('/data/facts.json')),
    loadCatalogue: (slug) => json(`/data/catalogues/${slug}.json`),
    loadPolicies: async () => required('policies', await json('/data/policies.json')),
    loadPoliciesOf: async (slug) =>
      (await json<{ policies: readonly Policy[] }>(`/data/policies/${slug}.json`))?.policies ?? [],
    loadShell: () => text('/shell/check/'),
    loadNotFound: () => text(NOT_FOUND_PATH),
  };
}

/** The page that every unknown address gets. */
const NOT_FOUND_PATH = '/404';

function required<T>(name: string, value: T | undefined): T {
  if (value === undefined) throw new Error(`the site has not published ${name}`);
  return value;
}
