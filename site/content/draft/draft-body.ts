import type { GuessedFrontMatter } from './guess-front-matter.ts';
import { DOCUMENT_NUMBER, NUMBERED_LINE } from './guess-titles.ts';
import { halfWidth } from './half-width.ts';

/** A sentence with figures, which the author has to review. */
export interface SentenceWithFigures {
  readonly sentence: string;
  readonly figures: readonly string[];
  /** Whether one of the figures is an amount, a percentage or a ratio. Such sentences are marked as pending. */
  readonly isMoney: boolean;
}

/** The body of a policy file in the author's syntax. */
export interface DraftedBody {
  readonly text: string;
  /** The sentences with figures, in the order of the text. */
  readonly found: readonly SentenceWithFigures[];
}

/**
 * Turns the lines of a text into blocks: titles, headings, tables, signatures, and paragraphs in which sentences with an
 * amount are marked as pending.
 */
export function draftBody(lines: readonly string[], guessed: GuessedFrontMatter): DraftedBody {
  const found: SentenceWithFigures[] = [];
  const blocks: string[] = [];
  for (let at = 0; at < lines.length; ) {
    const next = block(lines, at, guessed, found);
    blocks.push(next.text);
    at = next.end;
  }
  return { text: blocks.join('\n\n'), found };
}

/** The block that begins at a line; `end` is the line after it. */
interface DraftedBlock {
  readonly text: string;
  readonly end: number;
}

function block(
  lines: readonly string[],
  at: number,
  guessed: GuessedFrontMatter,
  found: SentenceWithFigures[],
): DraftedBlock {
  const line = lines[at] ?? '';
  const title = guessed.titles.find(({ start }) => start === at);
  if (title !== undefined) return { text: `# ${escaped(title.text)}`, end: title.end };
  const signature = guessed.signatures.find(({ start }) => start === at);
  if (signature !== undefined)
    return { text: box('Right', lines.slice(signature.start, signature.end)), end: signature.end };
  const rows = rowsAt(lines, at);
  if (rows.length > 1)
    return { text: table(rows, lines.slice(Math.max(0, at - 2), at), found), end: at + rows.length };
  return { text: single(line, at, found), end: at + 1 };
}

function single(line: string, at: number, found: SentenceWithFigures[]): string {
  if (DOCUMENT_NUMBER.test(halfWidth(line).replace(/\s/g, ''))) return box('Center', [line]);
  if (at === 0 && /^\S{4,30}文件$/.test(line)) return box('Letterhead', [line]);
  if (/^第\S{1,5}章/.test(line) && isShort(line)) return `## ${escaped(line)}`;
  if (/^第\S{1,5}节/.test(line) && isShort(line)) return `### ${escaped(line)}`;
  if (/^[一二三四五六七八九十]+、/.test(line) && isShort(line)) return `## ${escaped(line)}`;
  return marked(line, found);
}

function isShort(line: string): boolean {
  return line.length <= 42 && !/[。；]$/.test(line);
}

function box(kind: 'Letterhead' | 'Center' | 'Right', lines: readonly string[]): string {
  return [`<${kind}>`, ...lines.map(escaped), `</${kind}>`].join('\n\n');
}

/** The rows of the table that begins at a line. Its cells are separated by tabs or vertical bars. */
function rowsAt(lines: readonly string[], at: number): readonly (readonly string[])[] {
  let end = at;
  while (end < lines.length && cells(lines[end] ?? '').length > 1) end += 1;
  return lines.slice(at, end).map(cells);
}

function cells(line: string): readonly string[] {
  const inner = line.replace(/^[|｜](.*)[|｜]$/, '$1');
  return inner.split(line.includes('\t') ? '\t' : /[|｜]/).map((cell) => cell.trim());
}

/** A table whose first row is its header. The line below the header of a Markdown table is not a row. */
function table(
  rows: readonly (readonly string[])[],
  above: readonly string[],
  found: SentenceWithFigures[],
): string {
  const [before = ''] = above.filter((line) => !/^[（(]?单位[:：]/.test(line)).slice(-1);
  const label = /^.{2,30}表$/.test(before) ? ` label="${before.replaceAll('"', '')}"` : '';
  const contentRows = rows.filter((row) => !row.every((cell) => /^:?-{2,}:?$/.test(cell)));
  const lines = contentRows.flatMap((row, index) => [
    '<Row>',
    ...row.map((cell) => `<Cell${index === 0 ? ' header' : ''}>${marked(cell, found)}</Cell>`),
    '</Row>',
  ]);
  return [`<Table${label}>`, ...lines, '</Table>'].join('\n');
}

const AMOUNT =
  /\d[\d.,]{0,30}\s*(?:[百千万亿]*元|[百千]?[万亿](?=人民币|[，。；、）)]|$)|[%％‰]|个百分点)|(?<![第百千万亿])[一二两三四五六七八九十][零一二三四五六七八九十百千]{0,15}[万亿]元|[零万亿]{0,15}[壹贰叁肆伍陆柒捌玖拾佰仟][壹贰叁肆伍陆柒捌玖拾佰仟零万亿]{0,15}[元圆]|百分之[零一二三四五六七八九十百]+|(?<![\d:：])\d+(?:\.\d+)?[:：∶]\d+(?:\.\d+)?(?![\d:：])/u;
const BOUND =
  /(?<![\d第])\d[\d.,]{0,30}\s*(?:个?工作日|个月|(?<!\d{4}\s*)年|周年|天|(?<!月\d{1,2})日|平方米|亩|吨|(?:个(?!百分点)|[家台套场件人项次倍]))(?:以?内|以上|以下|以前|前)?|(?<!第)[一二两三四五六七八九十]{1,3}(?:年内|年以[上内]|个月|个工作日|倍)/u;
const FIGURE = new RegExp(`${AMOUNT.source}|${BOUND.source}`, 'gu');

/**
 * A paragraph in which sentences with an amount are marked as pending, adjacent sentences in one mark. The number of the
 * paragraph is outside the mark. Adds every sentence with figures to `found`.
 */
function marked(line: string, found: SentenceWithFigures[]): string {
  const head = numberOf(line);
  const sentences = line.slice(head.length).match(/[^。；;]+[。；;]?/gu) ?? [];
  const runs: { isMoney: boolean; text: string }[] = [];
  for (const sentence of sentences) {
    const figures = (halfWidth(sentence).match(FIGURE) ?? []).map((each) => each.replace(/\s/g, ''));
    const isMoney = figures.some((figure) => AMOUNT.test(figure));
    if (figures.length > 0) found.push({ sentence, figures: [...new Set(figures)], isMoney });
    const last = runs.at(-1);
    if (last?.isMoney === isMoney) last.text += sentence;
    else runs.push({ isMoney, text: sentence });
  }
  const body = runs.map(({ isMoney, text }) =>
    isMoney ? pending(escapedInline(text)) : escapedInline(text),
  );
  return atLineStart(escapedInline(head) + body.join(''));
}

function pending(text: string): string {
  return `<Plain reason="待核">${text}</Plain>`;
}

/** The number at the start of a paragraph (第二条, （一）, 1.) with the white space after it; empty without a number. */
function numberOf(line: string): string {
  if (!NUMBERED_LINE.test(line)) return '';
  return (
    /^(?:第[零〇一二三四五六七八九十百\d]+条|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[.、](?!\d))\s*/u.exec(
      line,
    )?.[0] ?? ''
  );
}

/** A line in which the characters that are markup in Markdown are escaped. */
function escaped(line: string): string {
  return atLineStart(escapedInline(line));
}

function escapedInline(text: string): string {
  return text.replace(/[\\`*_<{]/g, '\\$&');
}

function atLineStart(line: string): string {
  return line.replace(/^(\d+)([.)])(?!\d)/, '$1\\$2').replace(/^([-+#>])/, '\\$1');
}
