import type { Hit } from './found.ts';
import type { Matches } from './rank.ts';

/** The part of Pagefind's script that is used here; the script is loaded with the first search. */
export interface Pagefind {
  readonly search: (
    query: string | null,
    options: { filters: PagefindFilters; sort?: Readonly<Record<string, 'asc' | 'desc'>> },
  ) => Promise<FoundFragment>;
  /** Sets options before an index is opened. Without a worker the script is not loaded a second time. */
  readonly options: (options: { noWorker: boolean }) => Promise<unknown>;
  /** Adds another part of the index, by its address. */
  readonly mergeIndex: (address: string) => Promise<unknown>;
  /** Closes every part and forgets errors; the next call opens the index again. */
  readonly destroy: () => Promise<unknown>;
  /** Loads the values of all filters; later results contain their counts. */
  readonly filters: () => Promise<unknown>;
}

/** The chosen values of each filter, combined in Pagefind's syntax. */
export type PagefindFilters = Readonly<Record<string, unknown>>;

/** The results of one Pagefind search. */
export interface FoundFragment extends Matches<Hit> {
  readonly results: readonly (Hit & { readonly score: number })[];
  readonly filters: FilterCounts;
}

/** The number of records that each value of each filter leaves. */
export type FilterCounts = Readonly<Record<string, Readonly<Record<string, number>>>>;
