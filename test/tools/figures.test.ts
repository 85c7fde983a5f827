import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { figuresOf, isMet } from '../../tools/figures.ts';

const sound: Readonly<Record<string, string>> = {
  'clauses/numbers/truth.ts': '/** True. */\nexport const yes = true;',
  'clauses/index.ts': "export { yes } from './numbers/truth.ts';",
  'site/pages/index.astro': '---\nconst title = 1;\n---\n<p>{title}</p>',
};

let tree: string;
beforeEach(() => {
  tree = mkdtempSync(join(tmpdir(), 'huice-figures-'));
});
afterEach(() => rmSync(tree, { recursive: true, force: true }));

/** The figures of the sound tree with these files added that are beyond their limit, each with its places. */
async function breaches(
  files: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, string[]>>> {
  for (const [file, text] of Object.entries({ ...sound, ...files })) {
    mkdirSync(join(tree, dirname(file)), { recursive: true });
    writeFileSync(join(tree, file), text);
  }
  const unmet = (await figuresOf(tree)).filter((figure) => !isMet(figure));
  return Object.fromEntries(
    unmet.map(({ name, places }) => [
      name,
      places.map(({ file, line }) => (line ? `${file}:${line}` : file)),
    ]),
  );
}

const many = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');

/** A function of complexity 16, on the second line of its file. */
const tangled = `export function f(n: number): number {\n${many(15, (i) => `if (n === ${i}) return ${i};`)}\nreturn -1;\n}`;

describe('the figures of the code', () => {
  it('are met by a sound tree', async () => {
    expect(await breaches({})).toEqual({});
  });

  it('count every file of a folder of source', async () => {
    const files = Object.fromEntries(Array.from({ length: 26 }, (_, i) => [`site/pages/${i}.css`, '']));
    expect(await breaches(files)).toEqual({ 'files in the fullest folder': ['site/pages'] });
  });

  it('count code, not fixtures, in a folder of test/', async () => {
    const of = (ending: string) =>
      Object.fromEntries(Array.from({ length: 26 }, (_, i) => [`test/a/${i}.${ending}`, '']));
    expect(await breaches(of('txt'))).toEqual({});
    expect(await breaches(of('ts'))).toEqual({ 'files in the fullest folder': ['test/a'] });
  });

  it('find a cycle and an import against the layers', async () => {
    const upwards = "/** Again. */\nexport { yes } from '../index.ts';\nimport './a.ts';";
    expect(await breaches({ 'clauses/numbers/a.ts': upwards })).toMatchObject({
      'import cycles': ['clauses/numbers/a.ts'],
      'imports against the layers': ['clauses/numbers/a.ts', 'clauses/numbers/a.ts'],
    });
  });

  it('find functions that are too long, also in an .astro file', async () => {
    const long = `---\nfunction f() {\n${many(16, () => '')}\n}\n---\n<p />`;
    expect(await breaches({ 'site/pages/a.astro': long })).toEqual({
      'lines of a function, 90th percentile': ['site/pages/a.astro:2'],
    });
  });

  it('find a complex function unless its doc comment gives the reason', async () => {
    const unexplained = { 'clauses/numbers/a.ts': `/** Maps a number. */\n${tangled}` };
    const [name, places] = [
      'functions above complexity 15 without a reason',
      ['clauses/numbers/a.ts:2'],
    ] as const;
    expect((await breaches(unexplained))[name]).toEqual(places);
    const explained = `/**\n * Maps a number.\n * Complexity: one branch for each number.\n */\n${tangled}`;
    expect((await breaches({ 'clauses/numbers/a.ts': explained }))[name]).toBeUndefined();
  });

  it('do not add the branches of a named function to the function around it', async () => {
    const inner = tangled.replace('export ', '');
    const around = `/** Around. */\nexport function outer(n: number): number {\n${inner}\nreturn n ? f(n) : 0;\n}`;
    expect(
      (await breaches({ 'clauses/numbers/a.ts': around }))['functions above complexity 15 without a reason'],
    ).toEqual(['clauses/numbers/a.ts:3']);
  });

  it('find `any`, in tests as well', async () => {
    expect(await breaches({ 'test/a.ts': '\nlet a: any;' })).toEqual({ '`any`': ['test/a.ts:2'] });
  });

  it('count casts, but not `as const`, and a cast by way of `unknown` once', async () => {
    const once = (count: number): string =>
      `const a = [1] as const;\n${many(count, (i) => `const a${i} = a as unknown as string;`)}`;
    expect(await breaches({ 'tools/a.ts': once(40) })).toEqual({});
    expect(Object.keys(await breaches({ 'tools/a.ts': once(41) }))).toEqual(['casts']);
  });

  it.each([
    'export const a = 1;',
    'export function a() {}',
    'export default function () {}',
    'export interface A {}',
    'export type A = 1;',
    'export class A {}',
    '// A note.\nexport type A = 1;',
    '/** About something else. */\nimport "./b.ts";\nexport type A = 1;',
    'const a = 1;\nexport { a };',
    'const a = 1;\nexport { a as b };',
  ])('find an export without a doc comment: %s', async (text) => {
    const places = Object.entries(await breaches({ 'tools/a.ts': text, 'tools/b.ts': '' }));
    expect(places).toEqual([[expect.stringMatching(/^exports without a doc comment/), [expect.any(String)]]]);
  });

  it('ask for one doc comment for overloads, and none for what another file declares', async () => {
    const text =
      "/** A. */\nexport function a(b: string): void;\nexport function a(b: number): void;\nexport function a(): void {}\nexport { yes } from './b.ts';";
    expect(
      await breaches({ 'tools/a.ts': text, 'tools/b.ts': sound['clauses/numbers/truth.ts'] ?? '' }),
    ).toEqual({});
  });

  it('find exported types with one name and different content, in tests as well', async () => {
    const a = '/** A. */\nexport type A = 1;';
    expect(await breaches({ 'tools/a.ts': a, 'test/a.ts': a })).toEqual({});
    expect(await breaches({ 'test/a.ts': 'export interface A {}' })).toEqual({
      'exported types with one name and different content': ['tools/a.ts:2', 'test/a.ts:1'],
    });
  });
});
