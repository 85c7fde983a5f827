import type { TestProject } from 'vitest/node';
import { startServer } from './server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the built app answers, for `inject('baseUrl')`. */
    baseUrl: string;
  }
}

/** Once for each project that names this file: the tests of a project share one server, which keeps nothing. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { baseUrl, stop } = await startServer();
  project.provide('baseUrl', baseUrl);
  return stop;
}
