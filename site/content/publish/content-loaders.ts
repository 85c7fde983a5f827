import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { AstroError } from 'astro/errors';
import type { Loader, LoaderContext } from 'astro/loaders';
import { sha256 } from '../load/content-files.ts';
import { reportConclusion, terminalReport } from '../load/issue-report.ts';
import { type Content, hasErrors, loadContent } from '../load/load-content.ts';
import { cachedPolicyPath, cacheOptions, deleteCachedPolicy } from '../load/policy-cache.ts';
import { readTables } from '../load/tables.ts';

/**
 * Puts the policies into Astro's content store under their ids. A file that is unchanged, as are the tables and the
 * code, is not read again. With any error in any file the build stops; while a publisher writes, the last good
 * content stays and the report is shown.
 */
export function policiesLoader(): Loader {
  return {
    name: 'huice-policies',
    load: async (context) => {
      loadPolicies(context);
      onChange(context, () => loadPolicies(context));
    },
  };
}

/** Puts the shared tables into the store as one entry, `tables`. Their issues are told with those of the policies. */
export function tablesLoader(): Loader {
  return {
    name: 'huice-tables',
    load: async (context) => {
      loadTables(context);
      onChange(context, () => loadTables(context));
    },
  };
}

function folderOf({ config }: LoaderContext): string {
  return fileURLToPath(new URL('content/', config.root));
}

function loadPolicies(context: LoaderContext): void {
  const { store, logger, config } = context;
  const root = fileURLToPath(config.root);
  const sources = {
    folder: folderOf(context),
    cache: fileURLToPath(config.cacheDir),
    version: codeVersion(root),
  };
  const thread: { current?: Worker } = {};
  const content = loadContent(sources.folder, {
    ...cacheOptions(sources),
    onMuchToRead: () => {
      thread.current = new Worker(new URL('site/content/load/read-ahead-worker.ts', config.root), {
        workerData: sources,
      });
      // Then it was no help: what it has not read is read here.
      thread.current.on('error', ({ message }) => logger.warn(message));
    },
  });
  void thread.current?.terminate();
  if (hasErrors(content.issues)) return refuse(context, content);
  const ids = new Set(content.policies.map(({ id }) => id));
  for (const id of store.keys()) {
    if (ids.has(id)) continue;
    store.delete(id);
    deleteCachedPolicy(cachedPolicyPath(sources.cache, id));
  }
  for (const { id, key, file } of content.policies)
    store.set({ id, data: { path: cachedPolicyPath(sources.cache, id) }, digest: key, filePath: file });
  logger.info(reportConclusion(content));
}

function refuse({ watcher, logger }: LoaderContext, content: Content): void {
  const report = terminalReport(content);
  if (watcher === undefined) throw new AstroError(`内容有问题，没有生成网站。\n\n${report}`);
  logger.error(report);
}

function loadTables(context: LoaderContext): void {
  const { tables, digest } = readTables(folderOf(context));
  context.store.set({ id: 'tables', data: { ...tables }, digest });
}

/** Everything whose change may change what a file is read as: our code, and the versions of what it calls. */
function codeVersion(root: string): string {
  const files = globSync(['{clauses,site/content}/**/*.ts', 'package-lock.json'], { cwd: root }).sort();
  return sha256(files.map((file) => `${file}\n${readFileSync(join(root, file), 'utf8')}`).join('\0'));
}

function onChange(context: LoaderContext, reload: () => void): void {
  const folder = folderOf(context);
  context.watcher?.add(folder);
  for (const event of ['add', 'change', 'unlink'] as const) {
    context.watcher?.on(event, (path) => {
      if (path.startsWith(folder)) reload();
    });
  }
}
