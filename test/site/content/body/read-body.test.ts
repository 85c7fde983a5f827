import { describe, expect, it } from 'vitest';
import { type Body, readBody } from '../../../../site/content/body/read-body.ts';
import { errorTexts, fixture, readInWorld } from '../../../content/fixtures.ts';

function bodyOf(source: string): Body {
  const { body, refusals } = readBody(source);
  if (body === undefined) throw new Error(refusals.map(({ message }) => message).join('\n'));
  return body;
}

function htmlOf(source: string): string {
  return bodyOf(source)
    .blocks.map(({ html }) => html)
    .join('\n');
}

const { body: everything, issues } = readInWorld(fixture('good/everything.mdx'));

function blockWith(words: string): Body['blocks'][number] | undefined {
  return everything?.blocks.find(({ html }) => html.includes(words));
}

describe('a body with everything that is allowed', () => {
  it('has no issue', () => {
    expect(errorTexts(issues)).toBe('');
  });

  it('keeps every character and adds none', () => {
    expect(everything?.text).toBe(
      [
        '测试市文件',
        '测府〔2026〕1号',
        '关于印发《测试办法》的通知',
        '各有关单位：\n请认真\n执行。',
        '测试办法',
        '一、政策支持',
        '(一) 支持企业。对规模以上企业奖励 20万元。（联系人：区小姐，020-83133450）',
        '1. 甲，占10%的。',
        '1、乙，对规模以上企业奖励20万元。',
        '二、目标',
        '推动110家以上企业<改造>。见通知。',
        '（一）丙。',
        '序号\t方向\n智能化\t绿色化\n例：\t\t是\n否',
        '附件',
        '一、企业简介',
        '1.近年来',
        '2.取得的成效',
        '测试市人民政府\n2026年1月1日',
      ].join('\n'),
    );
  });

  it('omits private passages from the public text', () => {
    expect(everything?.publicText).toContain('（联系人：）');
    expect(everything?.publicText).not.toContain('区小姐');
    expect(blockWith('区小姐')?.html).toContain(
      '<span class="private" data-pagefind-ignore="">区小姐，020-83133450</span>',
    );
    expect(JSON.stringify([everything?.contents, everything?.articles])).not.toContain('83133450');
  });

  it('gives paragraphs anchors and citations by their position', () => {
    expect(
      everything?.articles.map(({ anchor, citation, start }) => [anchor, citation, start.slice(0, 6)]),
    ).toEqual([
      ['p1', '', '各有关单位：'],
      ['s1-1', '一（一）', '(一) 支持'],
      ['s1-1-1', '一（一）1', '1. 甲，占'],
      ['s1-1-1b', '一（一）1', '1、乙，对规'],
      ['s2-p1', '二', '推动110家'],
      ['s3-1', '第三部分（一）', '（一）丙。'],
      ['s1b', '一', '一、企业简介'],
      ['s1b-0-1', '一1', '1.近年来'],
      ['s1b-0-2', '一2', '2.取得的成'],
    ]);
  });

  it('lists headings and numbered paragraphs as contents', () => {
    expect(everything?.contents.map(({ anchor, level, text }) => `${level} ${anchor} ${text}`)).toEqual([
      '1 title 关于印发《测试办法》的通知',
      '1 title-2 测试办法',
      '2 s1 一、政策支持',
      '3 s1-1 (一) 支持企业',
      '4 s1-1-1 1. 甲，占10%的',
      '4 s1-1-1b 1、乙，对规模以上企业奖励20万元',
      '2 s2 二、目标',
      '2 s3 第三部分',
      '3 s3-1 （一）丙',
      '1 title-3 附件',
      '2 s1b 一、企业简介',
      '4 s1b-0-1 1.近年来',
      '4 s1b-0-2 2.取得的成效',
    ]);
    expect(everything?.contents.filter(({ missing }) => missing).map(({ anchor }) => anchor)).toEqual(['s3']);
  });

  it('has each anchor once', () => {
    const ids = everything?.blocks.flatMap(({ html }) =>
      Array.from(html.matchAll(/ id="([^"]+)"/g), ([, id]) => id),
    );
    expect(ids).toEqual([...new Set(ids)]);
    expect(ids).toEqual(expect.arrayContaining(['award', 'second', 'target-enterprises', 's1-1', 'title']));
  });

  it('puts the anchors of several clauses on their first mark only', () => {
    expect(blockWith('(一) 支持企业')?.html).toBe(
      '<p id="s1-1"><strong>(一) 支持企业。</strong><mark class="clause" id="award" data-clauses="award second">' +
        '<span class="anchor" id="second"></span>对规模以上企业奖励 <strong>20万元</strong>。</mark>' +
        '（联系人：<span class="private" data-pagefind-ignore="">区小姐，020-83133450</span>）</p>',
    );
    expect(blockWith('乙，对规模')?.html).toBe(
      '<p id="s1-1-1b"><mark class="clause" data-clauses="award">1、乙，对规模以上企业奖励20万元。</mark></p>',
    );
  });

  it('names in each block the clauses and targets that begin in it', () => {
    const starts = everything?.blocks
      .filter(({ clauses, targets }) => clauses.length + targets.length > 0)
      .map(({ anchor, clauses, targets }) => [anchor, clauses, targets]);
    expect(starts).toEqual([
      ['s1-1', ['award', 'second'], []],
      ['s2-p1', [], ['target-enterprises']],
    ]);
  });

  it('determines the kinds of paragraphs by their marks and by the author', () => {
    expect(everything?.articles.map(({ anchor, kind }) => `${anchor} ${kind}`)).toEqual([
      'p1 narrative',
      's1-1 rule',
      's1-1-1 narrative',
      's1-1-1b rule',
      's2-p1 target',
      's3-1 judgement',
      's1b narrative',
      's1b-0-1 narrative',
      's1b-0-2 narrative',
    ]);
  });

  it('shows a table as a table, every cell in the order of the source', () => {
    expect(blockWith('<table>')?.html).toBe(
      '<section class="table" tabindex="0" aria-label="申报表"><table>' +
        '<thead><tr><th scope="col" rowspan="2">序号</th><th scope="colgroup" colspan="2">方向</th></tr>' +
        '<tr><th scope="col">智能化</th><th scope="col">绿色化</th></tr></thead>' +
        '<tbody><tr><td>例：</td><td></td><td><p>是</p><p>否</p></td></tr></tbody></table></section>',
    );
  });

  it('separates the words of the editors from the text', () => {
    expect(blockWith('占')?.html).toContain(
      '<span class="sic">占10%</span><span class="editorial" data-pagefind-ignore="">［疑为“1%”］</span>',
    );
    expect(blockWith('编者加的')?.html).toBe(
      '<aside class="note editorial" aria-label="编者说明" data-pagefind-ignore=""><p>这一句是编者加的。</p></aside>',
    );
    expect(blockWith('第三部分')?.html).toBe(
      '<h3 id="s3" class="missing-heading"><span class="editorial" data-pagefind-ignore="">第三部分（原文缺标题）</span></h3>',
    );
  });

  it('gives the audit the marked and the unmarked passages', () => {
    const { marks, unmarked } = everything?.marked ?? { marks: [], unmarked: [] };
    expect(marks.map(({ kind, ids, text, blockStart }) => [kind, ids.join(' '), text, blockStart])).toEqual([
      ['Clause', 'award second', '对规模以上企业奖励 20万元。', false],
      ['Private', '', '区小姐，020-83133450', false],
      ['Plain', '', '10%', false],
      ['Clause', 'award', '1、乙，对规模以上企业奖励20万元。', true],
      ['Target', 'target-enterprises', '推动110家以上企业<改造>。', true],
    ]);
    expect(unmarked.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['1. 甲，占', '的。', '（联系人：区小姐，020-83133450）', '见通知。', '智能化']),
    );
    expect(unmarked.map(({ text }) => text).join('')).not.toContain('编者');
  });
});

describe('rendering', () => {
  it('joins the lines of a Chinese paragraph without a space, of a Latin one with a space', () => {
    expect(htmlOf('请认真\n执行 the new\nrules')).toBe('<p id="p1">请认真执行 the new rules</p>');
  });

  it('renders bold that Chinese characters touch', () => {
    expect(htmlOf('**注意：**正文，按**10%**的')).toBe(
      '<p id="p1"><strong>注意：</strong>正文，按<strong>10%</strong>的</p>',
    );
  });

  it('leaves quotes, dashes and dots as they are', () => {
    expect(htmlOf('“甲”--乙...1/2 "丙"')).toBe('<p id="p1">“甲”--乙...1/2 "丙"</p>');
  });

  it('escapes what would be markup', () => {
    expect(htmlOf('甲 \\<script\\> & &amp; "x"')).toBe('<p id="p1">甲 &#x3C;script> &#x26; &#x26; "x"</p>');
  });

  it('keeps a line break that the author forces', () => {
    expect(htmlOf('甲  \n乙')).toBe('<p id="p1">甲<br>乙</p>');
  });

  it('marks external links only', () => {
    expect(htmlOf('[甲](https://a.cn/) [乙](/policies/) [丙](mailto:a@b.cn)')).toBe(
      '<p id="p1"><a href="https://a.cn/" rel="external noopener noreferrer">甲</a> ' +
        '<a href="/policies/">乙</a> <a href="mailto:a@b.cn">丙</a></p>',
    );
  });

  it.each([
    '//evil.example/',
    'JAVASCRIPT:alert(1)',
    'vbscript:x',
    'file:///etc/passwd',
    'index.html',
    'java\tscript:x',
    '/\\evil.example',
    '/\\/evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/&#10;/evil.example',
    '/.//evil.example',
    '/%2E%2e/check/',
    'https://gov.cn\\@evil.example/',
    'https://user:word@evil.example/',
    'http:///evil.example/',
    'https:/evil.example/',
    'data:text/html,x',
    'blob:https://gov.cn/x',
    'tel:110;ext=x"',
  ])('refuses a link to %s', (href) => {
    expect(readBody(`[甲](<${href}>)`).refusals.map(({ code }) => code)).toEqual(['badLink']);
  });

  it.each([
    '/%5Cevil.example',
    '/policies/?q=a//b',
    '#s1',
    'tel:+86-797-3512345',
    'https://gov.cn/办法.pdf?a=b',
  ])('lets a link to %s be', (href) => {
    expect(readBody(`[甲](<${href}>)`).refusals).toEqual([]);
  });

  it('renders no styles and no scripts', () => {
    const html = everything?.blocks.map((block) => block.html).join('') ?? '';
    expect(html).not.toMatch(/ style=| on\w+=|<script|<style/);
  });
});

describe('anchors', () => {
  const anchorsOf = (source: string): readonly (string | undefined)[] =>
    bodyOf(source).blocks.map(({ anchor }) => anchor);

  it.each<[string, string, readonly string[]]>([
    [
      'levels',
      '一、甲\n\n（一）乙\n\n1\\. 丙\n\n（1）丁\n\n（2）戊\n\n2\\. 己\n\n（二）庚\n\n1\\. 辛\n\n二、壬',
      ['s1', 's1-1', 's1-1-1', 's1-1-1-1', 's1-1-1-2', 's1-1-2', 's1-2', 's1-2-1', 's2'],
    ],
    ['headings and paragraphs alike', '## 一、甲\n\n## 二、乙\n\n（一）丙', ['s1', 's2', 's2-1']],
    ['both widths', '(一)甲\n\n（二）乙\n\n１．丙\n\n2\\. 丁', ['s0-1', 's0-2', 's0-2-1', 's0-2-2']],
    ['lost headings', '（一）甲\n\n（二）乙\n\n（一）丙\n\n（二）丁', ['s0-1', 's0-2', 's0-1b', 's0-2b']],
    [
      'lost headings with labels',
      '<MissingHeading label="第一部分" />\n\n（一）甲\n\n<MissingHeading label="第二部分" />\n\n（一）乙',
      ['s1', 's1-1', 's2', 's2-1'],
    ],
    ['no numbers', '甲\n\n乙\n\n## 丙\n\n丁', ['p1', 'p2', 'h1', 'p3']],
    ['figures that are no numbers', '2018年甲\n\n3.5亿元\n\n40、50、60%', ['p1', 'p2', 'p3']],
    [
      'more than the alphabet',
      '（一）甲\n\n'.repeat(28),
      ['s0-1', ...'bcdefghijklmnopqrstuvwxyz']
        .map((letter, at) => (at === 0 ? letter : `s0-1${letter}`))
        .concat(['s0-1z1', 's0-1z2']),
    ],
  ])('%s', (_, source, anchors) => {
    expect(anchorsOf(source)).toEqual(anchors);
  });

  it('depend only on the text before them', () => {
    const start = '一、甲\n\n乙\n\n（一）丙';
    expect(anchorsOf(`${start}\n\n（二）丁\n\n一、戊`).slice(0, 3)).toEqual(anchorsOf(start));
  });
});
