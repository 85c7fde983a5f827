import type { MarkedBody, Mark as MarkOfBody, Passage, TablePlace } from '../../../clauses/authoring.ts';
import type { Block, Inline, MarkNode, Table } from './body-tree.ts';
import { blocksText, inlineText } from './plain-text.ts';

/**
 * The input of the audit of text against rules: the marked passages of a body and the text outside all marks. `anchors`
 * are the names that authors may use for articles.
 */
export function markedBody(blocks: readonly Block[], anchors: readonly string[]): MarkedBody {
  const marks: MarkOfBody[] = [];
  const unmarked: Passage[] = [];
  for (const line of linesOf(blocks)) collect(line, marks, unmarked);
  return { text: blocksText(blocks), marks, unmarked, anchors };
}

/** A line of text with its position in a table, if it belongs to one. */
interface TextLine {
  readonly children: readonly Inline[];
  readonly table?: TablePlace;
}

/** The lines of every block that is part of the text, in order. */
function linesOf(blocks: readonly Block[]): readonly TextLine[] {
  return blocks.flatMap((block, index) => linesOfBlock(block, blocks[index - 1]));
}

function linesOfBlock(block: Block, above: Block | undefined): readonly TextLine[] {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return [{ children: block.children }];
    case 'box':
      return block.kind === 'Note' ? [] : linesOf(block.blocks);
    case 'table':
      return linesOfTable(block, unitAbove(above));
    case 'missingHeading':
      return [];
  }
}

function linesOfTable({ rows }: Table, unit: string | undefined): readonly TextLine[] {
  const [heads = []] = rows;
  const at = heads[0]?.offset ?? 0;
  const head = (column: number): string => blocksText(heads[column]?.blocks ?? []);
  return rows.flatMap((cells) =>
    cells.flatMap(({ blocks }, column) =>
      blocks.map(({ children }) => ({
        children,
        table: { at, column, head: head(column), ...(unit === undefined ? {} : { unit }) },
      })),
    ),
  );
}

/** The unit that a paragraph above a table states (单位：万元). Within `<Plain>` it is ignored: the table is not a rule. */
function unitAbove(block: Block | undefined): string | undefined {
  if (block?.type === 'box') return unitAbove(block.blocks.at(-1));
  if (block?.type !== 'paragraph') return undefined;
  if (block.children.some((child) => child.type === 'mark' && child.kind === 'Plain')) return undefined;
  return /^[（(]?单位[：:](.{1,12}?)[)）]?$/.exec(inlineText(block.children).replace(/\s/g, ''))?.[1];
}

/** Collects the marks of one line, and its unmarked passages, which end where a mark begins. */
function collect({ children: line, table }: TextLine, marks: MarkOfBody[], unmarked: Passage[]): void {
  let before = '';
  let passage: { text: string; offset: number; blockStart: boolean } | undefined;
  const endPassage = (): void => {
    if (passage !== undefined && passage.text.trim() !== '')
      unmarked.push({ ...passage, ...(table === undefined ? {} : { table }) });
    passage = undefined;
  };
  const add = (text: string, offset: number, inMark: boolean): void => {
    if (!inMark) {
      passage ??= { text: '', offset, blockStart: before.trim() === '' };
      passage.text += text;
    }
    before += text;
  };
  const walk = (nodes: readonly Inline[], inMark: boolean): void => {
    for (const node of nodes) {
      if (node.type === 'text') add(node.value, node.offset, inMark);
      else if (node.type === 'break') add('\n', passage?.offset ?? 0, inMark);
      else if (node.type === 'mark') {
        endPassage();
        marks.push({ ...markOf(node, before), ...(table === undefined ? {} : { cell: true, table }) });
        walk(node.children, true);
      } else {
        if (node.type === 'private') marks.push(privateMark(node.children, before));
        walk(node.children, inMark);
      }
    }
  };
  walk(line, false);
  endPassage();
}

function markOf(mark: MarkNode, before: string): MarkOfBody {
  const { kind, ids, offset, reason, children } = mark;
  const found = { kind, ids, offset, text: inlineText(children), blockStart: before.trim() === '' };
  return reason === undefined ? found : { ...found, reason };
}

function privateMark(children: readonly Inline[], before: string): MarkOfBody {
  const offset = children.find((child) => child.type === 'text')?.offset ?? 0;
  return { kind: 'Private', ids: [], text: inlineText(children), offset, blockStart: before.trim() === '' };
}
