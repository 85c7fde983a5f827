import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';

/** The repository's root, without a slash at the end. */
export const root = dirname(import.meta.dirname);

const bin = join(root, 'node_modules', '.bin');

/** Settings that stop tools from sending telemetry, asking questions and checking for newer versions. */
const quiet = {
  ASTRO_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_SEND_ERROR_REPORTS: 'false',
  WRANGLER_HIDE_BANNER: 'true',
  WRANGLER_WRITE_LOGS: 'false',
  // workerd's `request.cf` is otherwise fetched from a server.
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
};

/** The environment of every tool: the pinned Node first on the PATH. */
export function toolEnvironment(extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const path = [dirname(process.execPath), bin, process.env['PATH'] ?? ''].join(delimiter);
  return { ...process.env, ...quiet, ...extra, PATH: path };
}

/** A command line: a tool of `node_modules/.bin` (or `node`) and its arguments. */
export type Command = readonly [tool: string, ...args: string[]];

/** Whether a command succeeded, and everything that it printed, in order. */
export interface Ended {
  readonly ok: boolean;
  readonly output: string;
}

const running = new Set<ChildProcess>();
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Passes a signal on to every running command and exits when all of them have ended. */
function stopAll(signal: NodeJS.Signals): void {
  if (running.size === 0) process.exit(130);
  for (const child of running) {
    child.once('exit', () => running.size === 0 && process.exit(130));
    child.kill(signal);
  }
}

/** What happens with the output of a command: shown, kept, or shown but for errors, which are kept. */
const STDIO: Readonly<Record<'show' | 'keep' | 'keepErrors', StdioOptions>> = {
  show: 'inherit',
  keep: ['ignore', 'pipe', 'pipe'],
  keepErrors: ['inherit', 'inherit', 'pipe'],
};

function start([tool, ...args]: Command, stdio: keyof typeof STDIO, extra?: NodeJS.ProcessEnv): ChildProcess {
  for (const signal of signals) if (process.listenerCount(signal) === 0) process.on(signal, stopAll);
  const file = tool === 'node' ? process.execPath : join(bin, tool);
  const child = spawn(file, args, {
    cwd: root,
    env: toolEnvironment(extra),
    stdio: STDIO[stdio],
  });
  running.add(child);
  return child.on('exit', () => running.delete(child)).on('error', () => running.delete(child));
}

/** Resolves when the command has ended; `false` also when it could not be started or was stopped. */
function ended(child: ChildProcess): Promise<boolean> {
  return new Promise((resolve) => {
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });
}

/** Runs a command with its output on this terminal. */
export function show(command: Command, extra?: NodeJS.ProcessEnv): Promise<boolean> {
  return ended(telling(start(command, 'show', extra)));
}

/** Runs a command and keeps its output. */
export function capture(command: Command, extra?: NodeJS.ProcessEnv): Promise<Ended> {
  return kept(start(command, 'keep', extra));
}

/** Runs a command with its output on this terminal and keeps its errors, which are not shown. */
export function showOutput(command: Command, extra?: NodeJS.ProcessEnv): Promise<Ended> {
  return kept(start(command, 'keepErrors', extra));
}

async function kept(child: ChildProcess): Promise<Ended> {
  const chunks: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.on('error', ({ message }) => chunks.push(Buffer.from(`${message}\n`)));
  const ok = await ended(child);
  return { ok, output: Buffer.concat(chunks).toString('utf8') };
}

/** Says so when a command cannot be started: a package is missing. */
function telling(child: ChildProcess): ChildProcess {
  return child.on('error', ({ message }) =>
    console.error(`${message}. Run "npm ci", then the command again.`),
  );
}

/** Starts a long-running command, for example a server; it is stopped together with this process. */
export function stay(command: Command, extra?: NodeJS.ProcessEnv): ChildProcess {
  return telling(start(command, 'show', extra));
}

/** Formats the time since `started` (a `Date.now()`) for printing, for example `1.5 s`. */
export function seconds(started: number): string {
  return `${((Date.now() - started) / 1000).toFixed(1)} s`;
}

/** Reads the last line that a command printed as JSON. Throws when it is no JSON. */
export function lastLineOf<Report>(output: string): Report {
  return JSON.parse(output.trimEnd().split('\n').at(-1) ?? '');
}
