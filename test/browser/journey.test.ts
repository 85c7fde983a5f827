import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launch } from './chromium.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

async function open(path: string, scripts: boolean): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    javaScriptEnabled: scripts,
  });
  const page = await context.newPage();
  await page.goto(`${inject('baseUrl')}${path}`);
  return page;
}

/** Answers a yes/no question, which is found by its text. */
async function answer(page: Page, question: string, choice: '是' | '否' | '有' | '没有'): Promise<void> {
  await page.getByRole('group', { name: question }).getByRole('radio', { name: choice, exact: true }).check();
}

describe.each([
  ['with scripts', true],
  ['without scripts', false],
])('%s', (_name, scripts) => {
  test('a reader goes from the text to a clause, checks it and reads the result', async () => {
    const page = await open('/', scripts);
    await page.getByRole('link', { name: '关于鼓励支持工业企业技改升级的实施意见' }).first().click();
    await page.getByRole('link', { name: '自查这一条：设备投资奖补' }).click();
    await page.getByLabel('企业当年缴纳的增值税和企业所得税中').fill('１０，０００，０００');
    await answer(page, '有没有技术改造项目？', '有');
    await page.getByRole('button', { name: '继续' }).click();
    await answer(page, '企业是不是规模以上工业企业？', '是');
    await answer(page, '这个项目是不是已经竣工？', '是');
    await answer(page, '这个项目是不是符合国家产业政策？', '是');
    await answer(page, '这个项目是不是已经列入国家统计库（固定资产投资统计）？', '是');
    await page.getByLabel('这个项目购买设备花了多少钱？').fill('800万');
    // No question is left, so the next page is the result.
    await page.getByRole('button', { name: '继续' }).click();
    await page.getByRole('heading', { level: 1, name: '自查结果' }).waitFor();
    const text = await page.locator('main').textContent();
    expect(text).toContain('48 万元');
    expect(text).toContain('可享受');
    expect(text).toContain('购买设备投资额达 500 万元的，给予 6% 一次性资金奖补');
    expect(page.url()).not.toContain('800');
    await page.context().close();
  });

  test('a wrong answer is reported, the others are kept', async () => {
    const page = await open('/check/?place=longnan&mode=all', scripts);
    await answer(page, '企业是不是规模以上工业企业？', '否');
    await page.getByLabel('企业当年缴纳的增值税和企业所得税中').fill('很多');
    await page.getByRole('button', { name: '自查，看结果' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('很多');
    expect(await page.getByLabel('企业当年缴纳的增值税和企业所得税中').inputValue()).toBe('很多');
    expect(
      await page
        .getByRole('group', { name: '企业是不是规模以上工业企业？' })
        .getByRole('radio', { name: '否' })
        .isChecked(),
    ).toBe(true);
    await page.context().close();
  });

  test('items can be added and removed without losing answers', async () => {
    const page = await open('/check/?place=longnan&mode=all', scripts);
    await answer(page, '有没有技术改造项目？', '有');
    await page.getByLabel('这个项目购买设备花了多少钱？').fill('100万');
    await page.getByRole('button', { name: '增加一个项目' }).click();
    await page.getByLabel('这个项目购买设备花了多少钱？').nth(1).fill('200万');
    await page.getByRole('button', { name: '删除项目 1' }).click();
    expect(await page.getByLabel('这个项目购买设备花了多少钱？').inputValue()).toBe('200万');
    await page.context().close();
  });
});

test('the form can be filled and sent with the keyboard alone', async () => {
  const page = await open('/check/?place=longnan&mode=all', true);
  await page.getByLabel('企业当年缴纳的增值税和企业所得税中').focus();
  await page.keyboard.type('50万');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.title()).toContain('自查结果');
  await page.context().close();
});
