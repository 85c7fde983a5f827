import { refuseInvisibleCharacters } from '../source/invisible-characters.ts';
import { type BodyReader, offsetOf, refuseMarkup } from './body-reader.ts';
import type { Inline, MarkNode, Paragraph } from './body-tree.ts';
import { componentNamed } from './components.ts';
import { readAttributes } from './read-attributes.ts';
import type { FlowNodeOf, InlineNode, InlineNodeOf } from './syntax-tree.ts';
import { unknownComponent } from './unknown-component.ts';

/** The marks around a piece of text, outermost first. */
type Around = readonly string[];

/** Reads what stands within a line. What is refused is left out. */
export function readInlines(
  reading: BodyReader,
  nodes: readonly InlineNode[],
  around: Around = [],
): readonly Inline[] {
  return nodes.flatMap((node) => readInline(reading, node, around) ?? []);
}

/** Reads a paragraph. */
export function readParagraph(reading: BodyReader, node: FlowNodeOf<'paragraph'>): Paragraph {
  return { type: 'paragraph', offset: offsetOf(node), children: readInlines(reading, node.children) };
}

function readInline(reading: BodyReader, node: InlineNode, around: Around): Inline | undefined {
  switch (node.type) {
    case 'text':
      refuseLiteralMarks(reading, node.value, offsetOf(node));
      // Written as &#x202E;
      for (const unseen of refuseInvisibleCharacters(node.value))
        reading.refusals.push({ ...unseen, offset: offsetOf(node) });
      return { type: 'text', value: node.value, offset: offsetOf(node) };
    case 'break':
      return { type: 'break' };
    case 'strong':
    case 'emphasis':
      return { type: node.type, children: readInlines(reading, node.children, around) };
    case 'link':
      return readLink(reading, node, around);
    case 'mdxJsxTextElement':
      return readComponent(reading, node, around);
    default:
      return refuseInline(reading, node);
  }
}

/** Nodes that Markdown or MDX know and a policy does not. */
function refuseInline(reading: BodyReader, node: InlineNode): undefined {
  const at = offsetOf(node);
  if (node.type === 'mdxTextExpression') refuseMarkup(reading, 'expression', at, {});
  else if (node.type === 'inlineCode') refuseMarkup(reading, 'codeBlock', at, {});
  else if (node.type === 'image' || node.type === 'imageReference') refuseMarkup(reading, 'image', at, {});
  else if (node.type === 'footnoteReference') refuseMarkup(reading, 'footnote', at, {});
  else if (node.type === 'linkReference') refuseMarkup(reading, 'definition', at, {});
  else refuseMarkup(reading, 'markdownSyntax', at, {});
}

const fullWidthTag = /＜\/?(?:Clause|Target|Plain|Private|Sic|Letterhead|Center|Right|Note|Table|Row|Cell)\b/;

function refuseLiteralMarks(reading: BodyReader, value: string, offset: number): void {
  const wide = value.search(fullWidthTag);
  if (wide !== -1) refuseMarkup(reading, 'fullWidthTag', offset + wide, {});
  const { body } = reading;
  const end = offset + value.length * 2;
  for (const given of ['**', '__', '[^'] as const) {
    // Escaped ones (`\*\*`) are the author's own characters: in the source the pair is not adjacent.
    if (!value.includes(given)) continue;
    const at = body.slice(offset, end).indexOf(given);
    if (at === -1) continue;
    if (given === '[^') refuseMarkup(reading, 'footnote', offset + at, {});
    else refuseMarkup(reading, 'literalMark', offset + at, { given });
  }
}

const allowedAddress = /^(?:https?:\/\/|mailto:|tel:|\/(?!\/)|#)/i;

function readLink(reading: BodyReader, node: InlineNodeOf<'link'>, around: Around): Inline {
  const href = node.url.trim();
  if (!allowedAddress.test(href))
    refuseMarkup(reading, 'badLink', offsetOf(node), { href: href.slice(0, 80) });
  return { type: 'link', href, children: readInlines(reading, node.children, around) };
}

function readComponent(
  reading: BodyReader,
  node: InlineNodeOf<'mdxJsxTextElement'>,
  around: Around,
): Inline | undefined {
  const name = node.name ?? '';
  const kind = componentNamed(name);
  if (kind === undefined) {
    reading.refusals.push(unknownComponent(name, offsetOf(node)));
    return undefined;
  }
  if (kind.level !== 'inline') {
    refuseMarkup(reading, 'misplacedComponent', offsetOf(node), { name, where: componentPlaces[kind.level] });
    return undefined;
  }
  return readInlineComponent(reading, name, node, around);
}

/** Where components belong, as messages say it. */
export const componentPlaces: Readonly<Record<'block' | 'row' | 'cell', string>> = {
  block: '单独的一行，前后各空一行',
  row: ' <Table> 里面',
  cell: ' <Row> 里面',
};

function readInlineComponent(
  reading: BodyReader,
  name: string,
  node: InlineNodeOf<'mdxJsxTextElement'>,
  around: Around,
): Inline | undefined {
  const kind = componentNamed(name);
  if (kind === undefined) return undefined;
  const attributes = readAttributes(reading, name, kind, node);
  const at = offsetOf(node);
  refuseNesting(reading, name, at, around);
  const children = readInlines(reading, node.children, [...around, name]);
  if (children.length === 0) refuseMarkup(reading, 'emptyMark', at, { name });
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

/** Passages stand side by side: one that belongs to several clauses names them all. What is private is no rule. */
function refuseNesting(reading: BodyReader, name: string, offset: number, around: Around): void {
  const outer = around.find(
    (other) => other === name || (passages.includes(other) && passages.includes(name)),
  );
  if (outer !== undefined) refuseMarkup(reading, 'nestedMark', offset, { name, outer });
}
