import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from './build.ts';
import { type Command, capture, type Ended, root } from './run.ts';

/** The result of a part of `npm test`. `output` is printed when a test failed or when `show` is true. */
export interface PartResult {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly output: string;
  readonly show?: boolean;
}

/** A named part of `npm test`. When the part that it `needs` failed, it is not run and counts as failed. */
export interface TestPart {
  readonly name: string;
  readonly needs?: string;
  readonly run: () => Promise<PartResult>;
}

const plain = { CI: '1', NO_COLOR: '1', FORCE_COLOR: '0' };

function one({ ok, output }: Ended): PartResult {
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0, output };
}

/** Runs stages one after another and the commands of a stage at the same time. A failure does not skip later commands. */
async function runStages(stages: readonly (readonly Command[])[]): Promise<Ended> {
  const ends: Ended[] = [];
  for (const commands of stages) {
    ends.push(...(await Promise.all(commands.map((command) => capture(command, plain)))));
  }
  const failed = ends.filter(({ ok }) => !ok);
  return { ok: failed.length === 0, output: failed.map(({ output }) => output).join('\n') };
}

/** A part that counts as one test, which passes when all its commands succeed. */
function tools(name: string, ...stages: readonly (readonly Command[])[]): TestPart {
  return { name, run: async () => one(await runStages(stages)) };
}

async function checkBudgets(): Promise<PartResult> {
  return { ...one(await capture(['node', 'tools/budgets.ts'], plain)), show: true };
}

/** The numbers of vitest's JSON report that are read here. */
interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

function count(report: VitestReport, { ok, output }: Ended): PartResult {
  // A file that fails to load has no tests to count: it is one failure.
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  const failed = report.numFailedTests + unloaded.length;
  return {
    passed: report.numPassedTests,
    failed: ok ? failed : Math.max(failed, 1),
    skipped: report.numPendingTests + report.numTodoTests,
    output,
  };
}

async function runProject(name: string): Promise<PartResult> {
  const file = join(root, '.cache', 'test', `${name}.json`);
  mkdirSync(dirname(file), { recursive: true });
  rmSync(file, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const ended = await capture(['vitest', 'run', `--project=${name}`, ...reporters], plain);
  if (!existsSync(file)) return one({ ok: false, output: ended.output });
  const report: VitestReport = JSON.parse(readFileSync(file, 'utf8'));
  return count(report, ended);
}

/** A part whose tests are counted one by one: a project of vitest.config.ts. */
function project(name: string, needs?: string): TestPart {
  return { name, ...(needs === undefined ? {} : { needs }), run: () => runProject(name) };
}

/** The parts of `npm test`, in the order in which they run. */
export const parts: readonly TestPart[] = [
  // Astro writes the types of `astro:content` first.
  tools(
    'types',
    [['astro', 'check']],
    [
      ['tsc', '--noEmit'],
      ['tsc', '--noEmit', '--project', 'clauses'],
      ['tsc', '--noEmit', '--project', 'views'],
      ['tsc', '--noEmit', '--project', 'functions'],
    ],
  ),
  tools('lint', [
    ['biome', 'check', '--error-on-warnings', '.'],
    ['prettier', '--check', 'site/**/*.{astro,mdx}'],
  ]),
  tools('figures', [['node', 'tools/figures.ts']]),
  tools('dead-code', [['knip']]),
  tools('check', [
    ['node', 'tools/check.ts'],
    ['node', 'tools/manual.ts', '--check'],
  ]),
  { name: 'build', run: async () => one(await build({ quietly: true })) },
  { name: 'budgets', needs: 'build', run: checkBudgets },
  project('core'),
  project('content'),
  project('edge', 'build'),
  project('site', 'build'),
  project('browser', 'build'),
];
