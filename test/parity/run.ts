/**
 * `node test/parity/run.ts [--seed S] [--from N] [--count N]`: checks random applicants in the core, the API
 * and the form, in the time zone of this process (TZ), and prints the report as one line of JSON. `tools/prove-edge.ts` and `npm test` run it.
 */
import { createHash } from 'node:crypto';
import { readRange } from '../../tools/arguments.ts';
import { startWorkerd } from '../../tools/workerd.ts';
import { compareChannels } from './compare-channels.ts';
import { publishedPlaces } from './published-places.ts';

/** The report on many fact sets. */
export interface ParityReport {
  readonly zone: string;
  readonly sets: number;
  /** A digest of all replies in order; it is the same in every zone. */
  readonly digest: string;
  readonly failed: readonly { readonly number: number; readonly what: string }[];
}

/** At most this many disagreements are reported. */
const SHOWN = 20;

async function run(seed: number, from: number, count: number): Promise<ParityReport> {
  const places = publishedPlaces();
  const digest = createHash('sha256');
  const failed: ParityReport['failed'][number][] = [];
  const zone = process.env['TZ'] ?? '';
  const { port, stop } = await startWorkerd(undefined, { TZ: zone });
  for (let number = from; number < from + count; number += 1) {
    const { bytes, disagreements } = await compareChannels(places, seed, number, port);
    for (const each of bytes) digest.update(each);
    if (failed.length < SHOWN) failed.push(...disagreements.map((what) => ({ number, what })));
  }
  await stop();
  const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return { zone: ownZone, sets: count, digest: digest.digest('hex'), failed };
}

const { seed, from, count } = readRange('node test/parity/run.ts [--seed S] [--from N] [--count N]');
console.log(JSON.stringify(await run(seed, from, count)));
process.exit(0);
