import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { adviceOn } from '../../tools/build/faults.ts';
import { wrongSettings } from '../../tools/settings.ts';

describe('environment variables', () => {
  test.each([
    ...['abc', '70000', '0', '', '-1', '8787.5', '1e3', ' 80', '0x50', '８７８７'].map((value) => [
      'PORT',
      value,
    ]),
    ...['', 'huice', 'ftp://a.cn', 'https://', 'https://a.cn/path', 'https://u:p@a.cn', 'https://a.cn\\'].map(
      (value) => ['HUICE_SITE', value],
    ),
    ...['', 'today', '2026-02-30', '2026-2-1', '2026-12-01T00:00'].map((value) => ['HUICE_DAY', value]),
  ])('%s=%j is refused in a sentence', (name = '', value = '') => {
    expect(wrongSettings([name], { [name]: value })).toEqual([
      expect.stringMatching(new RegExp(`^${name}=.* cannot be used: it must be `, 's')),
    ]);
  });

  test.each([
    ['PORT', '1'],
    ['PORT', '65535'],
    ['HUICE_SITE', 'https://www.example.gov.cn'],
    ['HUICE_SITE', 'http://localhost:8787/'],
    ['HUICE_DAY', '2026-12-01'],
  ])('%s=%s is taken', (name, value) => {
    expect(wrongSettings([name], { [name]: value })).toEqual([]);
  });

  test.each([
    ['start', { PORT: 'abc' }],
    ['start', { PORT: '' }],
    ['build', { HUICE_SITE: 'huice' }],
    ['build', { HUICE_DAY: 'today' }],
    ['dev', { HUICE_SITE: '' }],
  ])('npm run %s with %o ends before it builds, without a stack trace', (task, environment) => {
    const root = join(import.meta.dirname, '../..');
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'tools', `${task}.ts`)], {
      env: { ...process.env, ...environment },
      encoding: 'utf8',
      timeout: 60_000,
    });
    expect(status).toBe(1);
    expect(stderr).toContain('cannot be used: it must be');
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(stdout).not.toContain('Built');
  });
});

describe('faults of the machine', () => {
  test.each([
    ['Error: ENOSPC: no space left on device, write\n    at writeFileSync', 'The disk is full'],
    [
      "Error [ERR_MODULE_NOT_FOUND]: Cannot find package 'astro' imported from",
      'A part of node_modules is missing (astro). Run "npm ci"',
    ],
    [
      "Error: Cannot find module './dist/index.js'\nRequire stack:",
      'A part of node_modules is missing (./dist/index.js)',
    ],
    [
      'spawn /x/node_modules/.bin/astro ENOENT',
      'A part of node_modules is missing (/x/node_modules/.bin/astro)',
    ],
    ["EACCES: permission denied, open '/x/.cache/a'", '/x/.cache/a cannot be read or written'],
    ["ENOTDIR: not a directory, mkdir '/x/.cache/a'", 'Something else stands where /x/.cache/a belongs'],
  ])('%j is told as advice', (output, advice) => {
    expect(adviceOn(output)).toContain(advice);
  });

  test('other errors are shown as they are', () => {
    expect(adviceOn('内容有问题，没有生成网站。')).toBeUndefined();
  });
});
