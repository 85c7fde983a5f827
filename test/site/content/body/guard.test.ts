import { describe, expect, it } from 'vitest';
import { readBody } from '../../../../site/content/body/read-body.ts';
import { splitFile } from '../../../../site/content/source/split-file.ts';
import { readYaml } from '../../../../site/content/source/yaml.ts';

/** The longest time that refusing any text may take, in milliseconds. */
const patience = 20_000;

function timed<T>(work: () => T): T {
  const started = performance.now();
  const result = work();
  expect(performance.now() - started).toBeLessThan(patience);
  return result;
}

function bomb(levels: number): string {
  const names = Array.from({ length: levels }, (_, level) => `n${level}`);
  const lines = names.map((name, level) => {
    const items = level === 0 ? 'x' : `*n${level - 1}`;
    return `${name}: &${name} [${Array(9).fill(items).join(', ')}]`;
  });
  return lines.join('\n');
}

describe('YAML that would exhaust the parser', () => {
  it('is refused from its tokens, in milliseconds', () => {
    const started = performance.now();
    expect(readYaml(bomb(40)).refusals.map(({ code }) => code)).toContain('yamlAlias');
    expect(performance.now() - started).toBeLessThan(100);
  });

  it.each<[string, string, string | undefined]>([
    ['brackets in brackets', `a: ${'['.repeat(100_000)}`, 'yamlTooDeep'],
    ['braces in braces', `a: ${'{b: '.repeat(50_000)}`, 'yamlTooDeep'],
    [
      'blocks in blocks',
      Array.from({ length: 600 }, (_, at) => `${' '.repeat(at)}a:`).join('\n'),
      'yamlTooDeep',
    ],
    ['lists in lists', '- '.repeat(100_000), undefined],
    ['keys of keys', '? '.repeat(60_000), undefined],
    ['anchors', '&a '.repeat(60_000), 'yamlAnchor'],
    ['tabs', '\t'.repeat(200_000), 'yamlTab'],
  ])('%s', (_, text, code) => {
    const codes = timed(() => readYaml(text)).refusals.map((refused) => refused.code);
    expect(codes.length).toBeGreaterThan(0);
    if (code !== undefined) expect(codes).toContain(code);
  });

  it('front matter over its limit is refused before it is read', () => {
    const text = `---\ntitle: ${'长'.repeat(100_000)}\n---\n正文\n`;
    expect(splitFile(text)).toMatchObject({
      code: 'frontMatterTooLarge',
      message: '开头的各项有 293 KB，超过上限 256 KB。',
    });
  });
});

describe('Markdown that would exhaust the parser', () => {
  it.each<[string, string]>([
    ['quotes', '>'.repeat(100_000)],
    ['quotes, line by line', `${'>'.repeat(390)}\n\n`.repeat(1200)],
    ['lists', `${'- '.repeat(390)}\n\n`.repeat(600)],
    ['emphasis', 'a**b'.repeat(50_000)],
    ['unclosed emphasis', '**a'.repeat(20_000)],
    ['brackets', '['.repeat(50_000)],
    ['links', '[a]('.repeat(20_000)],
    ['components', '<Center>\n'.repeat(20_000)],
    ['marks within marks', `${'<Private>'.repeat(3000)}x${'</Private>'.repeat(3000)}`],
    ['braces', '{'.repeat(50_000)],
  ])('%s', (_, text) => {
    expect(timed(() => readBody(text)).refusals.length).toBeGreaterThan(0);
  });

  it('many short paragraphs are accepted', () => {
    const { body, refusals } = timed(() => readBody('（一）文字。\n\n'.repeat(5000)));
    expect(refusals).toEqual([]);
    expect(new Set(body?.blocks.map(({ anchor }) => anchor)).size).toBe(5000);
  });
});
