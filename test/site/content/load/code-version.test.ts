import { globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { codeVersion } from '../../../../site/content/load/code-version.ts';

const root = mkdtempSync(join(tmpdir(), 'huice-version-'));
afterAll(() => rmSync(root, { recursive: true }));

function write(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

/** One file of each folder that has code which reads the content. */
const sources = globSync('{clauses,site/content}/**/*.ts');
const files = [...Map.groupBy(sources, dirname).values()].flatMap(([first]) => first ?? []);

describe('the version of the code, under which policies are cached', () => {
  it('covers more than the doors', () => {
    expect(files.length).toBeGreaterThan(15);
  });

  it.each([...files, 'package-lock.json'])('changes with %s', (file) => {
    write(file, '1');
    const before = codeVersion(root);
    write(file, '2');
    expect(codeVersion(root)).not.toBe(before);
    write(file, '1');
    expect(codeVersion(root)).toBe(before);
  });

  it('does not change with pages and styles', () => {
    const before = codeVersion(root);
    write('site/pages/index.ts', '1');
    write('site/styles/site.css', '1');
    expect(codeVersion(root)).toBe(before);
  });
});
