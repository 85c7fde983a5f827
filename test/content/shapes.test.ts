import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { errorTexts, fixture, here, readInWorld } from './fixtures.ts';

/** One form of a clause per file, with its number, a sentence that explains it, and worked examples. */
const files = readdirSync(join(here, 'shapes'));

describe('forms of clauses', () => {
  it.each(files)('%s', (file) => {
    const text = readFileSync(join(here, 'shapes', file), 'utf8');
    expect(text).toMatch(/^---\n# 形式：\d+\n# 说明：.+。\n/);
    const { policy, issues } = readInWorld(fixture(`shapes/${file}`));
    expect(errorTexts(issues)).toBe('');
    expect(policy?.clauses.length).toBeGreaterThan(0);
  });
});
