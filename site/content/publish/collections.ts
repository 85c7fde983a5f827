import { getCollection, getEntry } from 'astro:content';
import type { LoadedPolicy } from '../load/load-content.ts';
import { readCachedPolicy } from '../load/policy-cache.ts';
import type { Tables } from '../load/tables.ts';
import type { PublishedContent } from './open-data.ts';

/**
 * What is worked out of the content once for a whole build. While a publisher writes, the content changes under the
 * running server, so nothing is kept then.
 */
export function oncePerBuild<Value>(work: () => Promise<Value>): () => Promise<Value> {
  let kept: Promise<Value> | undefined;
  return () => {
    if (!import.meta.env.PROD) return work();
    kept ??= work();
    return kept;
  };
}

/** The policies of the site in the order of their ids. */
export const allPolicies = oncePerBuild(async (): Promise<readonly LoadedPolicy[]> => {
  const entries = await getCollection('policies');
  return entries.map(({ data }) => readCachedPolicy(data)).sort((a, b) => (a.id < b.id ? -1 : 1));
});

/** The tables that all policies share. */
export const sharedTables = oncePerBuild(async (): Promise<Tables> => {
  const entry = await getEntry('tables', 'tables');
  if (entry === undefined) throw new Error('The content store has no tables: the content was not loaded.');
  return entry.data;
});

/** Everything that the site publishes. */
export const allContent = oncePerBuild(
  async (): Promise<PublishedContent> => ({ ...(await sharedTables()), policies: await allPolicies() }),
);
