import { type BodyReader, offsetOf, refuseMarkup } from './body-reader.ts';
import type { Cell, Paragraph, Table } from './body-tree.ts';
import { componentNamed } from './components.ts';
import { type Attributes, readAttributes } from './read-attributes.ts';
import { readInlines, readParagraph } from './read-inlines.ts';
import type { JsxElement, SyntaxNode } from './syntax-tree.ts';

/** Reads a table with its rows and cells, in the order of the source. */
export function readTable(reader: BodyReader, node: JsxElement, attributes: Attributes): Table {
  const label = attributes.get('label');
  const rows = elementsOf(reader, node, 'Table', 'Row').map((row) => readRow(reader, row));
  if (node.children.length === 0)
    refuseMarkup(reader, 'contentNotAllowed', offsetOf(node), { name: 'Table', inside: ' <Row>' });
  return { type: 'table', rows, ...(label === undefined ? {} : { label }) };
}

function readRow(reader: BodyReader, node: JsxElement): readonly Cell[] {
  readKnownAttributes(reader, 'Row', node);
  return elementsOf(reader, node, 'Row', 'Cell').map((cell) => readCell(reader, cell));
}

function readKnownAttributes(reader: BodyReader, name: 'Row' | 'Cell', node: JsxElement): Attributes {
  const kind = componentNamed(name);
  return kind === undefined ? new Map() : readAttributes(reader, name, kind, node);
}

/** The child elements named `only` of a part of a table. All other content is refused. */
function elementsOf(reader: BodyReader, node: JsxElement, name: string, only: string): readonly JsxElement[] {
  return flattened(node.children).flatMap((child) => {
    if (child.type === 'text' && child.value.trim() === '') return [];
    const isElement = child.type === 'mdxJsxFlowElement' || child.type === 'mdxJsxTextElement';
    if (isElement && child.name === only) return [child];
    refuseMarkup(reader, 'contentNotAllowed', offsetOf(child), { name, inside: ` <${only}>` });
    return [];
  });
}

/** The nodes with paragraphs replaced by their children: Markdown wraps elements on one line in a paragraph. */
function flattened(children: readonly SyntaxNode[]): readonly SyntaxNode[] {
  return children.flatMap((child) => (child.type === 'paragraph' ? child.children : [child]));
}

function readCell(reader: BodyReader, node: JsxElement): Cell {
  const attributes = readKnownAttributes(reader, 'Cell', node);
  return {
    header: attributes.has('header'),
    colspan: Number(attributes.get('colspan') ?? 1),
    rowspan: Number(attributes.get('rowspan') ?? 1),
    offset: offsetOf(node),
    blocks: cellContent(reader, node),
  };
}

function cellContent(reader: BodyReader, node: JsxElement): readonly Paragraph[] {
  if (node.type === 'mdxJsxFlowElement')
    return node.children.flatMap((child) => cellParagraph(reader, child));
  const children = readInlines(reader, node.children);
  return children.length === 0 ? [] : [{ type: 'paragraph', offset: offsetOf(node), children }];
}

function cellParagraph(reader: BodyReader, child: SyntaxNode): readonly Paragraph[] {
  if (child.type === 'paragraph') return [readParagraph(reader, child)];
  refuseMarkup(reader, 'contentNotAllowed', offsetOf(child), { name: 'Cell', inside: '文字' });
  return [];
}
