import { createHash } from 'node:crypto';
import { type Dirent, lstatSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** SHA-256 of every file below a path (or of the file there) by its path relative to `root`, with `/`, sorted. */
export function digestsOf(root: string, path: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const visit = (at: string, entry: Pick<Dirent, 'isFile' | 'isDirectory'> | undefined): void => {
    if (entry?.isFile() === true)
      found.set(
        at,
        createHash('sha256')
          .update(readFileSync(join(root, at)))
          .digest('hex'),
      );
    else if (entry?.isDirectory() === true)
      for (const each of byName(readdirSync(join(root, at), { withFileTypes: true })))
        visit(`${at}/${each.name}`, each);
    // A link is none of our files. Its name is kept, so that a folder with it differs from one without.
    else if (entry !== undefined) found.set(at, 'link');
  };
  visit(path, lstatSync(join(root, path), { throwIfNoEntry: false }));
  return found;
}

function byName(entries: readonly Dirent[]): readonly Dirent[] {
  return entries.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Removes whatever stands at the path of a generated folder and is no folder: a file or a link. */
export function removeObstacle(path: string): void {
  if (lstatSync(path, { throwIfNoEntry: false })?.isDirectory() !== true)
    rmSync(path, { recursive: true, force: true });
}
