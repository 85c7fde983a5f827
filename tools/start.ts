/**
 * `npm start`: builds what has changed and serves it on the real runtime (workerd), on this machine only.
 * `PORT=9000 npm start` takes another port.
 */
import type { ChildProcess } from 'node:child_process';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { buildOrExit } from './build.ts';
import { seconds, stay } from './run.ts';

const port = Number(process.env['PORT'] ?? 8787);
const address = `http://localhost:${port}/`;
const patienceMs = 60_000;

/** Whether somebody listens on the port. */
function isTaken(): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: 'localhost' });
    socket.on('connect', () => resolve(true)).on('error', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

/** Ends when the server does; a signal to this process stops the server first. */
function stopTogether(server: ChildProcess): void {
  let asked = false;
  const stop = (): void => {
    if (!asked) server.kill('SIGINT');
    asked = true;
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  server.on('exit', (code) => {
    if (asked) console.log('Stopped.');
    process.exit(asked ? 0 : (code ?? 1));
  });
}

/** Passes on what the server prints; it prints nothing about the requests that it answers. */
function passOn(server: ChildProcess): void {
  server.stdout?.pipe(process.stdout);
  server.stderr?.pipe(process.stderr);
}

async function untilAnswering(): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (Date.now() < deadline) {
    const answered = await fetch(address).then(
      () => true,
      () => false,
    );
    if (answered) return;
    await pause(100);
  }
  fail(`The server did not answer within ${patienceMs / 1000} s.`);
}

const started = Date.now();
if (await isTaken()) {
  fail(`Port ${port} is in use, perhaps by another "npm start". Stop it, or: PORT=${port + 1} npm start`);
}
await buildOrExit();
console.log('Starting the server …');
const server = stay(
  ['wrangler', 'dev', `--port=${port}`, '--log-level=warn', '--show-interactive-dev-session=false'],
  { CI: '1' },
);
passOn(server);
stopTogether(server);
await untilAnswering();
console.log(`\nReady in ${seconds(started)}:  ${address}\nPress Ctrl-C to stop.`);
