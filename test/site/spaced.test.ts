import { expect, test } from 'vitest';
import { closed, phrases, spacedHtml } from '../../site/search/spaced.ts';

test.each([
  ['<p>设备500万元</p>', '<p> 设 备 500 万 元 </p>'],
  ['<a title="设备">ISO10012</a>', '<a title="设备">ISO10012</a>'],
  ['<p>首台（套）</p>', '<p> 首 台 套 </p>'],
])('the copy of %s has a space around every Han character of its text', (html, copy) => {
  expect(spacedHtml(html)).toBe(copy);
});

test.each([
  ['设备投资', ['"设 备 投 资"']],
  ['首台（套）', ['"首 台 套"']],
  ['ISO10012认证', ['"ISO10012 认 证"']],
  ['示范企业、标杆企业', ['"示 范 企 业"', '"标 杆 企 业"']],
  ['a"b', ['"a"', '"b"']],
  ['3.5家', ['"3.5 家"']],
])('the term %s is sought as %j', (term, sought) => {
  expect(phrases(term)).toEqual(sought);
});

test.each([
  ['购 买 <mark>设</mark> <mark>备</mark> 投 资', '购买<mark>设备</mark>投资'],
  ['达  500  万 元 的', '达500万元的'],
])('%s is shown as %s', (excerpt, shown) => {
  expect(closed(excerpt)).toBe(shown);
});
