import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Recording } from './recording.ts';

const PREFIX = 'pagefind_dcd';

/**
 * Records the search index. A fragment contains the data that Pagefind has read from one record: its address, text, filters, metadata
 * and anchors. So records are compared as parsed HTML, not as the strings that the site makes for Pagefind.
 *
 * The index of words, with weights and sort keys, is recorded by its unpacked bytes. Names of files are left out, for
 * they are digests; `pagefind-entry.json` and the scripts are recorded without them.
 */
export function recordSearch(folder: string, files: readonly string[], recording: Recording): void {
  const add = (part: string, texts: readonly string[]): void =>
    recording.add('published', `pagefind/${part}`, texts.toSorted().join('\n'));
  const ending = (end: string): readonly string[] => files.filter((path) => path.endsWith(end));
  const unpack = (path: string): Buffer => unpacked(join(folder, path));
  add(
    'fragments',
    ending('.pf_fragment').map((path) => unpack(path).toString('utf8')),
  );
  for (const kind of ['pf_index', 'pf_filter', 'pf_meta'])
    add(
      kind,
      ending(`.${kind}`).map((path) => createHash('sha256').update(unpack(path)).digest('hex')),
    );
  add('scripts', [...ending('.js'), ...ending('.pagefind')]);
}

/** The content of a packed file, without the mark that Pagefind puts before it. */
function unpacked(file: string): Buffer {
  const bytes = gunzipSync(readFileSync(file));
  const isMarked = bytes.subarray(0, PREFIX.length).toString('latin1') === PREFIX;
  return isMarked ? bytes.subarray(PREFIX.length) : bytes;
}
