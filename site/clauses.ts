import type { Clause, Policy } from '../clauses/index.ts';

/** A clause with the document that contains it. */
export interface ClauseOfPolicy {
  readonly policy: Policy;
  readonly clause: Clause;
}

/**
 * Groups the clauses of some documents by topic, topics with the most clauses first; a clause appears under each of its
 * topics.
 */
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

/** An overview with more rows than this is too long to read. */
const MOST_ROWS = 2000;

/** The number of rows for each topic in the overview of a large site. */
const FIRST_ROWS = 20;

/**
 * The rows of the overview of all topics: all clauses of each topic. On a large site only the first rows of each topic;
 * the page of the topic lists all of them.
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

/** The address of a clause or target: its page and anchor. `id` is `<jurisdiction>/<document>#<name>`. */
export function addressOf(id: string): string {
  const [document, anchor] = id.split('#');
  return `/policies/${document}/#${anchor}`;
}
