import { lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { sha256 } from './content-files.ts';
import type { LoadedPolicy, LoadOptions } from './load-content.ts';

/**
 * The entry of a policy in Astro's content store. The policy itself is in a file of its own, because Astro reads its store
 * as one string, and ten thousand policies exceed the greatest length of a JavaScript string.
 */
export interface CachedPolicy {
  readonly path: string;
}

/** The file in which a policy is cached between builds, below the cache folder. */
export function cachedPolicyPath(cache: string, id: string): string {
  return join(cache, 'policies', `${id}.json`);
}

/**
 * Writes a policy to its cache file in three lines: a digest of the other two, the policy without its body, and the body,
 * which is four times as large and rarely needed. The file is written under another name and then renamed, so that other
 * threads and builds never see a part of it.
 */
function writePolicy(path: string, { text: _text, body, ...policy }: LoadedPolicy): void {
  clearPlace(path);
  mkdirSync(dirname(path), { recursive: true });
  const unfinished = `${path}.${process.pid}.${threadId}`;
  const lines = `${JSON.stringify(policy)}\n${JSON.stringify(body)}`;
  writeFileSync(unfinished, `${sha256(lines)}\n${lines}`);
  renameSync(unfinished, path);
}

/** Removes whatever is in the place of a cache file but is no file, and in the place of its folder but is no folder. */
function clearPlace(path: string): void {
  const folder = dirname(path);
  const isFolder = (each: string): boolean =>
    lstatSync(each, { throwIfNoEntry: false })?.isDirectory() === true;
  if (!isFolder(folder)) rmSync(folder, { force: true });
  else if (isFolder(path)) rmSync(path, { recursive: true });
}

/** The folders of a policy cache. */
export interface PolicyCache {
  /** The content folder. */
  readonly folder: string;
  /** The cache folder. */
  readonly cache: string;
  /** Identifies the code that reads the content. */
  readonly version: string;
}

/** The options with which `loadContent` reads unchanged policies from a cache and writes the others to it. */
export function cacheOptions({
  cache,
  version,
}: PolicyCache): Pick<LoadOptions, 'version' | 'readCached' | 'writeCached'> {
  return {
    version,
    readCached: (id, key) => readIfCurrent(cachedPolicyPath(cache, id), key),
    writeCached: (policy) => {
      const path = cachedPolicyPath(cache, policy.id);
      writePolicy(path, policy);
      return readCachedPolicy({ path });
    },
  };
}

/** The cached policy, where it has this key and the digest shows that its file is undamaged. */
function readIfCurrent(path: string, key: string): LoadedPolicy | undefined {
  try {
    const file = readFileSync(path);
    const end = file.indexOf('\n');
    if (end === -1 || sha256(file.subarray(end + 1)) !== file.toString('utf8', 0, end)) return undefined;
    const policy = parsePolicy(file, path);
    return policy.key === key ? policy : undefined;
  } catch {
    return undefined;
  }
}

/** Deletes the cache file of a policy; does nothing where there is none. */
export function deleteCachedPolicy(path: string): void {
  rmSync(path, { recursive: true, force: true });
}

/** Reads a cached policy. Its body is read only on access, so that the bodies of a large site are not all in memory. */
export function readCachedPolicy({ path }: CachedPolicy): LoadedPolicy {
  return parsePolicy(readFileSync(path), path);
}

function parsePolicy(file: Buffer, path: string): LoadedPolicy {
  // `writePolicy` wrote the lines.
  const policy: Omit<LoadedPolicy, 'body'> = JSON.parse(lineOf(file, 1));
  return {
    ...policy,
    get body(): LoadedPolicy['body'] {
      return JSON.parse(lineOf(readFileSync(path), 2));
    },
  };
}

/** One line of a cache file, 0-based; only that line is decoded. JSON without indentation has no line ends. */
function lineOf(file: Buffer, index: 1 | 2): string {
  const first = file.indexOf('\n') + 1;
  const second = file.indexOf('\n', first);
  return index === 1 ? file.toString('utf8', first, second) : file.toString('utf8', second + 1);
}
