import { RECORD_KINDS } from '../../views/wording/terms.ts';
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
