import { globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import type { Dictionary, Policy } from '../../clauses/index.ts';
import type { PlaceNode } from '../../views/places.ts';
import { type SearchRecord, searchRecords } from './records.ts';
import { SEARCHED_PUNCTUATION, spacedHtml } from './spaced.ts';

/**
 * Makes the search index from a copy of the policy pages, and of the clauses and targets in them, with a space around
 * every Han character.
 */
export function search(): AstroIntegration {
  return {
    name: 'huice-search',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const { index, errors } = await createIndex({
          forceLanguage: 'zh',
          includeCharacters: SEARCHED_PUNCTUATION,
        });
        if (index === undefined) throw new Error(`The search index cannot be made: ${errors.join('; ')}`);
        let count = 0;
        for (const record of everything(folder)) {
          await add(index, record);
          count += 1;
        }
        const written = await index.writeFiles({ outputPath: join(folder, 'pagefind') });
        await close();
        removeUnused(join(folder, 'pagefind'));
        if (written.errors.length > 0) throw new Error(`The search index: ${written.errors.join('; ')}`);
        logger.info(`search index of ${count} documents, clauses and targets`);
      },
    },
  };
}

/** The policy pages, then what the open data says of their clauses and targets. */
function* everything(folder: string): Iterable<SearchRecord> {
  for (const page of globSync('policies/*/*/index.html', { cwd: folder }).sort())
    yield {
      url: `/${page.replace(/index\.html$/, '')}`,
      html: withoutMarked(readFileSync(join(folder, page), 'utf8')),
    };
  const data = <Data>(path: string): Data =>
    JSON.parse(readFileSync(join(folder, 'data', path), 'utf8')) as Data;
  const places = data<readonly PlaceNode[]>('jurisdictions.json');
  const dictionary = data<Dictionary>('facts.json');
  for (const file of globSync('policies/*.json', { cwd: join(folder, 'data') }).sort())
    yield* searchRecords(data<{ policies: readonly Policy[] }>(file).policies, places, dictionary);
}

/** What stands in a clause or target is found there, so that no sentence is indexed twice. */
function withoutMarked(html: string): string {
  return html.replace(/<mark class="(?=clause|target)/g, '<mark data-pagefind-ignore class="');
}

/** The small page of our own needs none of Pagefind's interfaces. */
function removeUnused(folder: string): void {
  for (const file of globSync('pagefind-*{ui,highlight}*', { cwd: folder })) rmSync(join(folder, file));
}

async function add(index: PagefindIndex, { url, html }: SearchRecord): Promise<void> {
  const { errors } = await index.addHTMLFile({ url, content: spacedHtml(html) });
  if (errors.length > 0) throw new Error(`The search index, ${url}: ${errors.join('; ')}`);
}
