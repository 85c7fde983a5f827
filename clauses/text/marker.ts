import { type Span, type Squeezed, sourceSpan, squeeze } from './normalize.ts';
import { hanInteger } from './number.ts';

/** The shapes of list markers: （一） 一、 1. 1、 （1） 1）. */
export type MarkerStyle =
  | 'hanBracketed'
  | 'hanComma'
  | 'digitDot'
  | 'digitComma'
  | 'digitBracketed'
  | 'digitClosed';

/** A list marker at the start of a block; offsets into the block as it was given. */
export type ListMarker = Span & { readonly style: MarkerStyle; readonly ordinal: number };

const HAN = '([一二三四五六七八九十百]{1,5})';
const DIGITS = '(\\d{1,3})';
const SHAPES: readonly (readonly [MarkerStyle, RegExp])[] = [
  ['hanBracketed', new RegExp(`^\\(${HAN}\\)`)],
  ['hanComma', new RegExp(`^${HAN}、`)],
  ['digitBracketed', new RegExp(`^\\(${DIGITS}\\)`)],
  ['digitDot', new RegExp(`^${DIGITS}\\.`)],
  ['digitComma', new RegExp(`^${DIGITS}、`)],
  ['digitClosed', new RegExp(`^${DIGITS}\\)`)],
];

/** Whether the digits in front of the marker may belong to it: 3.1-2个, 40、50、60%. A year is no decimal (1.2018年). */
function isAmbiguous(style: MarkerStyle, rest: string): boolean {
  if (style === 'digitDot') return /^\d(?!\d{3}年)/.test(rest);
  return style === 'digitComma' && /^\d/.test(rest);
}

function ordinalOf(digits: string): number {
  return /^\d/.test(digits) ? Number(digits) : Number(hanInteger(digits) ?? 0n);
}

/**
 * The list marker that a squeezed block begins with; offsets into its source. `previous` is the ordinal of the last marker of each style before
 * this block: then a marker counts if it is 1 or follows its sibling. Without `previous` it counts unless what
 * follows could make a number of it (40、50、60%, 1.5亿元).
 */
export function listMarker(
  block: Squeezed,
  previous?: ReadonlyMap<MarkerStyle, number>,
): ListMarker | undefined {
  for (const [style, shape] of SHAPES) {
    const match = shape.exec(block.text);
    if (match === null) continue;
    const ordinal = ordinalOf(match[1] ?? '');
    const follows = previous !== undefined && previous.get(style) === ordinal - 1 && ordinal > 1;
    const ambiguous = isAmbiguous(style, block.text.slice(match[0].length));
    const first = ordinal === 1 && (!ambiguous || style === 'digitComma');
    const counts = follows || first || (previous === undefined && !ambiguous);
    return counts ? { ...sourceSpan(block, 0, match[0].length), style, ordinal } : undefined;
  }
  return undefined;
}

/** The markers of the blocks of a text, read in order, so that each can be held against its siblings. */
export function listMarkers(blocks: readonly string[]): readonly (ListMarker | undefined)[] {
  const previous = new Map<MarkerStyle, number>();
  return blocks.map((block) => {
    const marker = listMarker(squeeze(block), previous);
    if (marker !== undefined) previous.set(marker.style, marker.ordinal);
    return marker;
  });
}
