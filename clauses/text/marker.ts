import { type NormalizedText, normalize, type Span, sourceSpan } from './normalize.ts';
import { hanInteger } from './number.ts';

/** The styles of list markers: 第一章 第一节 第一条 （一） 一、 1. 1、 （1） 1）. */
export type MarkerStyle =
  | 'chapter'
  | 'section'
  | 'article'
  | 'hanBracketed'
  | 'hanComma'
  | 'digitDot'
  | 'digitComma'
  | 'digitBracketed'
  | 'digitClosed';

/** A list marker at the start of a block. Offsets into the source of the block. */
export type ListMarker = Span & { readonly style: MarkerStyle; readonly ordinal: number };

const HAN = '([一二三四五六七八九十百]{1,5})';
const DIGITS = '(\\d{1,3})';
const ORDINAL = '第([零〇一二三四五六七八九十百]{1,7}|\\d{1,3})';
const SHAPES: readonly (readonly [MarkerStyle, RegExp])[] = [
  ['chapter', new RegExp(`^${ORDINAL}章`)],
  ['section', new RegExp(`^${ORDINAL}节`)],
  ['article', new RegExp(`^${ORDINAL}条`)],
  ['hanBracketed', new RegExp(`^\\(${HAN}\\)`)],
  ['hanComma', new RegExp(`^${HAN}、`)],
  ['digitBracketed', new RegExp(`^\\(${DIGITS}\\)`)],
  ['digitDot', new RegExp(`^${DIGITS}\\.`)],
  ['digitComma', new RegExp(`^${DIGITS}、`)],
  ['digitClosed', new RegExp(`^${DIGITS}\\)`)],
];

/** What follows a reference to another article at the start of a sentence: 第三条、第四条所需资金. */
const AFTER_REFERENCE = /^(?:[、,;和及与或至到的所中内款项第]|规定|除外)/;

/**
 * Whether 第三条 at the start of a block numbers that block and does not refer to another article. White space after it
 * decides; without any, it must be the first or follow its sibling, and nothing typical of a reference may follow.
 */
function numbersBlock(block: NormalizedText, end: number, isNext: boolean): boolean {
  const after = block.source.charAt(sourceSpan(block, 0, end).end);
  return /\s/.test(after) || (isNext && !AFTER_REFERENCE.test(block.text.slice(end)));
}

/** Whether the marker may be the beginning of a number: 3.1-2个, 40、50、60%. A year is no decimal (1.2018年). */
function isAmbiguous(style: MarkerStyle, rest: string): boolean {
  if (style === 'digitDot') return /^\d(?!\d{3}年)/.test(rest);
  return style === 'digitComma' && /^\d/.test(rest);
}

/** Whether a marker that follows no sibling begins a list. */
function beginsList(style: MarkerStyle, ordinal: number, rest: string, isAlone: boolean): boolean {
  const ambiguous = isAmbiguous(style, rest);
  return (ordinal === 1 && (!ambiguous || style === 'digitComma')) || (isAlone && !ambiguous);
}

function isLegal(style: MarkerStyle): boolean {
  return style === 'chapter' || style === 'section' || style === 'article';
}

function ordinalOf(digits: string): number {
  return /^\d/.test(digits) ? Number(digits) : Number(hanInteger(digits) ?? 0n);
}

/**
 * The list marker at the start of a normalised block; `undefined` if there is none. `previous` has the ordinal of the last
 * marker of each style before this block: a marker must then be 1 or follow its sibling. Without `previous`, it must not be
 * the beginning of a number (40、50、60%, 1.5亿元).
 */
export function listMarker(
  block: NormalizedText,
  previous?: ReadonlyMap<MarkerStyle, number>,
): ListMarker | undefined {
  for (const [style, shape] of SHAPES) {
    const match = shape.exec(block.text);
    if (match === null) continue;
    const ordinal = ordinalOf(match[1] ?? '');
    const follows = previous !== undefined && previous.get(style) === ordinal - 1 && ordinal > 1;
    const counts = isLegal(style)
      ? numbersBlock(block, match[0].length, previous === undefined || ordinal === 1 || follows)
      : follows || beginsList(style, ordinal, block.text.slice(match[0].length), previous === undefined);
    return counts ? { ...sourceSpan(block, 0, match[0].length), style, ordinal } : undefined;
  }
  return undefined;
}

/** The list marker of each block of a text, `undefined` for blocks without one. Blocks are read in order as siblings. */
export function listMarkers(blocks: readonly string[]): readonly (ListMarker | undefined)[] {
  const previous = new Map<MarkerStyle, number>();
  return blocks.map((block) => {
    const marker = listMarker(normalize(block), previous);
    if (marker !== undefined) previous.set(marker.style, marker.ordinal);
    return marker;
  });
}
