/** A page that was found; its words are loaded when they are shown. */
export interface Hit {
  readonly id: string;
  readonly data: () => Promise<Found>;
}

export interface Found {
  readonly url: string;
  readonly meta: Readonly<
    Partial<Record<'title' | 'kind' | 'gives' | 'where' | 'standing' | 'document', string>>
  >;
  readonly excerpt: string;
  readonly sub_results: readonly { readonly url: string; readonly title: string; readonly excerpt: string }[];
}

/** The address of a record as readers see it. */
export function addressOf({ url }: Found): string {
  return url.replace(/#top$/, '');
}

/** The document of a clause or target, with the sentence that was found in it. */
export function documentOf(page: Found, url: string): Found {
  const { document } = page.meta;
  if (document === undefined) return page;
  return {
    ...page,
    url,
    meta: { ...page.meta, title: document, kind: '文件', gives: page.meta.title ?? '' },
  };
}

/** The title without the spaces of the indexed copy. */
export function closedTitle({ meta }: Found): string {
  return (meta.title ?? '').replace(/\s+/g, '');
}
