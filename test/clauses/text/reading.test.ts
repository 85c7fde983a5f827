import { describe, expect, test } from 'vitest';
import { formatRational } from '../../../clauses/numbers/exact.ts';
import { listMarkers } from '../../../clauses/text/marker.ts';
import {
  normalize,
  normalizedForm,
  normalizedSpan,
  sourceSpan,
  verbatimForm,
} from '../../../clauses/text/normalize.ts';
import { hanInteger, readArabic, readHan } from '../../../clauses/text/number.ts';
import { tokenize } from '../../../clauses/text/tokens.ts';
import { PROTECTED, showToken } from './show.ts';

describe('forms of a text', () => {
  test('the normalised form has half-width characters and no white space', () => {
    expect(normalizedForm(' ５０％，（一）：１∶１　～￥\u200b')).toBe('50%,(一):1:1~¥');
    expect(normalizedForm('。、《》“”〔〕—·')).toBe('。、《》“”〔〕—·');
  });

  test('the verbatim form only drops white space', () => {
    expect(verbatimForm(' ５０％\n，\u3000（ 一）\t')).toBe('５０％，（一）');
  });

  test.each([
    ['5 00万元', '5 00万元'],
    ['5\n00万元', '5 00万元'],
    ['1 .5亿元', '1 .5亿元'],
    ['1. 5亿元', '1. 5亿元'],
    ['1, 000元', '1, 000元'],
    ['4\t050', '4 050'],
    ['2 ０％', '2 ０％'],
    ['500 万元', '500万元'],
    ['6 ％，8 年', '6％，8年'],
    ['2022 年 8 月', '2022年8月'],
    ['第 5 条', '第5条'],
  ])('the verbatim form of %j tells whether a figure is in one piece', (text, form) => {
    expect(verbatimForm(text)).toBe(form);
  });

  test('the verbatim form is made in linear time', () => {
    const started = performance.now();
    for (const unit of [' ', '1 ', '1 . ', '. ', '1  . . ']) verbatimForm(`1${unit.repeat(30_000)}`);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  test('offsets of the normalised form refer to the source', () => {
    const squeezed = normalize(' 5 0 ％ 以上');
    expect(squeezed.text).toBe('50%以上');
    expect(sourceSpan(squeezed, 0, 3)).toEqual({ start: 1, end: 6 });
    expect(sourceSpan(squeezed, 2, 2)).toEqual({ start: 5, end: 5 });
    expect(normalizedSpan(squeezed, { start: 1, end: 6 })).toEqual({ start: 0, end: 3 });
    expect(normalizedSpan(squeezed, { start: 0, end: 99 })).toEqual({ start: 0, end: 5 });
  });
});

describe('numerals', () => {
  test.each([
    ['一', 1n],
    ['十', 10n],
    ['十五', 15n],
    ['两百', 200n],
    ['一百一十', 110n],
    ['一百零五', 105n],
    ['三千零五', 3005n],
    ['一万五千', 15000n],
    ['一亿零三百万', 103000000n],
    ['三万亿', 3000000000000n],
  ])('%s is %s', (run, value) => {
    expect(hanInteger(run)).toBe(value);
  });

  test.each(['', '零', '百', '万', '亿', '三五', '二百五', '三万五', '十十', '五百千'])(
    '%j is none',
    (run) => {
      expect(hanInteger(run)).toBeUndefined();
    },
  );

  test.each([
    ['1,000.50', '1000.5', 8],
    ['1,00', '1', 1],
    ['0012', '12', 4],
    ['4.0.1', '4', 3],
  ])('%s reads %s', (text, value, end) => {
    const reading = readArabic(text, 0);
    expect(reading && [formatRational(reading.value), reading.end]).toEqual([value, end]);
  });

  test('a Han number may have decimals', () => {
    const reading = readHan('一点二五倍', 0);
    expect(reading && [formatRational(reading.value), reading.end]).toEqual(['1.25', 4]);
  });
});

describe('list markers', () => {
  const markers = (...blocks: string[]): (string | undefined)[] =>
    listMarkers(blocks).map((marker, at) => marker && (blocks[at] ?? '').slice(marker.start, marker.end));

  test('count if they are 1 or follow their sibling', () => {
    expect(markers('一、总则', '（一）甲', '（二）乙', '二、目标', '四、其他')).toEqual([
      '一、',
      '（一）',
      '（二）',
      '二、',
      undefined,
    ]);
    expect(markers('1. 甲', '2.乙', '3.1-2 个案例', '３．1 个')).toEqual(['1.', '2.', '3.', undefined]);
    expect(markers('1、500万元以上', '2、3家')).toEqual(['1、', '2、']);
    expect(markers(' （1）甲', '(2) 乙', '1）丙')).toEqual(['（1）', '(2)', '1）']);
  });

  test('of a regulation are articles, sections and chapters, but no references to them', () => {
    expect(markers('第一章 总则', '第一节 甲', '第一条为了', '第二条　乙', '第九条 丙', '第十条丁')).toEqual([
      '第一章',
      '第一节',
      '第一条',
      '第二条',
      '第九条',
      '第十条',
    ]);
    expect(markers('第一条 甲', '第二条、第三条所需资金', '第二条规定的', '第八条乙', '第二十章、')).toEqual([
      '第一条',
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('never cut a number', () => {
    expect(markers('1.5亿元', '40、50、60%', '2018年', '31.汽车制造业')).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(markers('1.2018年起')).toEqual(['1.']);
  });

  test('are masked where the caller says, by default at the start', () => {
    const passage = '3.1-2 个技术改造典型案例';
    const marker = listMarkers(['1.', '2.', passage])[2];
    const options = { protectedWords: PROTECTED };
    const setAside = marker === undefined ? [] : [marker];
    expect(tokenize(passage, { ...options, setAside }).map(showToken)).toEqual([
      '1-2个 = 1..2 count:个 stated',
    ]);
    expect(tokenize('3、甲', options)).toEqual([]);
    expect(tokenize('3、甲', { ...options, setAside: [] }).map(showToken)).toEqual(['3 = bare 3']);
  });
});

test('a token has its offsets in the source text', () => {
  const text = '按１：１配套，达 500 万 元的。';
  const places = tokenize(text, { protectedWords: [] }).map(({ start, end, text: own }) => [start, end, own]);
  expect(places).toEqual([
    [1, 4, '１：１'],
    [9, 16, '500 万 元'],
  ]);
});
