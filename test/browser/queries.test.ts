import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { find, openFinder } from '../search/finder.ts';
import { QUERIES } from '../search/queries.ts';
import { launch } from './chromium.ts';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launch();
  page = await openFinder(browser, inject('baseUrl'));
});
afterAll(() => browser.close());

test('at least 95% of what people type have what they mean among the first three', async () => {
  expect(QUERIES.length).toBeGreaterThanOrEqual(100);
  const missed: string[] = [];
  for (const [query, wanted] of QUERIES) {
    const found = (await find(page, query, 3)).map(({ id }) => id);
    if (!found.some((id) => wanted.includes(id))) missed.push(`${query} → ${found.join('、')}`);
  }
  console.log(
    `${QUERIES.length - missed.length} of ${QUERIES.length} met; missed: ${missed.join('；') || 'none'}`,
  );
  expect(missed.length / QUERIES.length).toBeLessThanOrEqual(0.05);
});
