import type { MarkedBody, Mark as MarkOfBody, Passage, TablePlace } from '../../../clauses/authoring.ts';
import type { Block, Inline, MarkNode, Table } from './body-tree.ts';
import { blocksText, inlineText } from './plain-text.ts';

/** The marked passages of a body and what stands between them, as the audit of text against rules wants them. */
export function markedBody(blocks: readonly Block[], anchors: readonly string[]): MarkedBody {
  const marks: MarkOfBody[] = [];
  const unmarked: Passage[] = [];
  for (const line of linesOf(blocks)) collect(line, marks, unmarked);
  return { text: blocksText(blocks), marks, unmarked, anchors };
}

/** A line of text, and where in a table it stands. */
interface Line {
  readonly children: readonly Inline[];
  readonly table?: TablePlace;
}

/** The lines of text of every block that belongs to the text, in order. */
function linesOf(blocks: readonly Block[]): readonly Line[] {
  return blocks.flatMap((block, index) => linesOfBlock(block, blocks[index - 1]));
}

function linesOfBlock(block: Block, above: Block | undefined): readonly Line[] {
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

function linesOfTable({ rows }: Table, unit: string | undefined): readonly Line[] {
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

/** 单位：万元 in a paragraph of its own; in `<Plain>` it says that the table is no rule. */
function unitAbove(block: Block | undefined): string | undefined {
  if (block?.type === 'box') return unitAbove(block.blocks.at(-1));
  if (block?.type !== 'paragraph') return undefined;
  if (block.children.some((child) => child.type === 'mark' && child.kind === 'Plain')) return undefined;
  return /^[（(]?单位[：:](.{1,12}?)[)）]?$/.exec(inlineText(block.children).replace(/\s/g, ''))?.[1];
}

/** Walks one block: passages outside all marks are cut where a mark begins and ends. */
function collect({ children: line, table }: Line, marks: MarkOfBody[], unmarked: Passage[]): void {
  let before = '';
  let run: { text: string; offset: number; blockStart: boolean } | undefined;
  const close = (): void => {
    if (run !== undefined && run.text.trim() !== '')
      unmarked.push({ ...run, ...(table === undefined ? {} : { table }) });
    run = undefined;
  };
  const add = (text: string, offset: number, inMark: boolean): void => {
    if (!inMark) {
      run ??= { text: '', offset, blockStart: before.trim() === '' };
      run.text += text;
    }
    before += text;
  };
  const walk = (nodes: readonly Inline[], inMark: boolean): void => {
    for (const node of nodes) {
      if (node.type === 'text') add(node.value, node.offset, inMark);
      else if (node.type === 'break') add('\n', run?.offset ?? 0, inMark);
      else if (node.type === 'mark') {
        close();
        marks.push({ ...markOf(node, before), ...(table === undefined ? {} : { cell: true, table }) });
        walk(node.children, true);
      } else {
        if (node.type === 'private') marks.push(privateMark(node.children, before));
        walk(node.children, inMark);
      }
    }
  };
  walk(line, false);
  close();
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
