import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../tools/run.ts';

/** Reads a file of the open data that was built; `path` is below `/data/`. Throws when there is no such file. */
export function published<Data>(path: string): Data {
  return JSON.parse(readFileSync(join(root, 'dist', 'data', path), 'utf8'));
}
