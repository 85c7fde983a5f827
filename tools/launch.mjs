/**
 * The entry of every npm script: `node tools/launch.mjs <task> [arguments]` runs `tools/<task>.ts`.
 *
 * Only this file must run on any Node from 20 on, before anything is installed: plain
 * JavaScript, no dependency. It installs the missing packages of the lockfile, then runs the task with the
 * Node that the lockfile pins, which runs TypeScript without a build.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const pinnedNode = join(root, 'node_modules', 'node', 'bin', 'node');

/** @param {string} message */
function fail(message) {
  console.error(message);
  process.exit(1);
}

/**
 * The packages of a lockfile by path, without the root entry; nothing when the file can not be read.
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean, bin?: Record<string, string> }>}
 */
function lockedPackages(file) {
  try {
    const { '': _root, ...packages } = JSON.parse(readFileSync(file, 'utf8')).packages;
    return packages;
  } catch {
    return {};
  }
}

/**
 * Whether `node_modules` has the packages of the lockfile, by content, so that the file times of a fresh checkout
 * do not matter. Optional packages are those of other platforms.
 */
function isInstalled() {
  const wanted = lockedPackages(join(root, 'package-lock.json'));
  const present = lockedPackages(join(root, 'node_modules', '.package-lock.json'));
  const complete = Object.entries(wanted).every(
    ([path, entry]) => entry.optional || present[path]?.version === entry.version,
  );
  const clean = Object.entries(present).every(([path, entry]) => wanted[path]?.version === entry.version);
  return complete && clean && existsSync(pinnedNode) && Object.entries(present).every(isPresent);
}

/**
 * Whether a package that npm has installed is still there, and its commands: a part of `node_modules` may be lost.
 * @param {[path: string, entry: { bin?: Record<string, string> }]} installed
 */
function isPresent([path, { bin = {} }]) {
  const commands = /^node_modules\/(?:@[^/]+\/)?[^/]+$/.test(path) ? Object.keys(bin) : [];
  const files = [join(path, 'package.json'), ...commands.map((name) => join('node_modules', '.bin', name))];
  return files.every((file) => existsSync(join(root, file)));
}

/** npm with the Node that it came with: `node` on the PATH of a script may be the one that npm replaces. */
function npm() {
  const { npm_node_execpath: node, npm_execpath: cli } = process.env;
  return node && cli && !node.startsWith(root) ? [node, cli] : ['npm'];
}

function install() {
  console.log('Installing the packages of package-lock.json (the first time takes a minute or two) …');
  const started = Date.now();
  const [command, ...prefix] = npm();
  const done = spawnSync(command, [...prefix, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (done.status !== 0 || !existsSync(pinnedNode)) {
    fail('Installing failed: see the messages of npm above. Nothing was started.');
  }
  console.log(`Installed in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
}

/**
 * A signal to npm ends npm and its shell but never arrives here; without them nothing may keep running.
 * @param {import('node:child_process').ChildProcess} child
 */
function stopWithParent(child) {
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || child.kill('SIGTERM'), 500).unref();
}

/**
 * @param {string} script
 * @param {string[]} args
 */
function handOver(script, args) {
  const child = spawn(pinnedNode, [script, ...args], { cwd: root, stdio: 'inherit' });
  // Waits for the child to end, and does not end before it.
  process.on('SIGINT', () => child.kill('SIGINT'));
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  if (process.env.npm_lifecycle_event) stopWithParent(child);
  child.on('exit', (code, signal) => process.exit(signal ? 130 : (code ?? 1)));
}

const [task = '', ...args] = process.argv.slice(2);
const script = join(root, 'tools', `${task}.ts`);
if (!/^[a-z-]+$/.test(task) || !existsSync(script)) fail(`There is no task "${task}" in tools/.`);
if (Number.parseInt(process.versions.node, 10) < 20) {
  fail(`Node 20 or newer is needed to begin; this is Node ${process.versions.node}.`);
}
if (!isInstalled()) install();
handOver(script, args);
