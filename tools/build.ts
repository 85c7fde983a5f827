/**
 * `npm run build [-- --day YYYY-MM-DD]`: builds the site into `dist/` and the Worker into `.cache/worker/`, only when one
 * of their inputs has changed. `--day` builds the pages of another day than today.
 */
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseDate } from '../clauses/index.ts';
import { DAY_VARIABLE, today } from '../site/content/load/today.ts';
import { readArguments, refuseArguments } from './arguments.ts';
import { type Command, capture, type Ended, root, seconds, show } from './run.ts';

/** The folder of the bundled Worker, in the form in which it would be uploaded. */
export const workerFolder = '.cache/worker';

const stampFile = join(root, '.cache', 'build.json');

/** Folders and files that a build reads. The lockfile represents every installed package. */
const inputs = [
  '{site,content,clauses,views,functions}/**/*',
  'tools/build.ts',
  'astro.config.mjs',
  'wrangler.toml',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
  'docs/authoring/*.md',
];

/** Digests of the last build's inputs and output. Both are compared, so that a `dist/` edited by hand is built again. */
interface Stamp {
  readonly inputs: string;
  readonly output: string;
}

/** A digest of the names and the contents of everything that a build reads, of its settings and its day (`YYYY-MM-DD`). */
export function inputsDigest(day: string): string {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([process.version, process.env['HUICE_SITE'] ?? null, day]));
  for (const file of globSync(inputs, { cwd: root }).sort()) {
    const path = join(root, file);
    if (!statSync(path).isFile()) continue;
    hash.update(`\0${file}\0`).update(createHash('sha256').update(readFileSync(path)).digest());
  }
  return hash.digest('hex');
}

/** A digest of the names, sizes and times of the built files: cheap for a folder of many thousand files. */
function outputDigest(): string {
  const hash = createHash('sha256');
  for (const file of globSync(`{dist,${workerFolder}}/**/*`, { cwd: root }).sort()) {
    const { size, mtimeMs } = statSync(join(root, file));
    hash.update(`${file}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function readStamp(): Stamp | undefined {
  if (!existsSync(stampFile)) return undefined;
  return JSON.parse(readFileSync(stampFile, 'utf8'));
}

function isFresh(inputsNow: string): boolean {
  const stamp = readStamp();
  return stamp?.inputs === inputsNow && stamp.output === outputDigest();
}

/** Astro builds the pages; the Worker is bundled as for an upload, so that its errors appear before it serves. */
const steps: readonly Command[] = [
  ['astro', 'build'],
  ['wrangler', 'deploy', '--dry-run', `--outdir=${workerFolder}`],
];

/** Runs the steps for a day until one fails. Output is kept when they run quietly, otherwise shown at once. */
async function runSteps(day: string, quietly: boolean): Promise<Ended> {
  const environment = { [DAY_VARIABLE]: day };
  let output = '';
  for (const step of steps) {
    const ended = quietly
      ? await capture(step, environment)
      : { ok: await show(step, environment), output: '' };
    output += ended.output;
    if (!ended.ok) return { ok: false, output };
  }
  return { ok: true, output };
}

/** Options of a build. `day` is the date that its pages are about: `YYYY-MM-DD`, today in China by default. */
interface BuildOptions {
  readonly day?: string;
  readonly quietly?: boolean;
}

/**
 * Builds the site and the Worker unless the last build had the same inputs and the same day: pages state what is in force
 * on that day.
 *
 * The stamp is deleted before the first step and written only after the last one succeeded, so that the remains of a
 * failed build are never taken for a complete build.
 */
export async function build({ day = today(), quietly = false }: BuildOptions = {}): Promise<Ended> {
  const inputsNow = inputsDigest(day);
  if (isFresh(inputsNow)) return { ok: true, output: 'Nothing has changed since the last build.\n' };
  rmSync(stampFile, { force: true });
  const ended = await runSteps(day, quietly);
  if (!ended.ok) return ended;
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, JSON.stringify({ inputs: inputsNow, output: outputDigest() } satisfies Stamp));
  return ended;
}

/** Builds with progress lines on the terminal; ends the process when the build fails. */
export async function buildOrExit(options: BuildOptions = {}): Promise<void> {
  const started = Date.now();
  console.log('Building the site …');
  const { ok, output } = await build(options);
  if (!ok) {
    console.error('\nThe build FAILED: see the messages above. Nothing is served or published.');
    process.exit(1);
  }
  console.log(output === '' ? `Built in ${seconds(started)}.` : output.trim());
}

/** The day given on the command line; ends the process when it is not a date. */
function dayAsked(): string {
  const usage = 'npm run build [-- --day YYYY-MM-DD]';
  const { day = today() } = readArguments(usage, { options: { day: { type: 'string' } } }).values;
  if (parseDate(day) !== undefined) return day;
  return refuseArguments(`--day ${day} is not a date. Write it as YYYY-MM-DD, for example --day 2026-12-01.`);
}

if (import.meta.main) await buildOrExit({ day: dayAsked() });
