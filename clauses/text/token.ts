import type { Rational } from '../numbers/exact.ts';
import type { DatePoint } from './dates.ts';
import type { Span } from './normalize.ts';
import type { Denominator, Dimension } from './units.ts';

/**
 * How a text bounds a figure (民法典 1259: 以上、以下、以内 include the figure, 超过、不满 do not):
 * atLeast 以上 不低于 达到 ≥, moreThan 超过 突破 >, atMost 不超过 最高 以内 ≤, lessThan 不满 低于 <,
 * about 左右 约, stated where no bound word stands.
 */
export type Bound = 'stated' | 'atLeast' | 'moreThan' | 'atMost' | 'lessThan' | 'about';

/** Where a token stands: offsets into the original text, and that piece of it, white space included. */
export type TokenPlace = Span & { readonly text: string };

/** What numbers and ranges share. */
export type MeasuredToken = {
  readonly dimension: Dimension;
  /** The unit as written, half-width and without its scale: 元, %, 元/平方米/月, 家; `:` of a proportion. */
  readonly unit: string;
  /** The units that 每 names before an amount of money: 每平方米每月8元. */
  readonly per?: readonly Denominator[];
  readonly bound: Bound;
  /** A bound word behind the figure that the one before it overruled: 不超过100家左右. */
  readonly overruled?: Bound;
  /** 吨 in a passage that speaks of 吨标准煤: may stand for it. */
  readonly mayMeanStandardCoal?: true;
  /** Lists of one 分别: the number of the list in the passage, and the position in it, both from 0. */
  readonly group?: number;
  readonly place?: number;
};

/** A figure with a unit; `value` in the base units of its dimension. */
export type NumberToken = TokenPlace &
  MeasuredToken & {
    readonly kind: 'number';
    readonly value: Rational;
    /** 每节约1吨标准煤: what 每 counts by; a price says it below its line. */
    readonly each?: true;
  };

/** Two ends in one expression: 1-2家, 5%至10%; an end has a bound of its own where the text says （含） or （不含）. */
export type RangeToken = TokenPlace &
  MeasuredToken & {
    readonly kind: 'range';
    readonly from: Rational;
    readonly to: Rational;
    readonly fromBound?: Bound;
    readonly toBound?: Bound;
  };

/** Digits without a unit; nothing is concluded from them. `value` contains a scale (5亿). */
export type BareToken = TokenPlace & { readonly kind: 'bare'; readonly value: Rational };

/** A calendar date, or with `to` a span of dates. */
export type DateToken = TokenPlace & {
  readonly kind: 'date';
  readonly from: DatePoint;
  readonly to?: DatePoint;
};

/** 一次性; 连续; 每年, 同一年度; 首次; 上一年; 下一年; 除外. */
export type Keyword = 'once' | 'consecutive' | 'everyYear' | 'first' | 'previousYear' | 'nextYear' | 'except';

/** A word that carries a figure in itself, or takes something out of a rule. */
export type KeywordToken = TokenPlace & { readonly kind: 'keyword'; readonly word: Keyword };

/** 可, 可以; 应, 应当, 须, 必须; 给予, 予以; 不予, 不给予, 不得. */
export type Modality = 'may' | 'shall' | 'grant' | 'refuse';

/** A word that says whether something is owed. */
export type ModalityToken = TokenPlace & { readonly kind: 'modality'; readonly modality: Modality };

/** One thing in a passage that a rule has to answer for. */
export type Token = NumberToken | RangeToken | BareToken | DateToken | KeywordToken | ModalityToken;
