import { RECORD_KINDS } from '../../views/wording/terms.ts';
import type { Wanted } from './words.ts';
/** A record that was found; its content is loaded when it is shown. */
export interface Hit {
  readonly id: string;
  readonly data: () => Promise<Found>;
}

/** A result of a search as the page shows it. */
export interface Found {
  readonly url: string;
  readonly meta: Readonly<
    Partial<Record<'title' | 'kind' | 'gives' | 'where' | 'standing' | 'document', string>>
  >;
  readonly excerpt: string;
  readonly sub_results: readonly { readonly url: string; readonly title: string; readonly excerpt: string }[];
}

/** The address of a record for readers. */
export function addressOf({ url }: Found): string {
  return url.replace(/#top$/, '');
}

/** The document that contains a clause or target, with the sentence that was found. */
export function documentOf(page: Found, url: string): Found {
  const { document } = page.meta;
  if (document === undefined) return page;
  return {
    ...page,
    url,
    meta: { ...page.meta, title: document, kind: RECORD_KINDS.policy, gives: page.meta.title ?? '' },
  };
}

/** The title without the spaces of the indexed copy. */
export function closedTitle({ meta }: Found): string {
  return (meta.title ?? '').replace(/\s+/g, '');
}

/** The number of best results whose titles are loaded to compare them with the query. */
export const LOOKED_AT = 60;

/** Those of the best results whose titles contain a word of the query. */
export async function inTitle(hits: readonly Hit[], words: readonly Wanted[]): Promise<readonly Hit[]> {
  const best = hits.slice(0, LOOKED_AT);
  const titles = await Promise.all(best.map(async (hit) => closedTitle(await hit.data())));
  return best.filter((_, place) =>
    words.some(({ alternatives }) => alternatives.some((word) => titles[place]?.includes(word))),
  );
}
