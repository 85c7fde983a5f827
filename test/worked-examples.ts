import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { FullExample } from '../clauses/authoring/compile/examples.ts';
import { compileFrontMatter } from '../clauses/authoring/compile/policy.ts';
import { readTables, type Tables } from '../site/content/load/tables.ts';

const content = join(import.meta.dirname, '../content');
const tables = readTables(content).tables as Tables;

/** A worked example of a published clause with an award, and the clause that it is tried with. */
export interface WorkedExample {
  readonly id: string;
  readonly example: FullExample;
}

/** The worked examples of a file below `content/policies`, each with everything that it assumes. */
export function workedExamplesIn(file: string): readonly WorkedExample[] {
  const [, yaml = ''] = readFileSync(join(content, 'policies', file), 'utf8').split(/^---$/m);
  const id = file.slice(0, -'.mdx'.length);
  const [jurisdiction = ''] = id.split('/');
  const body = { text: '', marks: [], unmarked: [] };
  const { examples: sets } = compileFrontMatter(parse(yaml), body, { ...tables, id, jurisdiction });
  return sets
    .filter(({ owner }) => owner.kind === 'award')
    .flatMap(({ owner, examples }) => examples.map((example) => ({ id: owner.id, example })));
}
