import type { Clause, Policy } from '../clauses/index.ts';
import { allPolicies } from './content/collections.ts';

/** A topic with everything that is listed under it. */
export interface Topic {
  readonly name: string;
  /** Anchor on the list of policies. */
  readonly anchor: string;
  readonly clauses: readonly { readonly policy: Policy; readonly clause: Clause }[];
}

/** The topics of all policies, those with the most clauses first. */
export async function allTopics(): Promise<readonly Topic[]> {
  const clauses = (await allPolicies()).flatMap(({ policy }) =>
    policy.clauses.filter(({ kind }) => kind === 'award').map((clause) => ({ policy, clause })),
  );
  const names = [...new Set(clauses.flatMap(({ clause }) => clause.topics))].sort();
  return names
    .map((name) => ({
      name,
      anchor: `topic-${name}`,
      clauses: clauses.filter(({ clause }) => clause.topics.includes(name)),
    }))
    .sort((a, b) => b.clauses.length - a.clauses.length);
}
