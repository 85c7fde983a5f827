import { spawnSync } from 'node:child_process';
import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { root } from '../run.ts';
import { head, row } from './measure.ts';

/** Bytes of a policy page as sent, with everything that it loads. */
export function benchPage(): void {
  const html = readFileSync(join(root, 'dist/policies/longnan/2022-40/index.html'), 'utf8');
  const assets = [...html.matchAll(/(?:src|href)="(\/_astro\/[^"]+)"/g)].map(([, path = '']) =>
    readFileSync(join(root, 'dist', path)),
  );
  head('the page of Longnan', 'bytes', 'gzip', 'brotli');
  const parts = { HTML: [Buffer.from(html)], 'styles and scripts': assets };
  for (const [name, files] of Object.entries(parts)) {
    const sum = (size: (file: Buffer) => number): number =>
      files.reduce((total, file) => total + size(file), 0);
    row(
      name,
      sum((file) => file.length),
      sum((file) => gzipSync(file).length),
      sum((file) => brotliCompressSync(file).length),
    );
  }
}

const FILES = [
  'astro.config.mjs',
  'package.json',
  'tsconfig.json',
  'site',
  'clauses',
  'views',
  'functions',
  'content',
];

/** Builds the site with generated policies in a copy of the project: cold, unchanged, and after one edit. */
export function benchBuild(count: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'huice-build-'));
  try {
    for (const file of FILES) cpSync(join(root, file), join(folder, file), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    const edited = generate(folder, count);
    head(`${count} generated policies`, 'seconds', 'memory MB', 'files');
    buildOnce(folder, 'cold');
    buildOnce(folder, 'unchanged');
    const text = readFileSync(edited, 'utf8').replace('topics: [技术改造', 'topics: [改过的主题, 技术改造');
    writeFileSync(edited, text);
    buildOnce(folder, 'one edit');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Copies of Longnan under numbers of their own; the path of one of them. */
function generate(folder: string, count: number): string {
  const places = join(folder, 'content/policies/longnan');
  const source = readFileSync(join(places, '2022-40.mdx'), 'utf8');
  mkdirSync(places, { recursive: true });
  for (let index = 1; index < count; index += 1) {
    const varied = source.replace('audience: 龙南市工业企业', `audience: 龙南市工业企业（${index}）`);
    writeFileSync(join(places, `generated-${index}.mdx`), varied);
  }
  return join(places, 'generated-1.mdx');
}

function buildOnce(folder: string, name: string): void {
  const started = performance.now();
  const { status, stderr, stdout } = spawnSync(
    '/usr/bin/env',
    ['time', '-f', 'peak %M', join(root, 'node_modules/.bin/astro'), 'build'],
    {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
    },
  );
  if (status !== 0) throw new Error(`${name}: ${stdout.slice(-2000)}${stderr.slice(-2000)}`);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const peak = /peak (\d+)/.exec(stderr)?.[1];
  row(
    name,
    seconds,
    peak === undefined ? '?' : Math.round(Number(peak) / 1024),
    globSync('dist/**/*.*', { cwd: folder }).length,
  );
}
