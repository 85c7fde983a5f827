import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { LoadedPolicy } from './load.ts';

/**
 * Where Astro's content store finds a policy. The policy lies in a file of its own: the store is one text that the
 * bundler reads whole, and ten thousand policies are longer than a text of JavaScript may be.
 */
export interface KeptPolicy {
  readonly path: string;
}

/** Keeps a policy for the pages of this build and for the next build. */
export function keepPolicy(path: string, { text: _text, ...policy }: LoadedPolicy): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify(policy));
}

/** The policy as it was kept, if it was kept under this key. */
export function keptUnder(path: string, key: string): LoadedPolicy | undefined {
  if (!existsSync(path)) return undefined;
  const policy = read(path);
  return policy.key === key ? policy : undefined;
}

export function forgetPolicy(path: string): void {
  rmSync(path, { force: true });
}

/** A kept policy whose body is read when it is asked for, so that the texts of a large site are not all in memory. */
export function readPolicy({ path }: KeptPolicy): LoadedPolicy {
  const { body: _body, ...policy } = read(path);
  return {
    ...policy,
    get body() {
      return read(path).body;
    },
  };
}

function read(path: string): LoadedPolicy {
  // It holds what `keepPolicy` wrote.
  return JSON.parse(readFileSync(path, 'utf8')) as LoadedPolicy;
}
