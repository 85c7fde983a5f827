import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';
import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { loadContent } from '../../site/content/load/load-content.ts';
import { searchRecords } from '../../site/search/records.ts';
import { spacedHtml } from '../../site/search/spaced.ts';
import { yearOf } from '../../site/year.ts';
import { launch } from './chromium.ts';

const folder = mkdtempSync(join(tmpdir(), 'huice-parts-'));
let browser: Browser;
let page: Page;

/** Indexes the documents of the site in two parts, from 2018 on and before, as on a large site. */
async function makeParts(): Promise<void> {
  const { policies, jurisdictions, dictionary } = loadContent();
  if (jurisdictions === undefined || dictionary === undefined) throw new Error('a table is broken');
  const parts = Map.groupBy(policies, ({ policy }) => ((yearOf(policy) ?? '') < '2018' ? 'y0000' : 'y2018'));
  for (const [name, documents] of parts) {
    const { index } = await createIndex({ forceLanguage: name });
    for (const { url, html } of searchRecords(documents, jurisdictions, dictionary))
      await index?.addHTMLFile({ url, content: spacedHtml(html) });
    await index?.writeFiles({ outputPath: join(folder, name === 'y2018' ? '' : name) });
  }
  await close();
  expect(parts.size).toBe(2);
}

beforeAll(async () => {
  await makeParts();
  browser = await launch();
  page = await (await browser.newContext()).newPage();
  await page.route('**/pagefind/**', (route) =>
    route.fulfill({ path: join(folder, new URL(route.request().url()).pathname.replace('/pagefind/', '')) }),
  );
  await page.route('**/search-terms.json', async (route) => {
    const terms = (await (await route.fetch()).json()) as object;
    await route.fulfill({ json: { ...terms, parts: ['y0000/'] } });
  });
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

async function found(query: string): Promise<readonly string[]> {
  await page.goto(`${inject('baseUrl')}/search/?${query}`);
  await page.getByText(/找到 \d+ 条/).waitFor();
  return page.locator('#results > li').allTextContents();
}

test('documents of all parts are found, the newest first', async () => {
  const years = (await found('record=文件&by=date')).map((text) => Number(/(20\d\d)/.exec(text)?.[1] ?? 0));
  expect(years).toHaveLength(loadContent().policies.length);
  expect(years).toEqual([...years].sort((a, b) => b - a));
});

test('a sentence of an older part is found like one of the newest', async () => {
  expect((await found('q=工作母机补贴'))[0]).toContain('中山市');
  expect((await found('q=卓越绩效'))[0]).toContain('卓越绩效模式扶持资金');
});

test.each([
  ['the text of a record', '**/*.pf_fragment'],
  ['a part of the index', '**/y0000/pagefind-entry.json*'],
])('after %s failed to load, the next search finds every document once', async (_, address) => {
  const fail = (route: Route): Promise<void> => route.abort();
  await page.route(address, fail);
  await page.goto(`${inject('baseUrl')}/search/?record=文件`);
  await page.getByText('搜索暂时打不开').waitFor();
  await page.unroute(address, fail);
  await page.locator('#search button').click();
  await page.getByText(/找到 \d+ 条/).waitFor();
  expect(await page.locator('#status').textContent()).toContain(`找到 ${loadContent().policies.length} 条`);
});
