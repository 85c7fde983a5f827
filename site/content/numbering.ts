import { type ListMarker, listMarkers } from '../../clauses/authoring.ts';
import { inlineText } from './text.ts';
import type { Block, Heading, Paragraph } from './tree.ts';

/** Where a heading or a paragraph stands: its permanent anchor, and its place as documents cite it. */
export interface Numbered {
  readonly block: Heading | Paragraph | MissingHeading;
  /** `s4-3-1` for 四（三）1; `s2-p1` for the first paragraph without a number under 二; `title`, `h-1` for other headings. */
  readonly anchor: string;
  /** 四（三）1; for a block without a number that of the section around it, empty outside all sections. */
  readonly citation: string;
  /** Whether the block itself begins with a number. */
  readonly numbered: boolean;
  /** Depth of the number: 一、 is 1, （一） 2, 1. 3, （1） 4; 0 for none. */
  readonly level: number;
}

type MissingHeading = Extract<Block, { type: 'missingHeading' }>;
type Marker = ListMarker;

const levels: Readonly<Record<Marker['style'], number>> = {
  hanComma: 1,
  hanBracketed: 2,
  digitDot: 3,
  digitComma: 3,
  digitBracketed: 4,
  digitClosed: 4,
};

/** A number that encloses what follows, until one of its own or a higher level. */
interface Section {
  readonly level: number;
  readonly anchor: string;
  readonly citation: string;
}

const outside: Section = { level: 0, anchor: '', citation: '' };

/**
 * Gives every heading and paragraph of the text its place. A number that comes again (the sections of an attachment)
 * gets a letter (`s1b`), a level that is left out counts as 0 (`s2-0-1`), so anchors are unique and depend on
 * nothing but the text before them.
 */
export function numberBlocks(blocks: readonly Block[]): readonly Numbered[] {
  const counted = blocks.filter((block) => block.type !== 'box' && block.type !== 'table');
  const texts = counted.map((block) => (block.type === 'missingHeading' ? '' : inlineText(block.children)));
  const markers = listMarkers(texts);
  const numbering = startNumbering();
  return counted.map((block, index) => numbering(block, texts[index] ?? '', markers[index]));
}

type Numbering = (block: Numbered['block'], text: string, marker: Marker | undefined) => Numbered;

function startNumbering(): Numbering {
  const taken: Taken = { anchors: new Set(), counts: new Map([['title-', 1]]) };
  const sections: Section[] = [];
  let lastPart = 0;
  return (block, text, marker) => {
    if (block.type === 'heading' && block.depth === 1) sections.length = 0;
    const part = block.type === 'missingHeading' ? { level: 1, ordinal: lastPart + 1 } : partOf(marker);
    if (part === undefined) return unnumbered(block, sections.at(-1) ?? outside, taken);
    if (part.level === 1) lastPart = part.ordinal;
    while ((sections.at(-1)?.level ?? 0) >= part.level) sections.pop();
    const around = sections.at(-1) ?? outside;
    const written = block.type === 'missingHeading' ? block.label : citedNumber(text, marker);
    const section = {
      level: part.level,
      anchor: claimNumber(around, part, taken),
      citation: around.citation + written,
    };
    sections.push(section);
    return { block, numbered: true, ...section };
  };
}

function partOf(marker: Marker | undefined): { level: number; ordinal: number } | undefined {
  return marker === undefined ? undefined : { level: levels[marker.style], ordinal: marker.ordinal };
}

/** A number, with a letter where it comes again in the same section. */
function claimNumber(around: Section, part: { level: number; ordinal: number }, taken: Taken): string {
  const gaps = '0-'.repeat(Math.max(0, part.level - around.level - 1));
  const base = `${around.anchor === '' ? 's' : `${around.anchor}-`}${gaps}${part.ordinal}`;
  const letters = ['', ...'bcdefghijklmnopqrstuvwxyz'].map((letter) => base + letter);
  return letters.find((anchor) => claim(anchor, taken)) ?? count(`${base}z`, taken);
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

/** The first of `base1`, `base2`, … that is free. */
function count(base: string, taken: Taken): string {
  const number = (taken.counts.get(base) ?? 0) + 1;
  taken.counts.set(base, number);
  return claim(`${base}${number}`, taken) ? `${base}${number}` : count(base, taken);
}

function unnumbered(block: Numbered['block'], around: Section, taken: Taken): Numbered {
  const anchor = unnumberedAnchor(block, around, taken);
  return { block, anchor, citation: around.citation, numbered: false, level: 0 };
}

function unnumberedAnchor(block: Numbered['block'], around: Section, taken: Taken): string {
  if (block.type !== 'heading') return count(around.anchor === '' ? 'p' : `${around.anchor}-p`, taken);
  if (block.depth > 1) return count('h', taken);
  return claim('title', taken) ? 'title' : count('title-', taken);
}

const closers: Readonly<Record<Marker['style'], RegExp>> = {
  hanComma: /、$/,
  hanBracketed: /$/,
  digitDot: /[.．]$/,
  digitComma: /、$/,
  digitBracketed: /$/,
  digitClosed: /[)）]$/,
};

/** A number as citations write it: 四, （三）, 1, （1）. */
function citedNumber(text: string, marker: Marker | undefined): string {
  if (marker === undefined) return '';
  const written = text.slice(marker.start, marker.end).replace(/\s+/g, '').replace(closers[marker.style], '');
  return written.replace('(', '（').replace(')', '）');
}
