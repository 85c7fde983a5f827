import { sha256 } from '../load/content-files.ts';
import type { LoadedPolicy } from '../load/load-content.ts';

/**
 * Makes the key of a page from the ids of the documents that it is made of, and from what else it shows. While the key
 * and the code stay the same, the page is not made again.
 */
export type PageKey = (from: Iterable<string>, ...shown: readonly unknown[]) => string;

/**
 * Keys of pages over all policies; `shared` is a part of every key. So is the id of each document: a file under another
 * name has another address and the same content.
 */
export function pageKeys(
  policies: readonly Pick<LoadedPolicy, 'id' | 'key'>[],
  ...shared: readonly string[]
): PageKey {
  const keys = new Map(policies.map(({ id, key }) => [id, key]));
  return (from, ...shown) =>
    sha256(JSON.stringify([shared, Array.from(from, (id) => [id, keys.get(id)]), ...shown]));
}
