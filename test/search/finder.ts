import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';

/** One result as the search page would show it. */
export interface Result {
  /** `longnan/2022-40#cloud` */
  readonly id: string;
  readonly title: string;
}

/** Opens a page of the site that runs the site's own search engine without its form. */
export async function openFinder(browser: Browser, base: string): Promise<Page> {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { SearchEngine } from './site/search/engine.ts';
import { addressOf } from './site/search/found.ts';
const pagefind = await import('/pagefind/pagefind.js');
const terms = await (await fetch('/search-terms.json')).json();
const engine = await SearchEngine.open(pagefind, terms, async () => new Map(Object.entries(await (await fetch('/search-pinyin.json')).json())));
globalThis.finder = async (query, choices = {}, most = 10) => {
  const asked = { query, choices, above: choices.place === undefined ? [] : [choices.place], in: 'text', by: 'relevance' };
  const { hits } = await engine.find(asked);
  const found = await Promise.all(hits.slice(0, most).map((hit) => hit.data()));
  return found.map(({ url, meta }) => ({ id: addressOf({ url }).replace('/policies/', '').replace(/\\/(#|$)/, '$1'), title: meta.title }));
};`,
      resolveDir: fileURLToPath(new URL('../..', import.meta.url)),
      loader: 'ts',
    },
    bundle: true,
    format: 'esm',
    write: false,
    external: ['/pagefind/pagefind.js'],
  });
  const [script] = outputFiles;
  const page = await (await browser.newContext({ bypassCSP: true })).newPage();
  await page.route('**/finder.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: script?.text ?? '' }),
  );
  await page.goto(`${base}/about/`);
  await page.addScriptTag({ url: '/finder.js', type: 'module' });
  await page.waitForFunction(() => 'finder' in globalThis);
  return page;
}

/** The results of a query, best first. */
export function find(page: Page, query: string, most = 10): Promise<readonly Result[]> {
  return page.evaluate(`globalThis.finder(${JSON.stringify(query)}, {}, ${most})`);
}
