/**
 * `node test/mutation/run.ts [--files clauses/numbers/truth.ts,…] [--again] [--concurrency N]`: mutates the evaluating
 * core and reports the mutants that no test notices. `--again` repeats only the survivors of the last run, with the
 * present tests, on an unchanged core. `npm run prove-core` runs it.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { linesLeft, type MutationReport, merged, reportOf } from './report.ts';

/** Stryker brings 175 packages and 60 MB: it has a folder of its own, installed when first needed (decision 004). */
const STRYKER = '10.1.1';

const root = join(import.meta.dirname, '../..');
const cache = join(root, '.cache/mutation');
const { values } = parseArgs({
  options: {
    files: { type: 'string' },
    again: { type: 'boolean', default: false },
    concurrency: { type: 'string', default: '1' },
  },
});

/** The files that the evaluating door imports, without those that contain only types. */
async function evaluatingCore(): Promise<readonly string[]> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['clauses/index.ts'],
    bundle: true,
    format: 'esm',
    write: false,
    metafile: true,
  });
  const [output] = Object.values(metafile.outputs);
  return Object.entries(output?.inputs ?? {})
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([file]) => file)
    .sort();
}

/** The path of Stryker's command; installs it first if it is missing. */
function installed(): string {
  const folder = join(cache, `stryker-${STRYKER}`);
  const command = join(folder, 'node_modules/@stryker-mutator/core/bin/stryker.js');
  if (existsSync(command)) return command;
  mkdirSync(folder, { recursive: true });
  const dependencies = { '@stryker-mutator/core': STRYKER };
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies }));
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: 'inherit',
  });
  return command;
}

/** The files that Stryker writes, and the report on all mutants of the present core. */
const reportFile = join(cache, 'report.json');
const knownFile = join(cache, 'known.json');

function read(file: string): MutationReport {
  return JSON.parse(readFileSync(file, 'utf8')) as MutationReport;
}

function settings(files: readonly string[]): object {
  return {
    testRunner: 'core',
    plugins: [join(import.meta.dirname, 'runner.ts')],
    coverageAnalysis: 'perTest',
    mutate: files,
    concurrency: Number(values.concurrency),
    timeoutMS: 10_000,
    tempDirName: '.cache/mutation/sandbox',
    // Only what the tests of the core read is copied.
    ignorePatterns: [
      '/*',
      '!/clauses',
      '!/content',
      '!/test',
      '!/tools',
      '!/site',
      '/site/*',
      '!/site/content',
      '!/package.json',
    ],
    disableTypeChecks: false,
    tsconfigFile: 'none',
    reporters: ['json', 'dots'],
    jsonReporter: { fileName: reportFile },
    allowConsoleColors: false,
  };
}

/** The files to mutate, or lines of them. */
async function chosen(): Promise<readonly string[]> {
  if (values.again) return linesLeft(read(knownFile));
  return values.files?.split(',') ?? evaluatingCore();
}

/** Merges a run into the stored report: of all files, or of the repeated lines. Results for changed files are dropped. */
function combinedReport(report: MutationReport): MutationReport {
  if (!existsSync(knownFile)) return report;
  const known = Object.entries(read(knownFile).files).filter(
    ([file, { source }]) => readFileSync(join(root, file), 'utf8') === source,
  );
  const before = { files: Object.fromEntries(known) };
  return values.again ? merged(before, report) : { files: { ...before.files, ...report.files } };
}

const started = Date.now();
const command = installed();
const config = join(cache, 'stryker.config.json');
writeFileSync(config, JSON.stringify(settings(await chosen()), null, 2));
const ended = spawnSync(process.execPath, [command, 'run', config], { cwd: root, stdio: 'inherit' });
if (ended.status !== 0) process.exit(1);
const report = combinedReport(read(reportFile));
writeFileSync(knownFile, JSON.stringify(report));
const { text, sound } = reportOf(report);
console.log(`\n${text}\n${sound ? 'Sound' : 'Not sound'}, ${Math.round((Date.now() - started) / 1000)} s`);
process.exit(sound ? 0 : 1);
