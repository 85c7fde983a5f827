import { toHtml } from 'hast-util-to-html';
import type { MarkedBody } from '../../../clauses/authoring.ts';
import { type FileRefusal, refusal } from '../source/refusals.ts';
import { type Article, articleNames, articlesOf } from './articles.ts';
import { blockElement, type RenderingContext } from './block-html.ts';
import { refuseBody } from './body-guard.ts';
import type { BodyReader } from './body-reader.ts';
import type { Block } from './body-tree.ts';
import { markedBody } from './marked-body.ts';
import { type NumberedBlock, numberBlocks } from './numbering.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { blocksText, inlineText, joinLines } from './plain-text.ts';
import { readBlocks } from './read-blocks.ts';

/** One block of the page, so that notes can stand beside it. */
export interface PageBlock {
  readonly html: string;
  readonly kind: Block['type'];
  readonly anchor?: string;
  /** Local names of the clauses whose first mark stands in this block, in order. */
  readonly clauses: readonly string[];
  /** The same for targets. */
  readonly targets: readonly string[];
}

/** One line of the table of contents. */
export interface ContentsEntry {
  readonly anchor: string;
  /** 1 for a title, 2 for 一、, 3 for （一）, and so on. */
  readonly level: number;
  readonly text: string;
  /** The heading is lost in the source; `text` is the editors'. */
  readonly missing?: true;
}

/** The body of a policy: what is shown, what is compared, what the audit reads. */
export interface Body {
  readonly blocks: readonly PageBlock[];
  readonly contents: readonly ContentsEntry[];
  readonly articles: readonly Article[];
  /** Every character of the source, one line for each block. */
  readonly text: string;
  /** The same without `<Private>` passages. */
  readonly publicText: string;
  readonly marked: MarkedBody;
}

/** Reads the body of a policy. Offsets of refusals count from the start of the body; with any, there is no body. */
export function readBody(source: string): ReadBody {
  const guarded = refuseBody(source);
  if (guarded.length > 0) return { refusals: guarded };
  try {
    return readGuarded(source);
  } catch (error) {
    // A tree so deep that walking it exhausts the stack.
    if (error instanceof RangeError) return { refusals: [refusal('bodyTooDeep', 0, {})] };
    throw error;
  }
}

/** A body as far as it could be read: with any refusal there is none. */
export interface ReadBody {
  readonly body?: Body;
  readonly refusals: readonly FileRefusal[];
}

function readGuarded(source: string): ReadBody {
  const { tree, refusals } = parseMarkdown(source);
  if (tree === undefined) return { refusals };
  const reading: BodyReader = { body: source, refusals: [...refusals] };
  const blocks = readBlocks(reading, tree.children);
  const places = numberBlocks(blocks);
  reading.refusals.push(...takenAnchors(blocks, places));
  if (reading.refusals.length > 0) return { refusals: reading.refusals };
  return { body: bodyOf(blocks, places), refusals: [] };
}

function bodyOf(blocks: readonly Block[], places: readonly NumberedBlock[]): Body {
  const anchors = new Map<Block, string>(places.map(({ block, anchor }) => [block, anchor]));
  const articles = articlesOf(places);
  return {
    blocks: pageBlocks(blocks, anchors),
    contents: places.flatMap((place) => contentsEntry(place) ?? []),
    articles,
    text: blocksText(blocks),
    publicText: blocksText(blocks, 'public'),
    marked: markedBody(blocks, [...articleNames(articles).keys()]),
  };
}

function pageBlocks(blocks: readonly Block[], anchors: ReadonlyMap<Block, string>): readonly PageBlock[] {
  const page: RenderingContext = { anchorOf: (block) => anchors.get(block), anchoredIds: new Set() };
  const seen = new Set<string>();
  return blocks.map((block) => {
    const html = toHtml(blockElement(block, page));
    const anchor = anchors.get(block);
    const first = (name: 'Clause' | 'Target'): string[] => firstSeen(markedBody([block], []), name, seen);
    const marks = { clauses: first('Clause'), targets: first('Target') };
    return { html, kind: block.type, ...(anchor === undefined ? {} : { anchor }), ...marks };
  });
}

function firstSeen({ marks }: MarkedBody, kind: 'Clause' | 'Target', seen: Set<string>): string[] {
  const ids = marks.filter((mark) => mark.kind === kind).flatMap((mark) => mark.ids);
  const found = [...new Set(ids)].filter((id) => !seen.has(id));
  for (const id of found) seen.add(id);
  return found;
}

/**
 * Headings, and paragraphs that begin with 一、, （一） or 1. with the sentence that serves as their heading; of an article
 * only 第五条 itself, where the text gives it a title.
 */
function contentsEntry({
  block,
  anchor,
  numbered,
  level,
  inArticle,
}: NumberedBlock): ContentsEntry | undefined {
  if (block.type === 'missingHeading') return { anchor, level: 2, text: block.label, missing: true };
  const text = joinLines(inlineText(block.children, 'public'));
  if (block.type === 'heading') return { anchor, level: numbered ? level + 1 : block.depth, text };
  if (!numbered) return undefined;
  if (inArticle) {
    const title = titleOfArticle.exec(text)?.[0];
    return title === undefined ? undefined : { anchor, level: level + 1, text: title };
  }
  return level <= 3 ? { anchor, level: level + 1, text: firstSentence(text) } : undefined;
}

/** 第四条 支持设备更新 where more follows; 第一条 为了…… and 第六条 ……的，不予支持： are no titles. */
const titleOfArticle = /^第[^条]+条\s*(?!为|本)[^。；：，\s]{2,24}(?=[。\s].)/u;

const longestEntry = 32;

/** The first sentence without its stop, shortened where it is long. */
function firstSentence(text: string): string {
  const sentence = text.slice(0, sentenceEnd(text)).trim();
  return sentence.length <= longestEntry ? sentence : `${sentence.slice(0, longestEntry - 1)}…`;
}

function sentenceEnd(text: string): number {
  const end = text.search(/[。；：]/);
  return end === -1 ? text.length : end;
}

/** Marks whose ids are anchors of paragraphs. */
function takenAnchors(blocks: readonly Block[], places: readonly NumberedBlock[]): readonly FileRefusal[] {
  const anchors = new Set(places.map(({ anchor }) => anchor));
  return markedBody(blocks, []).marks.flatMap(({ ids, offset }) =>
    ids.filter((id) => anchors.has(id)).map((id) => refusal('anchorTaken', offset, { id })),
  );
}
