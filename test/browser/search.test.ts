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
  ['示范企业、智能制造标杆企业', '示范企业'],
  ['按1:1配套', '按1:1配套'],
  ['6%', '6%'],
])('%s is found and marked', async (query, marked) => {
  const page = await open(query);
  await page.getByText(/找到 \d+ 条/).waitFor();
  expect(await page.locator('#results mark').allTextContents()).toContain(marked);
  await page.context().close();
});

// The text has 35家 and 20%. Words of the page itself and contacts are not indexed.
test.each(['3.5家', '2.0%', '自查这一条', '区钰晴', '83133450'])('%s is not found', async (query) => {
  const page = await open(query);
  await page.getByText(`没有找到“${query}”`).waitFor();
  await page.context().close();
});

test('a word that no document contains is reported beside the results for the other words', async () => {
  const page = await open('电费补贴');
  await page.getByText(/没有找到“电费”，下面符合的是其他词。找到 \d+ 条/).waitFor();
  await page.goto(`${inject('baseUrl')}/search/?q=中山设备补贴`);
  await page.getByText(/^找到 \d+ 条/).waitFor();
});

test('a browser of 2020 can search', async () => {
  const context = await browser.newContext();
  await context.addInitScript(() => {
    Reflect.deleteProperty(Intl, 'Segmenter');
    Reflect.deleteProperty(Object, 'hasOwn');
    Reflect.deleteProperty(URLSearchParams.prototype, 'size');
  });
  const page = await context.newPage();
  for (const [query, title] of [
    ['上云补助多少', '企业上云补贴'],
    ['zhongshan jichuang', '购买工作母机补助'],
  ] as const) {
    await page.goto(`${inject('baseUrl')}/search/?q=${encodeURIComponent(query)}`);
    await page.getByText(/^找到 \d+ 条/).waitFor();
    expect(await page.locator('#results h2 a').first().textContent()).toBe(title);
  }
  expect(await page.locator('#no-search').count()).toBe(0);
  await context.close();
});

test('a search violates no content security policy and sends no request to other sites', async () => {
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
  await page.getByText(/找到 \d+ 条/).waitFor();
  expect(complaints).toEqual([]);
  expect(elsewhere).toEqual([]);
  await context.close();
});

test('only the last of several quick searches is shown', async () => {
  const page = await open('设备投资');
  await page.getByText(/找到 \d+ 条/).waitFor();
  await page.evaluate(() => {
    const form = document.querySelector<HTMLFormElement>('#search');
    const input = form?.querySelector<HTMLInputElement>('input');
    if (form === null || input === null || input === undefined) throw new Error('no search form');
    for (const query of ['设备投资', '海水淡化', '卓越绩效']) {
      input.value = query;
      form.requestSubmit();
    }
  });
  await page.getByRole('link', { name: '卓越绩效模式扶持资金' }).waitFor();
  await page.waitForTimeout(500);
  expect(await page.locator('#results mark').allTextContents()).toContain('卓越绩效');
  await page.context().close();
});

test('without scripts the search page says so and links to the list', async () => {
  const page = await open('设备投资', false);
  expect(await page.locator('#search').isVisible()).toBe(false);
  expect(await page.locator('main').textContent()).toContain('浏览器没有启用脚本，或版本太旧');
  expect(await page.locator('main').getByRole('link', { name: '政策文件目录' }).isVisible()).toBe(true);
  await page.context().close();
});

test.each(['龙办发〔2022〕40号', '龙办发[2022]40号', '龙办发 2022 第40号', '龙办发40号'])(
  'a document is found by its number: %s',
  async (number) => {
    const page = await open(number);
    await page.getByText('找到 1 条。').waitFor();
    expect(await page.locator('#results').textContent()).toContain('关于鼓励支持工业企业技改升级的实施意见');
    await page.context().close();
  },
);

test('a result links to its sentence and shows the award, the citation and the standing', async () => {
  const page = await open('工作母机补贴');
  const first = page.locator('#results > li').first();
  expect(await first.getByRole('link').first().getAttribute('href')).toBe(
    '/policies/zhongshan/2018-traditional-industries/#machine-tools',
  );
  const text = await first.textContent();
  expect(text).toContain('不超过工作母机的购买价格的 15%，每家企业每年最高 300 万元');
  expect(text).toContain('广东省中山市《中山市优势传统产业转型升级行动计划（2018-2022年）》四（三）');
  expect(text).toContain('规划期已过，文件未载明有效期');
  await page.context().close();
});

test('filters narrow a search, appear in the address and show counts', async () => {
  const page = await open('');
  await page.getByText('筛选和排序').click();
  await page.getByLabel('地方').selectOption('zhongshan');
  await page.waitForURL(/place=zhongshan/);
  await page.getByLabel('找什么').selectOption('文件');
  // Documents of the province also apply in the city.
  await page.getByText('找到 2 条。').waitFor();
  await page.getByLabel('年份').selectOption('2018');
  await page.getByText('找到 1 条。').waitFor();
  expect(await page.getByLabel('发文机关').locator('option').allTextContents()).toContain(
    '中山市人民政府办公室（1）',
  );
  await page.reload();
  await page.getByText('找到 1 条。').waitFor();
  expect(await page.getByLabel('地方').inputValue()).toBe('zhongshan');
  await page.context().close();
});

test('a place shows nothing of another province', async () => {
  const page = await open('');
  await page.getByText('筛选和排序').click();
  await page.getByLabel('地方').selectOption('longnan');
  await page.getByLabel('找什么').selectOption('文件');
  await page.getByText('找到 1 条。').waitFor();
  await page.context().close();
});

test('a search can be limited to titles and sorted by date', async () => {
  const page = await open('质量奖');
  await page.getByText('筛选和排序').click();
  await page.getByLabel('在哪里找').selectOption('title');
  await page.getByText('找到 1 条。').waitFor();
  await page.getByLabel('在哪里找').selectOption('');
  await page.getByLabel('排序').selectOption('date');
  await page.waitForURL(/by=date/);
  await page.getByText(/找到 \d+ 条/).waitFor();
  await page.context().close();
});

/** Counts the compressed bodies, from the home page on. Over HTTP/2 headers take only a few bytes. */
test('the first search loads at most 150 kB', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${inject('baseUrl')}/`, { waitUntil: 'networkidle' });
  const sizes: Promise<number>[] = [];
  // The size of a worker's script cannot be read here.
  let workers = 0;
  page.on('worker', () => {
    workers += 1;
  });
  context.on('requestfinished', (request) =>
    sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize)),
  );
  await page.getByRole('searchbox').fill('上云补助多少');
  await page.keyboard.press('Enter');
  await page.getByText(/找到 \d+ 条/).waitFor();
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  console.log(`first search: ${(bytes / 1000).toFixed(0)} kB`);
  expect(bytes).toBeLessThan(150_000);
  expect(workers).toBe(0);
  await context.close();
});
