import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import type { ParityReport } from '../parity/run.ts';

/** Random applicants of every published place, sent to the core, to the API and to the form on bare workerd. */
const SETS = 500;
const SEED = 20261121;
const ZONES = ['UTC', 'Asia/Shanghai', 'America/Los_Angeles'] as const;

const runner = join(import.meta.dirname, '../parity/run.ts');

async function runIn(zone: string): Promise<ParityReport> {
  const options = { env: { ...process.env, TZ: zone }, maxBuffer: 2 ** 26 };
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [runner, `--seed=${SEED}`, `--count=${SETS}`],
    options,
  );
  return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as ParityReport;
}

test(`${SETS} fact sets give one result by core, API and form, the same bytes in every time zone`, async () => {
  const reports = await Promise.all(ZONES.map(runIn));
  for (const { failed } of reports) expect(failed).toEqual([]);
  expect(reports.map(({ zone }) => zone)).toEqual(ZONES);
  expect(reports.map(({ sets }) => sets)).toEqual([SETS, SETS, SETS]);
  expect(new Set(reports.map(({ digest }) => digest)).size).toBe(1);
});
