import type { Policy, Requirement } from '../../../clauses/index.ts';

/** A condition that a document states once, and the number of the clauses that it holds for. */
export interface GeneralRequirement extends Omit<Requirement, 'path'> {
  /** Local name, as in the marks. */
  readonly name: string;
  readonly clauses: number;
}

/** The general requirements of a policy, in the order of the clauses that carry them. */
export function requirementsOf({ clauses }: Pick<Policy, 'clauses'>): readonly GeneralRequirement[] {
  const found = new Map<string, GeneralRequirement>();
  for (const { path: _, ...requirement } of clauses.flatMap(({ requirements = [] }) => requirements)) {
    const { id } = requirement;
    const count = found.get(id)?.clauses ?? 0;
    found.set(id, { ...requirement, name: id.slice(id.indexOf('#') + 1), clauses: count + 1 });
  }
  return [...found.values()];
}
