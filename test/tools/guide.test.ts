import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { toJSONSchema } from 'zod';
import { policySchema } from '../../clauses/authoring.ts';
import { here, readInWorld, signed } from '../content/fixtures.ts';

const manual = join(here, '../../docs/authoring');

it('the whole example of the guide passes', () => {
  const guide = readFileSync(join(manual, 'guide.md'), 'utf8');
  const [, example = ''] = /^~~~mdx\n([\s\S]*?)^~~~$/m.exec(guide) ?? [];
  const { issues, body } = readInWorld(signed(example));
  expect(issues).toEqual([]);
  expect(body?.articles.find(({ clauses }) => clauses.includes('above-scale'))?.anchor).toBe('a2-p2');
});

interface Schema {
  readonly $ref?: string;
  readonly description?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

/** The keys below a node that have no Chinese description, neither their own nor that of their reference. */
function undescribed(node: unknown, defs: Readonly<Record<string, Schema>>): readonly string[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, value]: [string, unknown]) => {
    const keys = name === 'properties' ? Object.entries(value as Record<string, Schema>) : [];
    const bare = keys.filter(([, { description, $ref = '' }]) => {
      const text = description ?? defs[$ref.replace('#/$defs/', '')]?.description ?? '';
      return !/\p{Script=Han}/u.test(text);
    });
    return [...bare.map(([key]) => key), ...undescribed(value, defs)];
  });
}

it('the schema for editors is the one that the check uses, with a description for every key', () => {
  const schema = toJSONSchema(policySchema);
  expect(JSON.parse(readFileSync(join(manual, 'policy.schema.json'), 'utf8'))).toEqual(
    JSON.parse(JSON.stringify(schema)),
  );
  expect(undescribed(schema, schema.$defs as Record<string, Schema>)).toEqual([]);
});

it('the settings of the editor name an existing file', () => {
  const settings = readFileSync(join(here, '../../.vscode/settings.json'), 'utf8');
  expect(settings).toContain('"./docs/authoring/policy.schema.json": "content/policies/**/*.mdx"');
});
