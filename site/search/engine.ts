import { RECORD_KINDS } from '../../views/wording/terms.ts';
import { documentOf, type Hit, inTitle, LOOKED_AT } from './found.ts';
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

/** The filters that a reader can set; the fields of the search page have the same names. */
export const CHOICES = ['record', 'place', 'topic', 'issuer', 'year', 'standing', 'support'] as const;

/** A search request: the words, the chosen value of each filter, and the order of the results. */
export interface SearchRequest {
  readonly query: string;
  readonly choices: Readonly<Partial<Record<(typeof CHOICES)[number], string>>>;
  /** The chosen place and those above it: awards of a province also apply in its cities. */
  readonly above: readonly string[];
  readonly in: 'text' | 'title';
  readonly by: 'relevance' | 'date';
}

/** The results of a search. */
export interface Results {
  readonly hits: readonly Hit[];
  /** The number of leading results that are small to load; only whole texts follow them. */
  readonly short: number;
  readonly counts: FilterCounts | undefined;
  /** Words of the query that occur in no record; the results match the other words. */
  readonly unmatched: readonly string[];
  /** Similar words of the vocabulary, when nothing was found. */
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
   * Opens an engine over all parts of the index. `pinyin` is loaded with the first query in Latin letters. Parts that an
   * earlier engine opened are closed first; otherwise their records would be found twice.
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
   * Finds records, the best match first: documents with the number that is searched for; otherwise records that contain
   * the whole query as a phrase, or its words and their synonyms. The name of a place in the query restricts the results
   * to what applies there, unless nothing there contains the other words.
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
    if (asked.choices.record === RECORD_KINDS.policy) return this.documentsByWords(query, words, asked);
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

  /** All records that match the filters: whole documents first, the newest first. */
  private async everything(asked: SearchRequest): Promise<Results> {
    await this.pagefind.filters();
    const kinds =
      asked.choices.record === undefined
        ? [RECORD_KINDS.policy, RECORD_KINDS.clause, RECORD_KINDS.target]
        : [asked.choices.record];
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
    const filters = {
      ...filtersOf({ ...asked, choices: { ...asked.choices, record: RECORD_KINDS.policy } }),
      number,
    };
    const { results } = await this.pagefind.search(null, { filters });
    return results.length === 0
      ? undefined
      : { hits: results, short: results.length, counts: undefined, unmatched: [], suggestions: [] };
  }

  /** Groups results by document: a sentence of a clause or target belongs to the record of that clause or target. */
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

  /** The records of whole texts, whose content is loaded only when they are shown. */
  private wholeTexts(): Promise<ReadonlySet<string>> {
    this.texts ??= this.pagefind
      .search(null, { filters: { record: RECORD_KINDS.text } })
      .then(({ results }) => new Set(results.map(({ id }) => id)));
    return this.texts;
  }

  /**
   * All records that match the filters. Each part of the index sorts its own records; the parts are in the order of
   * their years.
   */
  private async newestFirst(asked: SearchRequest): Promise<FoundFragment> {
    const answer = await this.pagefind.search(null, { filters: filtersOf(asked), sort: { date: 'desc' } });
    return { ...answer, results: [...answer.results].sort((a, b) => partOf(b).localeCompare(partOf(a))) };
  }

  /** Records that contain every part of a term exactly. */
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

/** The id of a record begins with the name of its part, which contains the first year of the part. */
function partOf({ id }: Hit): string {
  return id.slice(0, id.indexOf('_'));
}

/** Sorts whole texts after clauses and targets, unless a text is the best match. */
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
