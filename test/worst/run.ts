/**
 * `node test/worst/run.ts [--seed S] [--count N]`: looks for the request that takes the most processor time and for the
 * one with the largest reply, by hill climbing from random requests of at most 64 KiB on bare workerd, and prints the
 * report as one line of JSON. The processor time is that of the server's process, for the clocks of a worker stand still.
 */
import { processorTime } from '../../bench/measure/workerd.ts';
import { readRange } from '../../tools/arguments.ts';
import { startWorkerd, type Workerd } from '../../tools/workerd.ts';
import { Random } from '../oracle/random.ts';
import { type HttpRequest, send } from '../parity/client.ts';
import { publishedPlaces } from '../parity/published-places.ts';
import { type Candidate, mutated, randomCandidate, requestOf } from './requests.ts';

/** One request as it was measured. */
export interface Measured {
  /** Processor time of the server in ms, the median of several. */
  readonly ms: number;
  /** The reply in bytes. */
  readonly bytes: number;
  readonly status: number;
  readonly path: string;
  /** The body in bytes. */
  readonly sent: number;
  readonly body: string;
}

/** The report of a search. */
export interface WorstReport {
  readonly tries: number;
  readonly statuses: Readonly<Record<string, number>>;
  readonly slowest: Measured;
  readonly largest: Measured;
}

/** The largest body that is read. */
const LIMIT = 64 * 1024;

/** Climbing begins anew after so many tries that brought nothing. */
const PATIENCE = 40;

/** The worst found so far are measured so many times again. */
const AGAIN = 7;

async function measure(server: Workerd, sent: HttpRequest): Promise<Measured> {
  const before = processorTime(server);
  const { status, text } = await send(server.port, sent);
  const ms = processorTime(server) - before;
  const body = sent.body ?? '';
  return { ms, bytes: Buffer.byteLength(text), status, path: sent.path, sent: Buffer.byteLength(body), body };
}

/** The median of several measurements: one alone may include a collection of garbage, or the compiler. */
async function measureWell(server: Workerd, sent: HttpRequest): Promise<Measured> {
  const all: Measured[] = [];
  for (let time = 0; time < AGAIN; time += 1) all.push(await measure(server, sent));
  const sorted = all.toSorted((a, b) => a.ms - b.ms);
  return sorted[AGAIN >> 1] as Measured;
}

async function run(seed: number, count: number): Promise<WorstReport> {
  const places = publishedPlaces().filter(({ prepared }) => prepared.published.size > 0);
  const server = await startWorkerd();
  const statuses: Record<string, number> = {};
  const worst: Partial<Record<'ms' | 'bytes', Measured>> = {};
  let at: { readonly candidate: Candidate; readonly height: number } | undefined;
  let vain = 0;
  for (let number = 0; number < count; number += 1) {
    const random = new Random(seed, number);
    const goal = number % 4 === 3 ? 'bytes' : 'ms';
    if (vain > PATIENCE) at = undefined;
    const candidate =
      at === undefined ? randomCandidate(random, places) : mutated(random, at.candidate, places);
    const sent = requestOf(candidate);
    if (Buffer.byteLength(sent.body ?? '') > LIMIT) continue;
    const found = await measure(server, sent);
    statuses[found.status] = (statuses[found.status] ?? 0) + 1;
    const before = worst[goal];
    // What seems to be the worst is measured well, unless the server has only just started.
    if (number > 100 && (before === undefined || found[goal] > before[goal])) {
      const well = await measureWell(server, sent);
      if (before === undefined || well[goal] > before[goal]) worst[goal] = well;
    }
    const height = found.ms + found.bytes / 50_000;
    vain = at === undefined || height > at.height ? 0 : vain + 1;
    if (vain === 0) at = { candidate, height };
  }
  await server.stop();
  if (worst.ms === undefined || worst.bytes === undefined) throw new Error('too few tries');
  return { tries: count, statuses, slowest: worst.ms, largest: worst.bytes };
}

const { seed, count } = readRange('node test/worst/run.ts [--seed S] [--count N]');
console.log(JSON.stringify(await run(seed, count)));
process.exit(0);
