import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import type { Policy } from '../../clauses/index.ts';
import { attributes, files, page, pages } from './pages.ts';

const dist = join(import.meta.dirname, '..', '..', 'dist');
/** Addresses that the worker serves. */
const DYNAMIC = /^\/(check\/|api\/)/;

const policies = (
  JSON.parse(readFileSync(join(dist, 'data/policies/longnan.json'), 'utf8')) as { policies: Policy[] }
).policies;

test('the build has every kind of page', () => {
  const addresses = pages.map(({ address }) => address);
  for (const address of [
    '/',
    '/policies/',
    '/policies/longnan/2022-40/',
    '/search/',
    '/supports/',
    '/supports/topic/设备购置/',
    '/targets/',
    '/index-of-terms/',
    '/authoring/',
    '/authoring/reference/',
    '/browse/place/zhongshan/',
    '/browse/topic/技术改造/',
    '/browse/year/none/',
    '/browse/issuer/深圳市人民政府办公厅/',
    '/about/',
    '/shell/check/',
    '/404.html',
  ]) {
    expect(addresses).toContain(address);
  }
});

describe.each(pages)('$address', ({ html }) => {
  test('is valid HTML', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:standard'],
      rules: {
        // Astro writes void elements and attributes in its own, valid way.
        'void-style': 'off',
        'attribute-boolean-style': 'off',
        'attribute-empty-style': 'off',
        'no-trailing-whitespace': 'off',
        'doctype-style': 'off',
        'long-title': 'off',
      },
    });
    const report = await validator.validateString(html);
    const messages = report.results.flatMap((result) =>
      result.messages.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`),
    );
    expect(messages).toEqual([]);
  });

  test('has no inline script, style or handler', () => {
    expect(html).not.toMatch(/<style[\s>]/);
    expect(html).not.toMatch(/\sstyle="/);
    expect(html).not.toMatch(/\son[a-z]+="/);
    for (const [script] of html.matchAll(/<script[^>]*>/g)) expect(script).toMatch(/\ssrc="\/_astro\//);
  });

  test('loads nothing from elsewhere', () => {
    for (const source of attributes(html, 'src')) expect(source).toMatch(/^\//);
    for (const [link] of html.matchAll(/<link[^>]*>/g)) {
      if (!link.includes('rel="canonical"')) expect(link).toMatch(/href="\//);
    }
  });

  test('has no broken links', () => {
    const ids = new Set(attributes(html, 'id'));
    for (const href of attributes(html, 'href')) {
      if (/^https?:\/\//.test(href) || DYNAMIC.test(href)) continue;
      const [path = '', anchor] = href.split('#');
      const address = path.split('?')[0] ?? '';
      if (address !== '') expect(files, href).toContain(address);
      if (anchor === undefined) continue;
      const target = address === '' ? ids : new Set(attributes(page(address), 'id'));
      expect(target, href).toContain(decodeURIComponent(anchor));
    }
  });

  test('has one main heading, a language and a title', () => {
    expect(html.match(/<h1[\s>]/g)).toHaveLength(1);
    expect(html).toContain('<html lang="zh-CN">');
    expect(html).toMatch(/<title>[^<]+<\/title>/);
  });
});

describe('the page of Longnan', () => {
  const html = page('/policies/longnan/2022-40/');
  const [policy] = policies;

  test('has the metadata for aggregators', () => {
    for (const name of [
      'SiteName',
      'ColumnName',
      'ColumnType',
      'ArticleTitle',
      'PubDate',
      'ContentSource',
      'Keywords',
      'Description',
      'Url',
    ]) {
      expect(html).toContain(`<meta name="${name}"`);
    }
  });

  test('shows 未载明 where the source states nothing, and leaves no row out', () => {
    for (const row of [
      '索引号',
      '主题分类',
      '公文种类',
      '成文日期',
      '发布日期',
      '施行日期',
      '失效日期',
      '公开方式',
    ]) {
      expect(html).toMatch(new RegExp(`<dt[^>]*>${row}</dt>\\s*<dd[^>]*>未载明</dd>`));
    }
    expect(html).toContain('2022年8月15日');
    expect(html).toContain('文件未载明有效期');
  });

  test('has the passage, the anchor and the note of every clause', () => {
    expect(policy?.clauses).toHaveLength(14);
    const links = attributes(html, 'href');
    for (const { id, title, kind } of policy?.clauses ?? []) {
      expect(attributes(html, 'id'), id).toContain(id.split('#')[1]);
      expect(html).toMatch(new RegExp(`<p class="note-title">\\s*${title}\\s*</p>`));
      const check = `/check/?${new URLSearchParams({ place: 'longnan', clause: id })}`;
      if (kind === 'award') expect(links).toContain(check);
    }
  });

  test('has a row and an anchor for every target', () => {
    expect(policy?.targets).toHaveLength(12);
    for (const { id, label } of policy?.targets ?? []) {
      expect(attributes(html, 'id'), id).toContain(id.split('#')[1]);
      expect(html).toContain(label);
    }
  });

  test('shows the award of each clause in one line', () => {
    expect(html).toContain(
      '购买设备投资额的 6%，每家企业最高 200 万元，另受“以企业当年税收地方财政实得部分为限”限制，一次性',
    );
  });
});

test('the headers of static files are the strict ones, and open data may be read from anywhere', () => {
  const headers = readFileSync(join(dist, '_headers'), 'utf8');
  expect(headers).toContain("default-src 'none'");
  expect(headers).not.toContain('unsafe-inline');
  expect(headers.replace("'wasm-unsafe-eval'", '')).not.toContain('unsafe-eval');
  expect(headers).toMatch(/\/data\/\*\n {2}Access-Control-Allow-Origin: \*/);
});
