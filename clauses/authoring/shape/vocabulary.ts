import * as z from 'zod';
import { dictionarySchema } from '../schema/facts.ts';
import { policySchema } from '../schema/policy.ts';

/** The names of parts by key. */
export type KeyVocabulary = ReadonlyMap<string, ReadonlySet<string>>;
let cached: KeyVocabulary | undefined;

/**
 * Every key of the schemas with the names of the parts that have it, to find the intended key or part. Computed once.
 */
export function vocabulary(): KeyVocabulary {
  cached ??= [policySchema, dictionarySchema].reduce((found, schema) => {
    const { $defs = {}, ...top } = z.toJSONSchema(schema);
    for (const part of [top, ...Object.values($defs)])
      for (const key of keysOf(part))
        found.set(key, (found.get(key) ?? new Set()).add(part.description ?? ''));
    return found;
  }, new Map<string, Set<string>>());
  return cached;
}

function keysOf(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(keysOf);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === 'properties' && typeof value === 'object' && value !== null
      ? [...Object.keys(value), ...Object.values(value).flatMap(keysOf)]
      : keysOf(value),
  );
}
