import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startWorkerd, type Workerd } from '../tools/workerd.ts';
import { KNOWN } from './core.ts';
import { quantile } from './measure/measure.ts';
import { head, row } from './measure/table.ts';
import { bareWorker, CONNECTIONS, jsonWorker, post, processorTime } from './measure/workerd.ts';

/** The servers are measured in turn, so that other work on the machine affects them all equally. */
const ROUNDS = 8;
const SECONDS = 1;

/**
 * Measures `POST /api/check` on bare workerd beside two replies of the same size by Hono alone: a constant text, and the
 * same reply written as JSON after the request was parsed. Closed loop over loopback.
 */
export async function benchEdge(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'huice-bench-'));
  const body = JSON.stringify({ asOf: '2023-06-01', jurisdiction: 'longnan', facts: KNOWN });
  try {
    const ours = await startWorkerd();
    const reply = await replyOf(ours, body);
    const size = Buffer.byteLength(reply);
    const bare = await startWorkerd(await bareWorker(folder, size));
    const json = await startWorkerd(await jsonWorker(folder, reply));
    const check = new Load('/api/check', ours, body);
    const others = [
      new Load('bare Hono, constant text', bare, body),
      new Load('bare Hono, JSON', json, body),
    ];
    const all = [check, ...others];
    for (const load of all) await load.run(2, false);
    for (let round = 0; round < ROUNDS; round += 1) for (const load of all) await load.run(SECONDS, true);
    head('bare workerd, POST of all 14 clauses', 'requests/s', 'p50 ms', 'p99 ms', 'processor µs', 'bytes');
    for (const load of all) show(load, size);
    for (const other of others) {
      const [rate, used] = [check.perSecond / other.perSecond, other.processor / check.processor];
      row(`ratio to ${other.name}`, rate.toFixed(2), '', '', used.toFixed(2), '');
    }
    for (const server of [ours, bare, json]) await server.stop();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function replyOf({ port }: Workerd, body: string): Promise<string> {
  const headers = { 'Content-Type': 'application/json' };
  const response = await fetch(`http://127.0.0.1:${port}/api/check`, { method: 'POST', headers, body });
  return response.text();
}

function show({ name, perSecond, times, processor }: Load, bytes: number): void {
  const [p50, p99] = [0.5, 0.99].map((share) => quantile(times, share).toFixed(2));
  row(name, perSecond.toFixed(0), p50 ?? '', p99 ?? '', processor.toFixed(0), bytes);
}

/** Sends as many requests as a server answers, over a fixed number of connections. */
class Load {
  readonly name: string;
  readonly times: number[] = [];
  readonly #server: Workerd;
  readonly #body: string;
  #seconds = 0;
  #used = 0;

  constructor(name: string, server: Workerd, body: string) {
    this.name = name;
    this.#server = server;
    this.#body = body;
  }

  get perSecond(): number {
    return this.times.length / this.#seconds;
  }

  /** Microseconds of the server's processor time for one request. */
  get processor(): number {
    return (this.#used * 1000) / this.times.length;
  }

  async run(seconds: number, keep: boolean): Promise<void> {
    const [started, before] = [performance.now(), processorTime(this.#server)];
    const until = started + seconds * 1000;
    await Promise.all(Array.from({ length: CONNECTIONS }, () => this.#connection(until, keep)));
    if (!keep) return;
    this.#seconds += (performance.now() - started) / 1000;
    this.#used += processorTime(this.#server) - before;
  }

  async #connection(until: number, keep: boolean): Promise<void> {
    while (performance.now() < until) {
      const { ms, status } = await post(this.#server.port, this.#body);
      if (status !== 200) throw new Error(`status ${status}`);
      if (keep) this.times.push(ms);
    }
  }
}
