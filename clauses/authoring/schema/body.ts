import { normalizedForm } from '../../text/normalize.ts';

/** What a marked passage is: a clause, a target, figures that are not a rule, or a contact's name and number. */
export type MarkKind = 'Clause' | 'Target' | 'Plain' | 'Private';

/** A marked passage of the body. */
export interface Mark {
  readonly kind: MarkKind;
  /** Local names of clauses or targets, in the order of the tag; empty for `Plain` and `Private`. */
  readonly ids: readonly string[];
  /** The verbatim text inside, without inner tags. */
  readonly text: string;
  /** UTF-16 offset in the source of the body, for messages. */
  readonly offset: number;
  /** Whether the passage begins its block, so that it may begin with a list marker. */
  readonly blockStart: boolean;
  /** Whether it is in a cell of a table. */
  readonly cell?: boolean;
  /** The position in the table, where the passage is in one. */
  readonly table?: TablePlace;
  /** The reason why a `Plain` passage is not a rule. */
  readonly reason?: string;
}

/** The position of a cell in its table. */
export interface TablePlace {
  /** UTF-16 offset of the table in the source of the body. */
  readonly at: number;
  /** 0-based. */
  readonly column: number;
  /** The heading of the column. */
  readonly head: string;
  /** The unit above the table (单位：万元), unless a mark says that it is not part of a rule. */
  readonly unit?: string;
}

/** A piece of a block outside all `Clause`, `Target` and `Plain` marks. */
export interface Passage {
  readonly text: string;
  readonly offset: number;
  readonly blockStart: boolean;
  readonly table?: TablePlace;
}

/** The body of a policy file as read by the loader. */
export interface MarkedBody {
  /** The whole verbatim text. */
  readonly text: string;
  /** In the order of the text; an inner mark follows the outer one. */
  readonly marks: readonly Mark[];
  /** The passages outside all marks, in the order of the text. */
  readonly unmarked: readonly Passage[];
  /** The keys that `articles` may have: anchors of paragraphs, and citations of exactly one paragraph (第二条). */
  readonly anchors?: readonly string[];
}

const comparedTexts = new WeakMap<MarkedBody, string>();

/** The whole text in the form in which text and rules are compared. Cached, because many rules are compared with it. */
export function comparedText(body: MarkedBody): string {
  const text = comparedTexts.get(body) ?? normalizedForm(body.text);
  comparedTexts.set(body, text);
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
