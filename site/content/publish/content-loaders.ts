import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { AstroError } from 'astro/errors';
import type { Loader, LoaderContext } from 'astro/loaders';
import { codeVersion } from '../load/code-version.ts';
import { reportConclusion, terminalReport } from '../load/issue-report.ts';
import { type Content, hasErrors, loadContent } from '../load/load-content.ts';
import {
  cachedPolicyPath,
  cacheOptions,
  deleteCachedPolicy,
  type PolicyCache,
} from '../load/policy-cache.ts';
import { readTables } from '../load/tables.ts';

/**
 * Loads the policies into Astro's content store by id. A policy is read again only if its file, the tables or the code
 * changed. An error in any file stops the build; the development server keeps the last valid content and logs the report.
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

/** Loads the shared tables into the store as one entry, `tables`. The loader of the policies reports their issues. */
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
  const cache: PolicyCache = {
    folder: folderOf(context),
    cache: fileURLToPath(config.cacheDir),
    version: codeVersion(root),
  };
  const worker: { current?: Worker } = {};
  const content = loadContent(cache.folder, {
    ...cacheOptions(cache),
    onMuchToRead: () => {
      worker.current = new Worker(new URL('site/content/load/read-ahead-worker.ts', config.root), {
        workerData: cache,
      });
      // The main thread reads everything that the worker has not cached, so a failure only costs time.
      worker.current.on('error', ({ message }) => logger.warn(message));
    },
  });
  void worker.current?.terminate();
  if (hasErrors(content.issues)) return refuse(context, content);
  const ids = new Set(content.policies.map(({ id }) => id));
  for (const id of store.keys()) {
    if (ids.has(id)) continue;
    store.delete(id);
    deleteCachedPolicy(cachedPolicyPath(cache.cache, id));
  }
  for (const { id, key, file } of content.policies) {
    const path = cachedPolicyPath(cache.cache, id);
    // The store leaves an entry with an equal digest alone: the path must be part of it, for a tree that was moved.
    store.set({ id, data: { path }, digest: `${key} ${path}`, filePath: file });
  }
  logger.info(reportConclusion(content));
}

/** Stops a build with the report; on the development server only logs it. */
function refuse({ watcher, logger }: LoaderContext, content: Content): void {
  const report = terminalReport(content);
  if (watcher === undefined) throw new AstroError(`内容有问题，没有生成网站。\n\n${report}`);
  logger.error(report);
}

function loadTables(context: LoaderContext): void {
  const { tables, digest } = readTables(folderOf(context));
  context.store.set({ id: 'tables', data: { ...tables }, digest });
}

/** Calls `reload` whenever a file of the content folder changes on the development server. */
function onChange(context: LoaderContext, reload: () => void): void {
  const folder = folderOf(context);
  context.watcher?.add(folder);
  for (const event of ['add', 'change', 'unlink'] as const) {
    context.watcher?.on(event, (path) => {
      if (path.startsWith(folder)) reload();
    });
  }
}
