import { hanOrdinal, type ListMarker, listMarkers } from '../../../clauses/authoring.ts';
import type { Block, Heading, Paragraph } from './body-tree.ts';
import { inlineText } from './plain-text.ts';

/** Where a heading or a paragraph stands: its permanent anchor, and its place as documents cite it. */
export interface NumberedBlock {
  readonly block: Heading | Paragraph | MissingHeading;
  /**
   * `s4-3-1` for 四（三）1; `s2-p1` for the first paragraph without a number under 二; `c2`, `c2-1` for 第二章 and its
   * 第一节; `a5`, `a5-2` for 第五条 and its （二）, `a5-p2` for its second paragraph; `title`, `h-1` for other headings.
   */
  readonly anchor: string;
  /** 四（三）1, 第五条（二）1, 第五条第二款; for a block without a number that of the section around it, empty outside all sections. */
  readonly citation: string;
  /** Whether the block itself begins with a number. */
  readonly numbered: boolean;
  /** Depth of the number: 一、 is 1, （一） 2, 1. 3, （1） 4, each deeper by the chapters around it; 0 for none. */
  readonly level: number;
  /** Whether it is 第X条 or stands within one. */
  readonly inArticle: boolean;
}

type MissingHeading = Extract<Block, { type: 'missingHeading' }>;
type Marker = ListMarker;

const levels: Readonly<Record<Marker['style'], number>> = {
  chapter: 1,
  section: 2,
  article: 1,
  hanComma: 1,
  hanBracketed: 2,
  digitDot: 3,
  digitComma: 3,
  digitBracketed: 4,
  digitClosed: 4,
};

/** A number that encloses what follows, until one of its own or a higher level. */
interface Section {
  readonly style: Marker['style'] | 'none';
  readonly level: number;
  readonly anchor: string;
  readonly citation: string;
  /** Of an article: which of its paragraphs has been reached. */
  readonly paragraph?: number;
}

const outside: Section = { style: 'none', level: 0, anchor: '', citation: '' };

/**
 * Gives every heading and paragraph of the text its place. A number that comes again (the sections of an attachment)
 * gets a letter (`s1b`), a level that is left out counts as 0 (`s2-0-1`), so anchors are unique and depend on
 * nothing but the text before them.
 */
export function numberBlocks(blocks: readonly Block[]): readonly NumberedBlock[] {
  const counted = blocks.filter((block) => block.type !== 'box' && block.type !== 'table');
  const texts = counted.map((block) => (block.type === 'missingHeading' ? '' : inlineText(block.children)));
  const markers = listMarkers(texts);
  const numbering = startNumbering();
  return counted.map((block, index) => numbering(block, texts[index] ?? '', markers[index]));
}

type Numbering = (block: NumberedBlock['block'], text: string, marker: Marker | undefined) => NumberedBlock;

function startNumbering(): Numbering {
  const taken: Taken = { anchors: new Set(), counts: new Map([['title-', 1]]) };
  let sections: readonly Section[] = [];
  let lastPart = 0;
  return (block, text, marker) => {
    if (block.type === 'heading' && block.depth === 1) sections = [];
    const part = block.type === 'missingHeading' ? lostPart(lastPart + 1) : marker;
    if (part === undefined) {
      if (block.type === 'paragraph') sections = nextOfArticle(sections);
      return { ...unnumbered(block, sections.at(-1) ?? outside, taken), inArticle: inArticle(sections) };
    }
    if (part.style === 'hanComma') lastPart = part.ordinal;
    const level = levelOf(part, sections);
    sections = sections.filter((section) => section.level < level);
    const around = sections.at(-1) ?? outside;
    const written = block.type === 'missingHeading' ? block.label : citedNumber(text, marker);
    const section = {
      style: part.style,
      level,
      anchor: claimNumber(around, { ...part, level }, taken),
      citation: (part.style === 'article' ? '' : around.citation) + written,
      ...(part.style === 'article' ? { paragraph: block.type === 'heading' ? 0 : 1 } : {}),
    };
    sections = [...sections, section];
    const { anchor, citation } = section;
    return { block, anchor, citation, numbered: true, level, inArticle: inArticle(sections) };
  };
}

type Part = Pick<Marker, 'style' | 'ordinal'>;

/** A heading that the source has lost counts as 一、. */
function lostPart(ordinal: number): Part {
  return { style: 'hanComma', ordinal };
}

function inArticle(sections: readonly Section[]): boolean {
  return sections.some(({ style }) => style === 'article');
}

/** How deep a number stands: 一、 counts from the chapter around it, or from the article that it begins a list in. */
function levelOf({ style, ordinal }: Part, sections: readonly Section[]): number {
  if (style === 'chapter' || style === 'section') return levels[style];
  const article = sections.find((section) => section.style === 'article');
  const chapter = sections.findLast((section) => section.style === 'chapter' || section.style === 'section');
  const listed = sections.some((section) => section.style === 'hanComma');
  const inList = style === 'hanComma' ? ordinal === 1 || listed : listed;
  const frame = style !== 'article' && article !== undefined && inList ? article : chapter;
  return (frame?.level ?? 0) + levels[style];
}

/** A paragraph without a number is the next one of the article around it, also behind a list: 第五条第二款. */
function nextOfArticle(sections: readonly Section[]): readonly Section[] {
  const at = sections.findIndex(({ style }) => style === 'article');
  const article = sections[at];
  if (article === undefined) return sections;
  const paragraph = (article.paragraph ?? 1) + 1;
  const citation = `${article.citation.replace(/第[^第]+款$/, '')}第${hanOrdinal(paragraph)}款`;
  return [...sections.slice(0, at), { ...article, paragraph, citation }];
}

/** A number, with a letter where it comes again in the same section. */
function claimNumber(around: Section, part: Part & { readonly level: number }, taken: Taken): string {
  const base = `${stem(around, part)}${part.ordinal}`;
  const letters = ['', ...'bcdefghijklmnopqrstuvwxyz'].map((letter) => base + letter);
  return letters.find((anchor) => claim(anchor, taken)) ?? count(`${base}z`, taken);
}

function stem(around: Section, { style, level }: Part & { readonly level: number }): string {
  if (style === 'article') return 'a';
  if (style === 'chapter') return 'c';
  const gaps = '0-'.repeat(Math.max(0, level - around.level - 1));
  return `${around.anchor === '' ? (style === 'section' ? 'c' : 's') : `${around.anchor}-`}${gaps}`;
}

/** Anchors that are given away, and the last number that each base of numbered anchors has reached. */
interface Taken {
  readonly anchors: Set<string>;
  readonly counts: Map<string, number>;
}

function claim(anchor: string, { anchors }: Taken): boolean {
  if (anchors.has(anchor)) return false;
  anchors.add(anchor);
  return true;
}

/** The first of `base1`, `base2`, … that is free, from `least` on. */
function count(base: string, taken: Taken, least = 1): string {
  const number = Math.max((taken.counts.get(base) ?? 0) + 1, least);
  taken.counts.set(base, number);
  return claim(`${base}${number}`, taken) ? `${base}${number}` : count(base, taken);
}

function unnumbered(
  block: NumberedBlock['block'],
  around: Section,
  taken: Taken,
): Omit<NumberedBlock, 'inArticle'> {
  const anchor = unnumberedAnchor(block, around, taken);
  return { block, anchor, citation: around.citation, numbered: false, level: 0 };
}

function unnumberedAnchor(block: NumberedBlock['block'], around: Section, taken: Taken): string {
  if (block.type === 'paragraph' && around.paragraph !== undefined)
    return count(`${around.anchor}-p`, taken, around.paragraph);
  if (block.type !== 'heading') return count(around.anchor === '' ? 'p' : `${around.anchor}-p`, taken);
  if (block.depth > 1) return count('h', taken);
  return claim('title', taken) ? 'title' : count('title-', taken);
}

const closers: Readonly<Record<Marker['style'], RegExp>> = {
  chapter: /$/,
  section: /$/,
  article: /$/,
  hanComma: /、$/,
  hanBracketed: /$/,
  digitDot: /[.．]$/,
  digitComma: /、$/,
  digitBracketed: /$/,
  digitClosed: /[)）]$/,
};

/** A number as citations write it: 第五条, 四, （三）, 1, （1）. */
function citedNumber(text: string, marker: Marker | undefined): string {
  if (marker === undefined) return '';
  const written = text.slice(marker.start, marker.end).replace(/\s+/g, '').replace(closers[marker.style], '');
  return written.replace('(', '（').replace(')', '）');
}
