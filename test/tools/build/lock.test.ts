import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { withLock } from '../../../tools/build/lock.ts';

const folder = mkdtempSync(join(tmpdir(), 'huice-lock-'));
const file = join(folder, 'build.lock');
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const nobody = (): never => {
  throw new Error('It waited for nobody.');
};

test('two at once: one waits, says for whom, and runs after the other', async () => {
  const told: number[] = [];
  const log: string[] = [];
  const work = (name: string) => async (): Promise<void> => {
    log.push(`${name} begins`);
    await pause(250);
    log.push(`${name} ends`);
  };
  await Promise.all([withLock(file, nobody, work('a')), withLock(file, (by) => told.push(by), work('b'))]);
  expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  expect(told).toEqual([process.pid]);
  expect(existsSync(file)).toBe(false);
});

test('many processes: no two at the same time', async () => {
  const module = join(import.meta.dirname, '../../../tools/build/lock.ts');
  const log = join(folder, 'log');
  const script = `
    import { appendFileSync } from 'node:fs';
    import { withLock } from ${JSON.stringify(module)};
    for (let i = 0; i < 5; i += 1) await withLock(${JSON.stringify(file)}, () => {}, async () => {
      appendFileSync(${JSON.stringify(log)}, '(');
      await new Promise((done) => setTimeout(done, 5));
      appendFileSync(${JSON.stringify(log)}, ')');
    });`;
  mkdirSync(folder, { recursive: true });
  const args = ['--input-type=module-typescript', '--eval', script];
  const ends = Array.from(
    { length: 4 },
    () => new Promise((done) => spawn(process.execPath, args, { stdio: 'inherit' }).on('exit', done)),
  );
  expect(await Promise.all(ends)).toEqual([0, 0, 0, 0]);
  expect(readFileSync(log, 'utf8')).toBe('()'.repeat(20));
});

test('a lock is given back when the work fails', async () => {
  const failing = withLock(file, nobody, () => Promise.reject(new Error('broken')));
  await expect(failing).rejects.toThrow('broken');
  expect(await withLock(file, nobody, async () => 1)).toBe(1);
});

/** The number of a process that has ended. */
const ended = spawnSync(process.execPath, ['--version']).pid;

test.each([
  ['of a process that has ended', JSON.stringify({ process: ended, started: '1' })],
  ['of another process with the same number', JSON.stringify({ process: process.pid, started: '1' })],
  ['of no process', JSON.stringify({ process: -1, started: null })],
  ['that is cut short', '{"process":'],
  ['that is empty', ''],
  ['that is null', 'null'],
])('a stale lock %s is taken over', async (_, text) => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, text);
  expect(await withLock(file, nobody, async () => 1)).toBe(1);
});

test('a folder in place of the lock is removed', async () => {
  mkdirSync(join(file, 'inner'), { recursive: true });
  expect(await withLock(file, nobody, async () => 1)).toBe(1);
});
