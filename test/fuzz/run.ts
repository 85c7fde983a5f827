/**
 * `node test/fuzz/run.ts SEED FROM COUNT`: sends random well-formed requests to bare workerd and prints what came out as
 * one line of JSON. One request alone is printed in full. `tools/prove-edge.ts` and `npm test` run it.
 */
import { processorTime } from '../../bench/measure/workerd.ts';
import { startWorkerd, type Workerd } from '../../tools/workerd.ts';
import { Random } from '../oracle/random.ts';
import { type HttpReply, type HttpRequest, send } from '../parity/client.ts';
import { type PublishedPlace, publishedPlaces } from '../parity/published-places.ts';
import { faultsOf } from './faults.ts';
import { randomRequest } from './requests.ts';

/** What came out of many requests. */
export interface FuzzReport {
  readonly requests: number;
  /** How many replies there were of each status. */
  readonly statuses: Readonly<Record<string, number>>;
  /** The slowest replies to requests that were sent alone, in ms; how long one may take is the caller's to say. */
  readonly slowest: readonly Seen[];
  readonly failed: readonly { readonly number: number; readonly what: string }[];
}

/** Requests under way at the same time. What was slow is sent again alone: then no other request is to blame. */
const LANES = 8;

/** So many are sent again alone, the slowest first. */
const ALONE = 20;

interface Seen {
  readonly number: number;
  readonly ms: number;
}

async function run(seed: number, from: number, count: number): Promise<FuzzReport> {
  const places = publishedPlaces();
  const server = await startWorkerd();
  const failed: FuzzReport['failed'][number][] = [];
  const statuses: Record<string, number> = {};
  const seen: Seen[] = [];
  let next = from;
  const lane = async (): Promise<void> => {
    while (next < from + count) {
      const number = next++;
      const sent = randomRequest(new Random(seed, number), places);
      const reply = await send(server.port, sent);
      if (count === 1) print(sent, reply);
      statuses[reply.status] = (statuses[reply.status] ?? 0) + 1;
      failed.push(...faultsOf(sent, reply).map((what) => ({ number, what })));
      seen.push({ number, ms: reply.ms });
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  const slow = seen.sort((a, b) => b.ms - a.ms).slice(0, ALONE);
  const alone = await sentAlone(slow, seed, places, server);
  await server.stop();
  const slowest = alone.toSorted((a, b) => b.ms - a.ms).slice(0, 3);
  return { requests: count, statuses, slowest, failed: failed.slice(0, ALONE) };
}

/** What a reply takes on a machine that does nothing else: where that can be told, the server's processor time. */
async function timeOf(sent: HttpRequest, server: Workerd): Promise<number> {
  const before = processorTime(server);
  const { ms } = await send(server.port, sent);
  const used = processorTime(server) - before;
  return used > 0 ? Math.min(ms, used) : ms;
}

/** The best of three tries of each. */
async function sentAlone(
  slow: readonly Seen[],
  seed: number,
  places: readonly PublishedPlace[],
  server: Workerd,
): Promise<readonly Seen[]> {
  const again: Seen[] = [];
  for (const { number } of slow) {
    const sent = randomRequest(new Random(seed, number), places);
    const times: number[] = [];
    for (let attempt = 0; attempt < 3; attempt += 1) times.push(await timeOf(sent, server));
    again.push({ number, ms: Math.round(Math.min(...times)) });
  }
  return again;
}

function print(sent: HttpRequest, { status, headers, text }: HttpReply): void {
  console.error(JSON.stringify(sent, null, 2), status, headers, text);
}

const [seed = 1, from = 0, count = 1] = process.argv.slice(2).map(Number);
console.log(JSON.stringify(await run(seed, from, count)));
process.exit(0);
