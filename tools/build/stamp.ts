import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { digestsOf } from './digests.ts';

/** Digests of the last build's inputs and output. Both are compared, so that a `dist/` edited by hand is built again. */
export interface Stamp {
  readonly inputs: string;
  readonly output: string;
}

/**
 * A digest of the names and contents of some folders below a root. Sizes and times would be cheaper, but an edit by hand
 * or a fault of the disk can leave both as they were.
 */
export function outputDigest(root: string, folders: readonly string[]): string {
  const hash = createHash('sha256');
  for (const folder of folders)
    for (const [file, digest] of digestsOf(root, folder)) hash.update(`${file}\0${digest}\n`);
  return hash.digest('hex');
}

/** The stamp in a file; `undefined` for anything else in its place, which leads to a new build. */
export function readStamp(file: string): Stamp | undefined {
  try {
    const stamp: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const { inputs, output } = stamp as Record<keyof Stamp, unknown>;
    return typeof inputs === 'string' && typeof output === 'string' ? { inputs, output } : undefined;
  } catch {
    return undefined;
  }
}

/** Writes a stamp, whatever is in its place. */
export function writeStamp(file: string, stamp: Stamp): void {
  rmSync(file, { recursive: true, force: true });
  writeFileSync(file, JSON.stringify(stamp));
}
