import { numberKey } from './number.ts';
import { type Matches, ranked } from './rank.ts';
import { phrase } from './spaced.ts';
import { nearWords, type SearchTerms, type Wanted, wantedWords } from './words.ts';

/** What is used of Pagefind's own script, which is loaded with the first search. */
interface Pagefind {
  readonly search: (
    query: string | null,
    options: { filters: PagefindFilters; sort?: Readonly<Record<string, 'asc' | 'desc'>> },
  ) => Promise<Answer>;
  /** Loads the values of all filters: answers count them from then on. */
  readonly filters: () => Promise<unknown>;
}

type PagefindFilters = Readonly<Record<string, unknown>>;

interface Answer extends Matches<Hit> {
  readonly results: readonly (Hit & { readonly score: number })[];
  readonly filters: FilterCounts;
}

/** How many records each value of each filter would leave. */
export type FilterCounts = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** The filters that a reader chooses from; the fields of the search page are named alike. */
export const CHOICES = ['record', 'place', 'topic', 'issuer', 'year', 'standing', 'support'] as const;

/** What is asked: the words, the chosen values by the name of the filter, and how it is shown. */
export interface Asked {
  readonly query: string;
  readonly choices: Readonly<Partial<Record<(typeof CHOICES)[number], string>>>;
  /** The chosen place and those above it: what a province gives holds in its cities. */
  readonly above: readonly string[];
  readonly in: 'text' | 'title';
  readonly by: 'relevance' | 'date';
}

/** A page that was found; its words are loaded when they are shown. */
export interface Hit {
  readonly id: string;
  readonly data: () => Promise<Found>;
}

export interface Found {
  readonly url: string;
  readonly meta: Readonly<Partial<Record<'title' | 'kind' | 'gives' | 'where' | 'standing', string>>>;
  readonly excerpt: string;
  readonly sub_results: readonly { readonly url: string; readonly title: string; readonly excerpt: string }[];
}

/** The answer to a search. */
export interface Results {
  readonly hits: readonly Hit[];
  readonly counts: FilterCounts | undefined;
  /** Words of the vocabulary that are near, where nothing was found. */
  readonly suggestions: readonly string[];
}

/** Searches a Pagefind index of the spaced copy. */
export class SearchEngine {
  readonly #pagefind: Pagefind;
  readonly #terms: SearchTerms;
  #documents: Promise<ReadonlySet<string>> | undefined;

  constructor(pagefind: Pagefind, terms: SearchTerms) {
    this.#pagefind = pagefind;
    this.#terms = terms;
  }

  /**
   * What fits best first: a document by its number; else the whole query as a phrase, and its words with what means the
   * same. The name of a place asks for what holds there, unless nothing there has the other words.
   */
  async find(asked: Asked): Promise<Results> {
    const query = asked.query.trim();
    if (query === '') return this.#everything(asked);
    const byNumber = await this.#byNumber(query, asked);
    if (byNumber !== undefined) return byNumber;
    const words = wantedWords(query, this.#terms);
    const place = words.map(({ word, alternatives }) => this.#placeOf([word, ...alternatives])).find(Boolean);
    const others = words.filter(
      ({ word, alternatives }) => this.#placeOf([word, ...alternatives]) === undefined,
    );
    if (place !== undefined && asked.choices.place === undefined) {
      const [slug] = place;
      const there = {
        ...asked,
        choices: { ...asked.choices, ...(slug === undefined ? {} : { place: slug }) },
        above: place,
      };
      const found =
        others.length === 0 ? await this.#everything(there) : await this.#byWords(query, words, there);
      if (found.hits.length > 0) return found;
    }
    const found = await this.#byWords(query, words, asked);
    return found.hits.length > 0 ? found : { ...found, suggestions: nearWords(query, this.#terms) };
  }

  #placeOf(names: readonly string[]): readonly string[] | undefined {
    const name = names.find((each) => Object.hasOwn(this.#terms.places, each));
    return name === undefined ? undefined : this.#terms.places[name];
  }

  async #byWords(query: string, words: readonly Wanted[], asked: Asked): Promise<Results> {
    const [documents, whole, ...sought] = await Promise.all([
      this.#wholeDocuments(),
      this.#exactly(query, asked),
      ...words.map(async (wanted) => ({
        wanted,
        matches: await Promise.all(wanted.alternatives.map((word) => this.#exactly(word, asked))),
      })),
    ]);
    const hits = await this.#arranged(ranked<Hit>(whole, sought, documents), words, asked);
    return { hits, counts: undefined, suggestions: [] };
  }

  /** All that the choices leave: whole documents first, the newest first. */
  async #everything(asked: Asked): Promise<Results> {
    await this.#pagefind.filters();
    const { results, filters } = await this.#pagefind.search(null, {
      filters: filtersOf(asked),
      sort: { date: 'desc' },
    });
    const documents = await this.#wholeDocuments();
    const first = (hit: Hit): number => (documents.has(hit.id) ? 0 : 1);
    const hits = [...results].sort((a, b) => first(a) - first(b));
    return { hits, counts: filters, suggestions: [] };
  }

  async #byNumber(query: string, asked: Asked): Promise<Results | undefined> {
    const number = numberKey(query);
    if (number === undefined) return undefined;
    const filters = { ...filtersOf(asked), number, record: '文件' };
    const { results } = await this.#pagefind.search(null, { filters });
    return results.length === 0 ? undefined : { hits: results, counts: undefined, suggestions: [] };
  }

  #wholeDocuments(): Promise<ReadonlySet<string>> {
    this.#documents ??= this.#pagefind
      .search(null, { filters: { record: '文件' } })
      .then(({ results }) => new Set(results.map(({ id }) => id)));
    return this.#documents;
  }

  async #exactly(term: string, asked: Asked): Promise<Matches<Hit>> {
    const { results } = await this.#pagefind.search(phrase(term), { filters: filtersOf(asked) });
    return { hits: results };
  }

  async #arranged(hits: readonly Hit[], words: readonly Wanted[], asked: Asked): Promise<readonly Hit[]> {
    const titled = asked.in === 'title' ? await inTitle(hits, words) : hits;
    if (asked.by === 'relevance') return titled;
    const { results } = await this.#pagefind.search(null, {
      filters: filtersOf(asked),
      sort: { date: 'desc' },
    });
    const order = new Map(results.map(({ id }, place) => [id, place]));
    return [...titled].sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
  }
}

/** How many of the best hits are looked at for their titles. */
const LOOKED_AT = 60;

async function inTitle(hits: readonly Hit[], words: readonly Wanted[]): Promise<readonly Hit[]> {
  const best = hits.slice(0, LOOKED_AT);
  const titles = await Promise.all(best.map(async (hit) => closedTitle(await hit.data())));
  return best.filter((_, place) =>
    words.some(({ alternatives }) => alternatives.some((word) => titles[place]?.includes(word))),
  );
}

function closedTitle({ meta }: Found): string {
  return (meta.title ?? '').replace(/\s+/g, '');
}

function filtersOf({ choices, above }: Asked): PagefindFilters {
  const { place, ...others } = choices;
  if (place === undefined) return others;
  return { ...others, any: [{ place }, { of: { any: above } }] };
}
