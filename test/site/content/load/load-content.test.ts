import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  type Content,
  hasErrors,
  type LoadedPolicy,
  loadContent,
} from '../../../../site/content/load/load-content.ts';
import { fixture, signed } from '../../../content/fixtures.ts';
import { contentFolder } from '../../../content/folder.ts';

const tiny = fixture('good/tiny.mdx');

/** The issues as `folder/file:line code`. */
function issueLines({ issues }: Content): readonly string[] {
  return issues.map(({ file, line, code }) => `${file.split('/').slice(-2).join('/')}:${line} ${code}`);
}

describe('loading a folder', () => {
  it('gives the policies in the order of their ids, with the shared tables', () => {
    const content = loadContent(
      contentFolder({
        'policies/ceshi/2.mdx': tiny,
        'policies/ceshi/1.mdx': tiny,
        'policies/.DS_Store': 'x',
      }),
    );
    expect(issueLines(content)).toEqual([]);
    expect(content.policies.map(({ id, policy }) => [id, policy.jurisdiction])).toEqual([
      ['ceshi/1', 'ceshi'],
      ['ceshi/2', 'ceshi'],
    ]);
    expect(content.dictionary?.facts.length).toBeGreaterThan(20);
    expect(content.terms?.protected).toEqual(['两化']);
  });

  it('reports the issues of all files at once, by file and line', () => {
    const content = loadContent(
      contentFolder({
        'policies/ceshi/1.mdx': tiny.replace('issuers: [测试市人民政府]', 'issuers: 测试市人民政府'),
        'policies/ceshi/2.mdx': tiny
          .replace('aboveScale, is', 'aboveScael, is')
          .replace('# 测试办法', '# 测试办法\n\n- 甲'),
        'policies/ceshi/3.mdx': tiny,
        'policies/nowhere/1.mdx': tiny,
        'policies/ceshi/通知.docx': 'x',
        'indicators.yaml': '- { id: a, label: 甲, unit: 家 }\n- { id: a, label: 乙, unit: 家 }\n',
      }),
    );
    expect(issueLines(content).slice(0, 1)).toEqual([
      expect.stringMatching(/indicators\.yaml:2 duplicateEntry$/),
    ]);
    expect(issueLines(content)).toEqual(
      expect.arrayContaining(['ceshi/2.mdx:24 generatedList', 'ceshi/通知.docx:1 strayFile']),
    );
    // Without the indicators no policy is compiled, so only the issues within its own file are reported.
    expect(issueLines(content)).not.toContain('ceshi/1.mdx:3 wrongForm');
    expect(content.policies).toEqual([]);
  });

  it('reports a document that occurs twice, by its title and number', () => {
    const numbered = (number: string) =>
      tiny
        .replace('planYears', `documentNumber: 测府〔2026〕${number}号\nplanYears`)
        .replace('# 测试办法', `# 测试办法\n\n测府〔2026〕${number}号`);
    const digest = (text: string) => signed(text.replace(/sha256-\w+/, 'sha256-0'));
    const content = loadContent(
      contentFolder({
        'policies/ceshi/1.mdx': digest(numbered('1')),
        'policies/ceshi/01.mdx': digest(numbered('1')),
        'policies/ceshi/2.mdx': digest(numbered('2')),
      }),
    );
    expect(issueLines(content)).toEqual(['ceshi/1.mdx:1 documentTwice']);
    expect(content.issues[0]?.message).toContain('ceshi/01.mdx 已经是这份文件');
    expect(hasErrors(content.issues)).toBe(true);
  });

  it('leaves out a wrong policy, reports it, and prevents publication', () => {
    const content = loadContent(
      contentFolder({
        'policies/ceshi/1.mdx': tiny.replace('issuers: [测试市人民政府]', 'issuers: 测试市人民政府'),
        'policies/ceshi/2.mdx': tiny.replace('aboveScale, is', 'aboveScael, is'),
        'policies/ceshi/3.mdx': tiny,
        'policies/nowhere/1.mdx': tiny,
      }),
    );
    expect(issueLines(content)).toEqual([
      'ceshi/1.mdx:3 wrongForm',
      'ceshi/2.mdx:14 unknownFact',
      'nowhere/1.mdx:2 unknownJurisdiction',
    ]);
    expect(content.issues.at(-1)?.message).toContain('jurisdictions.yaml 里没有辖区“nowhere”。');
    expect(content.policies.map(({ id }) => id)).toEqual(['ceshi/3']);
    expect(hasErrors(content.issues)).toBe(true);
  });

  it.each<[string, Readonly<Record<string, string | Uint8Array>>, string, string]>([
    [
      'another encoding',
      { 'policies/ceshi/1.mdx': Uint8Array.of(0xb2, 0xe2, 0xca, 0xd4) },
      'fileEncoding',
      expect.stringContaining('请用 UTF-8 编码另存（VS Code：'),
    ],
    [
      'a file that is too large',
      { 'policies/ceshi/1.mdx': '长'.repeat(200_000) },
      'fileTooLarge',
      '文件有 586 KB，超过上限 512 KB。请检查是不是贴进了别的内容。',
    ],
    [
      'a name with capitals',
      { 'policies/ceshi/A.mdx': tiny },
      'strayFile',
      expect.stringContaining('只用小写字母、数字和连字符'),
    ],
    [
      'a file beside the folders',
      { 'policies/1.mdx': tiny },
      'strayFile',
      expect.stringContaining('policies/<辖区>/<文件>.mdx'),
    ],
    ['broken tables', { 'facts.yaml': 'subjects: [' }, 'yamlBracket', expect.stringContaining('没有成对')],
  ])('refuses %s', (_, files, code, message) => {
    const { issues } = loadContent(contentFolder(files));
    expect(issues).toEqual([expect.objectContaining({ code, message })]);
  });

  it('names everything that it does not read: links, folders, other endings, files beside the tables', () => {
    const folder = contentFolder({
      'policies/ceshi/1.mdx': tiny,
      'policies/ceshi/2.md': tiny,
      'policies/ceshi/3.MDX': tiny,
      'policies/ceshi/5.mdx/1.mdx': tiny,
      'policies/ceshi/.DS_Store': 'x',
      'policies/测试/1.mdx': tiny,
      'fact.yaml': 'x',
      '.git/config': 'x',
    });
    symlinkSync(join(folder, 'policies/ceshi/1.mdx'), join(folder, 'policies/ceshi/4.mdx'));
    symlinkSync(join(folder, 'policies/ceshi'), join(folder, 'policies/other'));
    symlinkSync(join(folder, 'nowhere'), join(folder, 'policies/ceshi/6.mdx'));
    const content = loadContent(folder);
    expect(issueLines(content)).toEqual([
      expect.stringMatching(/\/fact\.yaml:1 strayFile$/),
      'ceshi/2.md:1 strayFile',
      'ceshi/3.MDX:1 strayFile',
      'ceshi/4.mdx:1 strayLink',
      'ceshi/5.mdx:1 strayFolder',
      '5.mdx/1.mdx:1 strayFile',
      'ceshi/6.mdx:1 strayLink',
      'policies/other:1 strayLink',
      'policies/测试:1 strayFolder',
      '测试/1.mdx:1 strayFile',
    ]);
    expect(content.policies.map(({ id }) => id)).toEqual(['ceshi/1']);
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    ['no folder of policies', {}],
    ['an empty one', { 'policies/.keep': '' }],
    ['a place without a policy', { 'policies/ceshi/.keep': '' }],
  ])('refuses a content without any policy: %s', (_, files) => {
    const { issues } = loadContent(contentFolder(files));
    expect(issues).toEqual([expect.objectContaining({ code: 'noPolicies', severity: 'error' })]);
  });

  it('names a folder that stands where a table belongs', () => {
    const folder = contentFolder({ 'policies/ceshi/1.mdx': tiny });
    rmSync(join(folder, 'terms.yaml'));
    mkdirSync(join(folder, 'terms.yaml'));
    expect(issueLines(loadContent(folder))).toEqual([expect.stringMatching(/terms\.yaml:1 notAFile$/)]);
  });

  it('names a table that is missing', () => {
    const folder = contentFolder({});
    rmSync(join(folder, 'facts.yaml'));
    const [issue, ...more] = loadContent(folder).issues;
    expect(more).toEqual([]);
    expect(issue).toMatchObject({
      code: 'missingFile',
      message: expect.stringMatching(/^缺少文件 .*facts\.yaml。$/),
    });
  });

  it('reads files with the line ends and the mark of Windows', () => {
    const content = loadContent(
      contentFolder({ 'policies/ceshi/1.mdx': `\ufeff${tiny.replaceAll('\n', '\r\n')}` }),
    );
    expect(issueLines(content)).toEqual([]);
    expect(content.policies[0]?.text).toBe('测试办法\n一、对规模以上企业奖励20万元。');
  });

  it('accepts documents that refer to each other', () => {
    const next = 'replacedBy: { document: ceshi/2, on: 2027-01-01 }\ntopics: [技术改造]\nenteredOn';
    const first = tiny.replace('topics: [技术改造]\nenteredOn', next);
    const together = contentFolder({ 'policies/ceshi/1.mdx': first, 'policies/ceshi/2.mdx': tiny });
    expect(issueLines(loadContent(together))).toEqual([]);
    rmSync(join(together, 'policies/ceshi/2.mdx'));
    expect(issueLines(loadContent(together))).toEqual(['ceshi/1.mdx:5 unknownDocument']);
  });
});

describe('loading again', () => {
  const folder = (): string =>
    contentFolder({
      'policies/ceshi/1.mdx': tiny,
      'policies/ceshi/2.mdx': tiny.replace('planYears: { from: 2026, to: 2030 }\n', ''),
    });

  function reusing(loaded: Content): (id: string, key: string) => LoadedPolicy | undefined {
    return (id, key) => loaded.policies.find((policy) => policy.id === id && policy.key === key);
  }

  it('reuses the cached policy of an unchanged file, with its remarks', () => {
    const path = folder();
    const first = loadContent(path, { version: '1' });
    expect(first.issues.map(({ code }) => code)).toEqual(['noPeriod']);
    const again = loadContent(path, { version: '1', readCached: reusing(first) });
    expect(again.policies.map((policy, at) => policy === first.policies[at])).toEqual([true, true]);
    expect(again.issues).toEqual(first.issues);
  });

  it('reads again when the code has changed', () => {
    const path = folder();
    const first = loadContent(path, { version: '1' });
    const again = loadContent(path, { version: '2', readCached: reusing(first) });
    expect(again.policies.some((policy, at) => policy === first.policies[at])).toBe(false);
  });

  it('yields only JSON values, so that the store can save them', () => {
    const { policies } = loadContent(folder());
    expect(JSON.parse(JSON.stringify(policies))).toEqual(policies);
  });
});

describe('the content of the site', () => {
  it('loads within 20 seconds', () => {
    const started = performance.now();
    loadContent('content');
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
