import { createHash } from 'node:crypto';
import { existsSync, globSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';
import { findPolicies } from '../content/load/content-files.ts';
import type { LoadedPolicy } from '../content/load/load-content.ts';
import { cachedPolicyPath, readCachedPolicy } from '../content/load/policy-cache.ts';
import { readTables, type Tables } from '../content/load/tables.ts';
import { today } from '../content/load/today.ts';
import { folderOf, type IndexPart, indexParts, recordsOf } from './parts.ts';
import { searchRecords } from './records.ts';
import { SEARCHED_PUNCTUATION, spacedHtml } from './spaced.ts';

/** Where an index is made of what, and kept. Paths of folders. */
export interface IndexSources {
  /** The project, whose code and packages are a part of what an index is made of. */
  readonly root: string;
  /** Where the build keeps what it has read and made. */
  readonly cache: string;
}

/** An index as it is kept, part by part. */
export interface KeptIndex {
  readonly parts: readonly {
    /** The folder in which it lies. */
    readonly from: string;
    /** Below the address of the index: empty, or a name and `/`. */
    readonly to: string;
  }[];
  readonly records: number;
  /** How many records were read anew, because something in their part has changed. */
  readonly anew: number;
}

/**
 * The most files that hold the texts of records: a deployment takes 20,000 files in all. With more records several share
 * a file, and a result that is shown loads its neighbours as well.
 */
const MOST_FRAGMENTS = 1600;

/**
 * Makes the search index of the policies that the loader has just checked and kept. A part of which no document, no table
 * and no code has changed since it was made, on the same day, is taken as it is.
 */
export async function makeIndex({ root, cache }: IndexSources): Promise<KeptIndex> {
  const content = join(root, 'content');
  const { tables, digest } = readTables(content);
  const documents = findPolicies(content).policies.map(({ id }) =>
    readCachedPolicy({ path: cachedPolicyPath(cache, id) }),
  );
  const parts = indexParts(documents);
  const shared = JSON.stringify([today(), digest, codeDigest(root), parts.length]);
  const folder = join(cache, 'search');
  forgetAllBut(folder, new Set(parts.map(({ name }) => name)));
  let anew = 0;
  for (const part of parts) {
    const kept = join(folder, part.name);
    const made = sha256(
      [shared, part.name, ...part.documents.map(({ id, key }) => `${id} ${key}`)].join('\n'),
    );
    if (isKept(kept, made)) continue;
    rmSync(kept, { recursive: true, force: true });
    await writeIndex(part, tables as Tables, Math.ceil(MOST_FRAGMENTS / parts.length), join(kept, INDEX));
    writeFileSync(join(kept, DIGEST), made);
    anew += recordsOf(part.documents);
  }
  return {
    parts: parts.map(({ name }, place) => ({ from: join(folder, name, INDEX), to: folderOf(place, name) })),
    records: recordsOf(documents),
    anew,
  };
}

const INDEX = 'index';

/** Beside a kept part: what it was made of. Written last, so that a broken part is never taken for a whole one. */
const DIGEST = 'digest';

function isKept(folder: string, digest: string): boolean {
  const file = join(folder, DIGEST);
  return existsSync(file) && readFileSync(file, 'utf8') === digest;
}

function forgetAllBut(folder: string, names: ReadonlySet<string>): void {
  for (const name of existsSync(folder) ? readdirSync(folder) : [])
    if (!names.has(name)) rmSync(join(folder, name), { recursive: true, force: true });
}

/** The indexer as installed, and all code that may have a say in what a record holds. */
function codeDigest(root: string): string {
  const files = globSync(['{clauses,views,site}/**/*.ts', 'package-lock.json'], { cwd: root }).sort();
  return sha256(files.map((file) => `${file}\n${readFileSync(join(root, file), 'utf8')}`).join('\0'));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

async function writeIndex(
  { name, documents }: IndexPart<LoadedPolicy>,
  { jurisdictions, dictionary }: Tables,
  maxFragments: number,
  folder: string,
): Promise<void> {
  // A name that is no language, so that the indexer does not cut into words what is cut into characters already.
  const options = { forceLanguage: name, includeCharacters: SEARCHED_PUNCTUATION, maxFragments };
  const { index, errors } = await createIndex(options);
  if (index === undefined) throw new Error(`The search index cannot be made: ${errors.join('; ')}`);
  for (const { url, html } of searchRecords(documents, jurisdictions, dictionary)) {
    // One after the other: the order of the records is a part of the index.
    const added = await index.addHTMLFile({ url, content: spacedHtml(html) });
    if (added.errors.length > 0) throw new Error(`The search index, ${url}: ${added.errors.join('; ')}`);
  }
  const written = await index.writeFiles({ outputPath: folder });
  // Ends the indexer, which gives its memory back.
  await close();
  if (written.errors.length > 0) throw new Error(`The search index: ${written.errors.join('; ')}`);
  // The small page of our own needs none of Pagefind's interfaces.
  for (const file of globSync('pagefind-*{ui,highlight}*', { cwd: folder })) rmSync(join(folder, file));
}
