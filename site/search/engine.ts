import { closedTitle, documentOf, type Hit } from './found.ts';
import { numberKey } from './number.ts';
import type { FilterCounts, FoundFragment, Pagefind, PagefindFilters } from './pagefind.ts';
import { type Matches, ranked } from './rank.ts';
import { phrases } from './spaced.ts';
import {
  mayBePinyin,
  nearWords,
  type PinyinWords,
  type PublishedTerms,
  type SearchTerms,
  soundsLike,
  type Wanted,
  wantedWords,
} from './words.ts';

/** The filters that a reader chooses from; the fields of the search page are named alike. */
export const CHOICES = ['record', 'place', 'topic', 'issuer', 'year', 'standing', 'support'] as const;

/** What is asked: the words, the chosen values by the name of the filter, and how it is shown. */
export interface SearchRequest {
  readonly query: string;
  readonly choices: Readonly<Partial<Record<(typeof CHOICES)[number], string>>>;
  /** The chosen place and those above it: what a province gives holds in its cities. */
  readonly above: readonly string[];
  readonly in: 'text' | 'title';
  readonly by: 'relevance' | 'date';
}

/** The answer to a search. */
export interface Results {
  readonly hits: readonly Hit[];
  /** How many of them come first and are short to load; then only whole texts follow. */
  readonly short: number;
  readonly counts: FilterCounts | undefined;
  /** Words of the query that stand nowhere: what was found is about the others. */
  readonly unmatched: readonly string[];
  /** Words of the vocabulary that are near, where nothing was found. */
  readonly suggestions: readonly string[];
}

/** Searches a Pagefind index of the spaced copy. */
export class SearchEngine {
  private readonly pagefind: Pagefind;
  private readonly terms: SearchTerms;
  private readonly places: ReadonlyMap<string, readonly string[]>;
  private readonly pinyin: () => Promise<PinyinWords>;
  private texts: Promise<ReadonlySet<string>> | undefined;

  /**
   * An engine over all parts of the index. `pinyin` is asked for with the first query in Latin letters. It begins anew:
   * what an earlier engine has opened, whole or in part, is given up and would be found twice otherwise.
   */
  static async open(
    pagefind: Pagefind,
    terms: PublishedTerms,
    pinyin: () => Promise<PinyinWords>,
  ): Promise<SearchEngine> {
    await pagefind.destroy();
    await pagefind.options({ noWorker: true });
    await Promise.all(terms.parts.map((part) => pagefind.mergeIndex(`/pagefind/${part}`)));
    return new SearchEngine(pagefind, terms, pinyin);
  }

  private constructor(pagefind: Pagefind, terms: SearchTerms, pinyin: () => Promise<PinyinWords>) {
    this.pagefind = pagefind;
    this.terms = terms;
    this.places = new Map(Object.entries(terms.places));
    this.pinyin = pinyin;
  }

  /**
   * What fits best first: a document by its number; else the whole query as a phrase, and its words with what means the
   * same. The name of a place asks for what holds there, unless nothing there has the other words.
   */
  async find(asked: SearchRequest): Promise<Results> {
    const query = asked.query.trim();
    if (query === '') return this.everything(asked);
    const byNumber = await this.byNumber(query, asked);
    if (byNumber !== undefined) return byNumber;
    const words = await this.wanted(query);
    const place = words.map(({ word, alternatives }) => this.placeOf([word, ...alternatives])).find(Boolean);
    const others = words.filter(
      ({ word, alternatives }) => this.placeOf([word, ...alternatives]) === undefined,
    );
    if (place !== undefined && asked.choices.place === undefined) {
      const [slug] = place;
      const there = {
        ...asked,
        choices: { ...asked.choices, ...(slug === undefined ? {} : { place: slug }) },
        above: place,
      };
      const found =
        others.length === 0 ? await this.everything(there) : await this.byWords(query, words, there);
      if (found.hits.length > 0) return found;
    }
    const found = await this.byWords(query, words, asked);
    return found.hits.length > 0 ? found : { ...found, suggestions: nearWords(query, this.terms) };
  }

  private async wanted(query: string): Promise<readonly Wanted[]> {
    const sounds = mayBePinyin(query) ? soundsLike(query, await this.pinyin(), this.terms) : [];
    return sounds.length === 0 ? wantedWords(query, this.terms) : sounds;
  }

  private placeOf(names: readonly string[]): readonly string[] | undefined {
    return names.map((each) => this.places.get(each)).find(Boolean);
  }

  private async byWords(query: string, words: readonly Wanted[], asked: SearchRequest): Promise<Results> {
    if (asked.choices.record === '文件') return this.documentsByWords(query, words, asked);
    const [texts, whole, ...sought] = await Promise.all([
      this.wholeTexts(),
      this.exactly(query, asked),
      ...words.map(async (wanted) => ({
        wanted,
        matches: await Promise.all(wanted.alternatives.map((word) => this.exactly(word, asked))),
      })),
    ]);
    const hits = await this.arranged(ranked<Hit>(whole, sought, texts), words, asked);
    const last = asked.by === 'date' ? new Set<string>() : texts;
    const unmatched = sought
      .filter(({ matches }) => matches.every((found) => found.hits.length === 0))
      .map(({ wanted }) => wanted)
      .filter(({ word, alternatives }) => this.placeOf([word, ...alternatives]) === undefined);
    return {
      ...textsLast(hits, last),
      counts: undefined,
      unmatched: unmatched.map(({ word }) => word),
      suggestions: [],
    };
  }

  /** All that the choices leave: whole documents first, the newest first. */
  private async everything(asked: SearchRequest): Promise<Results> {
    await this.pagefind.filters();
    const kinds = asked.choices.record === undefined ? ['文件', '条款', '目标'] : [asked.choices.record];
    const answers = await Promise.all(
      kinds.map((record) => this.newestFirst({ ...asked, choices: { ...asked.choices, record } })),
    );
    const hits = answers.flatMap(({ results }) => results);
    return {
      hits,
      short: hits.length,
      counts: asked.choices.record === undefined ? undefined : answers[0]?.filters,
      unmatched: [],
      suggestions: [],
    };
  }

  private async byNumber(query: string, asked: SearchRequest): Promise<Results | undefined> {
    const number = numberKey(query);
    if (number === undefined) return undefined;
    const filters = { ...filtersOf({ ...asked, choices: { ...asked.choices, record: '文件' } }), number };
    const { results } = await this.pagefind.search(null, { filters });
    return results.length === 0
      ? undefined
      : { hits: results, short: results.length, counts: undefined, unmatched: [], suggestions: [] };
  }

  /** Documents by what is found in them: a sentence of a clause or target stands in its own record. */
  private async documentsByWords(
    query: string,
    words: readonly Wanted[],
    asked: SearchRequest,
  ): Promise<Results> {
    const { record: _, ...choices } = asked.choices;
    const { hits, unmatched } = await this.byWords(query, words, { ...asked, choices });
    const looked = hits.slice(0, LOOKED_AT);
    const pages = await Promise.all(looked.map((hit) => hit.data()));
    const found = new Map<string, Hit>();
    for (const [place, page] of pages.entries()) {
      const [url = ''] = page.url.split('#');
      const hit = looked[place];
      if (hit !== undefined && !found.has(url))
        found.set(url, { id: hit.id, data: () => Promise.resolve(documentOf(page, url)) });
    }
    const all = [...found.values()];
    return { hits: all, short: all.length, counts: undefined, unmatched, suggestions: [] };
  }

  /** The records of whole texts, whose words are loaded only when they are shown. */
  private wholeTexts(): Promise<ReadonlySet<string>> {
    this.texts ??= this.pagefind
      .search(null, { filters: { record: '原文' } })
      .then(({ results }) => new Set(results.map(({ id }) => id)));
    return this.texts;
  }

  /** All that the choices leave. Each part of the index puts its own in order; the parts follow each other by year. */
  private async newestFirst(asked: SearchRequest): Promise<FoundFragment> {
    const answer = await this.pagefind.search(null, { filters: filtersOf(asked), sort: { date: 'desc' } });
    return { ...answer, results: [...answer.results].sort((a, b) => partOf(b).localeCompare(partOf(a))) };
  }

  /** Records that have every part of a term exactly. */
  private async exactly(term: string, asked: SearchRequest): Promise<Matches<Hit>> {
    const filters = filtersOf(asked);
    const answers = await Promise.all(
      phrases(term).map((phrase) => this.pagefind.search(phrase, { filters })),
    );
    const [first, ...rest] = answers.map(({ results }) => results);
    const hits = (first ?? []).filter(({ id }) => rest.every((each) => each.some((hit) => hit.id === id)));
    return { hits };
  }

  private async arranged(
    hits: readonly Hit[],
    words: readonly Wanted[],
    asked: SearchRequest,
  ): Promise<readonly Hit[]> {
    const titled = asked.in === 'title' ? await inTitle(hits, words) : hits;
    if (asked.by === 'relevance') return titled;
    const { results } = await this.newestFirst(asked);
    const order = new Map(results.map(({ id }, place) => [id, place]));
    return [...titled].sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
  }
}

/** The id of a record begins with the name of its part, which is the first of its years. */
function partOf({ id }: Hit): string {
  return id.slice(0, id.indexOf('_'));
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

/** Whole texts come after sentences of their own record, unless a text is what fits best. */
function textsLast(hits: readonly Hit[], texts: ReadonlySet<string>): Pick<Results, 'hits' | 'short'> {
  const [best] = hits;
  if (best === undefined || texts.has(best.id)) return { hits, short: hits.length };
  const short = hits.filter(({ id }) => !texts.has(id));
  return { hits: [...short, ...hits.filter(({ id }) => texts.has(id))], short: short.length };
}

function filtersOf({ choices, above }: SearchRequest): PagefindFilters {
  const { place, ...others } = choices;
  if (place === undefined) return others;
  return { ...others, any: [{ place }, { of: { any: above } }] };
}
