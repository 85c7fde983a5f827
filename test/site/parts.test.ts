import { close, createIndex } from 'pagefind';
import { expect, test } from 'vitest';
import type { Policy } from '../../clauses/index.ts';
import { loadContent } from '../../site/content/load/load-content.ts';
import { indexParts, recordsOf } from '../../site/search/parts.ts';

const [{ policy } = { policy: undefined }] = loadContent().policies;
if (policy === undefined) throw new Error('there is no content');

/** Documents of a year; each has as many records as the first document of the content. */
function documents(year: string, count: number): { policy: Policy }[] {
  const issued = { ...(policy as Policy), dates: { issuedOn: `${year}-03-01` } };
  return Array.from({ length: count }, () => ({ policy: issued }));
}

const each = recordsOf([{ policy }]);
const enough = Math.ceil(1250 / each);
const cut = (...all: { policy: Policy }[][]): unknown =>
  indexParts(all.flat()).map((part) => [part.name, part.documents.length]);

test('a small site has one part', () => {
  expect(indexParts(loadContent().policies)).toHaveLength(1);
  expect(cut(documents('2024', 3), documents('2019', 2))).toEqual([['y2019', 5]]);
});

test('parts are divided between years from the oldest on and listed newest first; documents without a year are oldest', () => {
  const undated = [
    { policy: { ...(policy as Policy), dates: {}, documentNumber: null } as unknown as Policy },
  ];
  expect(cut(documents('2021', 1), documents('2020', enough), undated, documents('2022', 1))).toEqual([
    ['y2021', 2],
    ['y0000', enough + 1],
  ]);
});

test('a document of the newest year moves no other to another part', () => {
  const before = [documents('2018', enough), documents('2019', enough), documents('2020', 1)];
  expect(cut(...before)).toEqual([
    ['y2020', 1],
    ['y2019', enough],
    ['y2018', enough],
  ]);
  expect(cut(...before, documents('2020', 1), documents('2021', 1))).toEqual([
    ['y2020', 3],
    ['y2019', enough],
    ['y2018', enough],
  ]);
});

test('a document of the newest year moves no other to another part on a large site either', () => {
  const years = Array.from({ length: 18 }, (_, year) => documents(String(2004 + year), enough));
  const names = (parts: readonly { name: string }[]): readonly string[] => parts.map(({ name }) => name);
  const before = indexParts(years.flat());
  for (const added of [1, 10, 100, 1000]) {
    const after = indexParts([...years, documents('2021', added)].flat());
    expect(names(after)).toEqual(names(before));
    expect(after.slice(1).map((part) => part.documents.length)).toEqual(
      before.slice(1).map((part) => part.documents.length),
    );
  }
});

test('parts grow with the site, so that their number stays the same', () => {
  const years = Array.from({ length: 15 }, (_, year) => documents(String(2010 + year), enough * 2));
  expect(indexParts(years.flat()).length).toBeLessThanOrEqual(10);
});

test('the indexer writes at most the given number of files for the texts of records', async () => {
  const { index } = await createIndex({ forceLanguage: 'y0000', maxFragments: 3 });
  for (let record = 1; record <= 10; record += 1)
    await index?.addHTMLFile({
      url: `/${record}/`,
      content: `<html><body><p>第 ${record} 份</p></body></html>`,
    });
  const files = (await index?.getFiles())?.files ?? [];
  await close();
  const fragments = files.filter(({ path }) => path.endsWith('.pf_fragment'));
  expect(fragments.length).toBeGreaterThan(0);
  expect(fragments.length).toBeLessThanOrEqual(3);
});
