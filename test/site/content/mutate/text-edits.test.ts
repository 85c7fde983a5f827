import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isRefused } from '../../../../clauses/authoring.ts';
import { readBody } from '../../../../site/content/body/read-body.ts';
import { readPolicyFile } from '../../../../site/content/load/read-policy-file.ts';
import { readTables, type Tables } from '../../../../site/content/load/tables.ts';
import { sourceText } from '../../../../site/content/source/source-text.ts';
import { splitFile } from '../../../../site/content/source/split-file.ts';
import { readYaml } from '../../../../site/content/source/yaml.ts';
import { type Edit, edited, editsOf, editsOutside } from './text-edits.ts';

const tables = readTables('content').tables as Tables;
const files = globSync('content/policies/*/*.mdx').sort();

/** The edits that the check does not detect, by their description, each with the reason. */
const MISSES: Readonly<Record<string, string>> = {
  '造。其中，2022 年起[每年→]分别推动 20 家、':
    'the target has a value for each of the four years: 分别 says the same as 每年分别',
  '纳入扶持范围。对入驻企业[给予→可给予]6元/平方米/月租金':
    'the rule says may already, since the sentence before says 可纳入',
};

interface Tried {
  readonly edit: Edit;
  readonly stopped: boolean;
}

/** Makes every edit of a policy as if the publisher had accepted the text, and runs the checks of the build. */
function tried(file: string): readonly Tried[] {
  const parts = splitFile(readFileSync(file, 'utf8'));
  if ('code' in parts) throw new Error(file);
  const { value } = readYaml(parts.frontMatter);
  const [, , jurisdiction = '', name = ''] = file.split('/');
  const context = { id: `${jurisdiction}/${name.slice(0, -'.mdx'.length)}`, jurisdiction, ...tables };
  return editsOf(parts.body, 2026).map((edit) => {
    const { body } = readBody(edited(parts.body, edit));
    return { edit, stopped: body === undefined || isRefused(value, body.marked, context, edit.ids) };
  });
}

describe('an edit of the text, accepted', () => {
  const all: Tried[] = [];

  it.each(files)('of %s stops the build', (file) => {
    const found = tried(file);
    all.push(...found);
    const missed = found.filter(({ stopped }) => !stopped).map(({ edit }) => edit.description);
    expect(missed.filter((description) => MISSES[description] === undefined)).toEqual([]);
  });

  it('in at least 99 of 100 cases', () => {
    const kinds = Map.groupBy(all, ({ edit }) => edit.kind);
    const lines = [...kinds].map(
      ([kind, edits]) => `${kind}: ${edits.filter(({ stopped }) => stopped).length} of ${edits.length}`,
    );
    console.log(lines.join('\n'));
    expect(all.length).toBeGreaterThan(300);
    expect(all.filter(({ stopped }) => stopped).length / all.length).toBeGreaterThanOrEqual(0.99);
  });

  it('and every listed miss still occurs', () => {
    const missed = all.filter(({ stopped }) => !stopped).map(({ edit }) => edit.description);
    expect(Object.keys(MISSES).filter((description) => !missed.includes(description))).toEqual([]);
  });
});

describe('an edit outside the marked passages', () => {
  it.each(files)('of %s is stopped by the digest', (file) => {
    const text = readFileSync(file, 'utf8');
    const parts = splitFile(text);
    if ('code' in parts) throw new Error(file);
    const edits = editsOutside(parts.body, 2026, 20);
    expect(edits).toHaveLength(20);
    const missed = edits.filter((edit) => {
      const changed = text.slice(0, parts.bodyAt) + edited(parts.body, edit);
      const { issues } = readPolicyFile(sourceText(file, changed), undefined, new Set());
      return !issues.some(({ code }) => code === 'textChanged');
    });
    expect(missed.map(({ description }) => description)).toEqual([]);
  });
});
