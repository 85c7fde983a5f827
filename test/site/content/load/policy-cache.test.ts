import {
  appendFileSync,
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
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { sha256 } from '../../../../site/content/load/content-files.ts';
import { type LoadedPolicy, loadContent, readAhead } from '../../../../site/content/load/load-content.ts';
import {
  cachedPolicyPath,
  cacheOptions,
  type PolicyCache,
} from '../../../../site/content/load/policy-cache.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

function copied(): PolicyCache {
  const top = mkdtempSync(join(tmpdir(), 'huice-cache-'));
  folders.push(top);
  cpSync('content', join(top, 'content'), { recursive: true });
  return { folder: join(top, 'content'), cache: join(top, 'cache'), version: '1' };
}

const whole = ({ text: _text, body, ...rest }: LoadedPolicy): unknown => ({ ...rest, body });

/** Loads with the cache; `read` are the ids of the policies that were not cached. */
function load(sources: PolicyCache): { content: ReturnType<typeof loadContent>; read: readonly string[] } {
  const { writeCached, ...options } = cacheOptions(sources);
  const read: string[] = [];
  const content = loadContent(sources.folder, {
    ...options,
    writeCached: (policy) => {
      read.push(policy.id);
      return writeCached?.(policy) ?? policy;
    },
  });
  return { content, read };
}

test('a cached policy equals the policy that was read', () => {
  const sources = copied();
  const plain = loadContent(sources.folder, { version: '1' });
  const [first, second] = [load(sources), load(sources)];
  expect(first.read).toEqual(plain.policies.map(({ id }) => id));
  expect(second.read).toEqual([]);
  for (const { content } of [first, second]) {
    expect(content.policies.map(whole)).toEqual(plain.policies.map(whole));
    expect(content.issues).toEqual(plain.issues);
  }
});

test('a changed file is read again, a change of the code reads all again, and a file with errors is not cached', () => {
  const sources = copied();
  const [changed = '', ...others] = load(sources).read;
  appendFileSync(join(sources.folder, 'policies', `${changed}.mdx`), '\n');
  expect(load(sources).read).toEqual([changed]);
  expect(load({ ...sources, version: '2' }).read).toEqual([changed, ...others]);
  appendFileSync(join(sources.folder, 'policies', `${changed}.mdx`), '一段没有核对过的话。\n');
  const { content, read } = load({ ...sources, version: '2' });
  expect(read).toEqual([]);
  expect(content.issues.map(({ code }) => code)).toContain('textChanged');
  expect(content.policies.map(({ id }) => id)).toEqual(others);
});

test('a second thread reads from the last policy backwards until it meets a cached one', () => {
  const sources = copied();
  const [first = '', ...others] = loadContent(sources.folder).policies.map(({ id }) => id);
  readAhead(sources.folder, cacheOptions(sources));
  for (const id of [first, ...others]) expect(existsSync(cachedPolicyPath(sources.cache, id))).toBe(true);
  const last = others.at(-1) ?? '';
  rmSync(cachedPolicyPath(sources.cache, first));
  rmSync(cachedPolicyPath(sources.cache, last));
  readAhead(sources.folder, cacheOptions(sources));
  expect(existsSync(cachedPolicyPath(sources.cache, last))).toBe(true);
  expect(existsSync(cachedPolicyPath(sources.cache, first))).toBe(false);
  expect(load(sources).read).toEqual([first]);
});

test.each([
  ['is cut short', (text: string) => text.slice(0, -20)],
  ['is cut in its first line', (text: string) => text.slice(0, 200)],
  ['is empty', () => ''],
  ['has another character in its text', (text: string) => text.replace(/[。，](?=[^。，]*$)/u, '；')],
])('a cache file that %s is written again', (_, damage) => {
  const sources = copied();
  const [damaged = ''] = load(sources).read;
  const path = cachedPolicyPath(sources.cache, damaged);
  const whole = readFileSync(path, 'utf8');
  expect(damage(whole)).not.toBe(whole);
  writeFileSync(path, damage(whole));
  expect(load(sources).read).toEqual([damaged]);
  expect(readFileSync(path, 'utf8')).toBe(whole);
});

test('a build does not change files that another build is writing', () => {
  const sources = copied();
  const [id = ''] = loadContent(sources.folder).policies.map((policy) => policy.id);
  const path = cachedPolicyPath(sources.cache, id);
  // The name that the first thread of another process would use.
  const unfinished = `${path}.${process.pid + 1}.0`;
  mkdirSync(dirname(path), { recursive: true });
  const names = [unfinished, `${path}.0`];
  for (const name of names) writeFileSync(name, 'half');
  load(sources);
  for (const name of names) expect(readFileSync(name, 'utf8')).toBe('half');
});

test.each<[string, (path: string) => void]>([
  ['a folder', (path) => mkdirSync(path)],
  ['a folder with files', (path) => cpSync('content', path, { recursive: true })],
  ['a broken link', (path) => symlinkSync('nowhere', path)],
  ['a link to itself', (path) => symlinkSync(path, path)],
  ['null', (path) => writeFileSync(path, 'null')],
  ['digest and nothing else', (path) => writeFileSync(path, `${sha256('')}\n`)],
])('in the place of a cached policy, %s is replaced', (_, put) => {
  const sources = copied();
  const [id = ''] = load(sources).read;
  const path = cachedPolicyPath(sources.cache, id);
  rmSync(path);
  put(path);
  expect(load(sources).read).toEqual([id]);
  expect(load(sources).read).toEqual([]);
});

test('in the place of a folder of cached policies, a file is replaced', () => {
  const sources = copied();
  const [id = ''] = load(sources).read;
  const folder = dirname(cachedPolicyPath(sources.cache, id));
  rmSync(folder, { recursive: true });
  writeFileSync(folder, '');
  expect(load(sources).read).toEqual([id]);
});
