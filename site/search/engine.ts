import { numberKey } from './number.ts';
import { phrase } from './spaced.ts';

/** What is used of Pagefind's own script, which is loaded with the first search. */
interface Pagefind {
  readonly search: (
    query: string | null,
    options: { filters: Filters },
  ) => Promise<{ readonly results: readonly Hit[] }>;
}

/** The filters that a reader chooses from; the fields of the search page are named alike. */
export const CHOICES = ['place', 'topic', 'year', 'standing', 'kind'] as const;

/** Chosen values by the name of the filter; the names are those of the policy page. */
export type Filters = Readonly<Partial<Record<(typeof CHOICES)[number] | 'number', string>>>;

/** A page that was found; its words are loaded when they are shown. */
export interface Hit {
  readonly id: string;
  readonly data: () => Promise<Found>;
}

export interface Found {
  readonly url: string;
  readonly meta: { readonly title?: string };
  readonly sub_results: readonly { readonly url: string; readonly title: string; readonly excerpt: string }[];
}

let loading: Promise<Pagefind> | undefined;

function pagefind(): Promise<Pagefind> {
  const script = '/pagefind/pagefind.js';
  loading ??= import(/* @vite-ignore */ script) as Promise<Pagefind>;
  return loading;
}

/**
 * The pages in which every term stands as it was typed, best first; else the document of that number, however its
 * brackets are typed. Wider steps (synonyms, parts of a question) follow here, each only when those before find nothing.
 */
export async function find(query: string, filters: Filters): Promise<readonly Hit[]> {
  const engine = await pagefind();
  const exact = await findTerms(engine, query.split(/\s+/), filters);
  const number = numberKey(query);
  if (exact.length > 0 || number === undefined) return exact;
  return (await engine.search(null, { filters: { ...filters, number } })).results;
}

async function findTerms(
  engine: Pagefind,
  words: readonly string[],
  filters: Filters,
): Promise<readonly Hit[]> {
  const terms = words.filter((term) => term !== '');
  if (terms.length === 0) return (await engine.search(null, { filters })).results;
  const found = await Promise.all(terms.map((term) => engine.search(phrase(term), { filters })));
  const [first, ...rest] = found.map(({ results }) => results);
  return (first ?? []).filter(({ id }) => rest.every((results) => results.some((hit) => hit.id === id)));
}
