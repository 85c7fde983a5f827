import type { Clause } from '../../../clauses/index.ts';
import { concerningReadings, type PolicyRules } from '../../../clauses/language.ts';

/** How many passages that concern some clauses of a policy can be read in more than one way, and where they are. */
export interface OpenQuestions {
  /** Each counted once. */
  readonly count: number;
  /** Those of these clauses themselves, of their groups and of general requirements. */
  readonly here: number;
  /** Those of other clauses, in the order of the policy. */
  readonly elsewhere: readonly { readonly clause: Clause; readonly count: number }[];
}

/** Counts the readings that concern any of these clauses of a policy. */
export function openQuestions(clauses: readonly Clause[], policy: PolicyRules): OpenQuestions {
  const concerning = concerningReadings(policy);
  const ids = new Set(clauses.flatMap(({ id }) => (concerning.get(id) ?? []).map((reading) => reading.id)));
  const elsewhere = policy.clauses
    .filter((clause) => !clauses.some(({ id }) => id === clause.id))
    .map((clause) => ({
      clause,
      count: [...ids].filter((id) => id.slice(0, id.lastIndexOf(':')) === clause.id).length,
    }))
    .filter(({ count }) => count > 0);
  const others = elsewhere.reduce((sum, { count }) => sum + count, 0);
  return { count: ids.size, here: ids.size - others, elsewhere };
}

/** A part of a sentence; `anchor` where it is a link to a place of the same page. */
export interface LinkedText {
  readonly text: string;
  readonly anchor?: string;
}

/** `文件有 5 处没有写清，见自查结果：这里 2 处，四（三）7 的 3 处。`; nothing where the text is clear. */
export function sayOpenQuestions({ count, here, elsewhere }: OpenQuestions): readonly LinkedText[] {
  if (count === 0) return [];
  const head = `文件有 ${count} 处没有写清，见自查结果`;
  if (elsewhere.length === 0) return [{ text: `${head}。` }];
  const links = elsewhere.flatMap(({ clause, count: number }, index): readonly LinkedText[] => [
    { text: index === 0 && here === 0 ? '' : '，' },
    { text: clause.citation || clause.title, anchor: `#${clause.id.slice(clause.id.indexOf('#') + 1)}` },
    { text: ` 的 ${number} 处` },
  ]);
  return [{ text: `${head}：${here > 0 ? `这里 ${here} 处` : ''}` }, ...links, { text: '。' }];
}
