/**
 * `npm run build [-- --day YYYY-MM-DD]`: builds the site into `dist/` and the Worker into `.cache/worker/`, only when one
 * of their inputs has changed. `--day` builds the pages of another day than today.
 */
import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseDate } from '../clauses/index.ts';
import { DAY_VARIABLE, today } from '../site/content/load/today.ts';
import { readArguments, refuseArguments } from './arguments.ts';
import { removeObstacle } from './build/digests.ts';
import { adviceOn } from './build/faults.ts';
import { dropChangedPages, sealKeptPages } from './build/kept-pages.ts';
import { withLock } from './build/lock.ts';
import { type BuiltFolder, clearNext, replaceFolders, restoreFolders } from './build/replace.ts';
import { outputDigest, readStamp, writeStamp } from './build/stamp.ts';
import { type Command, capture, type Ended, root, seconds, showOutput } from './run.ts';
import { refuseSettings, wrongSettings } from './settings.ts';

/** The folder of the bundled Worker, in the form in which it would be uploaded. */
export const workerFolder = '.cache/worker';

/** The folder of the built site, which is served and published. */
const siteFolder = 'dist';

const stampFile = join(root, '.cache', 'build.json');
const astroCache = join(root, '.cache', 'astro');
const sealFile = join(root, '.cache', 'kept-pages.json');

/** Where a folder is built before it replaces the last one. */
function inNext(folder: string): string {
  return `.cache/next/${basename(folder)}`;
}

const folders: readonly BuiltFolder[] = [siteFolder, workerFolder].map((folder) => ({
  live: join(root, folder),
  next: join(root, inNext(folder)),
  previous: join(root, '.cache', 'previous', basename(folder)),
}));

/** Folders and files that a build reads. The lockfile represents every installed package. */
const inputs = [
  '{site,content,clauses,views,functions}/**/*',
  'tools/build.ts',
  'tools/build/*',
  'astro.config.mjs',
  'wrangler.toml',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
  'docs/authoring/*.md',
];

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

function isFresh(inputsNow: string): boolean {
  const stamp = readStamp(stampFile);
  return stamp?.inputs === inputsNow && stamp.output === outputDigest(root, [siteFolder, workerFolder]);
}

/** Astro builds the pages; the Worker is bundled as for an upload, so that its errors appear before it serves. */
const steps: readonly Command[] = [
  ['astro', 'build', `--outDir=${inNext(siteFolder)}`],
  // The top-level environment is named, or wrangler warns that there are others.
  [
    'wrangler',
    'deploy',
    '--dry-run',
    '--env=',
    `--assets=${inNext(siteFolder)}`,
    `--outdir=${inNext(workerFolder)}`,
  ],
];

/**
 * Runs the steps for a day until one fails. Output is returned when they run quietly, otherwise shown; a fault of the
 * machine is reported as advice instead of a stack trace.
 */
async function runSteps(day: string, quietly: boolean): Promise<Ended> {
  const environment = { [DAY_VARIABLE]: day };
  let output = '';
  for (const step of steps) {
    const ended = await (quietly ? capture : showOutput)(step, environment);
    const advice = ended.ok ? undefined : adviceOn(ended.output);
    if (!quietly) process.stderr.write(advice === undefined ? ended.output : `\n${advice}\n`);
    else output += advice === undefined ? ended.output : `${ended.output}\n${advice}\n`;
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
 * on that day. Waits for another build of this folder.
 *
 * Both are built in a folder of their own and replace the last build at the end, so that `dist/` is always one whole
 * site: the last one, also after a build that failed.
 */
export async function build({ day = today(), quietly = false }: BuildOptions = {}): Promise<Ended> {
  const wrong = wrongSettings(['HUICE_SITE', DAY_VARIABLE]);
  if (wrong.length > 0) return { ok: false, output: `${wrong.join('\n')}\n` };
  const onWait = (process: number): void =>
    console.log(`Another build (process ${process}) is running here. Waiting until it ends …`);
  try {
    return await withLock(join(root, '.cache', 'build.lock'), onWait, () => buildLocked(day, quietly));
  } catch (error) {
    const advice = error instanceof Error ? adviceOn(error.message) : undefined;
    if (advice === undefined) throw error;
    return { ok: false, output: `${advice}\n` };
  }
}

async function buildLocked(day: string, quietly: boolean): Promise<Ended> {
  restoreFolders(folders);
  const inputsNow = inputsDigest(day);
  if (isFresh(inputsNow)) return { ok: true, output: 'Nothing has changed since the last build.\n' };
  clearNext(folders);
  for (const folder of ['.astro', '.wrangler']) removeObstacle(join(root, folder));
  const dropped = dropChangedPages(astroCache, sealFile);
  if (dropped > 0 && !quietly)
    console.log(`${dropped} cached files are not as the last build left them. They are made again.`);
  const ended = await runSteps(day, quietly);
  if (!ended.ok) return ended;
  sealKeptPages(astroCache, sealFile);
  replaceFolders(folders);
  writeStamp(stampFile, { inputs: inputsNow, output: outputDigest(root, [siteFolder, workerFolder]) });
  return ended;
}

/** Builds with progress lines on the terminal; ends the process when the build fails. */
export async function buildOrExit(options: BuildOptions = {}): Promise<void> {
  const started = Date.now();
  console.log('Building the site …');
  const { ok, output } = await build(options);
  if (!ok) {
    if (output !== '') console.error(output.trim());
    console.error(
      '\nThe build FAILED: see the messages above. dist/ is as it was; nothing is served or published.',
    );
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

if (import.meta.main) {
  refuseSettings('HUICE_SITE', DAY_VARIABLE);
  await buildOrExit({ day: dayAsked() });
}
