import { describe, expect, test } from 'vitest';
import { readBody } from '../../../../site/content/body/read-body.ts';
import { decodeText } from '../../../../site/content/draft/decode-text.ts';
import { draftPolicyFile } from '../../../../site/content/draft/draft-policy-file.ts';
import { errorTexts, readInWorld } from '../../../content/fixtures.ts';

const TEXT = `\uFEFF测试市人民政府文件
测府〔2026〕1号
关于支持企业的若干措施
　　各有关单位：
一、支持政策
（一）对规模以上企业，奖励20万元。其他事项另行通知。
1.照原文办。*此处有星号。
本措施有效期至2030年12月31日。
`.replace('\uFEFF', '');

const { file, found } = draftPolicyFile(TEXT, '2026-11-21');

test('a draft has the front matter that the text states, and empty values for the rest', () => {
  expect(file).toContain(
    'title: 关于支持企业的若干措施\ndocumentNumber: 测府〔2026〕1号\nissuers: [测试市人民政府]\neffectiveTo: 2030-12-31\n',
  );
  expect(file).toContain('topics: []\nenteredOn: 2026-11-21');
});

test('sentences with an amount are marked and listed without their number, others are not', () => {
  expect(found).toEqual([{ sentence: '对规模以上企业，奖励20万元。', figures: ['20万元'], isMoney: true }]);
  expect(file).toContain('（一）<Plain reason="待核">对规模以上企业，奖励20万元。</Plain>其他事项另行通知。');
  expect(file).not.toContain('#   ');
});

test('no character of the text becomes markup', () => {
  expect(file).toContain('1\\.照原文办。\\*此处有星号。');
  expect(file).toContain('## 一、支持政策');
});

test('a draft passes once its values are filled in and its sentences reviewed', () => {
  const filled = file.replace('topics: []', 'topics: [技术改造]').replace('reason="待核"', 'reason="例子"');
  const codes = errorTexts(readInWorld(filled).issues)
    .split('\n')
    .filter((line) => /^\d+:\d+ /.test(line))
    .map((line) => line.split(' ')[1]);
  // `npm run check -- --accept` writes the digest once somebody has checked the text.
  expect(codes).toEqual(['textChanged']);
});

test('an unreviewed draft cannot be published', () => {
  const codes = errorTexts(readInWorld(file).issues);
  expect(codes).toContain('plainPending');
  expect(codes).toContain('wrongCount');
});

const REGULATION = `测试市人民政府办公室
关于印发《关于支持科技创新的若干
政策》的通知
测府办规〔2026〕7号

各县（市、区）人民政府：
《关于支持科技创新的若干政策》已经市政府同意，现印发给你们。
测试市人民政府办公室  测试市科技局
二〇二六年十月二十八日
关于支持科技创新的若干
政策（试行）
第一章 总则
第一条 到2027年，增长7%以上。具体目标如下：
指标	2026年	2027年
增速（%）	7	7.5
投资（亿元）	620	奖励5万元
第二条 支持租赁厂房。按照第一条，对2年内竣工的给予5%补助；每平方米8元。面积不超过5000平方米，期限不超过24个月。
第三条 每家不超过3个产品。
| 类别 | 标准 |
|------|------|
| 甲 | 一 |
第四条 本政策自2026年11月1日起施行，有效期至2029年10月31日。《旧办法》自2020年1月1日起施行。
抄送：各单位
测试市人民政府办公室
2026年10月30日印发
`;

describe('a regulation', () => {
  const drafted = draftPolicyFile(REGULATION, '2026-11-21');

  test('has the front matter of its title, signatures and last article', () => {
    expect(
      drafted.file
        .split('---')[1]
        ?.split('\n')
        .filter((line) => /^[a-zA-Z]/.test(line)),
    ).toEqual([
      'title: 关于支持科技创新的若干政策（试行）',
      'noticeTitle: 测试市人民政府办公室 关于印发《关于支持科技创新的若干政策》的通知',
      'documentNumber: 测府办规〔2026〕7号',
      'issuers: [测试市人民政府办公室]',
      'issuedOn: 2026-10-28',
      'printedOn: 2026-10-30',
      'effectiveFrom: 2026-11-01',
      'effectiveTo: 2029-10-31',
      'topics: []',
      'enteredOn: 2026-11-21',
      'textDigest: sha256-0',
    ]);
  });

  test('has titles, signatures, chapters, tables and paragraphs as blocks', () => {
    const { body } = readBody(drafted.file.split(/^---$/m)[2] ?? '');
    expect(drafted.file).toContain(
      '<Right>\n\n测试市人民政府办公室  测试市科技局\n\n二〇二六年十月二十八日\n\n</Right>\n\n# 关于',
    );
    expect(body?.blocks.map(({ kind, anchor }) => anchor ?? kind)).toEqual([
      'title',
      'box',
      'p1',
      'p2',
      'box',
      'title-2',
      'c1',
      'a1',
      'table',
      'a2',
      'a3',
      'table',
      'a4',
      'a4-p2',
      'box',
    ]);
    expect(drafted.file).toContain(
      '<Row>\n<Cell header>指标</Cell>\n<Cell header>2026年</Cell>\n<Cell header>2027年</Cell>\n</Row>',
    );
    expect(drafted.file).toContain('<Cell>7.5</Cell>');
    expect(body?.text.replace(/\s/g, '')).toBe(REGULATION.replace(/[\s|]|-{3,}/g, ''));
  });

  test('has adjacent marks joined, and lists limits without money', () => {
    expect(drafted.file).toContain(
      '第二条 支持租赁厂房。<Plain reason="待核">按照第一条，对2年内竣工的给予5%补助；每平方米8元。</Plain>面积',
    );
    expect(drafted.found.map(({ figures, isMoney }) => [figures.join('、'), isMoney])).toEqual([
      ['7%', true],
      ['5万元', true],
      ['2年内、5%', true],
      ['8元', true],
      ['5000平方米、24个月', false],
      ['3个', false],
    ]);
  });
});

const PASTED = `测试县人民政府办公室文件
测政办规〔２０２６〕３ 号
测试县人民政府办公室关于印发《测试县稳增长若干措施》的通知
各乡镇人民政府：
　　现印发给你们，请认真贯彻执行。
　　附件：1. 申报表
　　　　　 2. 企业名单
测试县人民政府办公室
2026年\u00a03月\u00a05日
测试县稳增长若干措施
　　一、支持升级。首次认定的，给予２０万元奖励；上市的奖励企业50万。入规的，奖励五十万元。
　　二、本措施自印发之日起施行，有效期至２０２８年１２月３１日。
测试县人民政府办公室        2026年3月6日印发
`;

describe('a text pasted from Word', () => {
  const { file, found } = draftPolicyFile(PASTED, '2026-11-21');

  test('is read in full-width digits, and its document is found behind the list of annexes', () => {
    expect(
      file
        .split('---')[1]
        ?.split('\n')
        .filter((line) => /^[a-zA-Z]/.test(line)),
    ).toEqual([
      'title: 测试县稳增长若干措施',
      'noticeTitle: 测试县人民政府办公室关于印发《测试县稳增长若干措施》的通知',
      'documentNumber: 测政办规〔2026〕3号',
      'issuers: [测试县人民政府办公室]',
      'issuedOn: 2026-03-05',
      'printedOn: 2026-03-06',
      'effectiveFrom: 2026-03-06',
      'effectiveTo: 2028-12-31',
      'topics: []',
      'enteredOn: 2026-11-21',
      'textDigest: sha256-0',
    ]);
    expect(file).toContain('# 测试县稳增长若干措施');
  });

  test('keeps its characters', () => {
    expect(file).toContain('测政办规〔２０２６〕３ 号');
    const { body } = readBody(file.split(/^---$/m)[2] ?? '');
    expect(body?.text.replace(/\s/g, '')).toBe(PASTED.replace(/\s/g, ''));
  });

  test('has its amounts found: in full-width digits, without 元, in Han numerals', () => {
    expect(found.flatMap(({ figures }) => figures)).toEqual(['20万元', '50万', '五十万元']);
  });
});

describe('the bytes of a text', () => {
  const text = '给予20万元奖励\n';
  const utf16 = Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from(text, 'utf16le')]);
  // 给予 in GB 18030
  const gb = Uint8Array.of(0xb8, 0xf8, 0xd3, 0xe8, 0x0d, 0x0a);

  test.each([
    ['UTF-8', Buffer.from(text), { text, invisible: 0 }],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${text}`), { text, invisible: 0 }],
    ['UTF-16 of Windows', utf16, { text, invisible: 0, encoding: 'UTF-16' }],
    ['GB 18030', gb, { text: '给予\n', invisible: 0, encoding: 'GB 18030' }],
    ['line breaks of Word', Buffer.from('甲\v乙\r\n丙\r'), { text: '甲\n乙\n丙\n', invisible: 0 }],
    ['invisible characters', Buffer.from('给\u200b予\u00ad'), { text: '给予', invisible: 2 }],
    ['Word', Buffer.from('PK\u0003\u0004'), 'word'],
    ['PDF', Buffer.from('%PDF-1.7'), 'pdf'],
    ['nothing that is text', Uint8Array.of(0xff, 0xff, 0x80), 'unknown'],
  ])('%s', (_, bytes, expected) => {
    expect(decodeText(bytes)).toEqual(expected);
  });
});

test('the title that the notice names is found over its lines', () => {
  const text = `测试市人民政府办公室关于印发《测试市加快技术改造
若干措施（试行）》的通知
各县（市、区）人民政府：
现印发给你们。
测试市加快技术改造
若干措施（试行）
第一条 奖补资金按4：6比例分担，另奖人民币伍万元整。
`;
  const { file, found } = draftPolicyFile(text, '2026-11-21');
  expect(file).toContain(
    '\ntitle: 测试市加快技术改造若干措施（试行）\nnoticeTitle: 测试市人民政府办公室关于印发',
  );
  expect(file).toContain('\n# 测试市加快技术改造若干措施（试行）\n');
  expect(found.map(({ figures, isMoney }) => [...figures, isMoney])).toEqual([['4：6', '伍万元', true]]);
});
