import type { TestProject } from 'vitest/node';
import { startServer } from './server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The address of the built app, for `inject('baseUrl')`. */
    baseUrl: string;
  }
}

/** Runs once for each project that names this file: the tests of a project share one server, which is stateless. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { baseUrl, stop } = await startServer();
  project.provide('baseUrl', baseUrl);
  return stop;
}
