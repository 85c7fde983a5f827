import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launch } from './chromium.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** Opens the search as a reader's browser does, with the site's own content security policy. */
async function open(query: string, scripts = true): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: scripts });
  const page = await context.newPage();
  await page.goto(`${inject('baseUrl')}/search/?${new URLSearchParams({ q: query })}`);
  return page;
}

test.each([
  ['设备投资', '设备投资'],
  ['首台套', '首台套'],
  ['首台（套）', '首台套'],
  ['示范企业、智能制造标杆企业', '示范企业、智能制造标杆企业'],
  ['按1:1配套', '按1:1配套'],
  ['6%', '6%'],
  ['龙办发〔2022〕40号', '龙办发〔2022〕40号'],
  ['龙办发[2022]40号', '龙办发〔2022〕40号'],
  ['龙办发（2022）40号', '龙办发〔2022〕40号'],
])('%s is found and marked', async (query, marked) => {
  const page = await open(query);
  await page.getByText('找到 1 份政策').waitFor();
  expect(await page.locator('#results mark').allTextContents()).toContain(marked);
  await page.context().close();
});

// The text has 35家 and 20%, and the page's own words are not the document's.
test.each(['3.5家', '2.0%', '自查这一条', '责任单位未载明'])('%s is not found', async (query) => {
  const page = await open(query);
  await page.getByText(`没有找到“${query}”`).waitFor();
  await page.context().close();
});

test('a search breaks no rule of the content security policy and asks nobody else', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const complaints: string[] = [];
  const elsewhere: string[] = [];
  page.on('console', (message) => (message.type() === 'error' ? complaints.push(message.text()) : undefined));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) =>
    request.url().startsWith(inject('baseUrl')) ? undefined : elsewhere.push(request.url()),
  );
  await page.goto(`${inject('baseUrl')}/search/?q=${encodeURIComponent('设备投资')}`);
  await page.getByText('找到 1 份政策').waitFor();
  expect(complaints).toEqual([]);
  expect(elsewhere).toEqual([]);
  await context.close();
});

test('only the last of several quick searches is shown', async () => {
  const page = await open('设备投资');
  await page.getByText('找到 1 份政策').waitFor();
  await page.evaluate(() => {
    const form = document.querySelector<HTMLFormElement>('#search');
    const input = form?.querySelector<HTMLInputElement>('input');
    if (form === null || input === null || input === undefined) throw new Error('no search form');
    for (const query of ['设备投资', '海水淡化', '两化融合']) {
      input.value = query;
      form.requestSubmit();
    }
  });
  await page.getByText('找到 1 份政策').waitFor();
  await page.waitForTimeout(500);
  expect(await page.locator('#results > li').count()).toBe(1);
  expect(await page.locator('#results mark').allTextContents()).toContain('两化融合');
  await page.context().close();
});

test('without scripts the search says so and leads to the list', async () => {
  const page = await open('设备投资', false);
  expect(await page.locator('#search').isVisible()).toBe(false);
  expect(await page.locator('main').textContent()).toContain('在本页搜索要用浏览器的脚本');
  expect(await page.locator('main').getByRole('link', { name: '政策文件目录' }).isVisible()).toBe(true);
  await page.context().close();
});

test('a document is found by its number however that is typed', async () => {
  const page = await open('龙办发 2022 第40号');
  await page.getByText('找到 1 份政策').waitFor();
  await page.context().close();
});

test('place and topic narrow a search and stand in the address', async () => {
  const page = await open('设备投资');
  await page.getByText('找到 1 份政策').waitFor();
  await page.getByLabel('主题').selectOption('企业上云');
  await page.waitForURL(/topic=/);
  await page.getByLabel('地方').selectOption('longnan');
  await page.waitForURL(/place=longnan/);
  await page.getByText('找到 1 份政策').waitFor();
  await page.reload();
  await page.getByText('找到 1 份政策').waitFor();
  expect(await page.getByLabel('主题').inputValue()).toBe('企业上云');
  await page.context().close();
});
