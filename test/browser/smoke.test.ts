import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launch } from './chromium.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

it('shows the home page in Chromium, in Chinese', async () => {
  const page = await browser.newPage();
  const response = await page.goto(inject('baseUrl'));
  expect(response?.status()).toBe(200);
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
  await page.close();
});

it('measures Latin and bold Han with the pinned font', async () => {
  const page = await browser.newPage();
  await page.setContent('<b style="font: bold 20px serif">政策与奖补</b>');
  expect((await page.locator('b').boundingBox())?.width).toBe(100);
  await page.close();
});
