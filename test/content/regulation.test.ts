import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBody } from '../../site/content/body/read-body.ts';
import { errorTexts, here, readInWorld, signed } from './fixtures.ts';

const TEXT = `# 测试办法

## 第一章 总则

第一条 为了支持企业，制定本办法。

第二条 本办法所称企业，是指：

（一）甲；

1\\. 乙。

（二）丙。

前款所称丙，包括：

（一）丁。

## 第二章 支持政策

第一节 设备

第三条 支持设备更新。对规模以上企业奖励20万元。

第三条第一款规定的奖励，每年一次。

**第四条** 第三条、第二条不重复。

一、戊。

（一）己。

二、庚。

第五条　附则。本办法解释权归市政府。
`;

const { body } = readBody(TEXT);

describe('a regulation', () => {
  it('is cited by its articles, their paragraphs and their lists', () => {
    expect(body?.articles.map(({ anchor, citation }) => `${anchor} ${citation}`)).toEqual([
      'a1 第一条',
      'a2 第二条',
      'a2-1 第二条（一）',
      'a2-1-1 第二条（一）1',
      'a2-2 第二条（二）',
      'a2-p2 第二条第二款',
      'a2-1b 第二条第二款（一）',
      'c2-1 第二章第一节',
      'a3 第三条',
      'a3-p2 第三条第二款',
      'a4 第四条',
      'a4-1 第四条一',
      'a4-1-1 第四条一（一）',
      'a4-2 第四条二',
      'a5 第五条',
    ]);
  });

  it('has its chapters and the articles with a title as contents', () => {
    expect(body?.contents.map(({ anchor, level, text }) => `${level} ${anchor} ${text}`)).toEqual([
      '1 title 测试办法',
      '2 c1 第一章 总则',
      '2 c2 第二章 支持政策',
      '3 c2-1 第一节 设备',
      '4 a3 第三条 支持设备更新',
      '4 a5 第五条　附则',
    ]);
  });

  it('may have articles below 一、 and paragraphs below an article that is a heading', () => {
    const places = (text: string): readonly string[] | undefined =>
      readBody(text).body?.articles.map(({ anchor, citation }) => `${anchor} ${citation}`);
    expect(places('一、甲\n\n第一条 乙\n\n（一）丙\n\n二、丁\n\n第二条 戊')).toEqual([
      's1 一',
      'a1 第一条',
      'a1-1 第一条（一）',
      's2 二',
      'a2 第二条',
    ]);
    expect(places('### 第一条 甲\n\n乙\n\n丙')).toEqual(['a1-p1 第一条第一款', 'a1-p2 第一条第二款']);
  });
});

function regulation(citation: string, at: '（二）' | '每年', articles = ''): string {
  const passage = '<Clause id="award">对规模以上企业奖励20万元。</Clause>';
  const body =
    at === '每年' ? `第一条 甲。\n\n${passage}\n` : `第一条 甲：\n\n（一）乙。\n\n（二）${passage}\n`;
  const front = `title: 测试办法
issuers: [测试市人民政府]
planYears: { from: 2026, to: 2030 }
topics: [技术改造]
enteredOn: 2026-01-01
textDigest: sha256-0
${articles}clauses:
  - id: award
    title: 规模以上企业奖励
    citation: ${citation}
    administrators: [市工信局]
    topics: [技术改造]
    when: { fact: enterprise.aboveScale, is: true }
    award: { type: money, exactly: 20万元 }
    examples:
      - name: 规模以上企业
        facts: { enterprise.aboveScale: true }
        expect: { verdict: eligible, least: 20万元, most: 20万元 }`;
  return signed(`---\n${front}\n---\n\n# 测试办法\n\n${body}`);
}

describe('the citation of a clause in a regulation', () => {
  it.each([
    ['第一条', '每年'],
    ['第一条第二款', '每年'],
    ['第一章第一条第二款', '每年'],
    ['第一条（二）', '（二）'],
    ['第一条第(二)项', '（二）'],
    ['第一条第一款第二项', '（二）'],
  ] as const)('%s', (citation, at) => {
    expect(errorTexts(readInWorld(regulation(citation, at)).issues)).toBe('');
  });

  it.each([
    ['第九十九条', '每年', '第一条第二款'],
    ['第一条第三款', '每年', '第一条第二款'],
    ['第一条第二款', '（二）', '第一条（二）'],
    ['第一条（一）', '（二）', '第一条（二）'],
    ['第十一条', '（二）', '第一条（二）'],
  ] as const)('%s is reported for a passage elsewhere', (citation, at, found) => {
    expect(errorTexts(readInWorld(regulation(citation, at)).issues)).toContain(
      `citationMismatch 出处写的是“${citation}”，标出的原文在“${found}”。\n  应改为：citation: ${found}`,
    );
  });
});

it('articles are named by their anchor or their citation', () => {
  const kinds = (articles: string): unknown =>
    readInWorld(regulation('第一条', '每年', articles)).body?.articles.map(({ kind }) => kind);
  expect(kinds('articles: { 第一条: judgement }\n')).toEqual(['judgement', 'rule']);
  expect(kinds('articles: { a1: judgement }\n')).toEqual(['judgement', 'rule']);
  expect(
    errorTexts(readInWorld(regulation('第一条', '每年', 'articles: { 第三条: rule }\n')).issues),
  ).toContain('unknownArticle 正文里没有段落“第三条”，是不是“第一条”？');
});

it('a group is cited where it is marked', () => {
  const text = readFileSync(join(here, 'shapes/34-highest-only.mdx'), 'utf8').replace(
    /同一企业按.*/,
    '<Clause id="highest">$&</Clause>',
  );
  const [head = '', groups = ''] = text.split(/^(?=groups:)/m);
  const wrong = signed(head + groups.replace(/citation: \S+/, 'citation: 第九条'));
  expect(errorTexts(readInWorld(wrong).issues)).toContain('citationMismatch 出处写的是“第九条”');
});
