/**
 * `node test/fuzz/run.ts [--seed S] [--from N] [--count N]`: sends random well-formed requests to bare workerd and
 * prints the report as one line of JSON. A single request is printed in full. `tools/prove-edge.ts` and `npm test` run it.
 */
import { processorTime } from '../../bench/measure/workerd.ts';
import { readRange } from '../../tools/arguments.ts';
import { startWorkerd, type Workerd } from '../../tools/workerd.ts';
import { Random } from '../oracle/random.ts';
import { type HttpReply, type HttpRequest, send } from '../parity/client.ts';
import { type PublishedPlace, publishedPlaces } from '../parity/published-places.ts';
import { faultsOf } from './faults.ts';
import { randomRequest } from './requests.ts';

/** The report on many requests. */
export interface FuzzReport {
  readonly requests: number;
  /** The number of replies by status. */
  readonly statuses: Readonly<Record<string, number>>;
  /** The slowest replies among requests that were sent again alone, in ms. The caller decides what is too slow. */
  readonly slowest: readonly Timing[];
  readonly failed: readonly { readonly number: number; readonly what: string }[];
}

/** The number of concurrent requests. Slow ones are sent again alone, so that no other request delays them. */
const LANES = 8;

/** The number of slowest requests that are sent again alone. */
const ALONE = 20;

interface Timing {
  readonly number: number;
  readonly ms: number;
}

async function run(seed: number, from: number, count: number): Promise<FuzzReport> {
  const places = publishedPlaces();
  const server = await startWorkerd();
  const failed: FuzzReport['failed'][number][] = [];
  const statuses: Record<string, number> = {};
  const timings: Timing[] = [];
  let next = from;
  const lane = async (): Promise<void> => {
    while (next < from + count) {
      const number = next++;
      const sent = randomRequest(new Random(seed, number), places);
      const reply = await send(server.port, sent);
      if (count === 1) print(sent, reply);
      statuses[reply.status] = (statuses[reply.status] ?? 0) + 1;
      failed.push(...faultsOf(sent, reply).map((what) => ({ number, what })));
      timings.push({ number, ms: reply.ms });
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  const slow = timings.sort((a, b) => b.ms - a.ms).slice(0, ALONE);
  const alone = await sentAlone(slow, seed, places, server);
  await server.stop();
  const slowest = alone.toSorted((a, b) => b.ms - a.ms).slice(0, 3);
  return { requests: count, statuses, slowest, failed: failed.slice(0, ALONE) };
}

/** The time of a reply in ms without the load of other processes: the server's processor time where it can be read. */
async function timeOf(sent: HttpRequest, server: Workerd): Promise<number> {
  const before = processorTime(server);
  const { ms } = await send(server.port, sent);
  const used = processorTime(server) - before;
  return used > 0 ? Math.min(ms, used) : ms;
}

/** The shortest of three times for each request. */
async function sentAlone(
  slow: readonly Timing[],
  seed: number,
  places: readonly PublishedPlace[],
  server: Workerd,
): Promise<readonly Timing[]> {
  const again: Timing[] = [];
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

const { seed, from, count } = readRange('node test/fuzz/run.ts [--seed S] [--from N] [--count N]');
console.log(JSON.stringify(await run(seed, from, count)));
process.exit(0);
