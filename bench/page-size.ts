import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { root } from '../tools/run.ts';
import { head, row } from './measure/table.ts';

/** Measures the bytes of a policy page and of everything that it loads, as sent. */
export function benchPageSize(): void {
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
