import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import type { LinearReport } from '../linear/run.ts';

/** Some texts of the search; `npm run prove-edge -- linear` tries 300. */
const TEXTS = 2;
const SEED = 20261201;

test(`everything that reads text takes linear time for ${TEXTS} texts that nearly match its patterns`, async () => {
  const runner = join(import.meta.dirname, '../linear/run.ts');
  const args = [runner, `--seed=${SEED}`, '--from=200', `--count=${TEXTS}`];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 2 ** 26 });
  const { texts, failed } = JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as LinearReport;
  expect(texts).toBe(TEXTS);
  expect(failed).toEqual([]);
});

test('texts that took quadratic time are read at once', async () => {
  const { READERS } = await import('../linear/readers.ts');
  const worst = {
    'the normal form': '零',
    'joined lines': '\n',
    'spaced text': '0',
    'the words of a run': '0',
    'an excerpt': '\r',
    'a draft': '万',
    'a body': '\\',
  };
  for (const [reader, atom] of Object.entries(worst)) {
    const before = process.threadCpuUsage();
    READERS[reader]?.read(atom.repeat(Math.floor((512 * 1024) / Buffer.byteLength(atom))));
    const { user, system } = process.threadCpuUsage(before);
    expect((user + system) / 1e6, reader).toBeLessThan(2);
  }
});
