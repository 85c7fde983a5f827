import type { toHtml } from 'hast-util-to-html';
import type { Block, Box, Cell, Inline, MarkNode, Paragraph, Table } from './body-tree.ts';
import { joinLines } from './plain-text.ts';

/** The tree of HTML has the types of the one who writes it out. */
type HtmlNode = Exclude<Parameters<typeof toHtml>[0], readonly unknown[]>;
type Element = Extract<HtmlNode, { type: 'element' }>;
type ElementContent = Element['children'][number];
type Properties = Element['properties'];

/** What rendering needs to know of a block, and what it tells. */
export interface RenderingContext {
  /** The anchor of a heading or paragraph, where it has one. */
  readonly anchorOf: (block: Block) => string | undefined;
  /** Ids of clauses and targets whose first mark has been rendered; grows. */
  readonly anchoredIds: Set<string>;
}

/** Renders one block. Headings go one level down: the title of the page is `h1`. */
export function blockElement(block: Block, page: RenderingContext): Element {
  switch (block.type) {
    case 'paragraph':
      return paragraphElement(block, page);
    case 'heading':
      return element(
        `h${Math.min(block.depth + 1, 6)}`,
        idOf(block, page),
        inlineElements(block.children, page),
      );
    case 'box':
      return boxElement(block, page);
    case 'table':
      return tableElement(block, page);
    case 'missingHeading':
      return element('h3', { ...idOf(block, page), className: ['missing-heading'] }, [
        editorial(`${block.label}（原文缺标题）`),
      ]);
  }
}

function element(tagName: string, properties: Properties, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}

function idOf(block: Block, page: RenderingContext): Properties {
  const id = page.anchorOf(block);
  return id === undefined ? {} : { id };
}

/** Words of the editors: not part of the text, left out of the search. */
function editorial(words: string): Element {
  return element('span', { className: ['editorial'], dataPagefindIgnore: '' }, [
    { type: 'text', value: words },
  ]);
}

function paragraphElement(block: Paragraph, page: RenderingContext): Element {
  return element('p', idOf(block, page), inlineElements(block.children, page));
}

function boxElement(box: Box, page: RenderingContext): Element {
  const children = box.blocks.map((block) => blockElement(block, page));
  if (box.kind !== 'Note') return element('div', { className: [box.kind.toLowerCase()] }, children);
  return element(
    'aside',
    { className: ['note', 'editorial'], ariaLabel: '编者说明', dataPagefindIgnore: '' },
    children,
  );
}

function tableElement(table: Table, page: RenderingContext): Element {
  const bodyStart = table.rows.findIndex((row) => row.some((cell) => !cell.header));
  const split = bodyStart === -1 ? 0 : bodyStart;
  const head = table.rows.slice(0, split).map((row) => rowElement(row, 'col', page));
  const body = table.rows.slice(split).map((row) => rowElement(row, 'row', page));
  const parts = [
    ...(head.length === 0 ? [] : [element('thead', {}, head)]),
    ...(body.length === 0 ? [] : [element('tbody', {}, body)]),
  ];
  // A wide table scrolls within its frame; the frame takes the keyboard's focus.
  const frame = { className: ['table'], tabIndex: 0, ariaLabel: table.label ?? '表格' };
  return element('section', frame, [element('table', {}, parts)]);
}

function rowElement(row: readonly Cell[], scope: 'col' | 'row', page: RenderingContext): Element {
  return element(
    'tr',
    {},
    row.map((cell) => cellElement(cell, scope, page)),
  );
}

function cellElement(cell: Cell, scope: 'col' | 'row', page: RenderingContext): Element {
  const properties: Properties = {
    ...(cell.header ? { scope: cell.colspan > 1 ? `${scope}group` : scope } : {}),
    ...(cell.colspan > 1 ? { colSpan: cell.colspan } : {}),
    ...(cell.rowspan > 1 ? { rowSpan: cell.rowspan } : {}),
  };
  const [only, ...more] = cell.blocks;
  const children =
    only !== undefined && more.length === 0
      ? inlineElements(only.children, page)
      : cell.blocks.map((block) => paragraphElement(block, page));
  return element(cell.header ? 'th' : 'td', properties, children);
}

function inlineElements(nodes: readonly Inline[], page: RenderingContext): ElementContent[] {
  return nodes.flatMap((node) => inlineElement(node, page));
}

function inlineElement(node: Inline, page: RenderingContext): ElementContent[] {
  switch (node.type) {
    case 'text':
      return [{ type: 'text', value: joinLines(node.value) }];
    case 'break':
      return [element('br', {}, [])];
    case 'strong':
    case 'emphasis':
      return [element(node.type === 'strong' ? 'strong' : 'em', {}, inlineElements(node.children, page))];
    case 'link':
      return [element('a', linkProperties(node.href), inlineElements(node.children, page))];
    case 'private':
      return [
        element(
          'span',
          { className: ['private'], dataPagefindIgnore: '' },
          inlineElements(node.children, page),
        ),
      ];
    case 'sic':
      return [
        element('span', { className: ['sic'] }, inlineElements(node.children, page)),
        editorial(`［${node.note}］`),
      ];
    case 'mark':
      return markElements(node, page);
  }
}

function linkProperties(href: string): Properties {
  return /^https?:/i.test(href) ? { href, rel: ['external', 'noopener', 'noreferrer'] } : { href };
}

function markElements(mark: MarkNode, page: RenderingContext): ElementContent[] {
  const children = inlineElements(mark.children, page);
  if (mark.kind === 'Plain') return children;
  const [first, ...more] = mark.ids.filter((id) => !page.anchoredIds.has(id));
  for (const id of mark.ids) page.anchoredIds.add(id);
  const anchors = more.map((id) => element('span', { className: ['anchor'], id }, []));
  const kind = mark.kind === 'Clause' ? 'clauses' : 'targets';
  const properties: Properties = {
    className: [mark.kind.toLowerCase()],
    ...(first === undefined ? {} : { id: first }),
    [`data-${kind}`]: mark.ids.join(' '),
  };
  return [element('mark', properties, [...anchors, ...children])];
}
