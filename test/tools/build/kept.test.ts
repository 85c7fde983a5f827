import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { digestsOf } from '../../../tools/build/digests.ts';
import { dropChangedPages, sealKeptPages } from '../../../tools/build/kept-pages.ts';
import { type BuiltFolder, clearNext, replaceFolders, restoreFolders } from '../../../tools/build/replace.ts';
import { outputDigest, readStamp, writeStamp } from '../../../tools/build/stamp.ts';

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'huice-kept-'));
  made.push(folder);
  return folder;
}

/** Writes files with their parent folders. */
function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** What may stand where a file belongs. */
const anything: readonly (readonly [string, (path: string) => void])[] = [
  ['nothing', () => undefined],
  ['an empty file', (path) => writeFileSync(path, '')],
  ['a text cut short', (path) => writeFileSync(path, '{"inputs":"abc')],
  ...['null', '0', '"text"', '[]', '{}', '[1]', '[[]]', '[null]', '{"inputs":1,"output":2}', '\0\ufffd'].map(
    (text) => [text, (path: string) => writeFileSync(path, text)] as const,
  ),
  ['a folder', (path) => mkdirSync(path)],
  ['a folder with a file', (path) => write(path, { inner: 'x' })],
  ['a broken link', (path) => symlinkSync('nowhere', path)],
  ['a link to itself', (path) => symlinkSync(path, path)],
];

describe('the stamp of a build', () => {
  test.each(anything)('may be %s: then there is none, and it can be written', (_, put) => {
    const file = join(emptyFolder(), 'build.json');
    put(file);
    expect(readStamp(file)).toBeUndefined();
    writeStamp(file, { inputs: 'a', output: 'b' });
    expect(readStamp(file)).toEqual({ inputs: 'a', output: 'b' });
  });

  test('changes with the content of a file, though its size and its times stay', () => {
    const folder = emptyFolder();
    write(folder, { 'dist/index.html': '200万元', 'dist/a/b': 'x' });
    const before = outputDigest(folder, ['dist']);
    expect(outputDigest(folder, ['dist'])).toBe(before);
    cpSync(join(folder, 'dist'), join(folder, 'copy'), { recursive: true, preserveTimestamps: true });
    write(folder, { 'dist/index.html': '900万元' });
    expect(outputDigest(folder, ['dist'])).not.toBe(before);
    write(folder, { 'dist/index.html': '200万元' });
    expect(outputDigest(folder, ['dist'])).toBe(before);
    rmSync(join(folder, 'dist/a/b'));
    expect(outputDigest(folder, ['dist'])).not.toBe(before);
  });
});

describe('pages that are kept', () => {
  const pages = {
    'dist/index.html': 'home',
    'dist/policies/a/index.html': '200万元',
    'incremental-build.json': '{}',
    'data-store.json': '[]',
    'policies/a.json': 'not Astro’s',
  };

  function sealedCache(): { cache: string; seal: string } {
    const folder = emptyFolder();
    const [cache, seal] = [join(folder, 'astro'), join(folder, 'kept-pages.json')];
    write(cache, pages);
    sealKeptPages(cache, seal);
    return { cache, seal };
  }

  const present = (cache: string): readonly string[] =>
    Object.keys(pages).filter((file) => existsSync(join(cache, file)));

  test('stay while nothing has changed them', () => {
    const { cache, seal } = sealedCache();
    expect(dropChangedPages(cache, seal)).toBe(0);
    expect(present(cache)).toEqual(Object.keys(pages));
  });

  test.each(Object.keys(pages).slice(0, 4))('are dropped one by one when changed: %s', (file) => {
    const { cache, seal } = sealedCache();
    write(cache, { [file]: readFileSync(join(cache, file), 'utf8').replace(/^./, '9') });
    expect(dropChangedPages(cache, seal)).toBe(1);
    expect(present(cache)).toEqual(Object.keys(pages).filter((each) => each !== file));
  });

  test('that nobody has sealed are dropped, as are links', () => {
    const { cache, seal } = sealedCache();
    write(cache, { 'dist/new/index.html': 'x' });
    symlinkSync(seal, join(cache, 'dist/link.html'));
    expect(dropChangedPages(cache, seal)).toBe(2);
    expect(present(cache)).toEqual(Object.keys(pages));
    expect([...digestsOf(cache, 'dist').keys()]).toEqual(['dist/index.html', 'dist/policies/a/index.html']);
  });

  test.each(anything)('are all dropped when their seal is %s', (_, put) => {
    const { cache, seal } = sealedCache();
    rmSync(seal);
    put(seal);
    expect(dropChangedPages(cache, seal)).toBe(4);
    expect(present(cache)).toEqual(['policies/a.json']);
    sealKeptPages(cache, seal);
    expect(dropChangedPages(cache, seal)).toBe(0);
  });

  test.each(
    ['dist', 'incremental-build.json', 'data-store.json', 'policies'].flatMap((file) =>
      anything.slice(1).map(([name, put]) => [file, name, put] as const),
    ),
  )('%s may be %s: a build can write there', (file, _, put) => {
    const { cache, seal } = sealedCache();
    rmSync(join(cache, file), { recursive: true });
    put(join(cache, file));
    dropChangedPages(cache, seal);
    write(cache, file.endsWith('.json') ? { [file]: 'x' } : { [`${file}/deep/x`]: 'x' });
    rmSync(cache, { recursive: true });
    writeFileSync(cache, 'no folder');
    expect(dropChangedPages(cache, seal)).toBe(0);
    write(cache, { 'dist/x': 'x' });
  });
});

describe('built folders', () => {
  function builtFolders(): readonly [BuiltFolder, BuiltFolder] {
    const top = emptyFolder();
    const of = (name: string): BuiltFolder => ({
      live: join(top, name),
      next: join(top, '.cache/next', name),
      previous: join(top, '.cache/previous', name),
    });
    return [of('dist'), of('worker')];
  }

  const text = (folder: string): string | undefined =>
    existsSync(join(folder, 'x')) ? readFileSync(join(folder, 'x'), 'utf8') : undefined;

  test('replace their predecessors, which stay for servers that have them open', () => {
    const folders = builtFolders();
    for (const round of ['1', '2', '3']) {
      restoreFolders(folders);
      clearNext(folders);
      for (const { next } of folders) write(next, { x: round });
      replaceFolders(folders);
      expect(folders.map(({ live }) => text(live))).toEqual([round, round]);
    }
    expect(folders.map(({ previous }) => text(previous))).toEqual(['2', '2']);
  });

  test('come back when the replacement was cut off between its two renames', () => {
    const folders = builtFolders();
    write(folders[0].previous, { x: 'old' });
    write(folders[1].live, { x: 'live' });
    write(folders[1].previous, { x: 'older' });
    restoreFolders(folders);
    expect(folders.map(({ live }) => text(live))).toEqual(['old', 'live']);
  });

  test('are built whatever stands in the way', () => {
    const folders = builtFolders();
    const [{ live, next, previous }] = folders;
    for (const path of [live, join(next, '..'), join(previous, '..')])
      write(join(path, '..'), { [path.split('/').at(-1) ?? '']: 'a file' });
    clearNext(folders);
    for (const folder of folders) write(folder.next, { x: 'new' });
    replaceFolders(folders);
    expect(folders.map((folder) => text(folder.live))).toEqual(['new', 'new']);
  });
});
