import { protectedSpans } from '../../text/aside.ts';
import { comparedForm, squeezedSpan } from '../../text/normalize.ts';
import type { Claimant } from '../compile/scope/claims.ts';
import { type Finding, finding } from '../issues/finding.ts';
import { claimantNote, isFigure, type Line, placeOf } from './lines.ts';

/** Levels that are told without a number: 省级以上, 规模以上, 较大及以上; 按以上各项 points back in the text. */
const LEVEL = /\p{Script=Han}(?![按照对据在])\p{Script=Han}[及或]?以[上下内外]/gu;
/** Comparisons with something that is no number: 不低于全市平均水平. */
const COMPARISON = /不?(?:得|能|应)?(?:低于|高于|少于|多于|小于|大于|超过)/g;

/** Levels and comparisons without a figure stand in the words of a rule: in its questions, quotations or indicator. */
export function checkLevels(lines: readonly Line[], words: readonly string[]): Finding[] {
  return lines.flatMap((line) =>
    [...levelsOf(line, words), ...comparisonsOf(line)]
      .filter((text) => !line.claimants.some((claimant) => isTold(claimant, text)))
      .map((text) => finding('textNotInRule', placeOf(line), { text }, line.claimants.map(claimantNote))),
  );
}

/** Whether a piece of the text tells a level or compares, without a figure. */
export function tellsLevel({ squeezed }: Line, piece: string): boolean {
  return squeezed.text.includes(piece) && (piece.search(LEVEL) >= 0 || piece.search(COMPARISON) >= 0);
}

function isTold({ claims, unused }: Claimant, told: string): boolean {
  return (
    claims.some((claim) => claim.kind === 'quote' && comparedForm(claim.text).includes(told)) ||
    unused.some(({ text }) => comparedForm(text).includes(told))
  );
}

/** 500万元以上 is the bound of its figure, 地级以上市 a protected word; 市级以上 is a level. */
function levelsOf(line: Line, words: readonly string[]): string[] {
  const names = protectedSpans(line.squeezed.text, words);
  const ends = line.tokens.filter(isFigure).map((token) => squeezedSpan(line.squeezed, token).end);
  return [...line.squeezed.text.matchAll(LEVEL)]
    .filter(({ 0: found, index }) => !ends.some((end) => end > index && end <= index + found.length))
    .filter(({ index }) => !names.some(({ start, end }) => start <= index && index < end))
    .map(([found]) => found);
}

/** A comparison looks forward to a figure in its part of the sentence. */
function comparisonsOf(line: Line): string[] {
  const { text } = line.squeezed;
  const starts = line.tokens.filter(isFigure).map((token) => squeezedSpan(line.squeezed, token).start);
  return [...text.matchAll(COMPARISON)]
    .filter(({ 0: found, index }) => {
      const [part = ''] = text.slice(index + found.length).split(/[,。;:]/);
      return !starts.some((start) => start >= index && start <= index + found.length + part.length);
    })
    .map(([found]) => found);
}
