import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const jsx = { runtime: 'automatic', importSource: 'hono/jsx' } as const;

/** One room of `test/`. `served` rooms find the address of the running app under `inject('baseUrl')`. */
function project(name: string, include: string[], served = false): object {
  return {
    oxc: { jsx },
    test: {
      name,
      include,
      // These tests change nothing that another file sees: the files of a worker share its modules.
      isolate: served,
      environment: 'node',
      // A guard against hanging, on a slow machine as well.
      testTimeout: 300_000,
      ...(served ? { globalSetup: ['test/server.setup.ts'], hookTimeout: 120_000 } : {}),
    },
  };
}

/** The files that take longest begin first, so that the others run beside them. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification): boolean => /publishing|oracle|pages/.test(moduleId);
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    passWithNoTests: true,
    // By default one processor is left idle: on two, half of the time of `npm test` is lost.
    maxWorkers: '100%',
    projects: [
      project('core', ['test/{clauses,views,tools}/**/*.test.{ts,tsx}']),
      project('content', ['test/{content,site/content}/**/*.test.{ts,tsx}']),
      project('edge', ['test/edge/**/*.test.{ts,tsx}'], true),
      project('site', ['test/site/{*,search/**/*}.test.{ts,tsx}']),
      project('browser', ['test/browser/**/*.test.{ts,tsx}'], true),
    ],
  },
});
