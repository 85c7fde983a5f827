import type { Catalogue } from '../../language/catalogue.ts';
import type { Policy } from '../../language/policy.ts';

/**
 * Builds the evaluation catalogue of one jurisdiction. `hash` turns a text into `sha256-<hex>`; it is a parameter because
 * the core has no cryptography. The order of `policies` does not change the catalogue.
 */
export function buildCatalogue(
  jurisdiction: string,
  policies: readonly Policy[],
  hash: (text: string) => string,
): Catalogue {
  const content = {
    api: 1 as const,
    jurisdiction,
    policies: [...policies]
      .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
      .map(({ id, title, documentNumber, dates, clauses, groups }) => ({
        id,
        title,
        documentNumber,
        dates,
        clauses,
        groups,
      })),
  };
  return { ...content, hash: hash(canonicalJson(content)) };
}

/** JSON with the keys of every object in the order of their UTF-16 units and no white space (after RFC 8785). */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, each]) => `${JSON.stringify(key)}:${canonicalJson(each)}`);
  return `{${entries.join(',')}}`;
}
