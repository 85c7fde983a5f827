import { lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { digestsOf, removeObstacle } from './digests.ts';

/**
 * What Astro keeps in its cache folder from one build to the next and uses as it finds it: the pages, what they were made
 * of, and the content store. Policies and parts of the search index carry digests of their own.
 */
const KEPT_FILES = ['incremental-build.json', 'data-store.json'];
const KEPT = ['dist', ...KEPT_FILES];

/** Folders below the cache that builds write into. */
const FOLDERS = ['', 'dist', 'policies', 'search'];

/**
 * Removes from Astro's cache folder everything that is not byte for byte what `sealKeptPages` saw, so that Astro makes it
 * again. Returns the number of files removed.
 */
export function dropChangedPages(cache: string, seal: string): number {
  for (const folder of FOLDERS) removeObstacle(join(cache, folder));
  const sealed = readSeal(seal);
  let dropped = 0;
  for (const [file, digest] of KEPT.flatMap((each) => [...digestsOf(cache, each)])) {
    if (sealed.get(file) === digest) continue;
    rmSync(join(cache, file), { recursive: true, force: true });
    dropped += 1;
  }
  // A folder in place of a file has no digest of its own.
  for (const file of KEPT_FILES)
    if (lstatSync(join(cache, file), { throwIfNoEntry: false })?.isDirectory() === true)
      rmSync(join(cache, file), { recursive: true });
  return dropped;
}

/** Records the digests of what Astro has kept, after a build that succeeded. */
export function sealKeptPages(cache: string, seal: string): void {
  mkdirSync(dirname(seal), { recursive: true });
  rmSync(seal, { recursive: true, force: true });
  writeFileSync(seal, JSON.stringify(KEPT.flatMap((each) => [...digestsOf(cache, each)])));
}

/** The recorded digests by file; none where the record is missing or damaged. */
function readSeal(seal: string): ReadonlyMap<unknown, unknown> {
  try {
    const entries: unknown = JSON.parse(readFileSync(seal, 'utf8'));
    return new Map(
      Array.isArray(entries) ? entries.filter(Array.isArray).map(([file, digest]) => [file, digest]) : [],
    );
  } catch {
    return new Map();
  }
}
