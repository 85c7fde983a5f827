import type { Clause, Policy } from '../clauses/index.ts';

/** A clause with the document that it stands in. */
export interface Placed {
  readonly policy: Policy;
  readonly clause: Clause;
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
