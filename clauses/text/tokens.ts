import {
  type DefinedBounds,
  governingBound,
  type PrefixBound,
  prefixBound,
  type ResolvedBound,
  resolveBound,
  sharesGoverning,
  suffixBound,
  upperEnd,
  withInclusion,
} from './bounds.ts';
import { type FoundKeyword, findKeywords, findModalities, isKeyword } from './keywords.ts';
import { continuesList, respectiveLists } from './lists.ts';
import { listMarker } from './marker.ts';
import { mask, protectedSpans, referenceSpans, titleSpans } from './masked-spans.ts';
import {
  type NormalizedText,
  normalize,
  normalizedForm,
  normalizedSpan,
  type Span,
  sourceSpan,
} from './normalize.ts';
import {
  type NumberExpression,
  type NumericExpression,
  type RangeExpression,
  readNumericExpressions,
} from './numeric-expressions.ts';
import { isInTons, mentionsStandardCoal } from './standard-coal.ts';
import type { Bound, Token, TokenPlace } from './token.ts';
import { denominatorsOfFigures, isUnitAfterEach } from './unit-price.ts';

/** Options of `tokenize`. */
export type TokenizeOptions = {
  /** Words with numerals that are no figures (两化, 5G), from `terms.yaml`, in any width and order. */
  readonly protectedWords: readonly string[];
  /**
   * Spans of the passage to mask, such as list markers that the caller found with `listMarkers`. If absent, the passage
   * begins a block, and an unambiguous list marker at its start is masked.
   */
  readonly setAside?: readonly Span[];
  /** Bound words that the policy defines itself. */
  readonly bounds?: DefinedBounds;
};

type Figure = NumberExpression | RangeExpression;

function isFigure(piece: NumericExpression): piece is Figure {
  return piece.kind === 'number' || piece.kind === 'range';
}

/** Cached results: one list of words is used for every passage. */
const withoutKeywords = new WeakMap<readonly string[], readonly string[]>();

/** The protected words that are no keywords. Keywords are found before protected words are masked. */
function wordsToMask(words: readonly string[]): readonly string[] {
  const cached = withoutKeywords.get(words) ?? words.filter((word) => !isKeyword(normalizedForm(word)));
  withoutKeywords.set(words, cached);
  return cached;
}

/** The normalised text with list markers, titles, protected words and references masked. */
function setAside(normalized: NormalizedText, options: TokenizeOptions): string {
  const marker = options.setAside === undefined ? listMarker(normalized) : undefined;
  const given = options.setAside ?? (marker === undefined ? [] : [marker]);
  const { text } = normalized;
  const words = wordsToMask(options.protectedWords);
  const spans = [...given.map((span) => normalizedSpan(normalized, span)), ...titleSpans(text)];
  const plain = mask(text, spans);
  return mask(plain, [...protectedSpans(plain, words), ...referenceSpans(plain)]);
}

const REACHES_FAR = /^(?:ratio|percentagePoint|count:倍)$/;
const CONJUNCTION = /^[^,。;:!?、()]{0,12}(?:和|及|与|以及)$/;

/** 不少于6家示范企业和60个重点项目: the word before the first count also bounds the second. */
function isCoordinate(text: string, before: Figure, figure: Figure): boolean {
  if (!before.dimension.startsWith('count:') || !figure.dimension.startsWith('count:')) return false;
  return figure.start - before.end <= 14 && CONJUNCTION.test(text.slice(before.end, figure.start));
}

/**
 * The bound word before each figure. In an enumeration, the word before the first figure applies to all.
 *
 * Complexity: each figure depends on the word, the list and the end of the figure before it, so one loop decides in order.
 */
function prefixBounds(
  text: string,
  pieces: readonly NumericExpression[],
  defined?: DefinedBounds,
): ReadonlyMap<NumericExpression, PrefixBound | undefined> {
  const found = new Map<NumericExpression, PrefixBound | undefined>();
  const governed = new Set<NumericExpression>();
  let before: Figure | undefined;
  let from = 0;
  for (const piece of pieces) {
    if (isFigure(piece)) {
      const inherited = before !== undefined && found.get(before);
      if (before && continuesList(text, before, piece)) found.set(piece, inherited || undefined);
      else {
        const listed = before && governed.has(before) && isListed(text, before, piece);
        const own = prefixBound(text, from, piece.start, REACHES_FAR.test(piece.dimension), defined);
        const shared = before && (listed || isCoordinate(text, before, piece)) && inherited;
        const head = own || shared ? undefined : governingBound(text, from, piece.start);
        if (head || (listed && !own)) governed.add(piece);
        found.set(piece, own ?? (shared || head));
      }
      before = piece;
    }
    if (piece.kind !== 'date') from = piece.end;
  }
  return found;
}

function isListed(text: string, before: Figure, figure: Figure): boolean {
  return before.dimension === figure.dimension && sharesGoverning(text, before.end, figure.start);
}

function boundOf(
  text: string,
  figure: Figure,
  prefix: PrefixBound | undefined,
  defined?: DefinedBounds,
): ResolvedBound {
  const more = figure.andMore ? ({ bound: 'moreThan', weak: true } as const) : undefined;
  const resolved = resolveBound(prefix ?? more, suffixBound(text, figure.end, defined));
  return figure.kind === 'range' ? resolved : withInclusion(resolved, text, figure.end);
}

function endBounds(
  text: string,
  { end, fromBound }: RangeExpression,
): { fromBound?: Bound; toBound?: Bound } {
  const toBound = upperEnd(text, end);
  return {
    ...(fromBound === undefined ? {} : { fromBound }),
    ...(toBound === undefined ? {} : { toBound }),
  };
}

/** 单价分别在200万元、50万元、10万元以上: the word after the last figure of a 分别 list applies to all of them. */
function sharedSuffixes(
  text: string,
  figures: readonly Figure[],
  lists: ReadonlyMap<number, unknown>,
  defined?: DefinedBounds,
): ReadonlyMap<Figure, Bound> {
  const found = new Map<Figure, Bound>();
  for (const [index, figure] of [...figures.entries()].reverse()) {
    const next = figures[index + 1];
    if (next === undefined || !lists.has(index) || !continuesList(text, figure, next)) continue;
    const bound = found.get(next) ?? suffixBound(text, next.end, defined);
    if (bound !== undefined) found.set(figure, bound);
  }
  return found;
}

/** A token whose place in the source is not yet known. */
type Draft = { readonly span: Span; readonly make: (place: TokenPlace) => Token };

function draftWord(word: FoundKeyword): Draft {
  const make = (place: TokenPlace): Token =>
    word.kind === 'keyword'
      ? { kind: 'keyword', ...place, word: word.word }
      : { kind: 'modality', ...place, modality: word.modality };
  return { span: word, make };
}

function draftOther(piece: Exclude<NumericExpression, Figure>): Draft {
  if (piece.kind === 'bare') {
    return { span: piece, make: (place) => ({ kind: 'bare', ...place, value: piece.value }) };
  }
  const dates = piece.to === undefined ? { from: piece.from } : { from: piece.from, to: piece.to };
  return { span: piece, make: (place) => ({ kind: 'date', ...place, ...dates }) };
}

/**
 * Drafts the numbers, ranges and dates of a text with bounds and lists. 一个 without a bound word is an article and left out.
 * `text` is `readable` with its keywords (每年) masked.
 */
function draftExpressions(text: string, readable: string, defined?: DefinedBounds): Draft[] {
  const pieces = readNumericExpressions(text);
  const before = prefixBounds(text, pieces, defined);
  const per = denominatorsOfFigures(readable, pieces);
  const lists = respectiveLists(text, pieces.filter(isFigure));
  const shared = sharedSuffixes(text, pieces.filter(isFigure), lists, defined);
  const coal = mentionsStandardCoal(text);
  let index = -1;
  return pieces.flatMap((piece) => {
    if (!isFigure(piece)) return [draftOther(piece)];
    index += 1;
    const own = boundOf(text, piece, before.get(piece), defined);
    const behind = own.bound === 'stated' ? shared.get(piece) : undefined;
    const bound = behind === undefined ? own : { bound: behind };
    if (piece.article && bound.bound === 'stated') return [];
    const named = (piece.dimension.startsWith('money') && per.get(piece)) || [];
    const measured = {
      dimension: piece.dimension,
      unit: piece.unit,
      ...(named.length === 0 ? {} : { per: named }),
      ...bound,
      ...lists.get(index),
    };
    const short = coal && isInTons(measured) ? ({ mayMeanStandardCoal: true } as const) : {};
    const each = isUnitAfterEach(readable, piece) ? ({ each: true } as const) : {};
    const make = (place: TokenPlace): Token =>
      piece.kind === 'number'
        ? { kind: 'number', ...place, value: piece.value, ...measured, ...each, ...short }
        : {
            kind: 'range',
            ...place,
            from: piece.from,
            to: piece.to,
            ...endBounds(text, piece),
            ...measured,
            ...short,
          };
    return [{ span: piece, make }];
  });
}

function placed(normalized: NormalizedText, { span, make }: Draft): Token {
  const { start, end } = sourceSpan(normalized, span.start, span.end);
  return make({ start, end, text: normalized.source.slice(start, end) });
}

/**
 * Reads a passage of legal prose into the tokens that its rules must account for, in the order of the text. List markers,
 * titles in 《》, protected words, ordinals and document numbers are masked first, and every other digit is in a token.
 * Never throws. Linear in the length of the passage.
 */
export function tokenize(text: string, options: TokenizeOptions): Token[] {
  const normalized = normalize(text);
  const readable = setAside(normalized, options);
  const words = findKeywords(readable);
  const numeric = mask(readable, words);
  const drafts = [
    ...words.map(draftWord),
    ...draftExpressions(numeric, readable, options.bounds),
    ...findModalities(numeric).map(draftWord),
  ];
  drafts.sort((a, b) => a.span.start - b.span.start);
  return drafts.map((draft) => placed(normalized, draft));
}
