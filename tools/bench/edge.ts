import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startWorkerd, type Workerd } from '../workerd.ts';
import { KNOWN } from './core.ts';
import { head, quantile, row } from './measure.ts';
import { bareWorker, CONNECTIONS, post, processorTime } from './workerd.ts';

const SECONDS = 8;

/** `POST /api/check` on bare workerd beside a bare Hono reply of the same size, closed loop over loopback. */
export async function benchEdge(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'huice-bench-'));
  const document = JSON.stringify({ asOf: '2023-06-01', jurisdiction: 'longnan', facts: KNOWN });
  try {
    const ours = await startWorkerd();
    const size = (await post(ours.port, document)).bytes;
    const check = await load(ours, document);
    await ours.stop();
    const bare = await startWorkerd(await bareWorker(folder, size));
    const hono = await load(bare, document);
    await bare.stop();
    head('bare workerd, POST of all 14 clauses', 'requests/s', 'p50 ms', 'p99 ms', 'processor µs', 'bytes');
    show('/api/check', check, size);
    show('bare Hono reply', hono, size);
    row(
      'ratio',
      (check.perSecond / hono.perSecond).toFixed(2),
      '',
      '',
      (hono.processor / check.processor).toFixed(2),
      '',
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Load {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Microseconds of the server's processor time for one request. */
  readonly processor: number;
}

function show(name: string, { perSecond, p50, p99, processor }: Load, bytes: number): void {
  row(name, perSecond.toFixed(0), p50.toFixed(2), p99.toFixed(2), processor.toFixed(0), bytes);
}

async function load(server: Workerd, body: string): Promise<Load> {
  const times: number[] = [];
  const run = async (until: number, keep: boolean): Promise<void> => {
    while (performance.now() < until) {
      const { ms, status } = await post(server.port, body);
      if (status !== 200) throw new Error(`status ${status}`);
      if (keep) times.push(ms);
    }
  };
  const all = (seconds: number, keep: boolean): Promise<unknown> =>
    Promise.all(Array.from({ length: CONNECTIONS }, () => run(performance.now() + seconds * 1000, keep)));
  await all(2, false);
  const before = processorTime(server);
  await all(SECONDS, true);
  return {
    perSecond: times.length / SECONDS,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    processor: ((processorTime(server) - before) * 1000) / times.length,
  };
}
