import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { violations } from './axe.ts';
import { launch } from './chromium.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

interface Look {
  readonly width?: number;
  readonly scheme?: 'light' | 'dark';
}

/** Fills in the form of Longnan with two projects, the first of which has this cost, and sends it. */
async function filled({ width = 1280, scheme = 'light' }: Look, cost: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    colorScheme: scheme,
    bypassCSP: true,
  });
  const page = await context.newPage();
  await page.goto(`${inject('baseUrl')}/check/?place=longnan&mode=all`);
  const choose = (name: string, value: string): Promise<void> =>
    page.check(`[name="${name}"][value="${value}"]`);
  await choose('enterprise.aboveScale', 'true');
  await choose('enterprise.integrationCity', 'false');
  await choose('enterprise.integrationStandard', 'true');
  await page.fill('[name="enterprise.localTax"]', '50万');
  await choose('projects', 'given');
  await choose('projects.1.completed', 'true');
  await page.fill('[name="projects.1.equipmentCost"]', cost);
  await page.click('[value="add:projects"]');
  await page.fill('[name="projects.2.equipmentCost"]', '３００万');
  await page.click('.actions [value=check]');
  await page.waitForLoadState('load');
  return page;
}

describe.each([
  ['the result', '800万', '自查结果'],
  ['the form with an error', '八百', '处要改'],
])('%s', (_name, cost, title) => {
  test.each(['light', 'dark'] as const)('has no violation that axe finds, %s', async (scheme) => {
    const page = await filled({ scheme }, cost);
    expect(await page.title()).toContain(title);
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });

  test('fits a screen of 320 px, with large type as well', async () => {
    const page = await filled({ width: 320 }, cost);
    const width = (): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await width()).toBeLessThanOrEqual(320);
    await page.getByRole('button', { name: '大字' }).click();
    expect(await width()).toBeLessThanOrEqual(320);
    await page.context().close();
  });
});

test('the error summary links to the wrong field, which refers to its error message', async () => {
  const page = await filled({}, '八百');
  await page.getByRole('link', { name: '项目 1 的“购买设备投资额”' }).click();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('projects.1.equipmentCost');
  const field = page.locator('[id="projects.1.equipmentCost"]');
  expect(await field.getAttribute('aria-invalid')).toBe('true');
  const described = (await field.getAttribute('aria-describedby')) ?? '';
  expect(described.split(' ')).toContain('projects.1.equipmentCost-error');
  await page.context().close();
});

test('every answer can be changed again from the result', async () => {
  const page = await filled({}, '800万');
  await page.getByRole('button', { name: '修改或补充填写的内容' }).first().click();
  expect(await page.locator('[name="projects.2.equipmentCost"]').inputValue()).toBe('３００万');
  expect(await page.locator('[name="enterprise.integrationCity"][value=false]').isChecked()).toBe(true);
  expect(page.url()).toBe(`${inject('baseUrl')}/check/`);
  await page.context().close();
});

test('the result shows how typed numbers were read', async () => {
  const page = await filled({}, '800万');
  const rows = await page.locator('table.answers tr').allInnerTexts();
  expect(rows.some((row) => /购买设备投资额.*３００万.*300 万元/s.test(row))).toBe(true);
  await page.context().close();
});

test('a policy is printed as a document: 28 characters in a line, no notes', async () => {
  const page = await browser.newPage();
  await page.goto(`${inject('baseUrl')}/policies/longnan/2022-40/`);
  await page.emulateMedia({ media: 'print' });
  const size = await page
    .locator('.text p')
    .nth(3)
    .evaluate((node) => Number.parseFloat(getComputedStyle(node).fontSize));
  const line = (156 / 25.4) * 96;
  expect(Math.round(line / size)).toBe(28);
  for (const hidden of ['.site-head', '.notes', '.meta', '#clauses', '.site-foot'])
    expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false);
  expect(await page.getByText('非官方文本，以发文机关公布为准').first().isVisible()).toBe(true);
  await page.close();
});
