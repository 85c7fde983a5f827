import { createHash } from 'node:crypto';
import { cpSync, existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import type { Dictionary, Policy } from '../../clauses/index.ts';
import type { PlaceNode } from '../../views/places.ts';
import { type SearchRecord, searchRecords } from './records.ts';
import { SEARCHED_PUNCTUATION, spacedHtml } from './spaced.ts';

/**
 * The most files that hold the texts of records: a deployment takes 20,000 files in all. With more records several share
 * a file, and a result that is shown loads its neighbours as well.
 */
const MOST_FRAGMENTS = 2500;

const OPTIONS = {
  forceLanguage: 'zh',
  includeCharacters: SEARCHED_PUNCTUATION,
  maxFragments: MOST_FRAGMENTS,
};

/** The indexer as installed, and the way texts are spaced: with another the kept index is made anew. */
const CODE = ['../../package-lock.json', './spaced.ts'].map((path) =>
  readFileSync(new URL(path, import.meta.url)),
);

/**
 * Makes the search index from a copy of the policy pages, and of the clauses and targets in them, with a space around
 * every Han character.
 */
export function search(): AstroIntegration {
  let cache = '';
  return {
    name: 'huice-search',
    hooks: {
      'astro:config:done': ({ config }) => {
        cache = fileURLToPath(new URL('search/', config.cacheDir));
      },
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const digest = digestOf(everything(folder));
        if (isKept(cache, digest)) {
          cpSync(join(cache, 'pagefind'), join(folder, 'pagefind'), { recursive: true });
          logger.info('search index as before: no record has changed');
          return;
        }
        rmSync(cache, { recursive: true, force: true });
        const count = await writeIndex(everything(folder), join(cache, 'pagefind'));
        writeFileSync(join(cache, DIGEST), digest);
        cpSync(join(cache, 'pagefind'), join(folder, 'pagefind'), { recursive: true });
        logger.info(`search index of ${count} documents, clauses and targets`);
      },
    },
  };
}

/** Beside the kept index: what it was made of. Written last, so that a broken index is never taken for a whole one. */
const DIGEST = 'digest';

function isKept(cache: string, digest: string): boolean {
  const file = join(cache, DIGEST);
  return existsSync(file) && readFileSync(file, 'utf8') === digest;
}

/** Changes with any record and with what makes the index. */
function digestOf(records: Iterable<SearchRecord>): string {
  const hash = createHash('sha256').update(JSON.stringify(OPTIONS));
  for (const file of CODE) hash.update(file);
  for (const { url, html } of records) hash.update(`${url}\0${html}\0`);
  return hash.digest('hex');
}

/** Makes the index in a folder; how many records it has. */
async function writeIndex(records: Iterable<SearchRecord>, folder: string): Promise<number> {
  const { index, errors } = await createIndex(OPTIONS);
  if (index === undefined) throw new Error(`The search index cannot be made: ${errors.join('; ')}`);
  let count = 0;
  for (const record of records) {
    await add(index, record);
    count += 1;
  }
  const written = await index.writeFiles({ outputPath: folder });
  await close();
  if (written.errors.length > 0) throw new Error(`The search index: ${written.errors.join('; ')}`);
  removeUnused(folder);
  return count;
}

/** The policy pages, then what the open data says of their clauses and targets. */
function* everything(folder: string): Iterable<SearchRecord> {
  for (const page of globSync('policies/*/*/index.html', { cwd: folder }).sort())
    yield {
      url: `/${page.replace(/index\.html$/, '')}`,
      html: withoutMarked(readFileSync(join(folder, page), 'utf8')),
    };
  const data = <Data>(path: string): Data =>
    JSON.parse(readFileSync(join(folder, 'data', path), 'utf8')) as Data;
  const places = data<readonly PlaceNode[]>('jurisdictions.json');
  const dictionary = data<Dictionary>('facts.json');
  for (const file of globSync('policies/*.json', { cwd: join(folder, 'data') }).sort())
    yield* searchRecords(data<{ policies: readonly Policy[] }>(file).policies, places, dictionary);
}

/** What stands in a clause or target is found there, so that no sentence is indexed twice. */
function withoutMarked(html: string): string {
  return html.replace(/<mark class="(?=clause|target)/g, '<mark data-pagefind-ignore class="');
}

/** The small page of our own needs none of Pagefind's interfaces. */
function removeUnused(folder: string): void {
  for (const file of globSync('pagefind-*{ui,highlight}*', { cwd: folder })) rmSync(join(folder, file));
}

async function add(index: PagefindIndex, { url, html }: SearchRecord): Promise<void> {
  const { errors } = await index.addHTMLFile({ url, content: spacedHtml(html) });
  if (errors.length > 0) throw new Error(`The search index, ${url}: ${errors.join('; ')}`);
}
