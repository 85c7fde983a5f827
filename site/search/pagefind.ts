import type { Hit } from './found.ts';
import type { Matches } from './rank.ts';

/** What is used of Pagefind's own script, which is loaded with the first search. */
export interface Pagefind {
  readonly search: (
    query: string | null,
    options: { filters: PagefindFilters; sort?: Readonly<Record<string, 'asc' | 'desc'>> },
  ) => Promise<FoundFragment>;
  /** Before an index is opened: without a worker its whole script is not loaded a second time. */
  readonly options: (options: { noWorker: boolean }) => Promise<unknown>;
  /** Adds another part of the index, by its address. */
  readonly mergeIndex: (address: string) => Promise<unknown>;
  /** Forgets every part, and what failed; the next call opens the index again. */
  readonly destroy: () => Promise<unknown>;
  /** Loads the values of all filters: answers count them from then on. */
  readonly filters: () => Promise<unknown>;
}

/** Wanted values by the name of the filter, joined as Pagefind has it. */
export type PagefindFilters = Readonly<Record<string, unknown>>;

/** What one search found. */
export interface FoundFragment extends Matches<Hit> {
  readonly results: readonly (Hit & { readonly score: number })[];
  readonly filters: FilterCounts;
}

/** How many records each value of each filter would leave. */
export type FilterCounts = Readonly<Record<string, Readonly<Record<string, number>>>>;
