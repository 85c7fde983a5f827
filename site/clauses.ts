import type { Clause, Policy } from '../clauses/index.ts';

/** A clause with the document that it stands in. */
export interface ClauseOfPolicy {
  readonly policy: Policy;
  readonly clause: Clause;
}

/** The clauses of some documents by topic, topics with the most clauses first; a clause stands under each of its own. */
export function byTopic(
  policies: readonly Policy[],
): readonly (readonly [topic: string, ClauseOfPolicy[]])[] {
  const found = new Map<string, ClauseOfPolicy[]>();
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

/** More rows than these make an overview that nobody reads to its end. */
const MOST_ROWS = 2000;

/** How many rows of each topic an overview of a large site has. */
const FIRST_ROWS = 20;

/**
 * The rows of the overview of all topics: all clauses of each topic; on a large site only the first of each, because the
 * page of the topic lists them all.
 */
export function overviewRows<Row>(
  topics: readonly (readonly [topic: string, readonly Row[]])[],
): readonly { readonly topic: string; readonly placed: Row; readonly more: boolean }[] {
  const all = topics.reduce((count, [, placed]) => count + placed.length, 0);
  const most = all > MOST_ROWS ? FIRST_ROWS : all;
  return topics.flatMap(([topic, placed]) => {
    const more = placed.length > most;
    return placed.slice(0, most).map((each) => ({ topic, placed: each, more }));
  });
}

/** The page that lists the clauses of a topic. */
export function topicAddress(topic: string): string {
  return `/supports/topic/${topic}/`;
}

/** Where a clause or target stands: its page and anchor. */
export function addressOf(id: string): string {
  const [document, anchor] = id.split('#');
  return `/policies/${document}/#${anchor}`;
}
