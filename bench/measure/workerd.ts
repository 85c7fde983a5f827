import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../../tools/run.ts';
import type { Workerd } from '../../tools/workerd.ts';

/** Writes a worker that replies with a constant text of a size through Hono: the cost of the platform alone. */
export function bareWorker(folder: string, size: number): Promise<string> {
  return honoWorker(
    folder,
    'bare',
    `const body = JSON.stringify({ text: 'x'.repeat(${size - 11}) });
app.post('/api/check', async (context) => {
  await context.req.text();
  return context.body(body, 200, { 'Content-Type': 'application/json' });
});`,
  );
}

/** Writes a worker that reads JSON and replies with JSON through Hono: the cost of any JSON API. */
export function jsonWorker(folder: string, reply: string): Promise<string> {
  return honoWorker(
    folder,
    'json',
    `const reply = ${reply};
app.post('/api/check', async (context) => {
  await context.req.json();
  return context.json(reply);
});`,
  );
}

async function honoWorker(folder: string, name: string, route: string): Promise<string> {
  const source = join(folder, `${name}.src.js`);
  writeFileSync(
    source,
    `import { Hono } from 'hono';
const app = new Hono();
${route}
export default app;
`,
  );
  const outfile = join(folder, `${name}.js`);
  await build({
    entryPoints: [source],
    bundle: true,
    format: 'esm',
    outfile,
    nodePaths: [join(root, 'node_modules')],
  });
  return outfile;
}

/** The number of concurrent connections. */
export const CONNECTIONS = 16;
const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });

/** Posts a body to `/api/check` on a port of this machine and waits for the whole reply; `ms` is its latency. */
export function post(
  port: number,
  body: string,
): Promise<{ readonly ms: number; readonly bytes: number; readonly status: number }> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const headers = { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) };
    const sent = request(
      { port, host: '127.0.0.1', path: '/api/check', method: 'POST', agent, headers },
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

/** The processor time in ms that a process has used so far in all threads (Linux; 0 elsewhere). */
export function processorTime({ process: { pid } }: Workerd): number {
  const threads = globSync(`/proc/${pid}/task/*/schedstat`);
  const nanoseconds = threads.map((file) => Number(readFileSync(file, 'utf8').split(' ')[0]));
  return nanoseconds.reduce((total, each) => total + each, 0) / 1e6;
}

/** The resident memory of a process in MB (Linux). */
export function memory({ process: { pid } }: Workerd): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}
