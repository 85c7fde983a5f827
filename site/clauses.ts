import type { Clause, Condition, Limit, Policy } from '../clauses/index.ts';
import { sayCondition } from '../views/wording/clause.ts';
import type { Vocabulary } from '../views/wording/names.ts';
import { sayAward, sayLimits, sayTerm } from '../views/wording/summary.ts';

/** A clause with the document that it stands in. */
export interface Placed {
  readonly policy: Policy;
  readonly clause: Clause;
}

/** What a clause gives, taken apart so that clauses of several places can be compared column by column. */
export interface Comparable {
  readonly gives: string;
  readonly caps: string;
  readonly thresholds: string;
  readonly years: string;
  readonly force: string;
}

/** Takes a clause apart; an empty text where it states nothing of the kind. */
export function comparable({ award, limits, when }: Clause, words: Vocabulary): Comparable {
  const own: readonly Limit[] = limits.filter(({ over }) => !Array.isArray(over));
  return {
    gives: award === undefined ? '' : sayAward(award, words),
    caps: sayLimits(own, words).join('；'),
    thresholds: [...new Set(thresholdsOf(when).map((each) => sayCondition(each, words)))].join('；'),
    years: award === undefined ? '' : sayTerm(award).join(''),
    force: forceOf(award),
  };
}

/** Comparisons of the applicant's figures; not those of a sum over several, which are said in the self-check. */
function thresholdsOf(when: Condition | undefined): readonly Condition[] {
  if (when === undefined) return [];
  switch (when.op) {
    case 'compare':
      return when.left.op === 'fact' || when.left.op === 'year' ? [when] : [];
    case 'all':
    case 'any':
    case 'nOf':
      return when.of.flatMap(thresholdsOf);
    case 'some':
    case 'every':
      return thresholdsOf(when.where);
    default:
      return [];
  }
}

function forceOf(award: Clause['award']): string {
  if (award?.least === undefined || award.most === undefined) return '';
  if (award.most === null) return '下限';
  return JSON.stringify(award.least) === JSON.stringify(award.most) ? '给予' : '最高';
}

/** The clauses of some documents by topic, topics with the most clauses first; a clause stands under each of its own. */
export function byTopic(policies: readonly Policy[]): readonly (readonly [topic: string, Placed[]])[] {
  const found = new Map<string, Placed[]>();
  for (const policy of policies)
    for (const clause of policy.clauses) {
      for (const topic of clause.topics) {
        const placed = found.get(topic) ?? [];
        placed.push({ policy, clause });
        found.set(topic, placed);
      }
    }
  return [...found].sort(([, a], [, b]) => b.length - a.length);
}

/** Where a clause or target stands: its page and anchor. */
export function addressOf(id: string): string {
  const [document, anchor] = id.split('#');
  return `/policies/${document}/#${anchor}`;
}
