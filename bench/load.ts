import { startWorkerd, type Workerd } from '../tools/workerd.ts';
import { KNOWN } from './core.ts';
import { generator } from './measure/generator.ts';
import { quantile } from './measure/measure.ts';
import { head, row } from './measure/table.ts';
import { memory, post, processorTime } from './measure/workerd.ts';

const PER_SECOND = 500;
const APPLICANTS = 64;

/**
 * Measures `POST /api/check` at a constant rate, independent of the replies (open loop). Latency counts from the scheduled
 * time of a request, so that a request that waits behind a slow one counts as slow as well.
 */
export async function benchLoad(minutes: number): Promise<void> {
  const server = await startWorkerd();
  head(`${PER_SECOND} checks a second`, 'requests', 'errors', 'p50 ms', 'p99 ms', 'p99.9 ms', 'µs', 'MB');
  const all: Minute[] = [];
  for (let minute = 1; minute <= minutes; minute += 1) {
    const found = await oneMinute(server);
    all.push(found);
    show(`minute ${minute}`, [found]);
  }
  await server.stop();
  show('all', all);
}

interface Minute {
  readonly latencies: readonly number[];
  readonly errors: number;
  /** Microseconds of the server's processor time for one request. */
  readonly processor: number;
  /** The server's memory at the end, in MB. */
  readonly memory: number;
}

function show(name: string, minutes: readonly Minute[]): void {
  const latencies = minutes.flatMap((minute) => minute.latencies);
  const errors = minutes.reduce((sum, minute) => sum + minute.errors, 0);
  const processor = minutes.reduce((sum, minute) => sum + minute.processor, 0) / minutes.length;
  const times = [0.5, 0.99, 0.999].map((share) => quantile(latencies, share).toFixed(2));
  const memory = minutes.at(-1)?.memory.toFixed(1) ?? '';
  row(name, latencies.length + errors, errors, ...times, processor.toFixed(0), memory);
}

async function oneMinute(server: Workerd): Promise<Minute> {
  const bodies = applicants();
  const count = PER_SECOND * 60;
  const latencies: number[] = [];
  let errors = 0;
  const send = async (number: number, due: number): Promise<void> => {
    try {
      const { status } = await post(server.port, bodies[number % APPLICANTS] ?? '');
      if (status === 200) latencies.push(performance.now() - due);
      else errors += 1;
    } catch {
      errors += 1;
    }
  };
  const before = processorTime(server);
  const started = performance.now();
  const sent: Promise<void>[] = [];
  while (sent.length < count) {
    const due = started + (sent.length * 1000) / PER_SECOND;
    if (due > performance.now()) await new Promise((resolve) => setTimeout(resolve, 1));
    else sent.push(send(sent.length, due));
  }
  await Promise.all(sent);
  const processor = ((processorTime(server) - before) * 1000) / count;
  return { latencies, errors, processor, memory: memory(server) };
}

/** Applicants with 70% of the known answers, whose sums are scaled by 0.1 to 2. */
function applicants(): readonly string[] {
  const random = generator(20261121);
  const vary = (value: unknown): unknown => {
    if (typeof value === 'string' && /^\d+$/.test(value))
      return String(Math.floor(Number(value) * (0.1 + 1.9 * random())));
    if (Array.isArray(value)) return value.map(vary);
    return typeof value === 'object' && value !== null ? some(value) : value;
  };
  const some = (facts: object): object =>
    Object.fromEntries(
      Object.entries(facts)
        .filter(() => random() < 0.7)
        .map(([name, value]) => [name, vary(value)]),
    );
  return Array.from({ length: APPLICANTS }, () =>
    JSON.stringify({ asOf: '2023-06-01', jurisdiction: 'longnan', facts: some(KNOWN) }),
  );
}
