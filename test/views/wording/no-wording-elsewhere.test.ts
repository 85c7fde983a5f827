import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../..');

/** Where results are computed and requests are answered: all words come from `views/wording/`. */
const WITHOUT_WORDING = [
  'clauses/{numbers,language,evaluate,check,explain}/**/*.ts',
  'functions/{data,form,http,routes}/**/*.{ts,tsx}',
  'functions/{api,app,index,today}.ts',
];

/** Lines that may have Han characters in a string, each with its reason. */
const EXCEPTIONS: readonly { readonly file: RegExp; readonly line: RegExp; readonly why: string }[] = [
  {
    file: /^clauses\/explain\/trace\.ts$/,
    line: /\.test\(figure\)/,
    why: 'The characters of figures are looked for in the text of a law; nobody reads them here.',
  },
  {
    file: /^functions\/routes\//,
    line: /^summary: '/,
    why: 'The summary of a route is part of the OpenAPI document, which is made from the route.',
  },
  {
    file: /^functions\/form\/shell\.ts$/,
    line: /<title>/,
    why: 'The name of the site stands behind the title of every page.',
  },
];

/** The lines of a file that have Han characters outside of comments. */
function hanLines(text: string): readonly string[] {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /\p{Script=Han}/u.test(line));
}

const found = globSync(WITHOUT_WORDING, { cwd: root }).flatMap((file) =>
  hanLines(readFileSync(join(root, file), 'utf8')).map((line) => ({ file, line })),
);

const isExcepted = (
  at: { file: string; line: string },
  { file, line }: (typeof EXCEPTIONS)[number],
): boolean => file.test(at.file) && line.test(at.line);

test('what computes and what answers has no Chinese words of its own', () => {
  const wording = found.filter((at) => !EXCEPTIONS.some((exception) => isExcepted(at, exception)));
  expect(wording).toEqual([]);
});

test.each(EXCEPTIONS)('the exception for $file is still needed', (exception) => {
  expect(found.some((at) => isExcepted(at, exception))).toBe(true);
});
