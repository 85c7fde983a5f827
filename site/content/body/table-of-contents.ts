import type { NumberedBlock } from './numbering.ts';
import { inlineText, joinLines } from './plain-text.ts';

/** One line of the table of contents. */
export interface ContentsEntry {
  readonly anchor: string;
  /** 1 for a title, 2 for 一、, 3 for （一）, and so on. */
  readonly level: number;
  readonly text: string;
  /** The source has lost the heading; `text` comes from the editors. */
  readonly missing?: true;
}

/**
 * The contents entry of a block, if it has one: headings, and paragraphs numbered 一、, （一） or 1. with their first
 * sentence. Within a regulation only 第五条 itself, where the text gives the article a title.
 */
export function contentsEntry(numbered: NumberedBlock): ContentsEntry | undefined {
  const { block, anchor, level, inArticle } = numbered;
  if (block.type === 'missingHeading') return { anchor, level: 2, text: block.label, missing: true };
  const text = joinLines(inlineText(block.children, 'public'));
  if (block.type === 'heading') return { anchor, level: numbered.numbered ? level + 1 : block.depth, text };
  if (!numbered.numbered) return undefined;
  if (inArticle) {
    const title = articleTitle.exec(text)?.[0];
    return title === undefined ? undefined : { anchor, level: level + 1, text: title };
  }
  return level <= 3 ? { anchor, level: level + 1, text: firstSentence(text) } : undefined;
}

/** 第四条 支持设备更新 where more text follows; 第一条 为了…… and 第六条 ……的，不予支持： are not titles. */
const articleTitle = /^第[^条]+条\s*(?!为|本)[^。；：，\s]{2,24}(?=[。\s].)/u;

/** The longest entry, in characters. */
const longestEntry = 32;

/** The first sentence without its punctuation mark, shortened to the longest entry. */
function firstSentence(text: string): string {
  const sentence = text.slice(0, sentenceEnd(text)).trim();
  return sentence.length <= longestEntry ? sentence : `${sentence.slice(0, longestEntry - 1)}…`;
}

function sentenceEnd(text: string): number {
  const end = text.search(/[。；：]/);
  return end === -1 ? text.length : end;
}
