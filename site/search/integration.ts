import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { AstroIntegration } from 'astro';
import { transformSync } from 'esbuild';
import type { IndexSources, KeptIndex } from './indexing.ts';

/**
 * Makes the search index of the loaded content: a copy of the texts, clauses and targets with a space around every Han
 * character. It starts when the content is checked and runs in another thread while the pages are built.
 */
export function search(): AstroIntegration {
  let sources: IndexSources;
  let started: Promise<KeptIndex | Error>;
  return {
    name: 'huice-search',
    hooks: {
      'astro:config:done': ({ config }) => {
        sources = { root: fileURLToPath(config.root), cache: fileURLToPath(config.cacheDir) };
      },
      'astro:build:start': () => {
        started = inThread(sources);
      },
      'astro:build:done': async ({ dir, logger }) => {
        const made = await started;
        if (made instanceof Error) throw made;
        const folder = join(fileURLToPath(dir), 'pagefind');
        for (const { from, to } of made.parts) cpSync(from, join(folder, to), { recursive: true });
        minify(join(folder, 'pagefind.js'));
        const parts = made.parts.length === 1 ? '' : ` in ${made.parts.length} parts`;
        logger.info(`search index of ${made.records} records${parts}, ${made.reindexed} of them read anew`);
      },
    },
  };
}

/** Minifies Pagefind's script, which saves 1.8 kB of the first search. */
function minify(script: string): void {
  writeFileSync(script, transformSync(readFileSync(script, 'utf8'), { minify: true, format: 'esm' }).code);
}

/** Returns an error as a value, because nothing awaits the thread before the pages are built. */
function inThread(sources: IndexSources): Promise<KeptIndex | Error> {
  const thread = new Worker(new URL('./indexing.worker.ts', import.meta.url), { workerData: sources });
  return new Promise((resolve) => {
    thread.on('message', resolve);
    thread.on('error', (error) => resolve(error instanceof Error ? error : new Error(String(error))));
    thread.on('exit', (code) => resolve(new Error(`The search index: the thread ended with ${code}`)));
  });
}
