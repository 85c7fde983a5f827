import { expect, test } from 'vitest';
import { draftPolicy } from '../../tools/draft.ts';
import { errorTexts, readInWorld } from './fixtures.ts';

const TEXT = `\uFEFF测试市人民政府文件
测府〔2026〕1号
关于支持企业的若干措施
　　各有关单位：
一、支持政策
（一）对规模以上企业，奖励20万元。其他事项另行通知。
1.照原文办。*此处有星号。
本措施有效期至2030年12月31日。
`.replace('\uFEFF', '');

const { file, found } = draftPolicy(TEXT, '2026-11-21');

test('a draft has what the text says of itself, and blanks for the rest', () => {
  expect(file).toContain(
    'title: 关于支持企业的若干措施\ndocumentNumber: 测府〔2026〕1号\nissuers: []\ntopics: []\n',
  );
  expect(file).toContain('enteredOn: 2026-11-21');
});

test('sentences with an amount are marked and listed, others are not', () => {
  expect(found).toEqual(['（一）对规模以上企业，奖励20万元。']);
  expect(file).toContain('<Plain reason="待核">（一）对规模以上企业，奖励20万元。</Plain>其他事项另行通知。');
});

test('no character of the text becomes a mark', () => {
  expect(file).toContain('1\\.照原文办。\\*此处有星号。');
  expect(file).toContain('## 一、支持政策');
});

test('after its blanks are filled and its sentences looked at, a draft passes', () => {
  const filled = file
    .replace('issuers: []', 'issuers: [测试市人民政府]')
    .replace('topics: []', 'topics: [技术改造]\neffectiveTo: 2030-12-31')
    .replace('reason="待核"', 'reason="例子"');
  const codes = errorTexts(readInWorld(filled).issues)
    .split('\n')
    .filter((line) => /^\d+:\d+ /.test(line))
    .map((line) => line.split(' ')[1]);
  // The digest is written by `npm run check -- --accept` once somebody has read the text.
  expect(codes).toEqual(['textChanged']);
});

test('a draft cannot be published as it is', () => {
  const codes = errorTexts(readInWorld(file).issues);
  expect(codes).toContain('plainPending');
  expect(codes).toContain('wrongCount');
});
