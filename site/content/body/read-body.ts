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
import { blocksText } from './plain-text.ts';
import { readBlocks } from './read-blocks.ts';
import { type ContentsEntry, contentsEntry } from './table-of-contents.ts';

/** One block of the page. Blocks are separate so that the page can place notes beside them. */
export interface PageBlock {
  readonly html: string;
  readonly kind: Block['type'];
  readonly anchor?: string;
  /** Local names of the clauses whose first mark is in this block, in the order of the text. */
  readonly clauses: readonly string[];
  /** The same for targets. */
  readonly targets: readonly string[];
}

/** The body of a policy in the forms that pages, search and the audit need. */
export interface Body {
  readonly blocks: readonly PageBlock[];
  readonly contents: readonly ContentsEntry[];
  readonly articles: readonly Article[];
  /** Every character of the source, one line for each block. */
  readonly text: string;
  /** `text` without the `<Private>` passages. */
  readonly publicText: string;
  /** The input of the audit of text against rules. */
  readonly marked: MarkedBody;
}

/** The result of reading a body: either a body, or refusals with UTF-16 offsets in the body. */
export interface ReadBody {
  readonly body?: Body;
  readonly refusals: readonly FileRefusal[];
}

/** Reads the body of a policy. Reports all problems at once; never throws for what the source contains. */
export function readBody(source: string): ReadBody {
  const guarded = refuseBody(source);
  if (guarded.length > 0) return { refusals: guarded };
  try {
    return readGuarded(source);
  } catch (error) {
    // A RangeError means that the tree is so deep that walking it exhausts the stack.
    if (error instanceof RangeError) return { refusals: [refusal('bodyTooDeep', 0, {})] };
    throw error;
  }
}

function readGuarded(source: string): ReadBody {
  const { tree, refusals } = parseMarkdown(source);
  if (tree === undefined) return { refusals };
  const reader: BodyReader = { body: source, refusals: [...refusals] };
  const blocks = readBlocks(reader, tree.children);
  const numbered = numberBlocks(blocks);
  reader.refusals.push(...refuseTakenAnchors(blocks, numbered));
  if (reader.refusals.length > 0) return { refusals: reader.refusals };
  return { body: bodyOf(blocks, numbered), refusals: [] };
}

function bodyOf(blocks: readonly Block[], numbered: readonly NumberedBlock[]): Body {
  const anchors = new Map<Block, string>(numbered.map(({ block, anchor }) => [block, anchor]));
  const articles = articlesOf(numbered);
  return {
    blocks: pageBlocks(blocks, anchors),
    contents: numbered.flatMap((block) => contentsEntry(block) ?? []),
    articles,
    text: blocksText(blocks),
    publicText: blocksText(blocks, 'public'),
    marked: markedBody(blocks, [...articleNames(articles).keys()]),
  };
}

function pageBlocks(blocks: readonly Block[], anchors: ReadonlyMap<Block, string>): readonly PageBlock[] {
  const context: RenderingContext = { anchorOf: (block) => anchors.get(block), anchoredIds: new Set() };
  const seen = new Set<string>();
  return blocks.map((block) => {
    const html = toHtml(blockElement(block, context));
    const anchor = anchors.get(block);
    const { marks } = markedBody([block], []);
    const [clauses, targets] = [firstSeen(marks, 'Clause', seen), firstSeen(marks, 'Target', seen)];
    return { html, kind: block.type, ...(anchor === undefined ? {} : { anchor }), clauses, targets };
  });
}

/** The ids in marks of a kind that are not in `seen`, which they are added to. */
function firstSeen(marks: MarkedBody['marks'], kind: 'Clause' | 'Target', seen: Set<string>): string[] {
  const ids = marks.filter((mark) => mark.kind === kind).flatMap((mark) => mark.ids);
  const found = [...new Set(ids)].filter((id) => !seen.has(id));
  for (const id of found) seen.add(id);
  return found;
}

/** Refuses marks whose id is the anchor of a paragraph, because both are fragments of the page's address. */
function refuseTakenAnchors(
  blocks: readonly Block[],
  numbered: readonly NumberedBlock[],
): readonly FileRefusal[] {
  const anchors = new Set(numbered.map(({ anchor }) => anchor));
  return markedBody(blocks, []).marks.flatMap(({ ids, offset }) =>
    ids.filter((id) => anchors.has(id)).map((id) => refusal('anchorTaken', offset, { id })),
  );
}
