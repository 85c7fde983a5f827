import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { LoadedPolicy } from './load.ts';

/**
 * Where Astro's content store finds a policy. The policy lies in a file of its own: the store is one text that the
 * bundler reads whole, and ten thousand policies are longer than a text of JavaScript may be.
 */
export interface KeptPolicy {
  readonly path: string;
}

/** The file in which a policy is kept from one build to the next, below the folder that keeps what a build has read. */
export function keptPath(cache: string, id: string): string {
  return join(cache, 'policies', `${id}.json`);
}

/** The body, which is four times as large as the rest and asked for by few, lies beside it. */
function bodyPath(path: string): string {
  return path.replace(/\.json$/, '.body.json');
}

/** Keeps a policy for the pages of this build and for the next build: the body first, so that none is missing. */
export function keepPolicy(path: string, { text: _text, body, ...policy }: LoadedPolicy): void {
  mkdirSync(dirname(path), { recursive: true });
  rmSync(path, { force: true });
  writeFileSync(bodyPath(path), JSON.stringify(body));
  writeFileSync(path, JSON.stringify(policy));
}

/** The policy as it was kept, if it was kept under this key. */
export function keptUnder(path: string, key: string): LoadedPolicy | undefined {
  if (!existsSync(path)) return undefined;
  const policy = readPolicy({ path });
  return policy.key === key ? policy : undefined;
}

export function forgetPolicy(path: string): void {
  for (const file of [path, bodyPath(path)]) rmSync(file, { force: true });
}

/** A kept policy whose body is read when it is asked for, so that the texts of a large site are not all in memory. */
export function readPolicy({ path }: KeptPolicy): LoadedPolicy {
  // The files hold what `keepPolicy` wrote.
  const policy = JSON.parse(readFileSync(path, 'utf8')) as Omit<LoadedPolicy, 'body'>;
  return {
    ...policy,
    get body() {
      return JSON.parse(readFileSync(bodyPath(path), 'utf8')) as LoadedPolicy['body'];
    },
  };
}
