import { normalizedForm } from '../../text/normalize.ts';

/** What a mark says of a passage: a clause, a target, figures that are no rule, or a contact's name and number. */
export type MarkKind = 'Clause' | 'Target' | 'Plain' | 'Private';

/** A marked passage of the body. */
export interface Mark {
  readonly kind: MarkKind;
  /** Local names of clauses or targets, in the order of the tag; empty for `Plain` and `Private`. */
  readonly ids: readonly string[];
  /** The verbatim text inside, inner tags taken away. */
  readonly text: string;
  /** UTF-16 offset in the source of the body, to show where it stands. */
  readonly offset: number;
  /** Whether the passage begins its block, so that a list marker may stand in front. */
  readonly blockStart: boolean;
  /** Whether it stands in the cell of a table. */
  readonly cell?: boolean;
  /** That table. */
  readonly table?: TablePlace;
  /** Why a `Plain` passage is no rule. */
  readonly reason?: string;
}

/** Where a cell stands, and the unit above its table (单位：万元), unless a mark says that it belongs to no rule. */
export interface TablePlace {
  /** The offset of the table in the source of the body. */
  readonly at: number;
  readonly column: number;
  /** What heads the column. */
  readonly head: string;
  readonly unit?: string;
}

/** A piece of a block outside all `Clause`, `Target` and `Plain` marks. */
export interface Passage {
  readonly text: string;
  readonly offset: number;
  readonly blockStart: boolean;
  readonly table?: TablePlace;
}

/** The body of a policy file as the loader read it. */
export interface MarkedBody {
  /** The whole verbatim text. */
  readonly text: string;
  /** In the order of the text; a mark inside another follows it. */
  readonly marks: readonly Mark[];
  /** What no mark covers, in the order of the text. */
  readonly unmarked: readonly Passage[];
  /** Anchors of the paragraphs and the places that name one alone (第二条), against which `articles` is held. */
  readonly anchors?: readonly string[];
}

const compared = new WeakMap<MarkedBody, string>();

/** The whole text in the form in which text and rule are compared, made once: many rules are held against it. */
export function comparedText(body: MarkedBody): string {
  const text = compared.get(body) ?? normalizedForm(body.text);
  compared.set(body, text);
  return text;
}

/** The marked sentences of a clause or target, in order. */
export function sentencesOf(body: MarkedBody, name: string): string[] {
  return marksOf(body, name).map((mark) => mark.text);
}

/** The marks that carry a local name. */
function marksOf(body: MarkedBody, name: string): Mark[] {
  return body.marks.filter((mark) => mark.ids.includes(name));
}
