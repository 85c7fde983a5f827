import { sha256 } from '../load/content-files.ts';
import type { LoadedPolicy } from '../load/load-content.ts';

/**
 * Makes the cache key of a page from the ids of the documents that it depends on and from the other values that it shows.
 * A page with the same key is rendered again only if its code changes.
 */
export type PageKey = (from: Iterable<string>, ...shown: readonly unknown[]) => string;

/**
 * Returns the function that makes page keys; `shared` is part of every key. The ids of the documents are part of a key as
 * well, because a renamed file has the same content at another address.
 */
export function pageKeys(
  policies: readonly Pick<LoadedPolicy, 'id' | 'key'>[],
  ...shared: readonly string[]
): PageKey {
  const keys = new Map(policies.map(({ id, key }) => [id, key]));
  return (from, ...shown) =>
    sha256(JSON.stringify([shared, Array.from(from, (id) => [id, keys.get(id)]), ...shown]));
}
