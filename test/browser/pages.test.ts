import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { COLOUR_RULES, violations } from './axe.ts';
import { launch } from './chromium.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

interface Look {
  readonly width?: number;
  readonly scripts?: boolean;
}

/** Opens a page in a fresh context and collects the errors that the browser reports. */
async function open(path: string, { width = 1280, scripts = true }: Look = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    javaScriptEnabled: scripts,
    bypassCSP: true,
  });
  const page = await context.newPage();
  await page.goto(`${inject('baseUrl')}${path}`);
  return page;
}

const PAGES = [
  '/',
  '/policies/',
  '/policies/longnan/2022-40/',
  '/policies/guangdong/baiqi-qianxiang/',
  '/policies/zhongshan/2018-traditional-industries/',
  '/policies/jieyang/2018-119/',
  '/policies/shenzhen/2017-22/',
  '/supports/',
  '/supports/topic/设备购置/',
  '/targets/',
  '/authoring/',
  '/authoring/errors/',
  '/authoring/forms/',
  '/authoring/reference/',
  '/index-of-terms/',
  '/browse/place/zhongshan/',
  '/search/?q=设备投资',
  '/about/',
  '/check/',
  '/check/?place=longnan',
  '/nothing-here/',
];

test.each(PAGES)(
  '%s has no violation that axe finds, light and dark, and fits a screen of 320 px',
  async (path) => {
    const page = await open(path);
    expect(await violations(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violations(page, COLOUR_RULES)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.context().close();
  },
);

test('Han characters are full-width, as in a browser with a Han font', async () => {
  const page = await open('/');
  const width = await page.evaluate(() => {
    const probe = document.createElement('span');
    probe.style.fontSize = '16px';
    probe.textContent = '十个汉字应当是这么宽';
    document.body.append(probe);
    return probe.getBoundingClientRect().width;
  });
  expect(width).toBe(160);
  await page.context().close();
});

test('the browser runs no inline code and blocks no resource', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => (message.type() === 'error' ? complaints.push(message.text()) : undefined));
  page.on('pageerror', (error) => complaints.push(error.message));
  for (const path of PAGES.filter((each) => each !== '/nothing-here/'))
    await page.goto(`${inject('baseUrl')}${path}`);
  expect(complaints).toEqual([]);
  await context.close();
});

test('large type is remembered', async () => {
  const page = await open('/');
  await page.getByRole('button', { name: '大字' }).click();
  await page.goto(`${inject('baseUrl')}/about/`);
  expect(await page.locator('html').getAttribute('class')).toContain('is-large');
  expect(await page.getByRole('button', { name: '大字' }).getAttribute('aria-pressed')).toBe('true');
  await page.context().close();
});
