/**
 * The syntax tree of a body that contains only what is allowed: a closed set of nodes. All offsets are UTF-16 offsets in
 * the source of the body.
 */

/** A node within a line. */
export type Inline =
  | { readonly type: 'text'; readonly value: string; readonly offset: number }
  | { readonly type: 'break' }
  | { readonly type: 'strong' | 'emphasis'; readonly children: readonly Inline[] }
  | { readonly type: 'link'; readonly href: string; readonly children: readonly Inline[] }
  | MarkNode
  /** 原文如此: `note` is shown beside the text and is not part of it. */
  | { readonly type: 'sic'; readonly note: string; readonly children: readonly Inline[] }
  /** Shown on the page, omitted from search, data and feeds. */
  | { readonly type: 'private'; readonly children: readonly Inline[] };

/** A marked passage: the source of a clause or target, or figures that belong to neither (`Plain`). Adds no character. */
export interface MarkNode {
  readonly type: 'mark';
  readonly kind: 'Clause' | 'Target' | 'Plain';
  /** Local names of the clauses or targets; empty for `Plain`. */
  readonly ids: readonly string[];
  /** Why a `Plain` passage belongs to no clause or target. */
  readonly reason?: string;
  readonly offset: number;
  readonly children: readonly Inline[];
}

/** A node on lines of its own. */
export type Block =
  | Heading
  | Paragraph
  | Box
  | Table
  /** A heading that the source has lost. `label` replaces it and is not part of the text. */
  | { readonly type: 'missingHeading'; readonly label: string; readonly offset: number };

/** A heading; `depth` is the number of its `#`. */
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

/** Paragraphs with a layout of their own. A `Note` comes from the editors and is not part of the text. */
export interface Box {
  readonly type: 'box';
  readonly kind: 'Letterhead' | 'Center' | 'Right' | 'Note';
  readonly blocks: readonly Block[];
}

/** A table of the source; its cells are in the order of the text. */
export interface Table {
  readonly type: 'table';
  /** The accessible name of the table; not part of the text. */
  readonly label?: string;
  readonly rows: readonly (readonly Cell[])[];
}

/** One cell; `colspan` and `rowspan` are 1 unless the source merges cells. */
export interface Cell {
  readonly header: boolean;
  readonly colspan: number;
  readonly rowspan: number;
  readonly offset: number;
  readonly blocks: readonly Paragraph[];
}
