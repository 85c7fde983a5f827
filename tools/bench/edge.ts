import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../run.ts';
import { KNOWN } from './core.ts';
import { head, quantile, row } from './measure.ts';

const CONNECTIONS = 16;
const SECONDS = 8;

/** A worker that only answers JSON through Hono: what the platform costs without us. */
const BARE = `
import { Hono } from 'hono';
const body = JSON.stringify({ text: 'x'.repeat(SIZE) });
const app = new Hono();
app.post('/api/check', async (context) => { await context.req.text(); return context.body(body, 200, { 'Content-Type': 'application/json' }); });
export default app;
`;

/** `POST /api/check` on bare workerd beside a bare Hono reply of the same size, closed loop over loopback. */
export async function benchEdge(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'huice-bench-'));
  const document = JSON.stringify({ asOf: '2023-06-01', jurisdiction: 'longnan', facts: KNOWN });
  try {
    const ours = await serve(folder, 9411, join(root, '.cache/worker/index.js'));
    const size = (await post(9411, document)).bytes;
    const check = await load(9411, document);
    ours.kill();
    writeFileSync(join(folder, 'bare.src.js'), BARE.replace('SIZE', String(size - 11)));
    await build({
      entryPoints: [join(folder, 'bare.src.js')],
      bundle: true,
      format: 'esm',
      outfile: join(folder, 'bare.js'),
      nodePaths: [join(root, 'node_modules')],
    });
    const bare = await serve(folder, 9412, join(folder, 'bare.js'));
    const hono = await load(9412, document);
    bare.kill();
    head('bare workerd, POST of all 14 clauses', 'requests/s', 'p50 ms', 'p99 ms', 'bytes');
    row('/api/check', check.perSecond.toFixed(0), check.p50.toFixed(2), check.p99.toFixed(2), size);
    row('bare Hono reply', hono.perSecond.toFixed(0), hono.p50.toFixed(2), hono.p99.toFixed(2), size);
    row('ratio', (check.perSecond / hono.perSecond).toFixed(2), '', '', '');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function serve(folder: string, port: number, worker: string): Promise<ChildProcess> {
  const config = join(folder, `${port}.capnp`);
  copyFileSync(worker, join(folder, `${port}.js`));
  writeFileSync(
    config,
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = .app),
    (name = "files", disk = (path = ${JSON.stringify(join(root, 'dist'))})),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
);
const app :Workerd.Worker = (
  modules = [(name = "index.js", esModule = embed "${port}.js")],
  compatibilityDate = "2026-11-01",
  bindings = [(name = "ASSETS", service = "files")],
);
`,
  );
  const server = spawn(join(root, 'node_modules/.bin/workerd'), ['serve', config], { stdio: 'inherit' });
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const answered = await post(port, '{}').then(
      () => true,
      () => false,
    );
    if (answered) return server;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  server.kill();
  throw new Error(`workerd does not answer on port ${port}`);
}

const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });

function post(
  port: number,
  body: string,
): Promise<{ readonly ms: number; readonly bytes: number; readonly status: number }> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        port,
        host: '127.0.0.1',
        path: '/api/check',
        method: 'POST',
        agent,
        headers: { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) },
      },
      (response) => {
        let bytes = 0;
        response.on('data', (chunk: Buffer) => {
          bytes += chunk.length;
        });
        response.on('end', () =>
          resolve({ ms: performance.now() - started, bytes, status: response.statusCode ?? 0 }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

async function load(
  port: number,
  body: string,
): Promise<{ readonly perSecond: number; readonly p50: number; readonly p99: number }> {
  const times: number[] = [];
  const run = async (until: number, keep: boolean): Promise<void> => {
    while (performance.now() < until) {
      const { ms, status } = await post(port, body);
      if (status !== 200) throw new Error(`status ${status}`);
      if (keep) times.push(ms);
    }
  };
  const all = (seconds: number, keep: boolean): Promise<unknown> =>
    Promise.all(Array.from({ length: CONNECTIONS }, () => run(performance.now() + seconds * 1000, keep)));
  await all(2, false);
  await all(SECONDS, true);
  return { perSecond: times.length / SECONDS, p50: quantile(times, 0.5), p99: quantile(times, 0.99) };
}
