import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { violations } from './axe.ts';
import { launch } from './chromium.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

async function open(javaScriptEnabled: boolean): Promise<Page> {
  const viewport = { width: 320, height: 740 };
  const context = await browser.newContext({ viewport, javaScriptEnabled, bypassCSP: true });
  const page = await context.newPage();
  await page.goto(`${inject('baseUrl')}/check/?place=longnan`);
  return page;
}

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name }).first().click();

describe.each([
  ['with scripts', true],
  ['without scripts', false],
])('%s', (_name, scripts) => {
  test('questions come a few at a time; going back and changing answers loses none', async () => {
    const page = await open(scripts);
    expect(await page.locator('.step .ask').count()).toBe(6);
    await page.fill('[name="enterprise.localTax"]', '５０万');
    await page.check('[name="projects"][value=given]');
    await press(page, '继续');
    expect(page.url()).toBe(`${inject('baseUrl')}/check/#step`);
    expect(await page.locator('.so-far').textContent()).toContain('按您填写的情况，');
    await press(page, '上一页');
    expect(await page.locator('[name="enterprise.localTax"]').inputValue()).toBe('５０万');
    await press(page, '继续');
    await page.locator('.answered summary').click();
    await press(page, /^改\s*“当年所缴增值税/);
    await page.fill('[name="enterprise.localTax"]', '60万');
    await press(page, '直接看结果');
    const rows = (await page.locator('table.answers').textContent()) ?? '';
    expect(rows).toContain('60万');
    await press(page, '接着回答');
    expect(await page.locator('.step .ask').count()).toBeGreaterThan(0);
    await press(page, '显示全部问题');
    expect(await page.locator('[name="enterprise.localTax"]').inputValue()).toBe('60万');
    expect(await page.locator('.ask').count()).toBeGreaterThan(15);
    await page.context().close();
  });

  test('skipped questions are asked again only on request', async () => {
    const page = await open(scripts);
    const first = await page.locator('.step .ask').allTextContents();
    await press(page, '继续');
    const second = await page.locator('.step .ask').allTextContents();
    expect(second.filter((question) => first.includes(question))).toEqual([]);
    await page.locator('.answered summary').click();
    await press(page, '再问跳过的 6 题');
    expect(await page.locator('.step .ask').allTextContents()).toEqual(first);
    await page.context().close();
  });

  test('an answer that cannot be read keeps its page open and is reported at its field', async () => {
    const page = await open(scripts);
    await page.fill('[name="enterprise.localTax"]', '很多');
    await press(page, '继续');
    expect(await page.getByRole('alert').textContent()).toContain('很多');
    expect(await page.locator('[name="enterprise.localTax"]').getAttribute('aria-invalid')).toBe('true');
    expect(await page.locator('.step .ask').count()).toBe(6);
    await page.context().close();
  });

  test('items can be added on their page', async () => {
    const page = await open(scripts);
    await page.check('[name="projects"][value=given]');
    while ((await page.locator('.item').count()) === 0) await press(page, '继续');
    await page.fill('[name="projects.1.equipmentCost"]', '100万');
    await press(page, '增加一个项目');
    expect(await page.locator('.item').count()).toBe(2);
    await page.fill('[name="projects.2.equipmentCost"]', '200万');
    await press(page, '删除项目 1');
    expect(await page.locator('[name="projects.1.equipmentCost"]').inputValue()).toBe('200万');
    await page.context().close();
  });
});

test.each(['light', 'dark'] as const)(
  'a page of questions has nothing that axe finds, %s',
  async (scheme) => {
    const page = await open(true);
    await page.emulateMedia({ colorScheme: scheme });
    await page.fill('[name="enterprise.localTax"]', '50万');
    await press(page, '继续');
    await page.locator('.answered summary').click();
    await page.locator('.so-far summary').click();
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.context().close();
  },
);
