import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { withoutAssetHashes, withoutIdleSpace } from './assets.ts';
import type { Recording } from './recording.ts';
import { recordSearch } from './search.ts';

const TEXT = /(?:\.(?:html|json|xml|csv|css|svg|txt|md)|(?:^|\/)_headers)$/;

/** Records every file of a tree's `dist/`, each under its path without the hash of an asset. */
export function recordPublished(tree: string, recording: Recording): void {
  if (!recording.wants('published')) return;
  const folder = join(tree, 'dist');
  const isFile = (path: string): boolean => statSync(join(folder, path)).isFile();
  const files = globSync('**/*', { cwd: folder }).filter(isFile);
  const search = files.filter((path) => path.startsWith('pagefind/'));
  const others = files.filter((path) => !path.startsWith('pagefind/'));
  const entries = others.map((path) => [withoutAssetHashes(path), fileText(folder, path)] as const);
  // Two assets may have the same name without their hashes; then their texts decide the order.
  entries.sort(([a, textOfA], [b, textOfB]) => compare(a, b) || compare(textOfA, textOfB));
  for (const [path, text] of entries) recording.add('published', path, text);
  recordSearch(folder, search, recording);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/**
 * A text unchanged, or the digest of bytes. For a script only its presence is recorded: a change of names in its source
 * also changes the short names in its bundle, and tests in a browser show what it does.
 */
function fileText(folder: string, path: string): string {
  if (path.endsWith('.js')) return 'a script';
  const bytes = readFileSync(join(folder, path));
  if (path.endsWith('.html')) return withoutIdleSpace(withoutAssetHashes(bytes.toString('utf8')));
  if (TEXT.test(path)) return withoutAssetHashes(bytes.toString('utf8'));
  return createHash('sha256').update(bytes).digest('hex');
}
