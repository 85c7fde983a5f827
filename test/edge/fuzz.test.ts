import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import type { FuzzReport } from '../fuzz/run.ts';

/** Random well-formed requests of every route; `npm run prove-edge -- fuzz` sends many more. */
const REQUESTS = 3_000;
const SEED = 20261121;

/** Tests run in parallel, so this only guards against hanging. `prove-edge` checks that replies take at most a second. */
const LONGEST = 10_000;

test(`${REQUESTS} requests get replies without server errors and without unescaped input`, async () => {
  const runner = join(import.meta.dirname, '../fuzz/run.ts');
  const args = [runner, `--seed=${SEED}`, `--count=${REQUESTS}`];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 2 ** 26 });
  const { requests, statuses, slowest, failed } = JSON.parse(
    stdout.trimEnd().split('\n').at(-1) ?? '',
  ) as FuzzReport;
  expect(failed).toEqual([]);
  expect(requests).toBe(REQUESTS);
  expect(slowest.filter(({ ms }) => ms > LONGEST)).toEqual([]);
  // Both successful and refused requests occur often enough.
  for (const status of [200, 400, 404, 405, 422]) expect(statuses[status], `${status}`).toBeGreaterThan(5);
});
