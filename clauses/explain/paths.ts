import type { PreparedPart } from '../evaluate/prepared.ts';
import type { Clause } from '../language/clause.ts';

/** By clause: where its parts stand. Found when first asked for: most checks say it of few clauses. */
const places = new WeakMap<Clause, ReadonlyMap<unknown, string>>();

/** The place of a part in its clause, a JSON Pointer: `/when/of/0`. */
export function pathOf(clause: Clause, { source }: PreparedPart): string {
  const known = places.get(clause) ?? placesIn(clause);
  places.set(clause, known);
  return known.get(source) ?? '';
}

function placesIn(clause: Clause): ReadonlyMap<unknown, string> {
  const found = new Map<unknown, string>();
  const walk = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null || found.has(value)) return;
    found.set(value, path);
    for (const [key, inner] of Object.entries(value)) walk(inner, `${path}/${key}`);
  };
  for (const key of ['when', 'award', 'limits'] as const) walk(clause[key], `/${key}`);
  return found;
}
