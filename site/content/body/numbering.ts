import { hanOrdinal, type ListMarker, listMarkers } from '../../../clauses/authoring.ts';
import type { Block, Heading, Paragraph } from './body-tree.ts';
import { inlineText } from './plain-text.ts';

/** A heading or paragraph with its permanent anchor and its citation. */
export interface NumberedBlock {
  readonly block: Heading | Paragraph | MissingHeading;
  /**
   * `s4-3-1` for 四（三）1; `s2-p1` for the first paragraph without a number under 二; `c2`, `c2-1` for 第二章 and its
   * 第一节; `a5`, `a5-2` for 第五条 and its （二）, `a5-p2` for its second paragraph; `title`, `h1` for other headings.
   */
  readonly anchor: string;
  /**
   * 四（三）1, 第五条（二）1, 第五条第二款. A block without a number has the citation of its section; empty outside all
   * sections.
   */
  readonly citation: string;
  /** Whether the block itself begins with a number. */
  readonly numbered: boolean;
  /** Depth of the number: 一、 is 1, （一） 2, 1. 3, （1） 4, plus the levels of the chapter around it; 0 without a number. */
  readonly level: number;
  /** Whether the block is 第X条 or belongs to one. */
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

/** A numbered section: it contains what follows up to the next number of its own or a higher level. */
interface Section {
  readonly style: Marker['style'] | 'none';
  readonly level: number;
  readonly anchor: string;
  readonly citation: string;
  /** In an article: the 1-based number of its last paragraph so far; 0 where the article is a heading. */
  readonly paragraph?: number;
}

const outside: Section = { style: 'none', level: 0, anchor: '', citation: '' };

/**
 * Gives every heading and paragraph its anchor and citation. A number that occurs again (the sections of an attachment)
 * gets a letter (`s1b`); a skipped level counts as 0 (`s2-0-1`). So anchors are unique, and an anchor depends only on
 * the text before it.
 */
export function numberBlocks(blocks: readonly Block[]): readonly NumberedBlock[] {
  const counted = blocks.filter((block) => block.type !== 'box' && block.type !== 'table');
  const texts = counted.map((block) => (block.type === 'missingHeading' ? '' : inlineText(block.children)));
  const markers = listMarkers(texts);
  const numbering = statefulNumbering();
  return counted.map((block, index) => numbering(block, texts[index] ?? '', markers[index]));
}

type Numbering = (block: NumberedBlock['block'], text: string, marker: Marker | undefined) => NumberedBlock;

function statefulNumbering(): Numbering {
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

/** The number of a heading that the source has lost: it counts as the next 一、. */
function lostPart(ordinal: number): Part {
  return { style: 'hanComma', ordinal };
}

function inArticle(sections: readonly Section[]): boolean {
  return sections.some(({ style }) => style === 'article');
}

/** The depth of a number. It counts from the chapter around it, or from the article in which 一、 begins a list. */
function levelOf({ style, ordinal }: Part, sections: readonly Section[]): number {
  if (style === 'chapter' || style === 'section') return levels[style];
  const article = sections.find((section) => section.style === 'article');
  const chapter = sections.findLast((section) => section.style === 'chapter' || section.style === 'section');
  const listed = sections.some((section) => section.style === 'hanComma');
  const inList = style === 'hanComma' ? ordinal === 1 || listed : listed;
  const frame = style !== 'article' && article !== undefined && inList ? article : chapter;
  return (frame?.level ?? 0) + levels[style];
}

/** Counts a paragraph without a number as the next one of its article, also after a list: 第五条第二款. */
function nextOfArticle(sections: readonly Section[]): readonly Section[] {
  const at = sections.findIndex(({ style }) => style === 'article');
  const article = sections[at];
  if (article === undefined) return sections;
  const paragraph = (article.paragraph ?? 1) + 1;
  const citation = `${article.citation.replace(/第[^第]+款$/, '')}第${hanOrdinal(paragraph)}款`;
  return [...sections.slice(0, at), { ...article, paragraph, citation }];
}

/** The anchor of a number, with a letter where the number occurs again in its section. */
function claimNumber(around: Section, part: Part & { readonly level: number }, taken: Taken): string {
  const base = `${stem(around, part)}${part.ordinal}`;
  const letters = ['', ...'bcdefghijklmnopqrstuvwxyz'].map((letter) => base + letter);
  return letters.find((anchor) => claim(anchor, taken)) ?? claimNext(`${base}z`, taken);
}

function stem(around: Section, { style, level }: Part & { readonly level: number }): string {
  if (style === 'article') return 'a';
  if (style === 'chapter') return 'c';
  const gaps = '0-'.repeat(Math.max(0, level - around.level - 1));
  return `${around.anchor === '' ? (style === 'section' ? 'c' : 's') : `${around.anchor}-`}${gaps}`;
}

/** The anchors in use, and for each base of numbered anchors the last number in use. */
interface Taken {
  readonly anchors: Set<string>;
  readonly counts: Map<string, number>;
}

function claim(anchor: string, { anchors }: Taken): boolean {
  if (anchors.has(anchor)) return false;
  anchors.add(anchor);
  return true;
}

/** Claims the first free anchor of `base1`, `base2`, …, from `least` on. */
function claimNext(base: string, taken: Taken, least = 1): string {
  const number = Math.max((taken.counts.get(base) ?? 0) + 1, least);
  taken.counts.set(base, number);
  return claim(`${base}${number}`, taken) ? `${base}${number}` : claimNext(base, taken);
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
    return claimNext(`${around.anchor}-p`, taken, around.paragraph);
  if (block.type !== 'heading') return claimNext(around.anchor === '' ? 'p' : `${around.anchor}-p`, taken);
  if (block.depth > 1) return claimNext('h', taken);
  return claim('title', taken) ? 'title' : claimNext('title-', taken);
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

/** A number in the notation of citations: 第五条, 四, （三）, 1, （1）. */
function citedNumber(text: string, marker: Marker | undefined): string {
  if (marker === undefined) return '';
  const written = text.slice(marker.start, marker.end).replace(/\s+/g, '').replace(closers[marker.style], '');
  return written.replace('(', '（').replace(')', '）');
}
