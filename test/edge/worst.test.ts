import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { REPLY_LIMIT } from '../../functions/http/reply-limit.ts';
import type { WorstReport } from '../worst/run.ts';

/** A short search for the worst request; `npm run prove-edge -- worst` makes 20,000 tries. */
const TRIES = 400;
const SEED = 20261201;

/** The bar is 50 ms alone on the machine; other tests run beside this one and take its caches. */
const LONGEST = 150;

test(`of ${TRIES} requests none takes more than its time or brings more than 1 MiB`, async () => {
  const runner = join(import.meta.dirname, '../worst/run.ts');
  const args = [runner, `--seed=${SEED}`, `--count=${TRIES}`];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 2 ** 26 });
  const { tries, statuses, slowest, largest } = JSON.parse(
    stdout.trimEnd().split('\n').at(-1) ?? '',
  ) as WorstReport;
  expect(tries).toBe(TRIES);
  // Both what is answered and what is refused as too much is among them.
  expect(statuses[200]).toBeGreaterThan(20);
  expect(statuses[413]).toBeGreaterThan(5);
  expect(slowest.ms, slowest.body.slice(0, 500)).toBeLessThan(LONGEST);
  expect(largest.bytes, largest.body.slice(0, 500)).toBeLessThanOrEqual(REPLY_LIMIT);
});
