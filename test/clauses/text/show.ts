import { formatRational } from '../../../clauses/numbers/exact.ts';
import type { DatePoint } from '../../../clauses/text/dates.ts';
import { normalizedForm } from '../../../clauses/text/normalize.ts';
import type { MeasuredToken, RangeToken, Token } from '../../../clauses/text/token.ts';
import { tokenize } from '../../../clauses/text/tokens.ts';

/** The protected words that the passages of the five policies need. */
export const PROTECTED = [
  '两化',
  '二级节点',
  '一级财政',
  '第一大股东',
  '同一年度',
  '一事一议',
  '三旧',
  '工业4.0',
  '5G',
  'O2O',
  'ISO10012',
];

function showPoint({ year, month, day }: DatePoint): string {
  const parts = [year, month, day].map((part) => part?.toString().padStart(2, '0') ?? '?');
  return parts.join('-').replace(/(?:-\?)+$/, '');
}

function showMeasured({ dimension, bound, overruled, group, place }: MeasuredToken): string {
  const list = group === undefined ? '' : ` #${group}.${place}`;
  return `${dimension} ${bound}${overruled === undefined ? '' : ` not ${overruled}`}${list}`;
}

function showEnds({ from, to, fromBound, toBound }: RangeToken): string {
  const bound = (each: string | undefined): string => (each === undefined ? '' : `(${each})`);
  return `${formatRational(from)}${bound(fromBound)}..${formatRational(to)}${bound(toBound)}`;
}

function showWhat(token: Token): string {
  switch (token.kind) {
    case 'number':
      return `${formatRational(token.value)} ${showMeasured(token)}`;
    case 'range':
      return `${showEnds(token)} ${showMeasured(token)}`;
    case 'bare':
      return `bare ${formatRational(token.value)}`;
    case 'date':
      return `date ${showPoint(token.from)}${token.to === undefined ? '' : `..${showPoint(token.to)}`}`;
    case 'keyword':
      return token.word;
    case 'modality':
      return token.modality;
  }
}

/** One line for a token: its normalised text and its content. A list is `#group.place`. */
export function showToken(token: Token): string {
  return `${normalizedForm(token.text)} = ${showWhat(token)}`;
}

/** The tokens of a passage, one line each. */
export function read(text: string, protectedWords: readonly string[] = PROTECTED): string[] {
  return tokenize(text, { protectedWords }).map(showToken);
}

/** Parses a table of passages: a line is a passage, and the indented lines below it are its tokens in the form of `read`. */
export function table(source: string): { passage: string; tokens: string[] }[] {
  const rows: { passage: string; tokens: string[] }[] = [];
  for (const line of source.split('\n').filter((each) => each.trim() !== '')) {
    if (line.startsWith('  ')) rows.at(-1)?.tokens.push(line.trim());
    else rows.push({ passage: line, tokens: [] });
  }
  return rows;
}
