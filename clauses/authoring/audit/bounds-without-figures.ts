import { protectedSpans } from '../../text/masked-spans.ts';
import { normalizedForm, normalizedSpan } from '../../text/normalize.ts';
import type { Claimant } from '../compile/scope/claims.ts';
import { type Finding, finding } from '../issues/finding.ts';
import type { AuditContext } from './context.ts';
import { isFigure, type MarkedPassage, placeOf, ruleNote } from './marked-passage.ts';

/** A level in words: 省级以上, 规模以上, 较大及以上. 按以上各项 refers back in the text and is no level. */
const LEVEL = /\p{Script=Han}(?![按照对据在])\p{Script=Han}[及或]?以[上下内外]/gu;
/** A comparison with something that is no number: 不低于全市平均水平. */
const COMPARISON = /不?(?:得|能|应)?(?:低于|高于|少于|多于|小于|大于|超过)/g;

/** Checks that the words of a rule (its questions, quotations or indicator) contain every level and comparison without a figure. */
export function checkBoundsWithoutFigures({ passages, protectedWords }: AuditContext): Finding[] {
  return passages.flatMap((passage) =>
    [...levelsOf(passage, protectedWords), ...comparisonsOf(passage)]
      .filter((text) => !passage.claimants.some((claimant) => isExplained(text, claimant)))
      .map((text) => finding('textNotInRule', placeOf(passage), { text }, passage.claimants.map(ruleNote))),
  );
}

/** Whether a piece of the passage contains a level or comparison without a figure. */
export function containsBoundWithoutFigure({ normalized }: MarkedPassage, piece: string): boolean {
  return normalized.text.includes(piece) && (piece.search(LEVEL) >= 0 || piece.search(COMPARISON) >= 0);
}

function isExplained(words: string, { claims, unused }: Claimant): boolean {
  return (
    claims.some((claim) => claim.kind === 'quote' && normalizedForm(claim.text).includes(words)) ||
    unused.some(({ text }) => normalizedForm(text).includes(words))
  );
}

/** 市级以上 is a level. In 500万元以上 the word bounds a figure, and 地级以上市 is a protected word. */
function levelsOf(passage: MarkedPassage, protectedWords: readonly string[]): string[] {
  const names = protectedSpans(passage.normalized.text, protectedWords);
  const ends = passage.tokens.filter(isFigure).map((token) => normalizedSpan(passage.normalized, token).end);
  return [...passage.normalized.text.matchAll(LEVEL)]
    .filter(({ 0: found, index }) => !ends.some((end) => end > index && end <= index + found.length))
    .filter(({ index }) => !names.some(({ start, end }) => start <= index && index < end))
    .map(([found]) => found);
}

/** The comparisons that no figure follows in the same part of the sentence. */
function comparisonsOf(passage: MarkedPassage): string[] {
  const { text } = passage.normalized;
  const starts = passage.tokens
    .filter(isFigure)
    .map((token) => normalizedSpan(passage.normalized, token).start);
  return [...text.matchAll(COMPARISON)]
    .filter(({ 0: found, index }) => {
      const [part = ''] = text.slice(index + found.length).split(/[,。;:]/);
      return !starts.some((start) => start >= index && start <= index + found.length + part.length);
    })
    .map(([found]) => found);
}
