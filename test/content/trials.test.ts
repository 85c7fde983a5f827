import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadContent } from '../../site/content/load/load-content.ts';
import { here } from './fixtures.ts';

/**
 * Invented policies with tables of their own, written with the manual alone. They use more forms at once than any
 * published policy, so they show when a change makes policies harder to write.
 */
const folder = join(here, 'trials');

describe('policies authored from the manual alone', () => {
  it.each(readdirSync(folder))('%s has no errors', (name) => {
    const { issues, policies } = loadContent(join(folder, name));
    const wrong = issues.filter(({ severity }) => severity === 'error');
    expect(wrong.map(({ file, line, code, message }) => `${file}:${line} ${code} ${message}`)).toEqual([]);
    expect(policies.reduce((count, { policy }) => count + policy.clauses.length, 0)).toBeGreaterThan(8);
  });
});
