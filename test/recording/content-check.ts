import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fixture, here } from '../content/fixtures.ts';
import type { Recording } from './recording.ts';
import { inFolder, type Tool, toolOf } from './tool.ts';

/** Records the output of `npm run check` of a tree: for all bad files of the tests together, and for its own content. */
export function recordCheck(tree: string, day: string, recording: Recording): void {
  if (!recording.wants('check')) return;
  const check = toolOf(tree, 'check', day);
  inFolder((folder) => recordBadFiles(folder, check, recording));
  const record = (part: string, ...options: readonly string[]): void =>
    recording.add('check', part, check(tree, ...options));
  record('own content');
  record('own content as JSON', '--json');
  record('mutations of the own content', '--mutate', '--json');
  record('unknown option', '--unknown');
}

/** Copies every bad file as a separate document, with the tables of the tests. */
function recordBadFiles(folder: string, check: Tool, recording: Recording): void {
  const content = join(folder, 'content');
  const policies = join(content, 'policies', 'ceshi');
  cpSync(join(here, 'world'), content, { recursive: true });
  mkdirSync(policies, { recursive: true });
  for (const file of readdirSync(join(here, 'bad')).filter((name) => name.endsWith('.mdx')))
    writeFileSync(join(policies, file), fixture(`bad/${file}`));
  recording.add('check', 'bad files', check(folder));
  recording.add('check', 'bad files as JSON', check(folder, '--json'));
}
