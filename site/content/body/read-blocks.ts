import { type BodyReader, offsetOf, refuseMarkup } from './body-reader.ts';
import type { Block, Box, Heading } from './body-tree.ts';
import { type ComponentKind, componentNamed } from './components.ts';
import { type Attributes, readAttributes } from './read-attributes.ts';
import { componentPlaces, readInlines, readParagraph } from './read-inlines.ts';
import { readTable } from './read-table.ts';
import type { FlowNode, FlowNodeOf, InlineNode, JsxElement } from './syntax-tree.ts';
import { unknownComponent } from './unknown-component.ts';

/** Reads what stands on lines of its own. What is refused is left out. */
export function readBlocks(
  reading: BodyReader,
  nodes: readonly FlowNode[],
  inside?: string,
): readonly Block[] {
  return nodes.flatMap((node) => readBlock(reading, node, inside));
}

function readBlock(reading: BodyReader, node: FlowNode, inside: string | undefined): readonly Block[] {
  switch (node.type) {
    case 'paragraph':
      return readParagraphBlock(reading, node, inside);
    case 'heading':
      return readHeading(reading, node);
    case 'mdxJsxFlowElement':
      return readComponent(reading, node, inside);
    default:
      refuseBlock(reading, node);
      return [];
  }
}

/** Nodes that Markdown or MDX know and a policy does not. */
function refuseBlock(reading: BodyReader, node: FlowNode): void {
  const at = offsetOf(node);
  switch (node.type) {
    case 'list': {
      const marker = /^(?:\d+[.)]|[-*+])/.exec(reading.body.slice(at))?.[0] ?? '-';
      return refuseMarkup(reading, 'generatedList', at, { marker });
    }
    case 'blockquote':
      return refuseMarkup(reading, 'quote', at, {});
    case 'thematicBreak':
      return refuseMarkup(reading, 'ruleLine', at, {});
    case 'code':
      return refuseMarkup(reading, 'codeBlock', at, {});
    case 'definition':
      return refuseMarkup(reading, 'definition', at, {});
    case 'mdxjsEsm':
      return refuseMarkup(reading, 'esm', at, {
        word: reading.body.startsWith('export', at) ? 'export' : 'import',
      });
    case 'mdxFlowExpression':
      return refuseMarkup(reading, node.value.startsWith('/*') ? 'comment' : 'expression', at, {});
    default:
      return refuseMarkup(reading, 'markdownSyntax', at, {});
  }
}

function readHeading(reading: BodyReader, node: FlowNodeOf<'heading'>): readonly Heading[] {
  const at = offsetOf(node);
  if (reading.body.charAt(at) !== '#') {
    refuseMarkup(reading, 'underlinedHeading', at, {});
    return [];
  }
  if (node.depth === 6) refuseMarkup(reading, 'headingTooDeep', at, {});
  const children = readInlines(reading, node.children);
  return [{ type: 'heading', depth: node.depth, offset: at, children }];
}

function readParagraphBlock(
  reading: BodyReader,
  node: FlowNodeOf<'paragraph'>,
  inside: string | undefined,
): readonly Block[] {
  const alone = componentsOf(node.children);
  if (alone !== undefined) return alone.flatMap((element) => readComponent(reading, element, inside));
  if (isPastedTable(reading.body.slice(offsetOf(node), node.position?.end.offset)))
    refuseMarkup(reading, 'pastedTable', offsetOf(node), {});
  return [readParagraph(reading, node)];
}

/** Lines with tabs within them, or between upright strokes: a table of Word or of Markdown. */
function isPastedTable(paragraph: string): boolean {
  const rows = paragraph.split('\n').filter((line) => /\S\t+\S|^[|｜].*[|｜]$/.test(line.trim()));
  return rows.length > 1;
}

/** The block components of a paragraph that has nothing else: `<Center>文</Center>` in one line reads as a paragraph. */
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

function readComponent(reading: BodyReader, node: JsxElement, inside: string | undefined): readonly Block[] {
  const name = node.name ?? '';
  const at = offsetOf(node);
  const kind = componentNamed(name);
  if (kind === undefined) reading.refusals.push(unknownComponent(name, at));
  else if (kind.level === 'inline') refuseMarkup(reading, 'markAcrossBlocks', at, { name });
  else if (kind.level !== 'block')
    refuseMarkup(reading, 'misplacedComponent', at, { name, where: componentPlaces[kind.level] });
  else if (inside !== undefined)
    refuseMarkup(reading, 'contentNotAllowed', at, { name: inside, inside: '文字和标题' });
  else return readBlockComponent(reading, name, kind, node);
  return [];
}

function readBlockComponent(
  reading: BodyReader,
  name: string,
  kind: ComponentKind,
  node: JsxElement,
): readonly Block[] {
  const attributes = readAttributes(reading, name, kind, node);
  switch (name) {
    case 'Table':
      return [readTable(reading, node, attributes)];
    case 'MissingHeading':
      return [missingHeading(reading, node, attributes)];
    case 'Letterhead':
    case 'Center':
    case 'Right':
    case 'Note':
      return [{ type: 'box', kind: name, blocks: contentOf(reading, name, node) }];
    default:
      return [];
  }
}

function missingHeading(reading: BodyReader, node: JsxElement, attributes: Attributes): Block {
  if (node.children.length > 0) {
    refuseMarkup(reading, 'contentNotAllowed', offsetOf(node), {
      name: 'MissingHeading',
      inside: '属性 label：原文没有的文字不能写进正文',
    });
  }
  return { type: 'missingHeading', label: attributes.get('label') ?? '', offset: offsetOf(node) };
}

function contentOf(reading: BodyReader, name: string, node: JsxElement): Box['blocks'] {
  if (node.children.length === 0) refuseMarkup(reading, 'emptyMark', offsetOf(node), { name });
  if (node.type === 'mdxJsxFlowElement') return readBlocks(reading, node.children, name);
  const children = readInlines(reading, node.children);
  return [{ type: 'paragraph', offset: offsetOf(node), children }];
}
