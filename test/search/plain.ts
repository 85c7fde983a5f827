import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';
import type { Page } from 'playwright-core';
import { loadContent } from '../../site/content/load/load-content.ts';
import { searchRecords } from '../../site/search/records.ts';

/** The first three results of a query, as ids. */
export type Finder = (query: string) => Promise<readonly string[]>;

/** Indexes the unchanged texts, clauses and targets; Pagefind itself cuts them into words. */
async function defaultIndex(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'huice-default-'));
  const { policies, dictionary, jurisdictions } = loadContent();
  if (dictionary === undefined || jurisdictions === undefined) throw new Error('a table is broken');
  const { index } = await createIndex({ forceLanguage: 'zh' });
  // Our records of documents are left out, and pages are indexed with their marked sentences.
  for (const { url, html } of searchRecords(policies, jurisdictions, dictionary))
    if (!url.endsWith('#top'))
      await index?.addHTMLFile({ url, content: html.replaceAll('data-pagefind-ignore class=', 'class=') });
  await index?.writeFiles({ outputPath: folder });
  await close();
  return folder;
}

/** Pagefind with its defaults, over the same documents, clauses and targets. */
export async function plainFinder(page: Page): Promise<Finder> {
  const folder = await defaultIndex();
  await page.route('**/plain/**', (route) =>
    route.fulfill({ path: join(folder, new URL(route.request().url()).pathname.replace('/plain/', '')) }),
  );
  return (query) =>
    page.evaluate(`(async () => {
  const { search } = await import('/plain/pagefind.js');
  const { results } = await search(${JSON.stringify(query)});
  const found = await Promise.all(results.slice(0, 3).map((result) => result.data()));
  return found.map(({ url }) => url.replace(/^.*?\\/policies\\//, '').replace(/\\/(#|$)/, '$1'));
})()`);
}
