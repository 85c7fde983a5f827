import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { refusalKinds } from '../../site/content/source/refusals.ts';
import { errorTexts, fixture, here, readInWorld } from './fixtures.ts';

/** Each `bad/<name>.mdx` has one mistake; `bad/<name>.txt` contains all errors that the publisher sees. */
const files = readdirSync(join(here, 'bad'));
const cases = files.filter((file) => file.endsWith('.mdx')).map((file) => file.slice(0, -'.mdx'.length));
const expectations = files
  .filter((file) => file.endsWith('.txt'))
  .map((file) => file.slice(0, -'.txt'.length));

function expected(name: string): string {
  return readFileSync(join(here, 'bad', `${name}.txt`), 'utf8').trimEnd();
}

/** The longest time that refusing a file may take, in milliseconds. */
const patience = 20_000;

describe('bad files', () => {
  it('each have an expectation, and each expectation a file', () => {
    expect(cases.length).toBeGreaterThan(90);
    expect(expectations).toEqual(cases);
    expect(expectations.filter((name) => expected(name) === '')).toEqual([]);
  });

  it.each(cases)('%s', (name) => {
    const text = fixture(`bad/${name}.mdx`);
    const started = performance.now();
    const { policy, issues } = readInWorld(text);
    expect(performance.now() - started).toBeLessThan(patience);
    expect(errorTexts(issues)).toBe(expected(name));
    expect(policy === undefined || issues.some(({ severity }) => severity === 'error')).toBe(true);
  });

  it('show every kind of refusal of a policy file but those that need a folder', () => {
    const messages = expectations.map(expected).join('\n');
    const elsewhere = [
      'fileTooLarge',
      'fileEncoding',
      'missingFile',
      'strayFile',
      'strayLink',
      'strayFolder',
      'notAFile',
      'fileUnreadable',
      'noPolicies',
      'frontMatterTooLarge',
      'documentTwice',
      'bodyTooDeep',
    ];
    const missing = Object.keys(refusalKinds).filter(
      (code) => !elsewhere.includes(code) && !new RegExp(`^\\d+:\\d+ ${code} `, 'm').test(messages),
    );
    expect(missing).toEqual([]);
  });

  it('are reported all at once: front matter, body and rules', () => {
    const text = fixture('good/tiny.mdx')
      .replace('issuers: [测试市人民政府]', 'issuers: 测试市人民政府')
      .replace('enterprise.aboveScale, is', 'enterprise.aboveScael, is')
      .replace('# 测试办法\n', '# 测试办法\n\n- 附件\n');
    expect(readInWorld(text).issues.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['wrongForm', 'unknownFact', 'generatedList']),
    );
  });
});

describe('a good file', () => {
  it('has no issue', () => {
    expect(readInWorld(fixture('good/tiny.mdx')).issues).toEqual([]);
  });
});
