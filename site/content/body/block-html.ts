import type { toHtml } from 'hast-util-to-html';
import type { Block, Box, Cell, Inline, MarkNode, Paragraph, Table } from './body-tree.ts';
import { joinLines } from './plain-text.ts';

/** The types of the HTML tree, from the function that serializes it. */
type HtmlNode = Exclude<Parameters<typeof toHtml>[0], readonly unknown[]>;
type Element = Extract<HtmlNode, { type: 'element' }>;
type ElementContent = Element['children'][number];
type Properties = Element['properties'];

/** What rendering needs to know about the page, and what it records. */
export interface RenderingContext {
  /** The anchor of a heading or paragraph; nothing for other blocks. */
  readonly anchorOf: (block: Block) => string | undefined;
  /** Ids of the clauses and targets whose anchor has been rendered. Rendering adds to it. */
  readonly anchoredIds: Set<string>;
}

/** Renders one block. Headings go down one level because the title of the page is `h1`. */
export function blockElement(block: Block, context: RenderingContext): Element {
  switch (block.type) {
    case 'paragraph':
      return paragraphElement(block, context);
    case 'heading':
      return element(
        `h${Math.min(block.depth + 1, 6)}`,
        idOf(block, context),
        inlineElements(block.children, context),
      );
    case 'box':
      return boxElement(block, context);
    case 'table':
      return tableElement(block, context);
    case 'missingHeading':
      return element('h3', { ...idOf(block, context), className: ['missing-heading'] }, [
        editorial(`${block.label}（原文缺标题）`),
      ]);
  }
}

function element(tagName: string, properties: Properties, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}

function idOf(block: Block, context: RenderingContext): Properties {
  const id = context.anchorOf(block);
  return id === undefined ? {} : { id };
}

/** Words of the editors: they are not part of the text, and search does not index them. */
function editorial(words: string): Element {
  return element('span', { className: ['editorial'], dataPagefindIgnore: '' }, [
    { type: 'text', value: words },
  ]);
}

function paragraphElement(block: Paragraph, context: RenderingContext): Element {
  return element('p', idOf(block, context), inlineElements(block.children, context));
}

function boxElement(box: Box, context: RenderingContext): Element {
  const children = box.blocks.map((block) => blockElement(block, context));
  if (box.kind !== 'Note') return element('div', { className: [box.kind.toLowerCase()] }, children);
  return element(
    'aside',
    { className: ['note', 'editorial'], ariaLabel: '编者说明', dataPagefindIgnore: '' },
    children,
  );
}

function tableElement(table: Table, context: RenderingContext): Element {
  const bodyStart = table.rows.findIndex((row) => row.some((cell) => !cell.header));
  const split = bodyStart === -1 ? 0 : bodyStart;
  const head = table.rows.slice(0, split).map((row) => rowElement(row, 'col', context));
  const body = table.rows.slice(split).map((row) => rowElement(row, 'row', context));
  const parts = [
    ...(head.length === 0 ? [] : [element('thead', {}, head)]),
    ...(body.length === 0 ? [] : [element('tbody', {}, body)]),
  ];
  // A wide table scrolls within its frame, so the frame must take the keyboard focus.
  const frame = { className: ['table'], tabIndex: 0, ariaLabel: table.label ?? '表格' };
  return element('section', frame, [element('table', {}, parts)]);
}

function rowElement(row: readonly Cell[], scope: 'col' | 'row', context: RenderingContext): Element {
  return element(
    'tr',
    {},
    row.map((cell) => cellElement(cell, scope, context)),
  );
}

function cellElement(cell: Cell, scope: 'col' | 'row', context: RenderingContext): Element {
  const properties: Properties = {
    ...(cell.header ? { scope: cell.colspan > 1 ? `${scope}group` : scope } : {}),
    ...(cell.colspan > 1 ? { colSpan: cell.colspan } : {}),
    ...(cell.rowspan > 1 ? { rowSpan: cell.rowspan } : {}),
  };
  const [only, ...more] = cell.blocks;
  const children =
    only !== undefined && more.length === 0
      ? inlineElements(only.children, context)
      : cell.blocks.map((block) => paragraphElement(block, context));
  return element(cell.header ? 'th' : 'td', properties, children);
}

function inlineElements(nodes: readonly Inline[], context: RenderingContext): ElementContent[] {
  return nodes.flatMap((node) => inlineElement(node, context));
}

function inlineElement(node: Inline, context: RenderingContext): ElementContent[] {
  switch (node.type) {
    case 'text':
      return [{ type: 'text', value: joinLines(node.value) }];
    case 'break':
      return [element('br', {}, [])];
    case 'strong':
    case 'emphasis':
      return [element(node.type === 'strong' ? 'strong' : 'em', {}, inlineElements(node.children, context))];
    case 'link':
      return [element('a', linkProperties(node.href), inlineElements(node.children, context))];
    case 'private':
      return [
        element(
          'span',
          { className: ['private'], dataPagefindIgnore: '' },
          inlineElements(node.children, context),
        ),
      ];
    case 'sic':
      return [
        element('span', { className: ['sic'] }, inlineElements(node.children, context)),
        editorial(`［${node.note}］`),
      ];
    case 'mark':
      return markElements(node, context);
  }
}

function linkProperties(href: string): Properties {
  return /^https?:/i.test(href) ? { href, rel: ['external', 'noopener', 'noreferrer'] } : { href };
}

function markElements(mark: MarkNode, context: RenderingContext): ElementContent[] {
  const children = inlineElements(mark.children, context);
  if (mark.kind === 'Plain') return children;
  const [first, ...more] = mark.ids.filter((id) => !context.anchoredIds.has(id));
  for (const id of mark.ids) context.anchoredIds.add(id);
  const anchors = more.map((id) => element('span', { className: ['anchor'], id }, []));
  const kind = mark.kind === 'Clause' ? 'clauses' : 'targets';
  const properties: Properties = {
    className: [mark.kind.toLowerCase()],
    ...(first === undefined ? {} : { id: first }),
    [`data-${kind}`]: mark.ids.join(' '),
  };
  return [element('mark', properties, [...anchors, ...children])];
}
