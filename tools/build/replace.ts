import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { removeObstacle } from './digests.ts';

/** A built folder: where it is used, where it is built, and where its predecessor is kept. Paths of folders. */
export interface BuiltFolder {
  readonly live: string;
  readonly next: string;
  readonly previous: string;
}

/**
 * Puts each built folder in place of its predecessor by two renames, so that it is used whole or not at all; between the
 * two there is none for some microseconds. The predecessor stays until the next time: a server may still have it open.
 */
export function replaceFolders(folders: readonly BuiltFolder[]): void {
  for (const { live, previous } of folders) {
    rmSync(previous, { recursive: true, force: true });
    mkdirSync(dirname(previous), { recursive: true });
    mkdirSync(dirname(live), { recursive: true });
  }
  for (const { live, next, previous } of folders) {
    if (existsSync(live)) renameSync(live, previous);
    renameSync(next, live);
  }
}

/** Brings back the folders whose replacement was interrupted between the two renames. */
export function restoreFolders(folders: readonly BuiltFolder[]): void {
  for (const { live, previous } of folders)
    if (!existsSync(live) && existsSync(previous)) renameSync(previous, live);
}

/** Empties the place where folders are built. */
export function clearNext(folders: readonly BuiltFolder[]): void {
  for (const { next, previous } of folders) {
    removeObstacle(dirname(next));
    removeObstacle(dirname(previous));
    rmSync(next, { recursive: true, force: true });
    mkdirSync(dirname(next), { recursive: true });
  }
}
