import { expect, test } from 'vitest';
import { closed, phrase, spacedHtml } from '../../site/search/spaced.ts';

test.each([
  ['<p>设备500万元</p>', '<p> 设  备 500 万  元 </p>'],
  ['<a title="设备">ISO10012</a>', '<a title="设备">ISO10012</a>'],
  ['<p>首台（套）</p>', '<p> 首  台  套 </p>'],
])('the copy of %s has a space around every Han character of its text', (html, copy) => {
  expect(spacedHtml(html)).toBe(copy);
});

test.each([
  ['设备投资', '"设 备 投 资"'],
  ['首台（套）', '"首 台 套"'],
  ['ISO10012认证', '"ISO10012 认 证"'],
  ['a"b', '"ab"'],
  ['龙办发[2022]40号', '"龙 办 发 〔2022〕40 号"'],
])('the term %s is sought as %s', (term, sought) => {
  expect(phrase(term)).toBe(sought);
});

test.each([
  ['购 买 <mark>设</mark> <mark>备</mark> 投 资', '购买<mark>设备</mark>投资'],
  ['达  500  万 元 的', '达500万元的'],
])('%s is shown as %s', (excerpt, shown) => {
  expect(closed(excerpt)).toBe(shown);
});
