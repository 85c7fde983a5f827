import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { sha256 } from './content-files.ts';
import type { LoadedPolicy, LoadOptions } from './load-content.ts';

/**
 * Where Astro's content store finds a policy. The policy lies in a file of its own: the store is one text that the
 * bundler reads whole, and ten thousand policies are longer than a text of JavaScript may be.
 */
export interface CachedPolicy {
  readonly path: string;
}

/** The file in which a policy is kept from one build to the next, below the folder that keeps what a build has read. */
export function cachedPolicyPath(cache: string, id: string): string {
  return join(cache, 'policies', `${id}.json`);
}

/**
 * Keeps a policy for the pages of this build and for the next build, in three lines: a digest of the others, the policy,
 * and its body, which is four times as large as the rest and asked for by few. The file appears whole, whoever else
 * writes or reads it, another build as well.
 */
function keepPolicy(path: string, { text: _text, body, ...policy }: LoadedPolicy): void {
  mkdirSync(dirname(path), { recursive: true });
  const unfinished = `${path}.${process.pid}.${threadId}`;
  const lines = `${JSON.stringify(policy)}\n${JSON.stringify(body)}`;
  writeFileSync(unfinished, `${sha256(lines)}\n${lines}`);
  renameSync(unfinished, path);
}

/** Where policies are read and kept. Paths of folders. */
export interface PolicyCache {
  readonly folder: string;
  readonly cache: string;
  /** Stands for the code that reads them. */
  readonly version: string;
}

/** How a folder is loaded so that nothing is read twice: see `LoadOptions`. */
export function cacheOptions({
  cache,
  version,
}: PolicyCache): Pick<LoadOptions, 'version' | 'readCached' | 'writeCached'> {
  return {
    version,
    readCached: (id, key) => keptUnder(cachedPolicyPath(cache, id), key),
    writeCached: (policy) => {
      const path = cachedPolicyPath(cache, policy.id);
      keepPolicy(path, policy);
      return readCachedPolicy({ path });
    },
  };
}

/** The policy as it was kept, if it was kept under this key and nothing has damaged the file since. */
function keptUnder(path: string, key: string): LoadedPolicy | undefined {
  if (!existsSync(path)) return undefined;
  const file = readFileSync(path);
  const end = file.indexOf('\n');
  if (end === -1 || sha256(file.subarray(end + 1)) !== file.toString('utf8', 0, end)) return undefined;
  const policy = policyOf(file, path);
  return policy.key === key ? policy : undefined;
}

export function deleteCachedPolicy(path: string): void {
  rmSync(path, { force: true });
}

/** A kept policy whose body is read when it is asked for, so that the texts of a large site are not all in memory. */
export function readCachedPolicy({ path }: CachedPolicy): LoadedPolicy {
  return policyOf(readFileSync(path), path);
}

function policyOf(file: Buffer, path: string): LoadedPolicy {
  // The lines hold what `keepPolicy` wrote.
  const policy = JSON.parse(line(file, 1)) as Omit<LoadedPolicy, 'body'>;
  return {
    ...policy,
    get body() {
      return JSON.parse(line(readFileSync(path), 2)) as LoadedPolicy['body'];
    },
  };
}

/** One line of a kept file; only that is decoded. JSON has no line ends of its own. */
function line(file: Buffer, place: 1 | 2): string {
  const first = file.indexOf('\n') + 1;
  const second = file.indexOf('\n', first);
  return place === 1 ? file.toString('utf8', first, second) : file.toString('utf8', second + 1);
}
