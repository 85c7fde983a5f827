import type { ElementContent, Literal } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';

/** HTML that is written out as it is; `toHtml` accepts it with `allowDangerousHtml`. */
interface RawHtml extends Literal {
  type: 'raw';
}

declare module 'hast' {
  interface ElementContentMap {
    raw: RawHtml;
  }
  interface RootContentMap {
    raw: RawHtml;
  }
}

/** A line end between elements, at which Pagefind ends a word. */
export const newLine: ElementContent = { type: 'text', value: '\n' };

/** What a record consists of. `meta` is stored with the record; `filters` and `date` select and sort it. */
export interface RecordParts {
  readonly title: ElementContent;
  readonly text: readonly ElementContent[];
  readonly filters: readonly (readonly [name: string, value: string])[];
  readonly meta: Readonly<Record<string, string>>;
  readonly date: string;
}

/** The record as HTML with the attributes that Pagefind reads (https://pagefind.app/docs/). */
export function recordHtml({ title, text, filters, meta, date }: RecordParts): string {
  const main = h('main', { dataPagefindBody: true }, [
    newLine,
    title,
    newLine,
    ...text,
    newLine,
    ...filters.map((filter) => h('i', { dataPagefindFilter: filter.join(':') })),
    newLine,
    ...Object.entries(meta).map(([name, value]) => h('i', { dataPagefindMeta: `${name}:${value}` })),
    newLine,
    h('i', { dataPagefindSort: `date:${date}` }),
    newLine,
  ]);
  return toHtml(h('html', { lang: 'zh-CN' }, [h('body', [main])]), { allowDangerousHtml: true });
}
