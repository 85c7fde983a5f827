/**
 * Replaces `vitest` where the tests of the core run thousands of times in one process: with the same test files and
 * the same `expect`, but tests are collected and called one by one. `runner.ts` resolves `import 'vitest'` to this file.
 */
import { relative } from 'node:path';
import fc from 'fast-check';

export { expect } from 'vitest';

/** One test of a file, called as often as there are mutants that it may notice. */
export interface CollectedTest {
  /** File, names of the groups, name and number: the same in every run. */
  readonly id: string;
  readonly file: string;
  readonly run: () => unknown;
}

/** All tests of the files that were imported, in their order. */
export const cases: CollectedTest[] = [];

/** The functions to call once before all tests, in their order. */
export const before: (() => void)[] = [];

let file = '';
let groups: readonly string[] = [];

/** Sets the file of the tests that follow. Random tests draw the same numbers in every run and do not shrink failures. */
export function beginFile(path: string): void {
  file = relative(process.cwd(), path);
  fc.configureGlobal({ seed: 1, endOnFailure: true });
}

type Body = (...row: unknown[]) => unknown;

function add(name: string, run: () => unknown): void {
  const id = [file, ...groups, name].join(' > ');
  const same = cases.filter((each) => each.id === id || each.id.startsWith(`${id} #`)).length;
  cases.push({ id: same === 0 ? id : `${id} #${same + 1}`, file, run });
}

function group(name: string, ...rest: readonly unknown[]): void {
  groups = [...groups, name];
  bodyOf(rest)();
  groups = groups.slice(0, -1);
}

/** The body is the last argument, or the one before the time limit. */
function bodyOf(rest: readonly unknown[]): Body {
  const body = rest.find((each) => typeof each === 'function');
  if (body === undefined) throw new Error('a test without a body');
  return body as Body;
}

function each(row: (name: string, run: () => void) => void) {
  return (rows: readonly unknown[]) =>
    (name: string, ...rest: readonly unknown[]): void => {
      for (const [index, given] of rows.entries())
        row(`${name} (${index + 1})`, () => bodyOf(rest)(...(Array.isArray(given) ? given : [given])));
    };
}

/** Collects a test. */
export const test = Object.assign(
  (name: string, ...rest: readonly unknown[]): void => add(name, () => bodyOf(rest)()),
  { each: each((name, run) => add(name, run)) },
);
export const it = test;

/** Collects the tests of a group. */
export const describe = Object.assign(group, { each: each((name, run) => group(name, run)) });

/** Collects a function to call once before all tests. */
export function beforeAll(body: () => void): void {
  before.push(body);
}
