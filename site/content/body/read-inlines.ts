import { isSafeAddress } from '../../../clauses/authoring.ts';
import { refuseInvisibleCharacters } from '../source/invisible-characters.ts';
import { type BodyReader, offsetOf, refuseMarkup } from './body-reader.ts';
import type { Inline, MarkNode, Paragraph } from './body-tree.ts';
import { componentNamed } from './components.ts';
import { readAttributes } from './read-attributes.ts';
import type { FlowNodeOf, InlineNode, InlineNodeOf } from './syntax-tree.ts';
import { unknownComponent } from './unknown-component.ts';

/** The names of the components around a node, outermost first. */
type Ancestors = readonly string[];

/** Reads nodes within a line. Refused nodes are left out. */
export function readInlines(
  reader: BodyReader,
  nodes: readonly InlineNode[],
  ancestors: Ancestors = [],
): readonly Inline[] {
  return nodes.flatMap((node) => readInline(reader, node, ancestors) ?? []);
}

/** Reads a paragraph. */
export function readParagraph(reader: BodyReader, node: FlowNodeOf<'paragraph'>): Paragraph {
  return { type: 'paragraph', offset: offsetOf(node), children: readInlines(reader, node.children) };
}

function readInline(reader: BodyReader, node: InlineNode, ancestors: Ancestors): Inline | undefined {
  switch (node.type) {
    case 'text':
      refuseLiteralMarks(reader, node.value, offsetOf(node));
      // A character reference such as &#x202E; is visible in the source but not in the value.
      for (const invisible of refuseInvisibleCharacters(node.value))
        reader.refusals.push({ ...invisible, offset: offsetOf(node) });
      return { type: 'text', value: node.value, offset: offsetOf(node) };
    case 'break':
      return { type: 'break' };
    case 'strong':
    case 'emphasis':
      return { type: node.type, children: readInlines(reader, node.children, ancestors) };
    case 'link':
      return readLink(reader, node, ancestors);
    case 'mdxJsxTextElement':
      return readComponent(reader, node, ancestors);
    default:
      return refuseInline(reader, node);
  }
}

/** Refuses a node that Markdown or MDX allow and a policy does not. */
function refuseInline(reader: BodyReader, node: InlineNode): undefined {
  const at = offsetOf(node);
  if (node.type === 'mdxTextExpression') refuseMarkup(reader, 'expression', at, {});
  else if (node.type === 'inlineCode') refuseMarkup(reader, 'codeBlock', at, {});
  else if (node.type === 'image' || node.type === 'imageReference') refuseMarkup(reader, 'image', at, {});
  else if (node.type === 'footnoteReference') refuseMarkup(reader, 'footnote', at, {});
  else if (node.type === 'linkReference') refuseMarkup(reader, 'definition', at, {});
  else refuseMarkup(reader, 'markdownSyntax', at, {});
}

const fullWidthTag = /＜\/?(?:Clause|Target|Plain|Private|Sic|Letterhead|Center|Right|Note|Table|Row|Cell)\b/;

function refuseLiteralMarks(reader: BodyReader, value: string, offset: number): void {
  const wide = value.search(fullWidthTag);
  if (wide !== -1) refuseMarkup(reader, 'fullWidthTag', offset + wide, {});
  const { body } = reader;
  const end = offset + value.length * 2;
  for (const given of ['**', '__', '[^'] as const) {
    // An escaped pair (`\*\*`) belongs to the text; in the source its characters are not adjacent.
    if (!value.includes(given)) continue;
    const at = body.slice(offset, end).indexOf(given);
    if (at === -1) continue;
    if (given === '[^') refuseMarkup(reader, 'footnote', offset + at, {});
    else refuseMarkup(reader, 'literalMark', offset + at, { given });
  }
}

function readLink(reader: BodyReader, node: InlineNodeOf<'link'>, ancestors: Ancestors): Inline {
  const href = node.url.trim();
  if (!isSafeAddress(href)) refuseMarkup(reader, 'badLink', offsetOf(node), { href: href.slice(0, 80) });
  return { type: 'link', href, children: readInlines(reader, node.children, ancestors) };
}

function readComponent(
  reader: BodyReader,
  node: InlineNodeOf<'mdxJsxTextElement'>,
  ancestors: Ancestors,
): Inline | undefined {
  const name = node.name ?? '';
  const kind = componentNamed(name);
  if (kind === undefined) {
    reader.refusals.push(unknownComponent(name, offsetOf(node)));
    return undefined;
  }
  if (kind.level !== 'inline') {
    refuseMarkup(reader, 'misplacedComponent', offsetOf(node), { name, where: componentPlaces[kind.level] });
    return undefined;
  }
  return readInlineComponent(reader, name, node, ancestors);
}

/** Where components of each level may occur, in the words of messages. */
export const componentPlaces: Readonly<Record<'block' | 'row' | 'cell', string>> = {
  block: '单独的一行，前后各空一行',
  row: ' <Table> 里面',
  cell: ' <Row> 里面',
};

function readInlineComponent(
  reader: BodyReader,
  name: string,
  node: InlineNodeOf<'mdxJsxTextElement'>,
  ancestors: Ancestors,
): Inline | undefined {
  const kind = componentNamed(name);
  if (kind === undefined) return undefined;
  const attributes = readAttributes(reader, name, kind, node);
  const at = offsetOf(node);
  refuseNesting(reader, name, at, ancestors);
  const children = readInlines(reader, node.children, [...ancestors, name]);
  if (children.length === 0) refuseMarkup(reader, 'emptyMark', at, { name });
  switch (name) {
    case 'Sic':
      return { type: 'sic', note: attributes.get('note') ?? '原文如此', children };
    case 'Private':
      return { type: 'private', children };
    case 'Clause':
    case 'Target':
    case 'Plain':
      return { ...markOf(name, attributes.get('id'), attributes.get('reason')), offset: at, children };
    default:
      return undefined;
  }
}

function markOf(
  kind: MarkNode['kind'],
  ids: string | undefined,
  reason: string | undefined,
): Omit<MarkNode, 'offset' | 'children'> {
  const names = ids === undefined ? [] : ids.trim().split(/\s+/);
  return { type: 'mark', kind, ids: names, ...(reason === undefined ? {} : { reason: reason.trim() }) };
}

const passages = ['Clause', 'Target', 'Plain', 'Private'];

/** Refuses marks within marks: a passage of several clauses names them all in one mark, and private text is not a rule. */
function refuseNesting(reader: BodyReader, name: string, offset: number, ancestors: Ancestors): void {
  const outer = ancestors.find(
    (other) => other === name || (passages.includes(other) && passages.includes(name)),
  );
  if (outer !== undefined) refuseMarkup(reader, 'nestedMark', offset, { name, outer });
}
