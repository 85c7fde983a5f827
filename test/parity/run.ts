/**
 * `node test/parity/run.ts SEED FROM COUNT`: tells random applicants to the core, the API and the form in the time zone
 * of this process (TZ) and prints what came out as one line of JSON. `tools/prove-edge.ts` and `npm test` run it.
 */
import { createHash } from 'node:crypto';
import { startWorkerd } from '../../tools/workerd.ts';
import { compareChannels } from './compare-channels.ts';
import { publishedPlaces } from './published-places.ts';

/** What came out of many fact sets. */
export interface ParityReport {
  readonly zone: string;
  readonly sets: number;
  /** Of everything that came back, in order: the same in every zone. */
  readonly digest: string;
  readonly failed: readonly { readonly number: number; readonly what: string }[];
}

/** At most so many disagreements are told. */
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

const [seed = 1, from = 0, count = 1] = process.argv.slice(2).map(Number);
console.log(JSON.stringify(await run(seed, from, count)));
process.exit(0);
