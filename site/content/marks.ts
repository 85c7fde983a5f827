import type { MarkedBody, Mark as MarkOfBody, Passage } from '../../clauses/authoring.ts';
import { blocksText, inlineText } from './text.ts';
import type { Block, Inline, Mark } from './tree.ts';

/** The marked passages of a body and what stands between them, as the audit of text against rules wants them. */
export function markedBody(blocks: readonly Block[], anchors: readonly string[]): MarkedBody {
  const marks: MarkOfBody[] = [];
  const unmarked: Passage[] = [];
  for (const line of linesOf(blocks)) collect(line, marks, unmarked);
  return { text: blocksText(blocks), marks, unmarked, anchors };
}

/** A line of text, and whether it stands in the cell of a table. */
interface Line {
  readonly children: readonly Inline[];
  readonly cell: boolean;
}

/** The lines of text of every block that belongs to the text, in order. */
function linesOf(blocks: readonly Block[], cell = false): readonly Line[] {
  return blocks.flatMap((block) => linesOfBlock(block, cell));
}

function linesOfBlock(block: Block, cell: boolean): readonly Line[] {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return [{ children: block.children, cell }];
    case 'box':
      return block.kind === 'Note' ? [] : linesOf(block.blocks, cell);
    case 'table':
      return block.rows.flat().flatMap(({ blocks }) => linesOf(blocks, true));
    case 'missingHeading':
      return [];
  }
}

/** Walks one block: passages outside all marks are cut where a mark begins and ends. */
function collect({ children: line, cell }: Line, marks: MarkOfBody[], unmarked: Passage[]): void {
  let before = '';
  let run: { text: string; offset: number; blockStart: boolean } | undefined;
  const close = (): void => {
    if (run !== undefined && run.text.trim() !== '') unmarked.push(run);
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
        marks.push({ ...markOf(node, before), ...(cell ? { cell } : {}) });
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

function markOf(mark: Mark, before: string): MarkOfBody {
  const { kind, ids, offset, reason, children } = mark;
  const found = { kind, ids, offset, text: inlineText(children), blockStart: before.trim() === '' };
  return reason === undefined ? found : { ...found, reason };
}

function privateMark(children: readonly Inline[], before: string): MarkOfBody {
  const offset = children.find((child) => child.type === 'text')?.offset ?? 0;
  return { kind: 'Private', ids: [], text: inlineText(children), offset, blockStart: before.trim() === '' };
}
