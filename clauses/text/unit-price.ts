import { multiply, ONE, type Rational } from '../numbers/exact.ts';
import type { Span } from './normalize.ts';
import { isEnumeration } from './numeric-expressions.ts';
import { type Denominator, type Dimension, readDenominatorUnit } from './units.ts';

/** The maximum number of characters between 每 and its price: 每件发明专利授权后奖励5000元. */
const REACH = 24;
const BOUNDARY = /[,。;:!?]/;

/** The units after each 每 in the part of the sentence before a figure. */
function unitsAfterEach(text: string, from: number, start: number): readonly Denominator[] {
  const window = text.slice(Math.max(from, start - REACH), start);
  const phrase = window.split(BOUNDARY).at(-1) ?? '';
  return [...phrase.matchAll(/每一?/g)].flatMap(
    ({ index, 0: each }) => readDenominatorUnit(phrase, index + each.length) ?? [],
  );
}

/** 每节约1吨标准煤奖励300元: 每 directly before the figure of a unit. */
const EACH = /每[^\d,、。;:!?]{0,6}$/;
const ONE_UNIT = /^[1一](?![\d.,十百千万亿])/;
const UP_TO_PRICE = /^[^。;:!?]{0,24}$/;

/** Whether a figure is the unit after 每: 每出口1美元, 每安排1名残疾人. */
export function isUnitAfterEach(text: string, { start, end }: Span): boolean {
  return ONE_UNIT.test(text.slice(start, end)) && EACH.test(text.slice(Math.max(0, start - 7), start));
}

/** A figure that may be the unit of the price after it. */
type PossibleUnit = Span & Partial<{ dimension: Dimension; unit: string; value: Rational }>;

/** The previous figure as a unit, where it is one. */
function unitBefore(text: string, figure: PossibleUnit | undefined, start: number): readonly Denominator[] {
  const { dimension, unit: name, value: factor, end = 0 } = figure ?? {};
  if (figure === undefined || dimension === undefined || name === undefined || factor === undefined)
    return [];
  if (!isUnitAfterEach(text, figure) || !UP_TO_PRICE.test(text.slice(end, start))) return [];
  return [{ dimension, name, factor }];
}

/**
 * The units after 每 before each figure of a normalised text: a rule may write 每平方米每月8元 as 8元/平方米/月. They are in the
 * same part of the sentence, with no other figure between them. All figures of a list share them (每人每月2000元、1500元).
 */
export function denominatorsOfFigures<T extends PossibleUnit>(
  text: string,
  pieces: readonly T[],
): ReadonlyMap<T, readonly Denominator[]> {
  const found = new Map<T, readonly Denominator[]>();
  let before: T | undefined;
  for (const piece of pieces) {
    const listed = before !== undefined && isEnumeration(text, before.end, piece.start);
    const own = listed
      ? []
      : [...unitBefore(text, before, piece.start), ...unitsAfterEach(text, before?.end ?? 0, piece.start)];
    found.set(piece, before !== undefined && listed ? (found.get(before) ?? []) : own);
    before = piece;
  }
  return found;
}

/**
 * The number of base units in the denominator of a figure that is read as a price of `dimension`, such as
 * `money/area/month`: the value of the price is the figure divided by it. `undefined` where the units after 每 do not fit.
 * A rule may leave counts (人, 家, 件) out of a price, because a count has no unit, but no measure and no time.
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
