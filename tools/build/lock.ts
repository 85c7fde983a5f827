import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** How long to wait before looking at a lock again. */
const LOOK_AGAIN_MS = 100;

/**
 * Runs `work` while no other process does, under a lock file with the number of this process. Waits for the other;
 * `onWait` is told its number once. The lock of a process that has ended is taken over.
 */
export async function withLock<Result>(
  file: string,
  onWait: (process: number) => void,
  work: () => Promise<Result>,
): Promise<Result> {
  mkdirSync(dirname(file), { recursive: true });
  const own = JSON.stringify({ process: process.pid, started: startOf(process.pid) });
  for (let waited = false; !take(file, own); ) {
    const holder = holderOf(file);
    if (holder === undefined) continue;
    if (!waited) onWait(holder);
    waited = true;
    await pause(LOOK_AGAIN_MS);
  }
  try {
    return await work();
  } finally {
    if (textOf(file) === own) rmSync(file, { force: true });
  }
}

/** Whether the lock was free. It appears with its content, so that nobody reads half of it. */
function take(file: string, own: string): boolean {
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, own);
  try {
    linkSync(unfinished, file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/** The process that holds the lock. A lock that nobody holds, or that is no lock, is removed. */
function holderOf(file: string): number | undefined {
  const text = textOf(file);
  const holder = text === undefined ? undefined : runningProcess(text);
  if (holder === undefined) removeStale(file, text);
  return holder;
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function runningProcess(text: string): number | undefined {
  try {
    const lock: unknown = JSON.parse(text);
    const { process: holder, started } = lock as Record<'process' | 'started', unknown>;
    if (!Number.isSafeInteger(holder) || Number(holder) <= 0) return undefined;
    return isRunning(Number(holder)) && startOf(Number(holder)) === started ? Number(holder) : undefined;
  } catch {
    return undefined;
  }
}

function isRunning(number: number): boolean {
  try {
    return process.kill(number, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** When a process began, so that a number that was given to another process is recognised; `null` where nobody knows. */
function startOf(number: number): string | null {
  try {
    // The name of the program, in parentheses, may contain spaces. The start is the 22nd field.
    return readFileSync(`/proc/${number}/stat`, 'utf8').replace(/^.*\)/s, '').trim().split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

/** Moves a stale lock away and removes it, unless another process has replaced it meanwhile. */
function removeStale(file: string, seen: string | undefined): void {
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
    if (textOf(aside) !== seen) linkSync(aside, file);
  } catch {
    // Another process was faster.
  }
  rmSync(aside, { recursive: true, force: true });
}
