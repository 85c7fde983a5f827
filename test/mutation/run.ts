/**
 * `node test/mutation/run.ts [--files clauses/truth.ts,…] [--concurrency N]`: puts mistakes into the evaluating core, one
 * at a time, and tells which of them no test notices. `npm run prove-core` runs it.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { reportOf } from './report.ts';

/** Stryker brings 175 packages and 60 MB: it has a folder of its own, installed when first needed (decision 004). */
const STRYKER = '10.1.1';

const root = join(import.meta.dirname, '../..');
const cache = join(root, '.cache/mutation');
const { values } = parseArgs({
  options: { files: { type: 'string' }, concurrency: { type: 'string', default: '1' } },
});

/** Whatever the evaluating door brings with it, without files of nothing but types. */
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

/** Where Stryker's command stands. */
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

const reportFile = join(cache, 'report.json');

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

const started = Date.now();
const command = installed();
const files = values.files?.split(',') ?? (await evaluatingCore());
const config = join(cache, 'stryker.config.json');
mkdirSync(dirname(config), { recursive: true });
writeFileSync(config, JSON.stringify(settings(files), null, 2));
const ended = spawnSync(process.execPath, [command, 'run', config], { cwd: root, stdio: 'inherit' });
if (ended.status !== 0) process.exit(1);
const { text, sound } = reportOf(JSON.parse(readFileSync(reportFile, 'utf8')));
console.log(`${text}\n${Math.round((Date.now() - started) / 1000)} s`);
process.exit(sound ? 0 : 1);
