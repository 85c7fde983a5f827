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
  const lines = text.split('\n');
  // The next visible character after each line end.
  const following: string[] = [];
  for (let next = '', index = lines.length - 1; index > 0; index -= 1) {
    next = lines[index]?.trimStart().at(0) ?? next;
    following[index] = next;
  }
  let joined = '';
  let before = '';
  for (const [index, line] of lines.entries()) {
    const after = following[index] ?? '';
    const isApart = before !== '' && after !== '' && !han.test(before) && !han.test(after);
    if (index > 0 && isApart) joined += ' ';
    const start = index > 0 ? blanksAtStart(line) : 0;
    const end = index < lines.length - 1 ? line.length - blanksAtEnd(line) : line.length;
    joined += line.slice(start, Math.max(start, end));
    before = line.trimEnd().at(-1) ?? before;
  }
  return joined;
}

const isBlank = (char: string | undefined): boolean => char === ' ' || char === '\t';

function blanksAtStart(line: string): number {
  let count = 0;
  while (isBlank(line[count])) count += 1;
  return count;
}

function blanksAtEnd(line: string): number {
  let count = 0;
  while (count < line.length && isBlank(line[line.length - 1 - count])) count += 1;
  return count;
}
