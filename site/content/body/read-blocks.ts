import { type BodyReader, offsetOf, refuseMarkup } from './body-reader.ts';
import type { Block, Box, Heading } from './body-tree.ts';
import { type ComponentKind, componentNamed } from './components.ts';
import { type Attributes, readAttributes } from './read-attributes.ts';
import { componentPlaces, readInlines, readParagraph } from './read-inlines.ts';
import { readTable } from './read-table.ts';
import type { FlowNode, FlowNodeOf, InlineNode, JsxElement } from './syntax-tree.ts';
import { unknownComponent } from './unknown-component.ts';

/** Reads nodes on lines of their own. `inside` is the name of the component around them. Refused nodes are left out. */
export function readBlocks(
  reader: BodyReader,
  nodes: readonly FlowNode[],
  inside?: string,
): readonly Block[] {
  return nodes.flatMap((node) => readBlock(reader, node, inside));
}

function readBlock(reader: BodyReader, node: FlowNode, inside: string | undefined): readonly Block[] {
  switch (node.type) {
    case 'paragraph':
      return readParagraphBlock(reader, node, inside);
    case 'heading':
      return readHeading(reader, node);
    case 'mdxJsxFlowElement':
      return readComponent(reader, node, inside);
    default:
      refuseBlock(reader, node);
      return [];
  }
}

/** Refuses a node that Markdown or MDX allow and a policy does not. */
function refuseBlock(reader: BodyReader, node: FlowNode): void {
  const at = offsetOf(node);
  switch (node.type) {
    case 'list': {
      const marker = /^(?:\d+[.)]|[-*+])/.exec(reader.body.slice(at))?.[0] ?? '-';
      return refuseMarkup(reader, 'generatedList', at, { marker });
    }
    case 'blockquote':
      return refuseMarkup(reader, 'quote', at, {});
    case 'thematicBreak':
      return refuseMarkup(reader, 'ruleLine', at, {});
    case 'code':
      return refuseMarkup(reader, 'codeBlock', at, {});
    case 'definition':
      return refuseMarkup(reader, 'definition', at, {});
    case 'mdxjsEsm':
      return refuseMarkup(reader, 'esm', at, {
        word: reader.body.startsWith('export', at) ? 'export' : 'import',
      });
    case 'mdxFlowExpression':
      return refuseMarkup(reader, node.value.startsWith('/*') ? 'comment' : 'expression', at, {});
    default:
      return refuseMarkup(reader, 'markdownSyntax', at, {});
  }
}

function readHeading(reader: BodyReader, node: FlowNodeOf<'heading'>): readonly Heading[] {
  const at = offsetOf(node);
  if (reader.body.charAt(at) !== '#') {
    refuseMarkup(reader, 'underlinedHeading', at, {});
    return [];
  }
  if (node.depth === 6) refuseMarkup(reader, 'headingTooDeep', at, {});
  const children = readInlines(reader, node.children);
  return [{ type: 'heading', depth: node.depth, offset: at, children }];
}

function readParagraphBlock(
  reader: BodyReader,
  node: FlowNodeOf<'paragraph'>,
  inside: string | undefined,
): readonly Block[] {
  const alone = componentsOf(node.children);
  if (alone !== undefined) return alone.flatMap((element) => readComponent(reader, element, inside));
  if (isPastedTable(reader.body.slice(offsetOf(node), node.position?.end.offset)))
    refuseMarkup(reader, 'pastedTable', offsetOf(node), {});
  return [readParagraph(reader, node)];
}

/** Whether a paragraph looks like a table from Word (tabs) or Markdown (vertical bars): at least two such lines. */
function isPastedTable(paragraph: string): boolean {
  const rows = paragraph.split('\n').filter((line) => /\S\t+\S|^[|｜].*[|｜]$/.test(line.trim()));
  return rows.length > 1;
}

/**
 * The block components of a paragraph that contains nothing else; otherwise nothing. Markdown parses
 * `<Center>文</Center>` in one line as a paragraph.
 */
function componentsOf(children: readonly InlineNode[]): readonly JsxElement[] | undefined {
  const elements: JsxElement[] = [];
  for (const child of children) {
    if (child.type === 'text' && child.value.trim() === '') continue;
    if (child.type !== 'mdxJsxTextElement' || !isBlockName(child.name ?? '')) return undefined;
    elements.push(child);
  }
  return elements.length === 0 ? undefined : elements;
}

function isBlockName(name: string): boolean {
  const level = componentNamed(name)?.level;
  return level !== undefined && level !== 'inline';
}

function readComponent(reader: BodyReader, node: JsxElement, inside: string | undefined): readonly Block[] {
  const name = node.name ?? '';
  const at = offsetOf(node);
  const kind = componentNamed(name);
  if (kind === undefined) reader.refusals.push(unknownComponent(name, at));
  else if (kind.level === 'inline') refuseMarkup(reader, 'markAcrossBlocks', at, { name });
  else if (kind.level !== 'block')
    refuseMarkup(reader, 'misplacedComponent', at, { name, where: componentPlaces[kind.level] });
  else if (inside !== undefined)
    refuseMarkup(reader, 'contentNotAllowed', at, { name: inside, inside: '文字和标题' });
  else return readBlockComponent(reader, name, kind, node);
  return [];
}

function readBlockComponent(
  reader: BodyReader,
  name: string,
  kind: ComponentKind,
  node: JsxElement,
): readonly Block[] {
  const attributes = readAttributes(reader, name, kind, node);
  switch (name) {
    case 'Table':
      return [readTable(reader, node, attributes)];
    case 'MissingHeading':
      return [missingHeading(reader, node, attributes)];
    case 'Letterhead':
    case 'Center':
    case 'Right':
    case 'Note':
      return [{ type: 'box', kind: name, blocks: contentOf(reader, name, node) }];
    default:
      return [];
  }
}

function missingHeading(reader: BodyReader, node: JsxElement, attributes: Attributes): Block {
  if (node.children.length > 0) {
    refuseMarkup(reader, 'contentNotAllowed', offsetOf(node), {
      name: 'MissingHeading',
      inside: '属性 label：原文没有的文字不能写进正文',
    });
  }
  return { type: 'missingHeading', label: attributes.get('label') ?? '', offset: offsetOf(node) };
}

function contentOf(reader: BodyReader, name: string, node: JsxElement): Box['blocks'] {
  if (node.children.length === 0) refuseMarkup(reader, 'emptyMark', offsetOf(node), { name });
  if (node.type === 'mdxJsxFlowElement') return readBlocks(reader, node.children, name);
  const children = readInlines(reader, node.children);
  return [{ type: 'paragraph', offset: offsetOf(node), children }];
}
