import { getCollection, getEntry } from 'astro:content';
import type { LoadedPolicy } from './load.ts';
import type { PublishedContent } from './published.ts';
import type { Tables } from './tables.ts';

/** The policies of the site in the order of their ids. */
export async function allPolicies(): Promise<readonly LoadedPolicy[]> {
  const entries = await getCollection('policies');
  return entries.map(({ data }) => data).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The tables that all policies share. */
export async function sharedTables(): Promise<Tables> {
  const entry = await getEntry('tables', 'tables');
  if (entry === undefined) throw new Error('The content store has no tables: the content was not loaded.');
  return entry.data;
}

/** Everything that the site publishes. */
export async function allContent(): Promise<PublishedContent> {
  return { ...(await sharedTables()), policies: await allPolicies() };
}
