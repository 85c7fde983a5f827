/**
 * `npm start`: builds what has changed and serves it on the real runtime (workerd), on this machine only.
 * `PORT=9000 npm start` takes another port.
 */
import { type AddressInfo, connect, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { buildOrExit } from './build.ts';
import { seconds, stay } from './run.ts';
import { startFront } from './serve/front.ts';
import { refuseSettings } from './settings.ts';

refuseSettings('PORT', 'HUICE_SITE', 'HUICE_DAY');

const port = Number(process.env['PORT'] ?? 8787);
const address = `http://localhost:${port}/`;
const timeoutMs = 60_000;

/** Whether another process listens on the port. */
function isTaken(): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: 'localhost' });
    socket.on('error', () => resolve(false));
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });
}

/** A port that nobody listens on now, for the server behind the one that people reach. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

/** Waits until the server answers; false when it does not within the time limit. */
async function answers(): Promise<boolean> {
  const deadline = Date.now() + timeoutMs;
  while (Date.now() < deadline) {
    const answered = await fetch(address).then(
      () => true,
      () => false,
    );
    if (answered) return true;
    await pause(100);
  }
  return false;
}

const started = Date.now();
if (await isTaken()) {
  fail(
    `Port ${port} is in use, perhaps by another "npm start". Stop it, or: PORT=${port === 65_535 ? port - 1 : port + 1} npm start`,
  );
}
await buildOrExit();
console.log('Starting the server …');
const behind = await freePort();
const server = stay(
  [
    'wrangler',
    'dev',
    `--port=${behind}`,
    '--ip=127.0.0.1',
    '--log-level=warn',
    '--show-interactive-dev-session=false',
  ],
  { CI: '1' },
);
server.on('exit', (code) => process.exit(code ?? 1));
await startFront(port, behind);
if (await answers()) {
  console.log(`\nReady in ${seconds(started)}:  ${address}\nPress Ctrl-C to stop.`);
} else {
  console.error(`The server did not answer within ${timeoutMs / 1000} s.`);
  server.kill();
}
