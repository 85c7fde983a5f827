import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../tools/run.ts';
import { explained } from '../mutation/explained.ts';

/** The text of a file on one line, as the explanations quote it. */
function onOneLine(file: string): string {
  return existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8').replace(/\s+/g, ' ') : '';
}

it('every explained mutant quotes code that its file still contains', () => {
  const stale = explained
    .flatMap(({ mutants }) => mutants)
    .filter((mutant) => {
      const [, file = '', original = ''] = /^(\S+): (.*?) → /.exec(mutant) ?? [];
      return !onOneLine(file).includes(original.replace(/…$/, ''));
    });
  expect(stale).toEqual([]);
});
