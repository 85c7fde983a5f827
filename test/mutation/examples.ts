/** The worked examples of every policy that `npm run check` and test/content/ run: published, trials, forms. */
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { type CompiledFrontMatter, compileFrontMatter } from '../../clauses/authoring/compile/policy.ts';
import { runExamples } from '../../clauses/authoring/examples/run.ts';
import { readBody } from '../../site/content/body/read-body.ts';
import { readTables, type Tables } from '../../site/content/load/tables.ts';
import { sourceText } from '../../site/content/source/source-text.ts';
import { splitFile } from '../../site/content/source/split-file.ts';
import { readYaml } from '../../site/content/source/yaml.ts';

/** A policy as it is compiled, with its examples. */
function drafted(file: string, id: string, tables: Tables): CompiledFrontMatter {
  const parts = splitFile(sourceText(file, readFileSync(file, 'utf8')).text);
  if ('code' in parts) throw new Error(`${file}: ${parts.code}`);
  const body = readBody(parts.body).body?.marked ?? { text: '', marks: [], unmarked: [] };
  const [jurisdiction = ''] = id.split('/');
  return compileFrontMatter(readYaml(parts.frontMatter).value, body, { ...tables, id, jurisdiction });
}

function tryExamples(file: string, id: string, folder: string): void {
  const tables = readTables(folder).tables as Tables;
  let draft: CompiledFrontMatter | undefined;
  beforeAll(() => {
    draft = drafted(file, id, tables);
  });
  test(file, () => {
    if (draft?.policy === undefined) throw new Error(`${file} can not be read`);
    const findings = [...runExamples(draft.examples, draft.policy, tables.dictionary)].flat();
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
}

for (const folder of ['content', ...globSync('test/content/trials/*')].sort())
  for (const file of globSync(join(folder, 'policies/*/*.mdx')).sort())
    tryExamples(file, `${basename(dirname(file))}/${basename(file, '.mdx')}`, folder);

for (const file of globSync('test/content/{shapes,good}/*.mdx').sort())
  tryExamples(file, 'ceshi/1', 'test/content/world');
