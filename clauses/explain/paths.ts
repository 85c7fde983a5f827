import type { PreparedPart } from '../evaluate/prepared.ts';
import type { Clause } from '../language/clause.ts';

/** The paths of the parts of a clause. Cached, and computed on demand: most checks need those of few clauses. */
const cache = new WeakMap<Clause, ReadonlyMap<unknown, string>>();

/** The place of a part in its clause, as a JSON Pointer: `/when/of/0`. Empty for a part of another clause. */
export function pathOf(clause: Clause, { source }: PreparedPart): string {
  const known = cache.get(clause) ?? pathsIn(clause);
  cache.set(clause, known);
  return known.get(source) ?? '';
}

function pathsIn(clause: Clause): ReadonlyMap<unknown, string> {
  const found = new Map<unknown, string>();
  const walk = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null || found.has(value)) return;
    found.set(value, path);
    for (const [key, inner] of Object.entries(value)) walk(inner, `${path}/${key}`);
  };
  for (const key of ['when', 'award', 'limits'] as const) walk(clause[key], `/${key}`);
  return found;
}
