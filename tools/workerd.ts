import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { root, toolEnvironment } from './run.ts';

/** A worker on bare workerd, without a platform's tools between it and the socket. */
export interface Workerd {
  readonly process: ChildProcess;
  readonly port: number;
  readonly stop: () => Promise<void>;
}

/** The path of the Worker that `npm run build` writes, a single module. */
export const BUILT_WORKER = join(root, '.cache', 'worker', 'index.js');

/** Serves a folder's files as the platform does: `/a/` is `a/index.html`, `/404` is `404.html`. */
const ASSETS = `export default {
  fetch(request, { FILES }) {
    const { pathname } = new URL(request.url);
    const file = pathname.endsWith('/') ? pathname + 'index.html' : pathname === '/404' ? '/404.html' : pathname;
    return FILES.fetch('https://files.invalid' + file);
  },
};`;

const CONFIG = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = .app),
    (name = "assets", worker = .assets),
    (name = "files", disk = (path = DIST)),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
const app :Workerd.Worker = (
  modules = [(name = "index.js", esModule = embed "app.js")],
  compatibilityDate = "2026-11-01",
  bindings = [(name = "ASSETS", service = "assets")],
);
const assets :Workerd.Worker = (
  modules = [(name = "assets.js", esModule = embed "assets.js")],
  compatibilityDate = "2026-11-01",
  bindings = [(name = "FILES", service = "files")],
);
`;

/**
 * Serves a worker with the published files of a folder (`dist/` by default) on a free port of this machine. Resolves
 * before the worker has handled any request. The server ends with this process at the latest. Throws when workerd does
 * not start.
 */
export async function startWorkerd(
  worker: string = BUILT_WORKER,
  environment: NodeJS.ProcessEnv = {},
  files: string = join(root, 'dist'),
): Promise<Workerd> {
  const folder = mkdtempSync(join(tmpdir(), 'huice-workerd-'));
  copyFileSync(worker, join(folder, 'app.js'));
  writeFileSync(join(folder, 'assets.js'), ASSETS);
  writeFileSync(join(folder, 'workerd.capnp'), CONFIG.replace('DIST', JSON.stringify(files)));
  const server = spawn(
    join(root, 'node_modules', '.bin', 'workerd'),
    ['serve', join(folder, 'workerd.capnp'), '--control-fd=3'],
    { stdio: ['ignore', 'inherit', 'inherit', 'pipe'], env: toolEnvironment(environment) },
  );
  const end = (): boolean => server.kill('SIGKILL');
  process.once('exit', end);
  const port = await listening(server);
  const stop = async (): Promise<void> => {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    end();
    await ended;
    process.off('exit', end);
    rmSync(folder, { recursive: true, force: true });
  };
  return { process: server, port, stop };
}

/** Resolves to the port that workerd reports on its control channel. */
function listening(server: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let received = '';
    const control = server.stdio[3] as Readable;
    control.on('data', (chunk: Buffer) => {
      received += chunk.toString();
      const port = /"port":\s*(\d+)/.exec(received)?.[1];
      if (port !== undefined) resolve(Number(port));
    });
    server.once('error', reject);
    server.once('exit', () => reject(new Error('workerd ended before it listened')));
  });
}
