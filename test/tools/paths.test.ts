import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../tools/run.ts';

/** Developers' documents; the manual of docs/authoring/ is tested by what it contains. */
const documents = [
  'ARCHITECTURE.md',
  'README.md',
  ...globSync('docs/{*,decisions/*,notes/*}.md', { cwd: root }),
];

const ROOMS = '(?:clauses|views|site|functions|tools|bench|test|content|docs)';

/** Paths below a room, in inline code or as the target of a link. A comma or space ends a path. */
function pathsIn(text: string): readonly string[] {
  const code = Array.from(text.matchAll(/`([^`\n]+)`/g), ([, inner = '']) => inner);
  const links = Array.from(text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g), ([, target = '']) => target);
  const words = [...code, ...links].flatMap((each) => each.split(/[\s,，]+/));
  return [...new Set(words.filter((word) => new RegExp(`^${ROOMS}/`).test(word)))];
}

/** Whether a path names a file or folder; `<…>`, `…` and `*` in it match anything. */
function exists(path: string): boolean {
  if (/[<>…辖]/.test(path)) return true;
  return path.includes('*') ? globSync(path, { cwd: root }).length > 0 : existsSync(join(root, path));
}

describe('every path that a document names exists', () => {
  it.each(documents)('%s', (document) => {
    const text = readFileSync(join(root, document), 'utf8');
    expect(pathsIn(text).filter((path) => !exists(path))).toEqual([]);
  });
});

it('every command of `npm run` that a document names exists', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const named = documents.flatMap((document) =>
    Array.from(
      readFileSync(join(root, document), 'utf8').matchAll(/npm run ([\w-]+)/g),
      ([, name = '']) => name,
    ),
  );
  expect([...new Set(named)].filter((name) => !(name in scripts))).toEqual([]);
});

it('every path in a comment of the code exists', () => {
  const files = execFileSync('git', ['ls-files', '*.ts', '*.tsx', '*.cjs', '*.jsonc'], {
    cwd: root,
    encoding: 'utf8',
  });
  const missing = files
    .trim()
    .split('\n')
    .filter((file) => existsSync(join(root, file)) && !file.startsWith('test/'))
    .flatMap((file) => {
      const comments = readFileSync(join(root, file), 'utf8').match(/\/\*[\s\S]*?\*\/|\/\/ .*$/gm) ?? [];
      const paths =
        comments.join('\n').match(new RegExp(`(?<![\\w./*-])${ROOMS}(?:/[\\w.-]+)+\\.\\w+`, 'g')) ?? [];
      return paths.filter((path) => !existsSync(join(root, path))).map((path) => `${file}: ${path}`);
    });
  expect(missing).toEqual([]);
});
