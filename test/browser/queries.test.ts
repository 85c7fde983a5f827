import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { find, openFinder } from '../search/finder.ts';
import { type Finder, plainFinder } from '../search/plain.ts';
import { QUERIES } from '../search/queries.ts';
import { launch } from './chromium.ts';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launch();
  page = await openFinder(browser, inject('baseUrl'));
});
afterAll(() => browser.close());

interface Judgement {
  readonly missed: readonly string[];
  /** The share of the first results that is relevant. */
  readonly precision: number;
  /** The share of the relevant results, of three at most, that is among the first results. */
  readonly recall: number;
}

async function judge(finder: Finder): Promise<Judgement> {
  const missed: string[] = [];
  let [precision, recall] = [0, 0];
  for (const [query, wanted] of QUERIES) {
    const found = await finder(query);
    const right = found.filter((id) => wanted.includes(id)).length;
    if (right === 0) missed.push(`${query} → ${found.join('、')}`);
    precision += found.length === 0 ? 0 : right / found.length;
    recall += right / Math.min(3, wanted.length);
  }
  return { missed, precision: precision / QUERIES.length, recall: recall / QUERIES.length };
}

function judgementLine(name: string, { missed, precision, recall }: Judgement): string {
  const met = QUERIES.length - missed.length;
  return `${name}: ${met} of ${QUERIES.length} met, precision at 3 ${precision.toFixed(2)}, recall at 3 ${recall.toFixed(2)}`;
}

test('at least 95% of the queries have a relevant result among the first three', async () => {
  expect(QUERIES.length).toBeGreaterThanOrEqual(100);
  const ours = await judge(async (query) => (await find(page, query, 3)).map(({ id }) => id));
  const plain = await judge(await plainFinder(page));
  console.log(judgementLine('our search', ours));
  console.log(`missed: ${ours.missed.join('；') || 'none'}`);
  console.log(judgementLine('Pagefind with its defaults', plain));
  expect(ours.missed.length / QUERIES.length).toBeLessThanOrEqual(0.05);
  expect(ours.precision).toBeGreaterThan(plain.precision);
});
