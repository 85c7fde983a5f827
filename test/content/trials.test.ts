import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadContent } from '../../site/content/load/load-content.ts';
import { here } from './fixtures.ts';

/**
 * Invented policies, each with its own small tables, authored from the manual alone: no published policy
 * needs so many forms at once, and a change of the rules must not make them worse to write.
 */
const folder = join(here, 'trials');

describe('policies authored from the manual alone', () => {
  it.each(readdirSync(folder))('%s is without issues', (name) => {
    const { issues, policies } = loadContent(join(folder, name));
    const wrong = issues.filter(({ severity }) => severity === 'error');
    expect(wrong.map(({ file, line, code, message }) => `${file}:${line} ${code} ${message}`)).toEqual([]);
    expect(policies.reduce((count, { policy }) => count + policy.clauses.length, 0)).toBeGreaterThan(8);
  });
});
