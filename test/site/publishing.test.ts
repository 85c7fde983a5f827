import { spawn, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { digestsOf } from '../../tools/build/digests.ts';
import { root } from '../../tools/run.ts';

/** A copy of the project that builds may change and damage. */
const tree = mkdtempSync(join(tmpdir(), 'huice-publishing-'));
const inTree = (...path: string[]): string => join(tree, ...path);
afterAll(() => rmSync(tree, { recursive: true, force: true }));

const POLICY = 'content/policies/longnan/2022-40.mdx';
const PAGE = 'policies/longnan/2022-40/index.html';
const CATALOGUE = 'data/catalogues/longnan.json';

interface Built {
  readonly status: number | null;
  readonly output: string;
}

/** Builds the copy without blocking this process. `preload` is a module that the build's processes load first. */
function build(preload?: string): Promise<Built> {
  return new Promise((resolve) => {
    const env = {
      ...process.env,
      // A day of its own for all builds here, so that midnight changes nothing.
      HUICE_DAY: '2026-12-01',
      ...(preload === undefined ? {} : { NODE_OPTIONS: `--import=${preload}` }),
    };
    const child = spawn(process.execPath, [inTree('tools/build.ts')], { cwd: tree, env });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('close', (status) => resolve({ status, output }));
  });
}

const STACK_TRACE = /^\s+at .+[:(]\d+:\d+\)?$/m;

function edit(file: string, from: string, to: string): void {
  const text = readFileSync(inTree(file), 'utf8');
  expect(text).toContain(from);
  writeFileSync(inTree(file), text.replaceAll(from, to));
}

const site = (): ReadonlyMap<string, string> => digestsOf(tree, 'dist');

beforeAll(async () => {
  const { stdout } = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  const files = stdout
    .split('\n')
    .filter((file) => /^(?!test|bench)./.test(file) && existsSync(join(root, file)));
  for (const file of files) cpSync(join(root, file), inTree(file));
  symlinkSync(join(root, 'node_modules'), inTree('node_modules'));
  const { status, output } = await build();
  expect(output).toContain('Built in');
  expect(status).toBe(0);
}, 300_000);

describe('publishing', () => {
  test('replaces the site whole: at no moment is a page, a header or the search missing', async () => {
    const looked = ['dist/index.html', 'dist/_headers', 'dist/pagefind/pagefind.js', `dist/${PAGE}`].map(
      (file) => inTree(file),
    );
    const before = readFileSync(inTree('dist', PAGE), 'utf8');
    edit(POLICY, 'title: 关于鼓励支持', 'title: 新关于鼓励支持');
    let built: Built | undefined;
    const building = build().then((ended) => {
      built = ended;
    });
    let [looks, gaps] = [0, 0];
    for (; built === undefined; looks += 1) {
      if (looked.some((file) => !existsSync(file))) {
        gaps += 1;
        // Between the two renames there is no folder, for microseconds: a second look finds all.
        expect(looked.filter((file) => !existsSync(file))).toEqual([]);
      }
      await turn();
    }
    await building;
    expect(built?.output).toContain('Built in');
    expect(looks).toBeGreaterThan(1000);
    expect(gaps).toBeLessThanOrEqual(1);
    expect(readFileSync(inTree('dist', PAGE), 'utf8')).not.toBe(before);
  });

  test('that fails leaves the site as it was', async () => {
    const before = site();
    const text = readFileSync(inTree(POLICY), 'utf8');
    appendFileSync(inTree(POLICY), '\n一段没有核对过的话。\n');
    const { status, output } = await build();
    writeFileSync(inTree(POLICY), text);
    expect(status).toBe(1);
    expect(output).toContain('正文改动过');
    expect(output).toContain('dist/ is as it was');
    expect(site()).toEqual(before);
    expect((await build()).output).toContain('Nothing has changed');
  });

  test('on a full disk says so, without a stack trace, and leaves the site as it was', async () => {
    const before = site();
    const preload = inTree('full-disk.mjs');
    writeFileSync(
      preload,
      `import fs from 'node:fs';
       import { syncBuiltinESMExports } from 'node:module';
       const { writeFile } = fs.promises;
       fs.promises.writeFile = async (path, ...rest) => {
         if (String(path).endsWith('.html')) throw Object.assign(new Error("ENOSPC: no space left on device, write '" + path + "'"), { code: 'ENOSPC' });
         return writeFile(path, ...rest);
       };
       syncBuiltinESMExports();`,
    );
    rmSync(inTree('.cache/build.json'));
    rmSync(inTree('.cache/kept-pages.json'));
    const { status, output } = await build(preload);
    rmSync(preload);
    expect(status).toBe(1);
    expect(output).toContain('The disk is full');
    expect(output).not.toMatch(STACK_TRACE);
    expect(site()).toEqual(before);
  });

  test('twice at once builds once: the second waits and finds it done', async () => {
    edit(POLICY, 'title: 新关于鼓励支持', 'title: 关于鼓励支持');
    const both = await Promise.all([build(), build()]);
    expect(both.map(({ status }) => status)).toEqual([0, 0]);
    const outputs = both.map(({ output }) => output).sort((a, b) => a.length - b.length);
    expect(outputs[0]).toMatch(/Another build \(process \d+\) is running here/);
    expect(outputs[0]).toContain('Nothing has changed');
    expect(outputs[1]).toContain('Built in');
  });
});

describe('what is kept from the last build', () => {
  let whole: ReadonlyMap<string, string>;
  beforeAll(() => {
    whole = site();
  });

  test('is published only as it was kept, and a site edited by hand is built again, though sizes and times are equal', async () => {
    spawnSync('touch', ['-r', inTree('dist', PAGE), inTree('time')]);
    edit(`dist/${PAGE}`, '200', '900');
    spawnSync('touch', ['-r', inTree('time'), inTree('dist', PAGE)]);
    edit(`.cache/astro/dist/${PAGE}`, '200', '900');
    edit(`.cache/astro/dist/${CATALOGUE}`, '2000000', '9000000');
    edit('.cache/astro/data-store.json', '龙南', '龙北');
    const [part = ''] = [...digestsOf(tree, '.cache/astro/search').keys()].filter((file) =>
      file.includes('fragment'),
    );
    appendFileSync(inTree(part), 'x');
    const { status, output } = await build();
    expect(status).toBe(0);
    expect(output).toContain('3 cached files are not as the last build left them');
    expect(site()).toEqual(whole);
  });

  test('may be in any state: the same site is built', async () => {
    writeFileSync(inTree('.cache/build.json'), '{"inputs":"abc');
    writeFileSync(inTree('.cache/kept-pages.json'), 'null');
    writeFileSync(inTree('.cache/astro/incremental-build.json'), '{"version":1');
    for (const folder of ['.cache/astro/dist', '.cache/astro/search', '.cache/next', '.cache/previous']) {
      rmSync(inTree(folder), { recursive: true, force: true });
      writeFileSync(inTree(folder), 'no folder');
    }
    const { status, output } = await build();
    expect(output).not.toMatch(STACK_TRACE);
    expect(status).toBe(0);
    expect(site()).toEqual(whole);
  });

  test('a cache that cannot be a folder is named in a sentence', async () => {
    rmSync(inTree('.cache'), { recursive: true });
    writeFileSync(inTree('.cache'), 'no folder');
    const { status, output } = await build();
    expect(status).toBe(1);
    expect(output).toContain(`Something else stands where ${inTree('.cache')} belongs`);
    expect(output).not.toMatch(STACK_TRACE);
  });
});
