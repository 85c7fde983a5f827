/**
 * A test runner for Stryker: imports the instrumented core once and calls the tests that reach a mutant one by one,
 * in this process, until the first of them fails. What fails here fails in `npm test`: the cases are the test files of
 * test/core/, the first worlds of test/core/oracle.test.ts and the worked examples that `npm run check` runs.
 */
import { globSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { before, beginFile, type Case, cases } from './collected.ts';

/** What Stryker's instrumented code reads and writes. */
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
  /** Mutants of constants are there from the start, in a process of their own. */
  readonly mutantActivation: 'runtime' | 'static';
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

/** Slow test files of the core that are not run here: all 20,000 worlds, imports, and what the explaining door adds. */
const LEFT_OUT = ['oracle', 'layers', 'grounds', 'combination', 'gaps', 'proposals'];

/** Files of many random numbers: they come last, where nothing else noticed a mutant. */
const LAST = ['exact', 'calendar', 'narrowing'];

/** Where the tests stand: Stryker starts this process in its copy of the repository. */
function files(): readonly string[] {
  const named = (file: string, names: readonly string[]): boolean =>
    names.includes(basename(file, '.test.ts'));
  const tests = globSync('test/core/*.test.ts').filter((file) => !named(file, LEFT_OUT));
  return [
    ...tests.filter((file) => !named(file, LAST)),
    'test/mutation/examples.ts',
    'test/mutation/worlds.ts',
    ...tests.filter((file) => named(file, LAST)),
  ];
}

const collected = new URL('./collected.ts', import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'vitest' && context.parentURL !== collected
      ? { url: collected, shortCircuit: true }
      : next(specifier, context),
});

const BEFORE = 'before';

async function load(): Promise<void> {
  for (const file of files()) {
    const path = join(process.cwd(), file);
    beginFile(path);
    await import(pathToFileURL(path).href);
  }
  // What comes before the tests is no test, nor is it a constant of the core.
  instrumented.currentTestId = BEFORE;
  for (const body of before) body();
  instrumented.currentTestId = undefined;
  delete instrumented.mutantCoverage?.perTest[BEFORE];
}

/** What went wrong, or nothing. */
async function failure({ run }: Case): Promise<string | undefined> {
  try {
    await run();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function ran(each: Case): Promise<Ran> {
  const started = performance.now();
  const failureMessage = await failure(each);
  const told = { id: each.id, name: each.id, timeSpentMs: performance.now() - started };
  return failureMessage === undefined ? { ...told, status: 0 } : { ...told, status: 1, failureMessage };
}

class CoreRunner {
  capabilities(): { readonly reloadEnvironment: boolean } {
    return { reloadEnvironment: false };
  }

  /** Every test without a mutant; the instrumented code notes what each of them reaches. */
  async dryRun(): Promise<object> {
    await load();
    const tests: Ran[] = [];
    for (const each of cases) {
      instrumented.currentTestId = each.id;
      tests.push(await ran(each));
    }
    instrumented.currentTestId = undefined;
    return { status: 'complete', tests, mutantCoverage: instrumented.mutantCoverage };
  }

  async mutantRun(options: MutantRun): Promise<object> {
    const { activeMutant, testFilter, hitLimit, mutantActivation } = options;
    const active = (id: string | undefined): void => {
      instrumented.activeMutant = id;
      instrumented.hitCount = hitLimit === undefined ? undefined : 0;
      instrumented.hitLimit = hitLimit;
    };
    if (mutantActivation === 'static') active(activeMutant.id);
    try {
      if (cases.length === 0) await load();
    } catch (error) {
      // A constant of the core that can not be made fails every test.
      if (mutantActivation === 'runtime') throw error;
      return { status: 'killed', killedBy: [], failureMessage: String(error), nrOfTests: 0 };
    }
    active(activeMutant.id);
    const chosen = testFilter === undefined ? undefined : new Set(testFilter);
    let count = 0;
    for (const each of cases) {
      if (chosen !== undefined && !chosen.has(each.id)) continue;
      count += 1;
      const { failureMessage } = await ran(each);
      if (failureMessage === undefined) continue;
      const hits = instrumented.hitCount ?? 0;
      active(undefined);
      if (hitLimit !== undefined && hits > hitLimit)
        return { status: 'timeout', reason: `reached ${hits} times` };
      if (mutantActivation === 'runtime') await demandUnharmed(each);
      return { status: 'killed', killedBy: [each.id], failureMessage, nrOfTests: count };
    }
    active(undefined);
    return { status: 'survived', nrOfTests: count };
  }
}

/** A mutant may leave something behind that outlives it; then nothing of this process counts, and Stryker starts anew. */
async function demandUnharmed(each: Case): Promise<void> {
  const message = await failure(each);
  if (message !== undefined) throw new Error(`fails without a mutant: ${each.id}: ${message}`);
}

/** What Stryker loads. */
export const strykerPlugins = [{ kind: 'TestRunner', name: 'core', injectableClass: CoreRunner }];
