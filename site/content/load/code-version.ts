import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from './content-files.ts';

/**
 * A digest of everything that determines how a policy file is read: the code of `clauses/` and `site/content/`, and the
 * locked versions of the packages. `root` is the folder of the repository.
 */
export function codeVersion(root: string): string {
  const files = globSync(['{clauses,site/content}/**/*.ts', 'package-lock.json'], { cwd: root }).sort();
  return sha256(files.map((file) => `${file}\n${readFileSync(join(root, file), 'utf8')}`).join('\0'));
}
