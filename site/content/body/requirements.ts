import type { Policy, Requirement } from '../../../clauses/index.ts';

/** A condition that a document states once for several clauses. */
export interface GeneralRequirement extends Omit<Requirement, 'path'> {
  /** Local name, as marks use it. */
  readonly name: string;
  /** The number of clauses that it applies to. */
  readonly clauses: number;
}

/** The general requirements of a policy, each once, in the order of the clauses to which they apply. */
export function requirementsOf({ clauses }: Pick<Policy, 'clauses'>): readonly GeneralRequirement[] {
  const found = new Map<string, GeneralRequirement>();
  for (const { path: _, ...requirement } of clauses.flatMap(({ requirements = [] }) => requirements)) {
    const { id } = requirement;
    const count = found.get(id)?.clauses ?? 0;
    found.set(id, { ...requirement, name: id.slice(id.indexOf('#') + 1), clauses: count + 1 });
  }
  return [...found.values()];
}
