import { allPolicies, oncePerBuild, sharedTables } from './content/collections.ts';
import { sha256 } from './content/files.ts';
import { today } from './today.ts';

/**
 * Makes the key of a page from the ids of the documents that it is made of, and from what else it shows. While the key
 * and the code stay the same, the page is not made again. Tables and day are part of every key.
 */
export const cacheKeys = oncePerBuild(async () => {
  const tables = sha256(JSON.stringify(await sharedTables()));
  const keys = new Map((await allPolicies()).map(({ id, key }) => [id, key]));
  return (from: Iterable<string>, ...shown: readonly unknown[]): string =>
    sha256(JSON.stringify([today(), tables, Array.from(from, (id) => keys.get(id)), ...shown]));
});
