/**
 * The body of a policy after everything that is not allowed has been refused: a closed set of nodes.
 * Offsets are UTF-16 offsets in the body's source.
 */

/** A piece of the text of a block. */
export type Inline =
  | { readonly type: 'text'; readonly value: string; readonly offset: number }
  | { readonly type: 'break' }
  | { readonly type: 'strong' | 'emphasis'; readonly children: readonly Inline[] }
  | { readonly type: 'link'; readonly href: string; readonly children: readonly Inline[] }
  | MarkNode
  /** 原文如此: `note` stands beside the text and is not part of it. */
  | { readonly type: 'sic'; readonly note: string; readonly children: readonly Inline[] }
  /** Shown in the text, left out of search, data and feeds. */
  | { readonly type: 'private'; readonly children: readonly Inline[] };

/** A passage: what a clause or a target rests on, or figures that belong to neither. Adds no character. */
export interface MarkNode {
  readonly type: 'mark';
  readonly kind: 'Clause' | 'Target' | 'Plain';
  /** The clauses or targets; none for `Plain`. */
  readonly ids: readonly string[];
  readonly reason?: string;
  readonly offset: number;
  readonly children: readonly Inline[];
}

/** Something that stands on lines of its own. */
export type Block =
  | Heading
  | Paragraph
  | Box
  | Table
  /** A heading that the source has lost; `label` says so and is not part of the text. */
  | { readonly type: 'missingHeading'; readonly label: string; readonly offset: number };

/** `#` is 1. */
export interface Heading {
  readonly type: 'heading';
  readonly depth: number;
  readonly offset: number;
  readonly children: readonly Inline[];
}

/** One paragraph of the text. */
export interface Paragraph {
  readonly type: 'paragraph';
  readonly offset: number;
  readonly children: readonly Inline[];
}

/** Paragraphs set apart. A `Note` is the editors' and not part of the text. */
export interface Box {
  readonly type: 'box';
  readonly kind: 'Letterhead' | 'Center' | 'Right' | 'Note';
  readonly blocks: readonly Block[];
}

/** A real table of the source, its cells in the order of the text. */
export interface Table {
  readonly type: 'table';
  /** What the table is, for readers of the screen reader; not part of the text. */
  readonly label?: string;
  readonly rows: readonly (readonly Cell[])[];
}

/** One cell; `colspan` and `rowspan` are 1 unless the source joins cells. */
export interface Cell {
  readonly header: boolean;
  readonly colspan: number;
  readonly rowspan: number;
  readonly offset: number;
  readonly blocks: readonly Paragraph[];
}
