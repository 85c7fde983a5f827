import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launch } from './chromium.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** The focused element: its accessible name, and the name and value of a field. */
async function focused(page: Page): Promise<string> {
  return await page.evaluate(() => {
    const at = document.activeElement;
    const field = at instanceof HTMLInputElement ? `${at.name}=${at.value}` : '';
    return `${at?.getAttribute('aria-label') ?? at?.textContent?.trim() ?? ''} ${field}`.trim();
  });
}

/** Presses Tab until the focused element matches `wanted`; every stop on the way must have a visible outline. */
async function tabTo(page: Page, wanted: RegExp): Promise<void> {
  for (let presses = 0; presses < 150; presses += 1) {
    await page.keyboard.press('Tab');
    const outline = await page.evaluate(() =>
      document.activeElement === null ? '' : getComputedStyle(document.activeElement).outlineStyle,
    );
    expect(outline, await focused(page)).not.toBe('none');
    if (wanted.test(await focused(page))) return;
  }
  throw new Error(`the keyboard never reaches ${wanted}`);
}

test('from the home page to a result without a pointer', async () => {
  const page = await browser.newPage();
  await page.goto(inject('baseUrl'));
  await tabTo(page, /^跳到正文/);
  await page.keyboard.press('Enter');
  await tabTo(page, /关于鼓励支持工业企业技改升级的实施意见/);
  await page.keyboard.press('Enter');
  await page.waitForURL(/policies\/longnan/);
  await tabTo(page, /^自查这一条：设备投资奖补/);
  await page.keyboard.press('Enter');
  await page.waitForURL(/check/);
  await tabTo(page, /enterprise\.localTax=/);
  await page.keyboard.type('1000万');
  // A group of radio buttons is one stop, at the checked one; the arrow keys check another.
  await tabTo(page, /projects=unknown/);
  await page.keyboard.press('ArrowDown');
  await tabTo(page, /^继续/);
  await page.keyboard.press('Enter');
  await page.waitForURL(/#step/);
  // The focus is past the head of the page, so the next stop is among the questions.
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('step');
  await tabTo(page, /enterprise\.aboveScale=/);
  await page.keyboard.press('ArrowDown');
  for (const name of ['completed', 'nationalPolicy', 'inStatistics']) {
    await tabTo(page, new RegExp(`projects\\.1\\.${name}=`));
    await page.keyboard.press('ArrowDown');
  }
  await tabTo(page, /projects\.1\.equipmentCost=/);
  await page.keyboard.type('800万');
  await tabTo(page, /^直接看结果/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: '自查结果' }).waitFor();
  const text = await page.locator('main').textContent();
  expect(text).toContain('48 万元');
  expect(text).toContain('可享受 1 条');
  await page.close();
});
