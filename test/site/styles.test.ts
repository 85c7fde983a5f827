import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const styles = join(import.meta.dirname, '..', '..', 'site', 'styles');

// Chromium 86 drops the whole rule, including the other selectors of the list. The build does not lower these selectors.
test.each(globSync('*.css', { cwd: styles }))('%s has no :is and no :where', (file) => {
  expect(readFileSync(join(styles, file), 'utf8')).not.toMatch(/:(?:is|where)\(/);
});
