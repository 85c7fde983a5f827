import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs a tool of a tree in a folder and returns its exit code and what it prints. */
export type Tool = (folder: string, ...options: readonly string[]) => string;

/** Finds the tool that `npm run <name>` runs in a tree. Its clock is stopped. */
export function toolOf(tree: string, name: string, day: string): Tool {
  return (cwd, ...options) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(tree, 'tools', `${name}.ts`), ...options],
      { cwd, encoding: 'utf8', maxBuffer: 2 ** 28, env: { ...process.env, HUICE_DAY: day } },
    );
    return `exit code: ${status}\n${stdout}\n${stderr}`;
  };
}

/** Calls a function with a new temporary folder and removes the folder afterwards. */
export function inFolder(use: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'huice-recording-'));
  try {
    use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
