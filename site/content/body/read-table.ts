import { type BodyReader, offsetOf, refuseMarkup } from './body-reader.ts';
import type { Cell, Paragraph, Table } from './body-tree.ts';
import { componentNamed } from './components.ts';
import { type Attributes, readAttributes } from './read-attributes.ts';
import { readInlines, readParagraph } from './read-inlines.ts';
import type { JsxElement, SyntaxNode } from './syntax-tree.ts';

/** Reads a table: rows of cells, in the order of the source. */
export function readTable(reading: BodyReader, node: JsxElement, attributes: Attributes): Table {
  const label = attributes.get('label');
  const rows = elementsOf(reading, node, 'Table', 'Row').map((row) => readRow(reading, row));
  if (node.children.length === 0)
    refuseMarkup(reading, 'contentNotAllowed', offsetOf(node), { name: 'Table', inside: ' <Row>' });
  return { type: 'table', rows, ...(label === undefined ? {} : { label }) };
}

function readRow(reading: BodyReader, node: JsxElement): readonly Cell[] {
  readKnownAttributes(reading, 'Row', node);
  return elementsOf(reading, node, 'Row', 'Cell').map((cell) => readCell(reading, cell));
}

function readKnownAttributes(reading: BodyReader, name: 'Row' | 'Cell', node: JsxElement): Attributes {
  const kind = componentNamed(name);
  return kind === undefined ? new Map() : readAttributes(reading, name, kind, node);
}

/** The children of a part of a table, which may be nothing but `only`. Whatever else stands there is refused. */
function elementsOf(
  reading: BodyReader,
  node: JsxElement,
  name: string,
  only: string,
): readonly JsxElement[] {
  return flattened(node.children).flatMap((child) => {
    if (child.type === 'text' && child.value.trim() === '') return [];
    const isElement = child.type === 'mdxJsxFlowElement' || child.type === 'mdxJsxTextElement';
    if (isElement && child.name === only) return [child];
    refuseMarkup(reading, 'contentNotAllowed', offsetOf(child), { name, inside: ` <${only}>` });
    return [];
  });
}

/** Elements on one line stand in a paragraph of the syntax tree. */
function flattened(children: readonly SyntaxNode[]): readonly SyntaxNode[] {
  return children.flatMap((child) => (child.type === 'paragraph' ? child.children : [child]));
}

function readCell(reading: BodyReader, node: JsxElement): Cell {
  const attributes = readKnownAttributes(reading, 'Cell', node);
  return {
    header: attributes.has('header'),
    colspan: Number(attributes.get('colspan') ?? 1),
    rowspan: Number(attributes.get('rowspan') ?? 1),
    offset: offsetOf(node),
    blocks: cellContent(reading, node),
  };
}

function cellContent(reading: BodyReader, node: JsxElement): readonly Paragraph[] {
  if (node.type === 'mdxJsxFlowElement')
    return node.children.flatMap((child) => cellParagraph(reading, child));
  const children = readInlines(reading, node.children);
  return children.length === 0 ? [] : [{ type: 'paragraph', offset: offsetOf(node), children }];
}

function cellParagraph(reading: BodyReader, child: SyntaxNode): readonly Paragraph[] {
  if (child.type === 'paragraph') return [readParagraph(reading, child)];
  refuseMarkup(reading, 'contentNotAllowed', offsetOf(child), { name: 'Cell', inside: '文字' });
  return [];
}
