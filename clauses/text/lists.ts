import { firstAtLeast, type Span } from './normalize.ts';
import { isEnumeration } from './numeric-expressions.ts';
import type { Dimension } from './units.ts';

/** The part of a figure that decides which list it belongs to. Offsets into the normalised text. */
export type ListedFigure = Span & { readonly dimension: Dimension };

/** The number of the list that a figure belongs to, and its position in that list; both 0-based. */
export type ListPlace = { readonly group: number; readonly place: number };

/** The maximum number of characters between two figures of a 分别 list: 国家级20万元、省级10万元. */
const GAP = 24;
/** The maximum number of characters between 分别 and a figure of its list. */
const LEAD = 80;

/** Whether a figure continues the list of the previous one: same dimension, and only 、 or a conjunction between them. */
export function continuesList(text: string, before: ListedFigure | undefined, figure: ListedFigure): boolean {
  if (before === undefined || before.dimension !== figure.dimension) return false;
  return isEnumeration(text, before.end, figure.start);
}

/** The offsets of 分别 and 依次, and of the ends of sentences, each in ascending order. */
function landmarks(text: string): { respectively: number[]; ends: number[] } {
  const found = [...text.matchAll(/分别|依次|[。;!?]/g)];
  const isWord = (match: RegExpExecArray): boolean => match[0].length > 1;
  return {
    respectively: found.filter(isWord).map((match) => match.index),
    ends: found.filter((match) => !isWord(match)).map((match) => match.index),
  };
}

/** The last of the ascending offsets below `at`; -1 if there is none. */
function lastBelow(offsets: readonly number[], at: number): number {
  return offsets[firstAtLeast(offsets, at) - 1] ?? -1;
}

/** Whether words may separate two figures because 分别 introduces their list in the same part of the sentence. */
function continuesLoosely(
  text: string,
  before: ListedFigure,
  figure: ListedFigure,
  respectively: number,
): boolean {
  if (respectively < 0 || before.start - respectively > LEAD || figure.start - before.end > GAP) return false;
  if (before.dimension !== figure.dimension || /[,。;]/.test(text.slice(respectively, before.start)))
    return false;
  const gap = text.slice(before.end, figure.start);
  return /[、和及与]/.test(gap) && !/[,。;:!?]/.test(gap);
}

/** The figures in groups of consecutive list members, as indexes; a figure outside lists is a group of its own. */
function enumerations(
  text: string,
  figures: readonly ListedFigure[],
  respectively: readonly number[],
): number[][] {
  const all: number[][] = [];
  for (const [at, figure] of figures.entries()) {
    const before = figures[at - 1];
    const joins =
      before !== undefined &&
      (continuesList(text, before, figure) ||
        continuesLoosely(text, before, figure, lastBelow(respectively, before.start)));
    if (joins) all.at(-1)?.push(at);
    else all.push([at]);
  }
  return all;
}

/**
 * The 分别 lists of a text: enumerations of two or more figures, before or after the word, in a sentence with 分别 or 依次.
 * Both sides are matched in order. Returns the list and position of each member by its index in `figures`.
 */
export function respectiveLists(
  text: string,
  figures: readonly ListedFigure[],
): ReadonlyMap<number, ListPlace> {
  const { respectively, ends } = landmarks(text);
  const places = new Map<number, ListPlace>();
  let group = 0;
  for (const members of enumerations(text, figures, respectively)) {
    const first = figures[members[0] ?? -1];
    if (first === undefined || members.length < 2) continue;
    const begin = lastBelow(ends, first.start);
    const end = ends[firstAtLeast(ends, first.start)] ?? text.length;
    if (lastBelow(respectively, end) <= begin) continue;
    for (const [place, at] of members.entries()) places.set(at, { group, place });
    group += 1;
  }
  return places;
}
