import { divide, multiply, ONE, type Rational, rational } from '../numbers/exact.ts';
import { readScale } from './number.ts';

/**
 * The dimension of a quantity as a string: one atom, then the sorted atoms of its denominator, separated by `/`: `money`,
 * `ratio`, `area`, `money/area/month`, `money/person/year`.
 * Atoms with their base units: money (元), ratio (1), percentagePoint (1 = 100 个百分点), area (m²), length (m), volume (m³),
 * mass (kg), energy (kWh), power (kW), year, quarter, month, week, day, workday, hour, minute, person, `count:家` … with the
 * name of the counter, `money:美元` … for other currencies, `unit:吨标准煤` … for special units.
 * Durations of different atoms are not converted into each other.
 */
export type Dimension = string;

/** A unit read from a text. `factor` is the number of base units in it; `end` is the offset after it. */
export type UnitReading = {
  readonly name: string;
  readonly dimension: Dimension;
  readonly factor: Rational;
  readonly end: number;
};

/** A unit in the denominator of a price. */
export type Denominator = Pick<UnitReading, 'name' | 'dimension' | 'factor'>;

type Unit = { readonly atom: string; readonly factor: Rational };
type Row = readonly [names: string, atom: string, n?: bigint, d?: bigint];

/** Units of measure; names are separated by blanks. */
const MEASURES: readonly Row[] = [
  ['元 元人民币 人民币元 人民币', 'money'],
  ['角', 'money', 1n, 10n],
  ['美元', 'money:美元'],
  ['港元 港币', 'money:港元'],
  ['欧元', 'money:欧元'],
  ['日元', 'money:日元'],
  ['英镑', 'money:英镑'],
  ['%', 'ratio', 1n, 100n],
  ['‰', 'ratio', 1n, 1000n],
  ['成', 'ratio', 1n, 10n],
  ['个百分点 百分点', 'percentagePoint', 1n, 100n],
  ['平方米 平米 平方 ㎡ m² m2', 'area'],
  ['亩', 'area', 2000n, 3n],
  ['公顷', 'area', 10_000n],
  ['平方公里 平方千米', 'area', 1_000_000n],
  ['立方米 立方 m³ m3', 'volume'],
  ['升', 'volume', 1n, 1000n],
  ['米', 'length'],
  ['公里 千米', 'length', 1000n],
  ['公斤 千克', 'mass'],
  ['吨', 'mass', 1000n],
  ['吨标准煤 吨标煤', 'unit:吨标准煤'],
  ['标准箱 个标准箱 标箱 TEU', 'unit:标准箱'],
  ['千瓦时 kWh 度 度电', 'energy'],
  ['兆瓦时 MWh', 'energy', 1000n],
  ['千瓦 kW', 'power'],
  ['兆瓦 MW', 'power', 1000n],
  ['瓦', 'power', 1n, 1000n],
  ['年 周年 个年度 年度 年期', 'year'],
  ['季度 个季度', 'quarter'],
  ['个月 月', 'month'],
  ['周', 'week'],
  ['日 天 自然日 个自然日', 'day'],
  ['工作日 个工作日', 'workday'],
  ['小时 个小时', 'hour'],
  ['分钟', 'minute'],
  ['人 名', 'person'],
  ['岁 周岁', 'count:岁'],
  ['台 台套 台(套) 台/套', 'count:台'],
  ['床位 张床位 个床位', 'count:床位'],
];

/** Counters: each one is a dimension of its own. */
const COUNTERS =
  '家 个 项 套 户 座 种 次 倍 件 条 款 批 门 辆 架 间 栋 幢 层 所 位 份 场 期 笔 字 分 届 页 人次 ' +
  '标准展位 展位 张 只 头 艘 班 班次 班列 航次 架次 车次 趟 车位 泊位 学位 课时 学时 部 集 篇 株';

/** Nouns that are units only in a denominator: 20万元/企业. */
const DENOMINATOR_NOUNS = '企业 项目 平台 季';

/** Units before which a Han numeral is a figure. Before all others it is part of the prose (一批, 十条). */
const AFTER_HAN = new Set(
  (
    '元 元人民币 美元 港元 欧元 成 个百分点 平方米 亩 公顷 平方公里 吨 年 周年 个年度 个季度 个月 月 日 天 ' +
    '个自然日 工作日 个工作日 小时 个小时 人 名 位 家 个 项 次 倍 户 台'
  ).split(' '),
);

/** Characters that form another word with the name of a unit, if they follow it (项目, 九十年代, 成立). */
const NOT_BEFORE: ReadonlyMap<string, RegExp> = new Map([
  ['项', /目/y],
  ['年', /代/y],
  ['成', /[不立果为功效员本熟长交品型分套]/y],
  ['元', /[化素器件锂材正催结论]/y],
  ['人', /[民工才员均机]/y],
  ['名', /[牌单称录]/y],
  ['分', /[别之类配级公支次期批年两三四五]/y],
  ['条', /件/y],
  ['次', /[性元]/y],
  ['位', /置/y],
  ['平方', /[公千]/y],
  ['所', /[需有得属在]/y],
  ['周', /[边期转]/y],
  ['升', /[级至到降格学值]/y],
  ['度', /[假量过]/y],
  ['张', /[贴开]/y],
  ['只', /[有要限能]/y],
  ['头', /[部]/y],
  ['班', /子/y],
  ['部', /[门分委件署]/y],
  ['集', /[群聚中团成约]/y],
]);

function table(rows: readonly Row[]): Map<string, Unit> {
  return new Map(
    rows.flatMap(([names, atom, n = 1n, d = 1n]) =>
      names.split(' ').map((name): [string, Unit] => [name, { atom, factor: rational(n, d) }]),
    ),
  );
}

const counters = (names: string): Row[] => names.split(' ').map((name): Row => [name, `count:${name}`]);
const UNITS = table([...MEASURES, ...counters(COUNTERS)]);
const DENOMINATORS = new Map([...UNITS, ...table(counters(DENOMINATOR_NOUNS))]);

/** The names of all units, the longest ones first. */
export const UNIT_NAMES: readonly string[] = [...DENOMINATORS.keys()].sort((a, b) => b.length - a.length);
const LONGEST = UNIT_NAMES[0]?.length ?? 0;

function readSimple(text: string, pos: number, units: ReadonlyMap<string, Unit>): UnitReading | undefined {
  for (let length = LONGEST; length > 0; length -= 1) {
    const name = text.slice(pos, pos + length);
    const unit = name.length === length ? units.get(name) : undefined;
    if (unit === undefined || isOtherWord(text, name, pos + length)) continue;
    return { name, dimension: unit.atom, factor: unit.factor, end: pos + length };
  }
  return undefined;
}

function isOtherWord(text: string, name: string, end: number): boolean {
  const follower = NOT_BEFORE.get(name);
  if (follower === undefined) return false;
  follower.lastIndex = end;
  return follower.test(text);
}

/** Reads one denominator with its separator: `/平方米`, `·年`, `/万人`. */
function readDenominator(text: string, pos: number, first: boolean): UnitReading | undefined {
  const line = text.charAt(pos);
  return line === '/' || (!first && /[·•・‧∙⋅]/.test(line)) ? readDenominatorUnit(text, pos + 1) : undefined;
}

/** Reads a unit of a denominator at `pos` (平方米, 月, 企业, 万人), `undefined` if none begins there. The factor includes the scale. */
export function readDenominatorUnit(text: string, pos: number): UnitReading | undefined {
  const plain = readSimple(text, pos, DENOMINATORS);
  if (plain !== undefined) return plain;
  const scale = readScale(text, pos);
  const unit = readSimple(text, scale.end, DENOMINATORS);
  return unit && { ...unit, factor: multiply(unit.factor, scale.value) };
}

function readDenominators(text: string, pos: number): UnitReading[] {
  const found: UnitReading[] = [];
  let end = pos;
  for (;;) {
    const next = readDenominator(text, end, found.length === 0);
    if (next === undefined) return found;
    found.push(next);
    end = next.end;
  }
}

/** Reads the denominators in brackets of 元/(人·月). Of their offsets only the last `end` is in the text. */
function bracketed(text: string, pos: number): UnitReading[] | undefined {
  if (text.slice(pos, pos + 2) !== '/(') return undefined;
  const close = pos + text.slice(pos, pos + 16).indexOf(')');
  if (close < pos) return undefined;
  const inner = readDenominators(`/${text.slice(pos + 2, close)}`, 0);
  const last = inner.at(-1);
  if (last === undefined || last.end !== close - pos - 1) return undefined;
  return [...inner.slice(0, -1), { ...last, end: close + 1 }];
}

/**
 * Reads a unit at `pos` in a normalised text: 元, 平方米, 元/平方米/月, 元/人·年 … The longest name wins. `undefined` if none
 * begins there.
 */
export function readUnit(text: string, pos: number): UnitReading | undefined {
  const top = readSimple(text, pos, UNITS);
  if (top === undefined) return undefined;
  const below = bracketed(text, top.end) ?? readDenominators(text, top.end);
  const last = below.at(-1);
  if (last === undefined) return top;
  return {
    name: text.slice(pos, last.end),
    dimension: [top.dimension, ...below.map((unit) => unit.dimension).sort()].join('/'),
    factor: below.reduce((factor, unit) => divide(factor, unit.factor), top.factor),
    end: last.end,
  };
}

/** Whether a Han numeral before this unit is a figure (三年, 一家) and not part of the prose (一批). */
export function countsAfterHan(unit: UnitReading): boolean {
  return AFTER_HAN.has(unit.name.split('/')[0] ?? '');
}

/** The unit of an amount without 元: 奖励50万. */
export function moneyLeftOut(end: number): UnitReading {
  return { name: '元', dimension: 'money', factor: ONE, end };
}

/** The unit of class names without 元, which mean money: 1000亿级, 10亿级. */
export function moneyClass(end: number): UnitReading {
  return { name: '级', dimension: 'money', factor: ONE, end };
}
