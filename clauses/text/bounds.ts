import type { Bound } from './token.ts';
import { UNIT_NAMES } from './units.ts';

/** Bound words that a policy defines itself, with their meaning: 以下 without the figure is `lessThan`. */
export type DefinedBounds = Readonly<Partial<Record<string, Bound>>>;

/** A bound word before a figure. A word after the figure overrides a weak one (达, 约). */
export type PrefixBound = { readonly bound: Bound; readonly weak: boolean; readonly word?: string };

/** The bound of a figure, and a different bound after it that was overridden. */
export type ResolvedBound = { readonly bound: Bound; readonly overruled?: Bound };

/** The maximum number of characters between a bound word and its figure. */
const REACH = 40;
const BOUNDARY = /[,。;:!?]/;

const NEGATION = '不(?:得|能|应当?|可以?|会|宜)?|未|没有';
const OVER = '超过|高于|大于|多于|超出|突破|超|逾';
const UNDER = '低于|少于|小于|短于';
const COMPARATOR = `(${NEGATION})?(${OVER}|${UNDER})((?:或者?)?等于)?`;
/** The unit of a price: 最高每平方米每月8元. */
const PER = `每一?(?:${UNIT_NAMES.map((name) => name.replace(/[()]/g, '\\$&')).join('|')})`;
/** Between a comparator and its figure. */
const SHORT_FILLER = `(?:人民币|累计|合计|共计|总计|总额|${PER}|单个|为)*`;
/** Between 最高 and its figure. */
const LONG_FILLER =
  '(?:为|是|到|达到|可达|达|至|可以|可|按照|按|给予|予以|奖励|奖补|奖金|补助|补贴|资助|扶持|支持|配套|资金|金额|额度|总额|限额|' +
  `期限|年限|比例|租金|贷款|贴息|一次性|(?:${PER}|单个)(?:企业|项目|平台|单位|产品|园区)?|累计|合计|共计|人民币|约|\\([^()]{1,8}\\))*`;

const SYMBOL = /(≥|>=|≤|<=|>|<)$/;
const CEILING = new RegExp(`(?:最高|最多|最长|最大|至多|上限)${LONG_FILLER}$`);
const LOWEST = new RegExp(`(?:最低|最少|至少|下限)${LONG_FILLER}$`);
const COMPARED = new RegExp(`${COMPARATOR}${SHORT_FILLER}$`);
const NOT_REACHED = /(?:(?:未|不|没有)能?达到?|达不到|不到|不足|不满|未满|未到)(?:人民币)?$/;
const REACHED = /(?<![下发送传表])(?:达[到至]?|(?<![圆充])满)(?:人民币)?$/;
const ABOUT = /(?<![节合签违履预条])约为?$/;

const SYMBOLS: ReadonlyMap<string, Bound> = new Map([
  ['≥', 'atLeast'],
  ['>=', 'atLeast'],
  ['≤', 'atMost'],
  ['<=', 'atMost'],
  ['>', 'moreThan'],
  ['<', 'lessThan'],
]);

function comparatorBound([, negation, word = '', orEqual]: RegExpExecArray): PrefixBound {
  const over = new RegExp(`^(?:${OVER})$`).test(word);
  const strong = (bound: Bound, as: string): PrefixBound => ({ bound, weak: false, word: as });
  if (negation !== undefined) return strong(over ? 'atMost' : 'atLeast', `不${word}`);
  if (orEqual !== undefined) return strong(over ? 'atLeast' : 'atMost', '等于');
  return strong(over ? 'moreThan' : 'lessThan', word);
}

/** 不超过项目总投资的10%: in front of a ratio, a noun phrase with 的 may separate both, but no verb of granting. */
const FAR_CEILING = /最高可?按照?[^,。;:!?]{1,30}[的之]$/;
const COMPARATORS = new RegExp(COMPARATOR, 'g');
const STOPS_PHRASE = /给予|予以|按|的(?:企业|项目|单位|平台|机构)/;

/** 不超过设备投资额10%: the base of a ratio without 的. */
const BASE =
  /^(?!.*(?:给予|予以|按|的))[^\d]{1,14}(?:额|费用?|投入|支出|成本|价格?|本金|贷款|利息|收入|产值|租金|投资|保费)$/;

/** The bound word before the base of a ratio. */
function farBound(before: string): PrefixBound | undefined {
  if (FAR_CEILING.test(before)) return { bound: 'atMost', weak: false };
  const match = [...before.matchAll(COMPARATORS)].at(-1);
  if (match === undefined) return undefined;
  const noun = before.slice(match.index + match[0].length);
  if (!/[的之]$/.test(noun)) return BASE.test(noun) ? comparatorBound(match) : undefined;
  const phrase = noun.slice(0, -1);
  if (phrase.length > 30 || STOPS_PHRASE.test(phrase)) return undefined;
  if (match[1] === undefined && phrase.includes('的')) return undefined;
  return comparatorBound(match);
}

/** The bound word directly before a figure, with at most fillers between them. */
function nearBound(before: string): PrefixBound | undefined {
  const strong = (bound: Bound): PrefixBound => ({ bound, weak: false });
  const symbol = SYMBOLS.get(SYMBOL.exec(before)?.[1] ?? '');
  if (symbol !== undefined) return strong(symbol);
  const [short] = NOT_REACHED.exec(before) ?? [];
  if (short !== undefined) return { ...strong('lessThan'), word: short };
  if (CEILING.test(before)) return strong('atMost');
  if (LOWEST.test(before)) return strong('atLeast');
  const compared = COMPARED.exec(before);
  // 最低不超过 contradicts itself, so that 最低 prevails; 最高不超过 is a pleonasm.
  if (compared !== null && LOWEST.test(before.slice(0, compared.index))) return strong('atLeast');
  if (compared !== null) return comparatorBound(compared);
  if (REACHED.test(before)) return { bound: 'atLeast', weak: true };
  return ABOUT.test(before) ? { bound: 'about', weak: true } : undefined;
}

/** 最高为每标准展位1.5万元: the unit of a price may separate the bound word and the price. */
const EACH = /每[^\d的、]{1,8}$/;

/**
 * The bound word before the figure at `start` of a normalised text, at `from` (the end of the previous figure) or later and
 * in the same part of the sentence. With `reachesFar`, for ratios and multiples, the base may separate both. Bound words
 * have the meaning of 民法典 1259 unless `defined` gives another one: 超过 and 不满 exclude the figure, 不超过 includes it.
 */
export function prefixBound(
  text: string,
  from: number,
  start: number,
  reachesFar: boolean,
  defined: DefinedBounds = {},
): PrefixBound | undefined {
  const window = text.slice(Math.max(from, start - REACH), start);
  const before = window.split(BOUNDARY).at(-1) ?? '';
  const found =
    nearBound(before) ?? nearBound(before.replace(EACH, '')) ?? (reachesFar ? farBound(before) : undefined);
  return found && { ...found, bound: defined[found.word ?? ''] ?? found.bound };
}

/** 最高奖励，批发业30万元，零售业20万元: a bound word without its own figure, then a list with nouns. */
const GOVERNS = /^(.*?)(?:标准|额度|分别|如下|为|是)*[,:]([^,:]{1,16})$/;
const GRANTS = /给予|予以|奖励|补助|补贴|资助|其中|[再另按]/;

/** The bound word before a list in the same sentence. It is weak: a word after the figure overrides it. */
export function governingBound(text: string, from: number, start: number): PrefixBound | undefined {
  const sentence =
    text
      .slice(Math.max(from, start - REACH), start)
      .split(/[。;!?]/)
      .at(-1) ?? '';
  const [, head = '', noun = ''] = GOVERNS.exec(sentence) ?? [];
  const found = GRANTS.test(noun) ? undefined : nearBound(head.split(BOUNDARY).at(-1) ?? '');
  return found && !found.weak ? { ...found, weak: true } : undefined;
}

/** Whether the figure at `start` belongs to the same list as the one that ends at `end`: 30万元，零售业20万元. */
export function sharesGoverning(text: string, end: number, start: number): boolean {
  const gap = text.slice(end, start);
  return gap.length <= 20 && !/[。;!?]/.test(gap) && !GRANTS.test(gap);
}

/** （含）, （不含500万元）. （不含税） does not concern the bound. */
const INCLUSION = '(?:\\((?:(不?含)(?!税|增值)|不?含)[^()]{0,12}\\))';
const INCLUDED = new RegExp(INCLUSION, 'y');
const LOWER_END = new RegExp(`${INCLUSION}?(及?以上)?(?=[-–—―−~至到])`, 'y');

/** The bound of the lower end of a range, absent where the text has none: 5000万元（含）至2亿元. `end` is the offset after it. */
export function lowerEnd(text: string, pos: number): { bound?: Bound; end: number } {
  LOWER_END.lastIndex = pos;
  const [whole, included, over] = LOWER_END.exec(text) ?? [];
  const end = pos + (whole?.length ?? 0);
  if (included === undefined && over === undefined) return { end };
  return { bound: included === '不含' ? 'moreThan' : 'atLeast', end };
}

/** Whether the text has （含） or （不含） at an offset; `undefined` for neither. */
function inclusionAt(text: string, pos: number): boolean | undefined {
  INCLUDED.lastIndex = pos;
  const word = INCLUDED.exec(text)?.[1];
  return word === undefined ? undefined : word === '含';
}

/** The bound of the upper end of a range that ends at `pos`: 5000万元至2亿元（不含）. `undefined` where the text has none. */
export function upperEnd(text: string, pos: number): Bound | undefined {
  const included = inclusionAt(text, pos);
  return included === undefined ? undefined : included ? 'atMost' : 'lessThan';
}

const WITH: Readonly<Partial<Record<Bound, Bound>>> = { moreThan: 'atLeast', lessThan: 'atMost' };
const WITHOUT: Readonly<Partial<Record<Bound, Bound>>> = { atLeast: 'moreThan', atMost: 'lessThan' };

/** The bound after （含） or （不含） directly after the figure is applied: 超过500万元（含） is `atLeast`. */
export function withInclusion(resolved: ResolvedBound, text: string, end: number): ResolvedBound {
  const included = inclusionAt(text, end);
  if (included === undefined) return resolved;
  return { ...resolved, bound: (included ? WITH : WITHOUT)[resolved.bound] ?? resolved.bound };
}

const SUFFIX = new RegExp(
  `${INCLUSION}?(?:([及或]?以上|起点以上)|([及或]?以下|以内|之内|封顶|为上限)|(左右|上下))${INCLUSION}?`,
  'y',
);

/**
 * The bound word directly after the figure that ends at `end`. 以上、以下、以内 include the figure (民法典 1259), unless （不含）
 * or a definition of the policy excludes it.
 */
export function suffixBound(text: string, end: number, defined: DefinedBounds = {}): Bound | undefined {
  SUFFIX.lastIndex = end;
  const match = SUFFIX.exec(text);
  if (match === null) return undefined;
  const [, before, over, under, , behind] = match;
  const inclusion = before ?? behind;
  const excluded = inclusion === '不含';
  const own = inclusion === undefined ? defined[(over ?? under ?? '').slice(-2)] : undefined;
  if (over !== undefined) return own ?? (excluded ? 'moreThan' : 'atLeast');
  if (under !== undefined) return own ?? (excluded ? 'lessThan' : 'atMost');
  return 'about';
}

/**
 * Combines the words before and after a figure into one bound. A word after it overrides a weak one before it
 * (达到1600亿元左右 is `about`). Otherwise the word before it prevails, and a different one after it becomes `overruled`.
 */
export function resolveBound(prefix: PrefixBound | undefined, suffix: Bound | undefined): ResolvedBound {
  if (prefix === undefined) return { bound: suffix ?? 'stated' };
  if (suffix === undefined || suffix === prefix.bound) return { bound: prefix.bound };
  return prefix.weak ? { bound: suffix } : { bound: prefix.bound, overruled: suffix };
}
