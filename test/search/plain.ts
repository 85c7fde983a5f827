import { globSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { close, createIndex } from 'pagefind';
import type { Page } from 'playwright-core';
import type { Dictionary, Policy } from '../../clauses/index.ts';
import { searchRecords } from '../../site/search/records.ts';
import type { PlaceNode } from '../../views/places.ts';

/** The first three results of a query, as ids. */
export type Finder = (query: string) => Promise<readonly string[]>;

/** The pages, clauses and targets as they stand, cut into words by Pagefind itself. */
async function defaultIndex(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'huice-default-'));
  const dist = fileURLToPath(new URL('../../dist', import.meta.url));
  const data = <Data>(path: string): Data =>
    JSON.parse(readFileSync(join(dist, 'data', path), 'utf8')) as Data;
  const { index } = await createIndex({ forceLanguage: 'zh' });
  for (const page of globSync('policies/*/*/index.html', { cwd: dist }))
    await index?.addHTMLFile({
      url: `/${page.replace(/index\.html$/, '')}`,
      content: readFileSync(join(dist, page), 'utf8'),
    });
  for (const file of globSync('policies/*.json', { cwd: join(dist, 'data') })) {
    const { policies } = data<{ policies: readonly Policy[] }>(file);
    const places = data<readonly PlaceNode[]>('jurisdictions.json');
    for (const { url, html } of searchRecords(policies, places, data<Dictionary>('facts.json')))
      if (!url.endsWith('#top')) await index?.addHTMLFile({ url, content: html });
  }
  await index?.writeFiles({ outputPath: folder });
  await close();
  return folder;
}

/** Pagefind as it comes, over the same documents, clauses and targets. */
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
