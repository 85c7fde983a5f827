import type { Rational } from '../numbers/exact.ts';
import type { DatePoint } from './dates.ts';
import type { Span } from './normalize.ts';
import type { Denominator, Dimension } from './units.ts';

/**
 * The bound of a figure: atLeast 以上 不低于 达到 ≥, moreThan 超过 突破 >, atMost 不超过 最高 以内 ≤, lessThan 不满 低于 <,
 * about 左右 约, stated without a bound word. By 民法典 1259, 以上、以下、以内 include the figure; 超过、不满 do not.
 */
export type Bound = 'stated' | 'atLeast' | 'moreThan' | 'atMost' | 'lessThan' | 'about';

/** The span of a token in the source text, and the text of that span with its white space. */
export type TokenPlace = Span & { readonly text: string };

/** The unit, bound and list of a number or range. */
export type MeasuredToken = {
  readonly dimension: Dimension;
  /** The unit as written, half-width and without its scale: 元, %, 元/平方米/月, 家; `:` of a proportion. */
  readonly unit: string;
  /** The units after 每 before an amount of money: 每平方米每月8元. */
  readonly per?: readonly Denominator[];
  readonly bound: Bound;
  /** The bound word after the figure, where a different one before it prevails: 不超过100家左右. */
  readonly overruled?: Bound;
  /** Whether its 吨 may be short for 吨标准煤, which the passage contains. */
  readonly mayMeanStandardCoal?: true;
  /** The number of its 分别 list in the passage, 0-based; absent outside such lists. */
  readonly group?: number;
  /** The position in that list, 0-based. */
  readonly place?: number;
};

/** A number with a unit; `value` in the base units of its dimension. */
export type NumberToken = TokenPlace &
  MeasuredToken & {
    readonly kind: 'number';
    readonly value: Rational;
    /** Whether it is the unit after 每, which a price has in its denominator: 每节约1吨标准煤. */
    readonly each?: true;
  };

/** A range: 1-2家, 5%至10%. An end has its own bound where （含） or （不含） follows it. */
export type RangeToken = TokenPlace &
  MeasuredToken & {
    readonly kind: 'range';
    readonly from: Rational;
    readonly to: Rational;
    readonly fromBound?: Bound;
    readonly toBound?: Bound;
  };

/** Digits without a unit, of unknown dimension. `value` includes a scale (5亿). */
export type BareToken = TokenPlace & { readonly kind: 'bare'; readonly value: Rational };

/** A calendar date, or with `to` a span of dates. */
export type DateToken = TokenPlace & {
  readonly kind: 'date';
  readonly from: DatePoint;
  readonly to?: DatePoint;
};

/** 一次性; 连续; 每年, 同一年度; 首次; 上一年; 下一年; 除外. */
export type Keyword = 'once' | 'consecutive' | 'everyYear' | 'first' | 'previousYear' | 'nextYear' | 'except';

/** A word that states a number of times or years without a numeral, or an exception. */
export type KeywordToken = TokenPlace & { readonly kind: 'keyword'; readonly word: Keyword };

/** 可, 可以; 应, 应当, 须, 必须; 给予, 予以; 不予, 不给予, 不得. */
export type Modality = 'may' | 'shall' | 'grant' | 'refuse';

/** A word that states whether the authority must, may or does not grant something. */
export type ModalityToken = TokenPlace & { readonly kind: 'modality'; readonly modality: Modality };

/** A part of a passage that its rules must account for. */
export type Token = NumberToken | RangeToken | BareToken | DateToken | KeywordToken | ModalityToken;
