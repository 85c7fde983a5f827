import type { Block, Inline } from './body-tree.ts';

/** `whole` is every character of the source; `public` omits the `<Private>` passages. */
export type TextExtent = 'whole' | 'public';

/** The text of nodes within a line, with line breaks as `\n`. */
export function inlineText(nodes: readonly Inline[], extent: TextExtent = 'whole'): string {
  return nodes.map((node) => pieceText(node, extent)).join('');
}

function pieceText(node: Inline, extent: TextExtent): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'break') return '\n';
  return node.type === 'private' && extent === 'public' ? '' : inlineText(node.children, extent);
}

/**
 * The text of blocks: one line for each block, tabs between the cells of a row. Notes and the labels of missing headings
 * are not part of it.
 */
export function blocksText(blocks: readonly Block[], extent: TextExtent = 'whole'): string {
  return blocks
    .map((block) => blockText(block, extent))
    .filter((text) => text !== '')
    .join('\n');
}

/** The text of one block, see {@link blocksText}. */
export function blockText(block: Block, extent: TextExtent = 'whole'): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return inlineText(block.children, extent);
    case 'box':
      return block.kind === 'Note' ? '' : blocksText(block.blocks, extent);
    case 'table':
      return block.rows
        .map((row) => row.map((cell) => blocksText(cell.blocks, extent)).join('\t'))
        .join('\n');
    case 'missingHeading':
      return '';
  }
}

const han = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’—…]/u;

/** Joins the lines of a paragraph: without a space beside a Chinese character, otherwise with one space. */
export function joinLines(text: string): string {
  return text.replace(/[ \t]*\n[ \t]*/g, (_, at: number) => {
    const before = text.slice(0, at).trimEnd().at(-1) ?? '';
    const after = text.slice(at).trimStart().at(0) ?? '';
    return before === '' || after === '' || han.test(before) || han.test(after) ? '' : ' ';
  });
}
