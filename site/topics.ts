import type { Policy } from '../clauses/index.ts';
import type { Placed } from './clauses.ts';
import { allPolicies } from './content/collections.ts';
import { hasEnded } from './standing.ts';

/** A topic with everything that is listed under it. */
export interface Topic {
  readonly name: string;
  /** Anchor on the list of policies. */
  readonly anchor: string;
  /** Awards; those of documents that no longer hold come last. */
  readonly awards: readonly Placed[];
  /** How many awards stand in documents that have not ended. */
  readonly current: number;
  /** Documents that name the topic without an award of it. */
  readonly policies: readonly Policy[];
}

/** The topics of all documents, those with the most awards first. */
export async function allTopics(): Promise<readonly Topic[]> {
  const policies = (await allPolicies()).map(({ policy }) => policy);
  const names = new Set(
    policies.flatMap((policy) => [...policy.topics, ...policy.clauses.flatMap((clause) => clause.topics)]),
  );
  return [...names]
    .sort()
    .map((name) => topicOf(name, policies))
    .sort((a, b) => b.current - a.current || b.awards.length - a.awards.length);
}

function topicOf(name: string, policies: readonly Policy[]): Topic {
  const awards = policies.flatMap((policy) =>
    policy.clauses
      .filter(({ kind, topics }) => kind === 'award' && topics.includes(name))
      .map((clause) => ({ policy, clause })),
  );
  const holding = awards.filter(({ policy }) => !hasEnded(policy));
  const ended = awards.filter(({ policy }) => hasEnded(policy));
  const named = policies.filter(
    (policy) => policy.topics.includes(name) && !awards.some((award) => award.policy === policy),
  );
  return {
    name,
    anchor: `topic-${name}`,
    awards: [...holding, ...ended],
    current: holding.length,
    policies: named,
  };
}
