import type { Clause } from './clause.ts';
import type { Comparator } from './expression.ts';
import type { Group } from './group.ts';
import type { PolicyDates } from './standing.ts';

/** One policy document as the pages and the open data publish it: the source's words, its targets and its clauses. */
export interface Policy {
  /** `<jurisdiction>/<document>` */
  readonly id: string;
  readonly jurisdiction: string;
  readonly title: string;
  /** The title of the notice that carries it, where the text has one. */
  readonly noticeTitle?: string;
  /** Everything below is as the text states it; `null` where it does not. */
  readonly documentNumber: string | null;
  readonly issuers: readonly string[];
  readonly indexNumber: string | null;
  readonly category: string | null;
  readonly documentKind: string | null;
  readonly publicity: string | null;
  readonly sourceUrl: string | null;
  readonly dates: PolicyDates;
  /** The documents (a policy id, or a title) that repeal or replace this one, and those that it amends. */
  readonly repealedBy?: string;
  readonly replacedBy?: string;
  readonly amends?: readonly string[];
  readonly topics: readonly string[];
  /** Whom it addresses, in one phrase. */
  readonly audience: string | null;
  readonly enteredOn: string;
  readonly textDigest: string;
  /** The kinds of its paragraphs by anchor, where the author gives them. */
  readonly articles?: Readonly<Record<string, ArticleKind>>;
  readonly targets: readonly Target[];
  readonly clauses: readonly Clause[];
  readonly groups: readonly Group[];
}

/** What a paragraph is: a computable rule, a numeric target, a matter for the authority, or narrative. */
export type ArticleKind = 'rule' | 'target' | 'judgement' | 'narrative';

/** How a target bounds its value. */
export type TargetComparator = Comparator | 'about';

/** A numeric target of the document. Values are decimal strings in `unit`. */
export interface Target {
  /** Full id: `<jurisdiction>/<document>#<name>`. */
  readonly id: string;
  /** Id of the shared dictionary of indicators. */
  readonly indicator: string;
  readonly label: string;
  readonly unit: string;
  readonly comparator: TargetComparator;
  /** Total or level to be reached. */
  readonly total?: string;
  /** The values of single years, each with its own bound. */
  readonly byYear?: Readonly<
    Record<string, { readonly value: string; readonly comparator: TargetComparator }>
  >;
  /** A task in the words of the text, where it states no number of its own. */
  readonly task?: string;
  /** A rate of growth per year rather than a level. */
  readonly growth?: boolean;
  /** As the text has it: 到2025年. Absent where it states none. */
  readonly deadline?: string;
  readonly citation: string;
  readonly sentences: readonly string[];
}
