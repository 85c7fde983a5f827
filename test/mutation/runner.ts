/**
 * A test runner for Stryker: imports the instrumented core once and calls the tests that reach a mutant one by one,
 * in this process, until the first of them fails. What fails here fails in `npm test`: the cases are the test files of
 * test/clauses/ but those of authoring and text, the first worlds of test/clauses/check/oracle.test.ts and the worked examples that `npm run check` runs.
 */
import { globSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { before, beginFile, type CollectedTest, cases } from './test-collector.ts';

/** The state that Stryker's instrumented code reads and writes. */
interface Instrumented {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: { readonly perTest: Record<string, unknown> };
}

interface MutantRun {
  readonly activeMutant: { readonly id: string };
  readonly testFilter?: readonly string[];
  readonly hitLimit?: number;
  /** Mutants of constants are active from the start, in a separate process. */
  readonly mutantActivation: 'runtime' | 'static';
  readonly reloadEnvironment: boolean;
}

/** The result for a mutant in Stryker's format. */
interface Noticed {
  readonly status: 'killed' | 'survived' | 'timeout';
  readonly killedBy?: readonly string[];
  readonly failureMessage?: string;
  readonly reason?: string;
  readonly nrOfTests?: number;
}

interface Ran {
  readonly id: string;
  readonly name: string;
  readonly timeSpentMs: number;
  /** 0 passed, 1 failed. */
  readonly status: 0 | 1;
  readonly failureMessage?: string;
}

const shared = globalThis as { __stryker__?: Instrumented };
const instrumented: Instrumented = shared.__stryker__ ?? {};
shared.__stryker__ = instrumented;

/** Slow test files of the core that are not run here: the random worlds of npm test, imports, and those of the explaining door. */
const LEFT_OUT = ['oracle', 'layers', 'grounds', 'combination', 'gaps', 'proposals', 'narrowing'];

/** Files with many random cases. They run last, where no other test noticed a mutant. */
const LAST = ['exact', 'calendar'];

/** The folder of the tests: Stryker starts this process in its copy of the repository. */
function files(): readonly string[] {
  const named = (file: string, names: readonly string[]): boolean =>
    names.includes(basename(file, '.test.ts'));
  const tests = globSync('test/clauses/{numbers,language,answers,evaluate,check,explain}/*.test.ts').filter(
    (file) => !named(file, LEFT_OUT),
  );
  return [
    ...tests.filter((file) => !named(file, LAST)),
    'test/mutation/examples.ts',
    'test/mutation/oracle-worlds.ts',
    ...tests.filter((file) => named(file, LAST)),
  ];
}

const collected = new URL('./test-collector.ts', import.meta.url).href;
/** The copy of the repository that this process runs in, and how often its modules were loaded. */
const copy = pathToFileURL(process.cwd()).href;
let loads = 0;
registerHooks({
  resolve: (specifier, context, next) => {
    if (specifier === 'vitest' && context.parentURL !== collected)
      return { url: collected, shortCircuit: true };
    const found = next(specifier, context);
    const isOurs = found.url.startsWith(`${copy}/`) && !found.url.includes('/node_modules/');
    return isOurs ? { ...found, url: `${found.url}?${loads}` } : found;
  },
});

const BEFORE = 'before';

/** Loads the core and its tests again. */
async function load(): Promise<void> {
  loads += 1;
  cases.length = 0;
  before.length = 0;
  for (const file of files()) {
    const path = join(process.cwd(), file);
    beginFile(path);
    await import(pathToFileURL(path).href);
  }
  // Code that runs before the tests is neither a test nor a constant of the core.
  instrumented.currentTestId = BEFORE;
  for (const body of before) body();
  instrumented.currentTestId = undefined;
  delete instrumented.mutantCoverage?.perTest[BEFORE];
}

/** Stryker allows a hundred times the hits of all tests; here a single test may have twice the hits of all tests. */
const HITS = 50;
const LEAST_HITS = 100_000;
const HUGE = Number.MAX_SAFE_INTEGER;

/** The failure of a test; `undefined` where it passes. */
async function failure({ run }: CollectedTest): Promise<string | undefined> {
  try {
    await run();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function ran(each: CollectedTest): Promise<Ran> {
  const started = performance.now();
  const failureMessage = await failure(each);
  const told = { id: each.id, name: each.id, timeSpentMs: performance.now() - started };
  return failureMessage === undefined ? { ...told, status: 0 } : { ...told, status: 1, failureMessage };
}

/** Activates a mutant, for one test or while the modules load, with a limit on how often it may be reached. */
function activate({ activeMutant, hitLimit = HUGE }: MutantRun): void {
  instrumented.activeMutant = activeMutant.id;
  instrumented.hitCount = 0;
  instrumented.hitLimit = Math.max(hitLimit / HITS, LEAST_HITS);
}

/** The result for a mutant with a failed test: killed, or timed out because it was reached too often. */
function stopped(failed: Omit<Noticed, 'status'>, where: string): Noticed {
  const { hitCount = 0, hitLimit = HUGE } = instrumented;
  return hitCount > hitLimit
    ? { status: 'timeout', reason: `reached more than ${hitLimit} times in ${where}` }
    : { status: 'killed', ...failed };
}

class CoreRunner {
  capabilities(): { readonly reloadEnvironment: boolean } {
    return { reloadEnvironment: true };
  }

  async init(): Promise<void> {
    await load();
  }

  /** Runs every test without a mutant; the instrumented code records the mutants that each test reaches. */
  async dryRun(): Promise<object> {
    const tests: Ran[] = [];
    for (const each of cases) {
      instrumented.currentTestId = each.id;
      tests.push(await ran(each));
    }
    instrumented.currentTestId = undefined;
    return { status: 'complete', tests, mutantCoverage: instrumented.mutantCoverage };
  }

  /** Runs the tests that reach a mutant until one fails. */
  async mutantRun(run: MutantRun): Promise<Noticed> {
    const isStatic = run.mutantActivation === 'static';
    instrumented.activeMutant = undefined;
    if (isStatic) activate(run);
    try {
      if (isStatic || run.reloadEnvironment) await load();
    } catch (error) {
      // If a constant of the core cannot be computed, every test fails.
      if (!isStatic) throw error;
      return stopped({ killedBy: [], failureMessage: String(error), nrOfTests: 0 }, 'what is loaded');
    }
    const result = await noticed(run);
    instrumented.activeMutant = undefined;
    if (!isStatic) for (const id of result.killedBy ?? []) await demandUnharmed(id);
    return result;
  }
}

async function noticed(run: MutantRun): Promise<Noticed> {
  const { testFilter } = run;
  const chosen = testFilter === undefined ? undefined : new Set(testFilter);
  let nrOfTests = 0;
  for (const each of cases) {
    if (chosen !== undefined && !chosen.has(each.id)) continue;
    nrOfTests += 1;
    activate(run);
    const { failureMessage } = await ran(each);
    if (failureMessage !== undefined)
      return stopped({ killedBy: [each.id], failureMessage, nrOfTests }, each.id);
  }
  return { status: 'survived', nrOfTests };
}

/** A mutant may leave a changed state behind. Then no result of this process is valid, and Stryker starts a new one. */
async function demandUnharmed(id: string): Promise<void> {
  const message = await Promise.all(cases.filter((each) => each.id === id).map(failure));
  if (message.some((each) => each !== undefined))
    throw new Error(`fails without a mutant: ${id}: ${message}`);
}

/** The plugin that Stryker loads. */
export const strykerPlugins = [{ kind: 'TestRunner', name: 'core', injectableClass: CoreRunner }];
