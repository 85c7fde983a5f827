import { describe, expect, it } from 'vitest';
import { loadContent } from '../../../../site/content/load/load-content.ts';
import { csv } from '../../../../site/content/publish/csv.ts';
import {
  type PublishedContent,
  type PublishedFile,
  publishedFiles,
} from '../../../../site/content/publish/open-data.ts';
import { fixture } from '../../../content/fixtures.ts';
import { contentFolder } from '../../../content/folder.ts';

const { issues: _issues, ...loaded } = loadContent(
  contentFolder({
    'policies/ceshi/1.mdx': fixture('good/everything.mdx'),
    'policies/ceshi/2.mdx': fixture('good/tiny.mdx'),
  }),
);
const content = loaded as PublishedContent;
const files: ReadonlyMap<string, PublishedFile> = new Map(
  Array.from(publishedFiles(content, '2026-11-21', 'https://huice.example/'), (file) => [file.path, file]),
);

function json(path: string): unknown {
  return JSON.parse(files.get(path)?.body() ?? 'null');
}

describe('the open data', () => {
  it('is packed per jurisdiction, texts per province', () => {
    expect([...files.keys()]).toEqual([
      'facts.json',
      'jurisdictions.json',
      'policies.json',
      'catalogues/ceshi.json',
      'policies/ceshi.json',
      'digests.json',
      'indicators.json',
      'texts/ceshi.json',
      'clauses.csv',
      'targets.csv',
      'schema/policy.json',
    ]);
  });

  it('packs the texts of a province together, two hundred in a file', () => {
    const [first] = content.policies;
    if (first === undefined) throw new Error('there is no content');
    const jurisdictions = [
      { slug: 'sheng', name: '测试省', code: '990000' },
      { slug: 'ceshi', name: '测试市', code: '990100', parent: 'sheng' },
      { slug: 'linshi', name: '邻市', code: '990200', parent: 'sheng' },
    ];
    const policies = Array.from({ length: 201 }, (_, index) => {
      const jurisdiction = index < 150 ? 'ceshi' : 'linshi';
      const id = `${jurisdiction}/${index}`;
      return { ...first, id, policy: { ...first.policy, id, jurisdiction } };
    });
    const texts = [
      ...publishedFiles({ ...content, jurisdictions, policies }, '2026-11-21', 'https://huice.example/'),
    ]
      .filter(({ path }) => path.startsWith('texts/'))
      .map(({ path, body, from }) => {
        const { jurisdiction, texts } = JSON.parse(body()) as {
          jurisdiction: string;
          texts: { id: string }[];
        };
        expect(from.map(({ id }) => id)).toEqual(texts.map(({ id }) => id));
        return [path, jurisdiction, texts.length];
      });
    expect(texts).toEqual([
      ['texts/sheng.json', 'sheng', 200],
      ['texts/sheng-2.json', 'sheng', 1],
    ]);
  });

  it('lists the policies', () => {
    expect(json('policies.json')).toMatchObject([
      {
        id: 'ceshi/1',
        title: '测试办法',
        jurisdiction: 'ceshi',
        documentNumber: '测府〔2026〕1号',
        clauses: 2,
        targets: 1,
        coverage: { paragraphs: 9, rule: 2, target: 1, judgement: 1, narrative: 5 },
      },
      { id: 'ceshi/2', clauses: 1, targets: 0, dates: { planYears: { from: 2026, to: 2030 } } },
    ]);
    expect(json('jurisdictions.json')).toEqual([{ slug: 'ceshi', name: '测试市', code: '990100' }]);
  });

  it('contains the whole policies and the facts', () => {
    expect(json('policies/ceshi.json')).toEqual({
      jurisdiction: 'ceshi',
      policies: content.policies.map(({ policy }) => policy),
    });
    expect(json('facts.json')).toEqual(content.dictionary);
  });

  it('contains a catalogue whose hash changes only with its clauses', () => {
    const catalogueOf = (policies: PublishedContent['policies']): { hash: string } => {
      const [file] = [
        ...publishedFiles({ ...content, policies }, '2026-11-21', 'https://huice.example/'),
      ].filter(({ path }) => path.startsWith('catalogues/'));
      return JSON.parse(file?.body() ?? '{}');
    };
    const hash = catalogueOf(content.policies).hash;
    expect(hash).toMatch(/^sha256-[0-9a-f]{64}$/);
    expect(catalogueOf([...content.policies].reverse()).hash).toBe(hash);
    expect(catalogueOf(content.policies.slice(1)).hash).not.toBe(hash);
  });

  it('omits private passages, and says so', () => {
    expect(json('texts/ceshi.json')).toMatchObject({
      withheld: '联系人姓名和电话不在开放数据里，见政策页面的正文。',
      texts: [{ id: 'ceshi/1', text: expect.stringContaining('（联系人：）') }, { id: 'ceshi/2' }],
    });
    for (const { body } of files.values()) expect(body()).not.toMatch(/83133450|区小姐/);
  });

  it('is the same bytes every time', () => {
    const again = Array.from(
      publishedFiles(content, '2026-11-21', 'https://huice.example/'),
      ({ path, body }) => [path, body()],
    );
    expect(again).toEqual(Array.from(files.values(), ({ path, body }) => [path, body()]));
  });

  it('contains the JSON Schema of the front matter', () => {
    expect(json('schema/policy.json')).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      required: expect.arrayContaining(['title', 'issuers', 'textDigest']),
      properties: { clauses: { description: '条款' } },
    });
  });
});

describe('the spreadsheets', () => {
  const rows = (path: string): readonly string[] => (files.get(path)?.body() ?? '').split('\r\n');

  it('begin with a byte order mark and end every line as Excel does', () => {
    expect(files.get('clauses.csv')?.body().startsWith('\ufeff辖区,政策文件,信息名称,')).toBe(true);
    expect(files.get('clauses.csv')?.body().endsWith('\r\n')).toBe(true);
    expect(files.get('clauses.csv')?.type).toBe('text/csv; charset=utf-8');
  });

  it('have a row for each clause', () => {
    expect(
      rows('clauses.csv')
        .slice(1, -1)
        .map((row) => row.split(',')[8]),
    ).toEqual(['ceshi/1#award', 'ceshi/1#second', 'ceshi/2#award']);
  });

  it('split each clause into the columns of the site', () => {
    const [head, first] = rows('clauses.csv');
    const names = head?.split(',') ?? [];
    const cells = first?.split(',') ?? [];
    const row = Object.fromEntries(names.map((name, index) => [name, cells[index]]));
    expect(row).toMatchObject({
      支持方式: '资金支持',
      力度: '给予',
      标准: '20 万元',
      基数: '',
      有效性: '文件未载明有效期',
      判断日期: '2026-11-21',
      网址: 'https://huice.example/policies/ceshi/1/#award',
      原文网址: '',
      '定额（元）': '200000',
    });
  });

  it('have a row for each value of a target', () => {
    expect(rows('targets.csv')[1]).toBe(
      '测试市,测试办法,,测府〔2026〕1号,,,,,ceshi/1#target-enterprises,实施技术改造的工业企业,upgrading-enterprises,家,合计,不少于,110,否,,二,推动110家以上企业<改造>。,https://huice.example/policies/ceshi/1/#target-enterprises,',
    );
  });

  it.each<[string, string]>([
    ['=1+1', "'=1+1"],
    ['+86', "'+86"],
    ['-cmd', "'-cmd"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝1+1', "'＝1+1"],
    ['\t=1', "'\t=1"],
    ['-5', '-5'],
    ['12.50', '12.50'],
    ['甲,乙', '"甲,乙"'],
    ['甲"乙"', '"甲""乙"""'],
    ['甲\n乙', '"甲\n乙"'],
    ['=A1,"x"', '"\'=A1,""x"""'],
    ['——2018年', '——2018年'],
  ])('write %j as %j', (cell, written) => {
    expect(csv(['a'], [[cell]])).toBe(`\ufeffa\r\n${written}\r\n`);
  });
});
