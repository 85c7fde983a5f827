import type { Random } from '../oracle/random.ts';

/** What patterns of this code begin with, repeat, or end at: a text of them nearly matches again and again. */
const ATOMS: readonly string[] = [
  ...'0 1 一 十 万 亿 元 零 年 月 日 % 第 条 章 节 款 项 （ ） 《 》 〔 〕 号 、 ， 。 ； ： : - — / ~ \n \t { } [ ] < > | \\ " \' # * _ ` = & ! 每 可 不 的 之 和 及 与'.split(
    ' ',
  ),
  ' ',
  '\u3000',
  '\u200b',
  '\ufeff',
  '\r',
  '\r\n',
  '最高',
  '不超过',
  '不低于',
  '以上',
  '左右',
  '分别',
  '依次',
  '达到',
  '每平方米',
  '每个',
  '五分之',
  '一百二十',
  '1,234,',
  '0.',
  '1:',
  '1-',
  '2023年',
  '1月',
  '第一条',
  '（一）',
  '1.',
  '1、',
  '① ',
  '的奖励',
  '万元',
  '元/平方米',
  '给予不超过',
  '按设备投资额',
  '一次性',
  '<Clause id="a">',
  '</Clause>',
  '<mark>',
  '</mark>',
  '<!--',
  '](',
  '[a](b)',
  '| a ',
  '|---',
  'a: ',
  'a：',
  '- a\n',
  '  ',
  "'a",
  '"a',
  '\\"',
  '\\u0041',
  'projects.1.cost=1&',
  'projects.9.',
  'page=a,&',
  'x=&',
  'a.b.',
  '1e9,',
  'http://a.',
  'a@b.',
  '工信〔2022〕40号',
  '２０２２',
  '壹佰',
  '圆',
];

/** A text of some length from a few atoms: one that repeats, after another, before another, or two in turn. */
export function nearMatch(random: Random, length: number): string {
  const [first, second, third] = [random.pick(ATOMS), random.pick(ATOMS), random.pick(ATOMS)];
  const unit = random.pick([first, first, first + second, second.repeat(8) + first, first + second + third]);
  const rest = random.pick(['', third, `${third}\n`]);
  const text = random.pick(['', second]) + unit.repeat(Math.ceil(length / unit.length));
  return text.slice(0, length - rest.length) + rest;
}

/** Texts of one atom only: what most patterns are slow at. */
export function plainRuns(length: number): readonly string[] {
  return ATOMS.map((atom) => atom.repeat(Math.ceil(length / atom.length)).slice(0, length));
}
