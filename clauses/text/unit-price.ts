import { multiply, ONE, type Rational } from '../numbers/exact.ts';
import type { Span } from './normalize.ts';
import { isEnumeration } from './numeric-expressions.ts';
import { type Denominator, type Dimension, readBelowLine } from './units.ts';

/** 每 looks forward this many characters at most: 每件发明专利授权后奖励5000元. */
const REACH = 24;
const BOUNDARY = /[,。;:!?]/;

function readPer(text: string, from: number, start: number): readonly Denominator[] {
  const window = text.slice(Math.max(from, start - REACH), start);
  const phrase = window.split(BOUNDARY).at(-1) ?? '';
  return [...phrase.matchAll(/每一?/g)].flatMap(
    ({ index, 0: each }) => readBelowLine(phrase, index + each.length) ?? [],
  );
}

/** 每节约1吨标准煤奖励300元: 每 counts out one by one what stands before the price, with a comma at most between. */
const EACH = /每[^\d,、。;:!?]{0,6}$/;
const ONE_UNIT = /^[1一](?![\d.,十百千万亿])/;
const UP_TO_PRICE = /^[^。;:!?]{0,24}$/;

/** Whether a figure is the one that 每 counts by: 每出口1美元, 每安排1名残疾人. */
export function isUnitAfterEach(text: string, { start, end }: Span): boolean {
  return ONE_UNIT.test(text.slice(start, end)) && EACH.test(text.slice(Math.max(0, start - 7), start));
}

/** A figure as far as it may be the unit of the price behind it. */
type Counted = Span & Partial<{ dimension: Dimension; unit: string; value: Rational }>;

function countedBy(text: string, figure: Counted | undefined, start: number): readonly Denominator[] {
  const { dimension, unit: name, value: factor, end = 0 } = figure ?? {};
  if (figure === undefined || dimension === undefined || name === undefined || factor === undefined)
    return [];
  if (!isUnitAfterEach(text, figure) || !UP_TO_PRICE.test(text.slice(end, start))) return [];
  return [{ dimension, name, factor }];
}

/**
 * The units that 每 names before each figure of a squeezed text: 每平方米每月8元 may be claimed as 8元/平方米/月. Only within
 * a part of a sentence, and not over another figure; a list has them in common (每人每月2000元、1500元).
 */
export function denominatorsOfFigures<T extends Counted>(
  text: string,
  pieces: readonly T[],
): ReadonlyMap<T, readonly Denominator[]> {
  const found = new Map<T, readonly Denominator[]>();
  let before: T | undefined;
  for (const piece of pieces) {
    const listed = before !== undefined && isEnumeration(text, before.end, piece.start);
    const own = listed
      ? []
      : [...countedBy(text, before, piece.start), ...readPer(text, before?.end ?? 0, piece.start)];
    found.set(piece, before !== undefined && listed ? (found.get(before) ?? []) : own);
    before = piece;
  }
  return found;
}

/**
 * How many base units below the line a figure has, when it is read in `dimension`: `undefined` where it can not be.
 * What is counted (人, 家, 件) may be left out of a price, since a count has no unit; a measure or a time may not.
 */
export function unitPriceDivisor(
  figure: { readonly dimension: Dimension; readonly per?: readonly Denominator[] },
  dimension: Dimension,
): Rational | undefined {
  if (figure.per === undefined) return undefined;
  const [top, ...below] = dimension.split('/');
  const [ownTop, ...own] = figure.dimension.split('/');
  if (top !== ownTop || below.length <= own.length) return undefined;
  let factor = ONE;
  for (const atom of own) below.splice(below.indexOf(atom), below.includes(atom) ? 1 : 0);
  for (const unit of figure.per) {
    const at = below.indexOf(unit.dimension);
    if (at < 0 && !isCounted(unit.dimension)) return undefined;
    if (at >= 0) factor = multiply(factor, unit.factor);
    if (at >= 0) below.splice(at, 1);
  }
  return below.length === 0 ? factor : undefined;
}

function isCounted(atom: Dimension): boolean {
  return atom === 'person' || atom.startsWith('count:');
}
