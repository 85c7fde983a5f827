import type { Catalogue, Dictionary, Policy } from '../clauses/index.ts';

/** One place of the tree 省 > 市 > 县. */
export interface Jurisdiction {
  readonly slug: string;
  readonly name: string;
  /** GB/T 2260 */
  readonly code: string;
  /** Slug of the place above. */
  readonly parent?: string;
}

/** A policy in a list. */
export type PolicySummary = Pick<
  Policy,
  'id' | 'title' | 'jurisdiction' | 'documentNumber' | 'issuers' | 'dates' | 'topics'
> & {
  /** How many clauses and targets it has. */
  readonly clauses: number;
  readonly targets: number;
};

/**
 * What the site has published. The build has validated it: it is not validated again. As long as a file stays the
 * same, the same object is returned, so that work done on it can be kept beside it.
 */
export interface Published {
  readonly loadJurisdictions: () => Promise<readonly Jurisdiction[]>;
  readonly loadFacts: () => Promise<Dictionary>;
  /** The catalogue of one place, or `undefined` where it has no clauses of its own. */
  readonly loadCatalogue: (slug: string) => Promise<Catalogue | undefined>;
  readonly loadPolicies: () => Promise<readonly PolicySummary[]>;
  /** The policies of one place in full. */
  readonly loadPoliciesOf: (slug: string) => Promise<readonly Policy[]>;
  /** The page of the self-check, with the markers between which the edge puts its content. */
  readonly loadShell: () => Promise<string>;
  readonly loadNotFound: () => Promise<string>;
}

/** Fetches a published file: the path, and the ETag of the copy that is already here. */
export type FetchFile = (path: string, tag: string | undefined) => Promise<Response>;

/** Files that are kept in memory; the least recently loaded one goes first. */
const KEPT_FILES = 64;

interface Kept {
  readonly tag: string;
  readonly value: unknown;
}

/** Reads the published files through any source that speaks HTTP: the assets of a Worker, a folder, another server. */
export function createPublished(fetchFile: FetchFile): Published {
  const kept = new Map<string, Kept>();
  const json = async <T>(path: string): Promise<T | undefined> =>
    (await load(path, (response) => response.json())) as T | undefined;
  const text = async (path: string): Promise<string> =>
    required(path, (await load(path, (response) => response.text())) as string | undefined);

  async function load(path: string, read: (response: Response) => Promise<unknown>): Promise<unknown> {
    const known = kept.get(path);
    const response = await fetchFile(path, known?.tag);
    if (response.status === 304 && known !== undefined) return known.value;
    if (response.status === 404 && path !== NOT_FOUND_PATH) return undefined;
    const value = await read(response);
    keep(kept, path, { tag: response.headers.get('ETag') ?? '', value });
    return value;
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

function keep(kept: Map<string, Kept>, path: string, file: Kept): void {
  kept.delete(path);
  if (file.tag !== '') kept.set(path, file);
  const [oldest] = kept.keys();
  if (kept.size > KEPT_FILES && oldest !== undefined) kept.delete(oldest);
}

function required<T>(name: string, value: T | undefined): T {
  if (value === undefined) throw new Error(`the site has not published ${name}`);
  return value;
}
