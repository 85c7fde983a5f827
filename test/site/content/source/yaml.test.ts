import { describe, expect, it } from 'vitest';
import { readYaml } from '../../../../site/content/source/yaml.ts';

describe('values', () => {
  it('are strings for dates, shares, ratios and long numbers', () => {
    const { value } = readYaml(
      'date: 2024-06-30\nshare: 6%\nratio: 1:1\nmoney: 500万元\nhex: 0x10\ncents: 1.50\nlong: 12345678901234567890\nno: no\nyes: yes',
    );
    expect(value).toEqual({
      date: '2024-06-30',
      share: '6%',
      ratio: '1:1',
      money: '500万元',
      hex: '0x10',
      cents: '1.50',
      long: '12345678901234567890',
      no: 'no',
      yes: 'yes',
    });
  });

  it('are numbers, booleans and null where the text is one', () => {
    expect(readYaml('a: 5\nb: 5000000.01\nc: true\nd: null\ne:\nf: ~').value).toEqual({
      a: 5,
      b: 5000000.01,
      c: true,
      d: null,
      e: null,
      f: null,
    });
  });

  it('have years and `__proto__` as ordinary keys', () => {
    const { value } = readYaml('{ 2022: 20家, __proto__: { polluted: true } }');
    expect(Object.keys(value as object)).toEqual(['2022', '__proto__']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('do not merge: `<<` is a key', () => {
    expect(readYaml('<<: { a: 1 }').value).toEqual({ '<<': { a: 1 } });
  });
});

describe('positions', () => {
  const text = 'clauses:\n  - id: cloud\n    limits:\n      - { type: cap, amount: 5万元 }\n';
  const yaml = readYaml(text);
  const at = (...path: (string | number)[]): string => text.slice(yaml.offsetOf(path)).split('\n')[0] ?? '';

  it('of a value', () => {
    expect(at('clauses', 0, 'limits', 0, 'amount')).toBe('5万元 }');
    expect(at('clauses', 0, 'id')).toBe('cloud');
  });

  it('of a list or a record: that of its key, or of its first item', () => {
    expect(at('clauses', 0, 'limits')).toBe('limits:');
    expect(at('clauses', 0)).toBe('id: cloud');
    expect(at('clauses', 0, 'limits', 0)).toBe('{ type: cap, amount: 5万元 }');
  });

  it('of a missing value: that of its nearest ancestor', () => {
    expect(at('clauses', 0, 'award', 'type')).toBe('id: cloud');
    expect(at('clauses', 7)).toBe('clauses:');
    expect(at('nothing')).toBe('clauses:');
  });

  it('and the span of a value that can be replaced', () => {
    expect(yaml.spanOf(['clauses', 0, 'id'])).toEqual({
      start: text.indexOf('cloud'),
      end: text.indexOf('cloud') + 5,
    });
    expect(yaml.spanOf(['clauses', 0])).toBeUndefined();
    expect(yaml.spanOf(['clauses', 9, 'id'])).toBeUndefined();
  });
});
