import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const styles = join(import.meta.dirname, '..', '..', 'site', 'styles');

// Chromium 86 throws away the whole rule, what stands beside such a selector as well. Nobody lowers it in a list.
test.each(globSync('*.css', { cwd: styles }))('%s has no :is and no :where', (file) => {
  expect(readFileSync(join(styles, file), 'utf8')).not.toMatch(/:(?:is|where)\(/);
});
