import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const packages = {
  'node_modules/node': { version: '24.0.0', bin: { node: 'bin/node' } },
  'node_modules/astro': { version: '7.0.0', bin: { astro: 'bin/astro.mjs' } },
  'node_modules/astro/node_modules/inner': { version: '1.0.0', bin: { inner: 'x' } },
  'node_modules/@a/b': { version: '1.0.0' },
  'node_modules/other-platform': { version: '1.0.0', optional: true },
};

/** A project with all its packages, and an npm that only says that it was called and repairs nothing. */
function project(): { root: string; start: () => string } {
  const root = mkdtempSync(join(tmpdir(), 'huice-launch-'));
  made.push(root);
  const write = (path: string, text: string): void => {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
    chmodSync(join(root, path), 0o755);
  };
  cpSync(join(import.meta.dirname, '../../tools/launch.mjs'), join(root, 'tools/launch.mjs'));
  write('tools/hello.ts', '');
  write('package-lock.json', JSON.stringify({ packages: { '': {}, ...packages } }));
  const { 'node_modules/other-platform': _, ...installed } = packages;
  write('node_modules/.package-lock.json', JSON.stringify({ packages: installed }));
  for (const path of Object.keys(installed)) write(`${path}/package.json`, '{}');
  for (const name of ['node', 'astro']) write(`node_modules/.bin/${name}`, '');
  write('node_modules/node/bin/node', '#!/bin/sh\necho started');
  write('bin/npm', '#!/bin/sh\necho "npm $1"');
  const { npm_execpath: _npm, ...environment } = process.env;
  const env = { ...environment, PATH: [join(root, 'bin'), process.env['PATH']].join(delimiter) };
  return {
    root,
    start: () =>
      spawnSync(process.execPath, [join(root, 'tools/launch.mjs'), 'hello'], { env, encoding: 'utf8' })
        .stdout,
  };
}

test('packages that are all there are not installed again', () => {
  expect(project().start()).toBe('started\n');
});

test.each([
  'node_modules',
  'node_modules/astro',
  'node_modules/@a/b',
  'node_modules/astro/node_modules/inner/package.json',
  'node_modules/.bin',
  'node_modules/.bin/astro',
  'node_modules/.package-lock.json',
])('without %s they are installed before anything starts', (missing) => {
  const { root, start } = project();
  rmSync(join(root, missing), { recursive: true });
  expect(start()).toMatch(/^Installing .*npm ci/s);
});
