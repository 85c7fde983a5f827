import { expect, test } from 'vitest';
import { concerningReadings } from '../../../../clauses/language.ts';
import { loadContent } from '../../../../site/content/load/load-content.ts';
import type { PublishedContent } from '../../../../site/content/publish/open-data.ts';
import { publishedFiles } from '../../../../site/content/publish/open-data.ts';
import { clausesTable, targetsTable } from '../../../../site/content/publish/spreadsheets.ts';

const site = 'https://huice.example/';
const { issues: _, ...content } = loadContent('content');
const { dictionary, jurisdictions = [] } = content;
if (dictionary === undefined) throw new Error('the content has no dictionary');
const loaded = content as PublishedContent;
const policies = loaded.policies.map(({ policy }) => policy);

type Row = Readonly<Record<string, string>>;

/** Reads CSV as RFC 4180 has it. */
function parse(text: string): readonly Row[] {
  const lines: string[][] = [[]];
  for (const [, quoted, plain, end] of text
    .replace(/^\ufeff/, '')
    .matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    lines.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\r\n') lines.push([]);
  }
  const [header = [], ...rows] = lines.slice(0, -1);
  expect(new Set(header).size).toBe(header.length);
  return rows.map((cells) => {
    expect(cells).toHaveLength(header.length);
    return Object.fromEntries(header.map((name, index) => [name, cells[index] ?? '']));
  });
}

const table = (asOf: string): string => clausesTable({ policies, jurisdictions, dictionary, asOf, site });
const clauses = parse(table('2026-12-01'));
const targets = parse(targetsTable(policies, jurisdictions, site));

function clause(id: string): Row {
  const row = clauses.find((each) => each['条款编号'] === id);
  if (row === undefined) throw new Error(`no row of ${id}`);
  return row;
}

const years = (id: string): readonly (readonly (string | undefined)[])[] =>
  targets
    .filter((row) => row['目标编号'] === `jieyang/2018-119#${id}`)
    .map((row) => [row['年份'], row['界限'], row['数值']]);

test('each year of a target keeps its own bound', () => {
  expect(years('target-labour-productivity')).toEqual([
    ['2018', '左右', '25.5'],
    ['2019', '左右', '26.5'],
    ['2020', '左右', '27.5'],
  ]);
  expect(years('target-investment-growth')).toEqual([
    ['合计', '左右', '15'],
    ['2018', '等于', '22'],
    ['2019', '不少于', '10'],
    ['2020', '不少于', '10'],
  ]);
  expect(years('target-enterprises').map(([, bound]) => bound)).toEqual(['超过', '等于', '等于', '等于']);
});

test('a target of every policy states a bound wherever it states a value', () => {
  for (const { targets: all } of policies)
    for (const { id, byYear = {} } of all)
      for (const value of Object.values(byYear)) expect(value.comparator, id).toBeDefined();
  for (const row of targets)
    expect(row['界限'] === '', row['目标编号']).toBe(!/^[\d.]+$/.test(row['数值'] ?? ''));
});

test('the figures of a simple rule have columns of their own', () => {
  expect(clause('longnan/2022-40#equipment-award')).toMatchObject({
    比例: '0.06',
    '定额（元）': '',
    '封顶（元）': '2000000',
    封顶口径: '企业',
    封顶周期: '未载明',
    '门槛1 项目': '购买设备投资额',
    '门槛1 界限': '不低于',
    '门槛1 数值': '5000000',
    '门槛1 单位': '元',
    '门槛1 说明': '文件可作不同理解',
    '门槛2 项目': '',
  });
  expect(clause('longnan/2022-40#integration-standard')).toMatchObject({ '定额（元）': '200000', 比例: '' });
});

test('numbers are plain numbers, and every threshold stands in the words as well', () => {
  for (const row of clauses)
    for (const [name, cell] of Object.entries(row)) {
      if (/（元）$|^比例$/.test(name)) expect(cell, `${row['条款编号']} ${name}`).toMatch(/^(\d+(\.\d+)?)?$/);
      if (/^门槛\d 项目$/.test(name) && cell !== '') expect(row['门槛']).toContain(cell);
    }
});

test('each row has its address on the site, and that of the source where it is stated', () => {
  expect(clause('longnan/2022-40#equipment-award')).toMatchObject({
    网址: 'https://huice.example/policies/longnan/2022-40/#equipment-award',
    原文网址: '',
  });
  expect(targets[0]?.['网址']).toMatch(/^https:\/\/huice\.example\/policies\/[a-z-]+\/[^/]+\/#target-/);
  const [policy] = policies;
  if (policy === undefined) throw new Error('there is no policy');
  const stated = { ...policy, sourceUrl: 'https://example.cn/1.html' };
  const rows = clausesTable({ policies: [stated], jurisdictions, dictionary, asOf: '2026-12-01', site });
  expect(parse(rows)[0]).toMatchObject({ 原文网址: 'https://example.cn/1.html' });
  expect(clauses.filter((row) => row['原文网址'] !== '').map((row) => row['条款编号'])).toEqual(
    policies
      .filter(({ sourceUrl }) => sourceUrl !== null)
      .flatMap(({ clauses: all }) => all.map(({ id }) => id)),
  );
});

test('the header is the same on every day; the day is a column', () => {
  const [today = '', tomorrow = ''] = ['2026-12-01', '2026-12-02'].map((day) => table(day).split('\r\n')[0]);
  expect(today).toBe(tomorrow);
  expect(today).toMatch(/,有效性,判断日期,/);
  expect(new Set(clauses.map((row) => row['判断日期']))).toEqual(new Set(['2026-12-01']));
});

test('the name of the notice is published wherever a document has one', () => {
  const listed = [...publishedFiles(loaded, '2026-12-01', site)].find(({ path }) => path === 'policies.json');
  const entries: readonly { id: string; noticeTitle?: string }[] = JSON.parse(listed?.body() ?? '[]');
  const named = policies.filter(({ noticeTitle }) => noticeTitle !== undefined);
  expect(named.length).toBeGreaterThan(2);
  for (const {
    id,
    noticeTitle,
    clauses: [first],
  } of named) {
    expect(entries.find((each) => each.id === id)?.noticeTitle).toBe(noticeTitle);
    expect(clause(first?.id ?? '')['信息名称']).toBe(noticeTitle);
  }
});

test('readings stand one to a line, the same ones as in a result', () => {
  for (const policy of policies)
    for (const [id, readings] of concerningReadings(policy)) {
      const lines = (clause(id)['不同理解'] ?? '').split('\n').filter((line) => line !== '');
      expect(lines, id).toEqual(readings.map(({ question }) => question));
      for (const { question } of readings) expect(question).not.toContain('\n');
    }
  expect(clause('jieyang/2018-119#civil-military-rd')['不同理解']?.split('\n')).toHaveLength(3);
  expect(clause('longnan/2022-40#integration-standard')['不同理解']).toContain('“分别奖励”');
});
