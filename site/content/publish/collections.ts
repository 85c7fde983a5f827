import { getCollection, getEntry } from 'astro:content';
import type { LoadedPolicy } from '../load/load-content.ts';
import { readCachedPolicy } from '../load/policy-cache.ts';
import type { Tables } from '../load/tables.ts';
import type { PublishedContent } from './open-data.ts';

/**
 * Computes a value from the content once per build. On the development server the content changes, so nothing is cached
 * there.
 */
export function oncePerBuild<Value>(compute: () => Promise<Value>): () => Promise<Value> {
  let cached: Promise<Value> | undefined;
  return () => {
    if (!import.meta.env.PROD) return compute();
    cached ??= compute();
    return cached;
  };
}

/** The policies of the site, sorted by id. */
export const allPolicies = oncePerBuild(async (): Promise<readonly LoadedPolicy[]> => {
  const entries = await getCollection('policies');
  return entries.map(({ data }) => readCachedPolicy(data)).sort((a, b) => (a.id < b.id ? -1 : 1));
});

/** The tables that all policies share. */
export const sharedTables = oncePerBuild(async (): Promise<Tables> => {
  const entry = await getEntry('tables', 'tables');
  if (entry === undefined)
    throw new Error('The content store has no tables because the content was not loaded.');
  return entry.data;
});

/** Everything that the site publishes. */
export const allContent = oncePerBuild(
  async (): Promise<PublishedContent> => ({ ...(await sharedTables()), policies: await allPolicies() }),
);
