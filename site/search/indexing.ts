import { createHash } from 'node:crypto';
import { existsSync, globSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
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

/** The folders that an index is made from and cached in, as paths. */
export interface IndexSources {
  /** The root of the project; its code and packages are inputs of the index. */
  readonly root: string;
  /** The cache folder of the build. */
  readonly cache: string;
}

/** A cached index, part by part. */
export interface KeptIndex {
  readonly parts: readonly {
    /** The path of the folder of the part. */
    readonly from: string;
    /** The path below the address of the index: empty, or a name and `/`. */
    readonly to: string;
  }[];
  readonly records: number;
  /** The number of records that were indexed again because something in their part has changed. */
  readonly reindexed: number;
}

/**
 * The maximum number of files with the content of records: a deployment may contain 20,000 files. With more records,
 * several share a file, and a result that is shown loads the others of its file as well.
 */
const MOST_FRAGMENTS = 1600;

/**
 * Makes the search index of the policies that the loader has checked and cached. A part is reused when it was made on the
 * same day and none of its documents, the shared tables and the code have changed since.
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
    writeFileSync(join(kept, DIGEST), partDigest(kept, made));
    anew += recordsOf(part.documents);
  }
  return {
    parts: parts.map(({ name }, place) => ({ from: join(folder, name, INDEX), to: folderOf(place, name) })),
    records: recordsOf(documents),
    reindexed: anew,
  };
}

const INDEX = 'index';

/**
 * The file beside a cached part with a digest of its inputs and its files. It is written last, so that neither an
 * incomplete nor a changed part is reused.
 */
const DIGEST = 'digest';

/** Whether a part was made of these inputs and is byte for byte what was made. */
function isKept(folder: string, made: string): boolean {
  try {
    return readFileSync(join(folder, DIGEST), 'utf8') === partDigest(folder, made);
  } catch {
    return false;
  }
}

function partDigest(folder: string, made: string): string {
  const hash = createHash('sha256').update(made);
  const files = globSync('**/*', { cwd: join(folder, INDEX) }).sort();
  for (const file of files) {
    const path = join(folder, INDEX, file);
    const content = statSync(path).isFile() ? sha256(readFileSync(path)) : '';
    hash.update(`\n${file} ${content}`);
  }
  return hash.digest('hex');
}

function forgetAllBut(folder: string, names: ReadonlySet<string>): void {
  for (const name of existsSync(folder) ? readdirSync(folder) : [])
    if (!names.has(name)) rmSync(join(folder, name), { recursive: true, force: true });
}

/** A digest of the installed indexer and of all code that can change the content of a record. */
function codeDigest(root: string): string {
  const files = globSync(['{clauses,views,site}/**/*.ts', 'package-lock.json'], { cwd: root }).sort();
  return sha256(files.map((file) => `${file}\n${readFileSync(join(root, file), 'utf8')}`).join('\0'));
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

async function writeIndex(
  { name, documents }: IndexPart<LoadedPolicy>,
  { jurisdictions, dictionary }: Tables,
  maxFragments: number,
  folder: string,
): Promise<void> {
  // This is not the code of a language, so that the indexer does not segment text that is already split into characters.
  const options = { forceLanguage: name, includeCharacters: SEARCHED_PUNCTUATION, maxFragments };
  const { index, errors } = await createIndex(options);
  if (index === undefined) throw new Error(`The search index cannot be made: ${errors.join('; ')}`);
  for (const { url, html } of searchRecords(documents, jurisdictions, dictionary)) {
    // Sequentially: the order of the records is part of the index.
    const added = await index.addHTMLFile({ url, content: spacedHtml(html) });
    if (added.errors.length > 0) throw new Error(`The search index, ${url}: ${added.errors.join('; ')}`);
  }
  const written = await index.writeFiles({ outputPath: folder });
  // Stops the indexer and frees its memory.
  await close();
  if (written.errors.length > 0) throw new Error(`The search index: ${written.errors.join('; ')}`);
  // Our search page uses none of Pagefind's user interfaces.
  for (const file of globSync('pagefind-*{ui,highlight}*', { cwd: folder })) rmSync(join(folder, file));
}
