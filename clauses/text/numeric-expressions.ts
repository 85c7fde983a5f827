import { compare, equal, ONE, type Rational } from '../numbers/exact.ts';
import { lowerEnd } from './bounds.ts';
import { type DatePoint, readDate } from './dates.ts';
import type { Span } from './normalize.ts';
import { HAN_NUMERALS } from './number.ts';
import {
  proportionValue,
  quantityValue,
  readQuantity,
  skipRangeSeparator,
  type TextQuantity,
} from './quantity.ts';
import type { Bound } from './token.ts';
import type { Dimension } from './units.ts';

type Unit = { readonly dimension: Dimension; readonly unit: string };
type Marks = { readonly andMore: boolean; readonly article: boolean };

/** A number with its unit, without its bound. Offsets here and below refer to the normalised text. */
export type NumberExpression = Span & Unit & Marks & { readonly kind: 'number'; readonly value: Rational };
/** A range with its unit, without its bound; `fromBound` where （含） or （不含） follows its lower end. */
export type RangeExpression = Span &
  Unit &
  Marks & {
    readonly kind: 'range';
    readonly from: Rational;
    readonly to: Rational;
    readonly fromBound?: Bound;
  };
/** Digits without a unit. */
export type BareExpression = Span & { readonly kind: 'bare'; readonly value: Rational };
/** A date or span of dates. */
export type DateExpression = Span & {
  readonly kind: 'date';
  readonly from: DatePoint;
  readonly to?: DatePoint;
};
/** A number, range or date that the numerals of a text form. */
export type NumericExpression = NumberExpression | RangeExpression | BareExpression | DateExpression;

type Raw = TextQuantity & { readonly kind: 'quantity' };
type Item = Raw | DateExpression;

const STARTER = new RegExp(`[\\d${HAN_NUMERALS}]`, 'g');

function readItem(text: string, start: number): Item | undefined {
  const date = readDate(text, start);
  if (date !== undefined) return { kind: 'date', start, ...date };
  const quantity = readQuantity(text, start);
  return quantity && { kind: 'quantity', ...quantity };
}

function scan(text: string): Item[] {
  const items: Item[] = [];
  STARTER.lastIndex = 0;
  for (let match = STARTER.exec(text); match !== null; match = STARTER.exec(text)) {
    const item = readItem(text, match.index);
    if (item === undefined) continue;
    items.push(item);
    STARTER.lastIndex = item.end;
  }
  return items;
}

/** The separators of a list: 、 or a conjunction. */
const ENUMERATION = /^(?:、|和|及|与|或|以及)$/;

/** Whether the text between two offsets is 、 or a conjunction. */
export function isEnumeration(text: string, from: number, to: number): boolean {
  return to - from <= 2 && ENUMERATION.test(text.slice(from, to));
}

function isRange(text: string, from: number, to: number): boolean {
  return skipRangeSeparator(text, lowerEnd(text, from).end) === to;
}

/** 40、50、60%: a number without a unit takes unit and scale of the next one, unless it begins a sentence. */
function inherit(text: string, left: Raw, right: Item | undefined): Item {
  if (left.unit !== undefined || right === undefined) return left;
  const ranges = isRange(text, left.end, right.start);
  const lists = isEnumeration(text, left.end, right.start) && !/[。;]/.test(text.charAt(left.start - 1));
  if (!ranges && !lists) return left;
  if (right.kind === 'date') return lists ? inheritDate(text, left, right) : left;
  if (right.unit === undefined || right.unit.name.endsWith('分之')) return left;
  const scaled = { ...left, unit: right.unit, scale: equal(left.scale, ONE) ? right.scale : left.scale };
  const falls = ranges && compare(quantityValue(scaled), quantityValue(right)) > 0;
  return falls ? { ...scaled, scale: left.scale } : scaled;
}

/** 2018、2019年 and 11、12月 are lists of dates. */
function inheritDate(text: string, left: Raw, right: DateExpression): Item {
  const digits = text.slice(left.start, left.end);
  const { year, month, day } = right.from;
  const asYear = year !== undefined && month === undefined && /^\d{4}$/.test(digits);
  const asMonth = year === undefined && day === undefined && /^(?:1[0-2]|[1-9])$/.test(digits);
  if (!asYear && !asMonth) return left;
  const from = asYear ? { year: Number(digits) } : { month: Number(digits) };
  return { kind: 'date', start: left.start, end: left.end, from };
}

function inheritAll(text: string, items: readonly Item[]): Item[] {
  const done: Item[] = [];
  for (const item of [...items].reverse()) {
    done.push(item.kind === 'date' ? item : inherit(text, item, done.at(-1)));
  }
  return done.reverse();
}

/** A proportion (1:1, 1:0.5): two numbers without units, with no other number attached. */
function proportion(text: string, left: Raw, right: Raw): NumberExpression | undefined {
  if (right.start - left.end !== 1 || text.charAt(left.end) !== ':') return undefined;
  if (text.charAt(left.start - 1) === ':' || /[:.]/.test(text.charAt(right.end))) return undefined;
  const value = proportionValue(left, right);
  if (value === undefined) return undefined;
  const unit = { dimension: 'ratio', unit: ':', andMore: false, article: false };
  return { kind: 'number', start: left.start, end: right.end, value, ...unit };
}

function range(text: string, left: Raw, right: Raw): RangeExpression | undefined {
  if (left.unit === undefined || left.unit.dimension !== right.unit?.dimension) return undefined;
  if (!isRange(text, left.end, right.start)) return undefined;
  const unit = { dimension: right.unit.dimension, unit: right.unit.name, andMore: false, article: false };
  const ends = { from: quantityValue(left), to: quantityValue(right) };
  const { bound } = lowerEnd(text, left.end);
  const fromBound = bound === undefined ? {} : { fromBound: bound };
  return { kind: 'range', start: left.start, end: right.end, ...ends, ...fromBound, ...unit };
}

function single(raw: Raw): NumberExpression | BareExpression {
  const { start, end, unit, andMore, article } = raw;
  const value = quantityValue(raw);
  if (unit === undefined) return { kind: 'bare', start, end, value };
  return { kind: 'number', start, end, value, dimension: unit.dimension, unit: unit.name, andMore, article };
}

/** The numbers, ranges and dates of a normalised text, in its order. */
export function readNumericExpressions(text: string): NumericExpression[] {
  const items = inheritAll(text, scan(text));
  const pieces: NumericExpression[] = [];
  for (let at = 0; at < items.length; at += 1) {
    const item = items[at];
    const next = items[at + 1];
    if (item === undefined) continue;
    const pair =
      item.kind === 'quantity' && next?.kind === 'quantity'
        ? (range(text, item, next) ?? proportion(text, item, next))
        : undefined;
    if (pair !== undefined) at += 1;
    pieces.push(pair ?? (item.kind === 'date' ? item : single(item)));
  }
  return pieces;
}
