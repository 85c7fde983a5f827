/**
 * `node tools/manual.ts`: writes the generated pages of the authors' manual (docs/authoring): the reference from the
 * schemas' own comments, the error codes from their kinds, the forms from the fixtures that the tests run; and the JSON
 * Schema from which editors complete.
 * `--check` writes nothing and fails where a page is not what would be written.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { toJSONSchema } from 'zod';
import {
  dictionarySchema,
  indicatorsSchema,
  issueKinds,
  jurisdictionsSchema,
  policySchema,
  termsSchema,
} from '../clauses/authoring.ts';
import { components } from '../site/content/components.ts';
import { refusalKinds } from '../site/content/refusals.ts';
import { root } from './run.ts';

/** What is used of JSON Schema. */
interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly type?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
}

const GENERATED = '<!-- 由程序生成（node tools/manual.ts），不要手改。 -->';

/** The Chinese names of the schemas' definitions, in the order in which an author meets them. */
const NAMES: Readonly<Record<string, string>> = {
  clause: '条款',
  award: '奖补',
  condition: '条件',
  quantity: '数量',
  limit: '限额',
  reading: '歧义（不同理解）',
  group: '条款之间的关系',
  target: '工作目标',
  targetValue: '目标的数值',
  unused: '没有用到的数字或词语',
  example: '算例',
  expectation: '应当得到的结果',
  literal: '数值',
  subject: '填报对象',
  fact: '填报项',
  jurisdiction: '辖区',
  indicator: '指标',
};

function reference(): string {
  const policy = toJSONSchema(policySchema) as Schema;
  const tables = [dictionarySchema, jurisdictionsSchema, indicatorsSchema, termsSchema].map(
    (schema) => toJSONSchema(schema) as Schema,
  );
  const defs = Object.assign({}, policy.$defs, ...tables.map(({ $defs }) => $defs)) as Record<string, Schema>;
  const parts = Object.entries(NAMES).flatMap(([name, title]) => {
    const schema = defs[name];
    return schema === undefined ? [] : [`## ${title}`, described(schema), shape(schema)];
  });
  return page('参考', [
    '每一项的写法和含义，来自程序检查时用的同一份定义。带 ✓ 的必须写。没有列出的写法会被拒绝，并提示最接近的。',
    '## 文件开头',
    '政策文件开头两行 `---` 之间的各项。文件没有写明的，不要填。',
    shape(policy),
    ...parts,
    '## 正文里的标记',
    '标记不增加任何文字。',
    table(
      ['标记', '用途', '写法'],
      Object.entries(components).map(([name, { purpose, example }]) => [
        `\`<${name}>\``,
        tagged(purpose),
        code(example),
      ]),
    ),
  ]);
}

function described({ description }: Schema): string {
  return description === undefined ? '' : `${description}。`;
}

/** An object as a table of its keys; a choice as its variants one by one. */
function shape(schema: Schema): string {
  if (schema.anyOf !== undefined) {
    const variants = schema.anyOf.map((each) =>
      each.properties === undefined ? `- ${form(each)}` : `### ${each.description ?? ''}\n\n${keys(each)}`,
    );
    return variants.join('\n\n');
  }
  return schema.properties === undefined ? '' : keys(schema);
}

function keys({ properties = {}, required = [] }: Schema): string {
  return table(
    ['写法', '必写', '写什么', '说明'],
    Object.entries(properties).map(([name, value]) => [
      `\`${name}\``,
      required.includes(name) ? '✓' : '',
      form(value),
      value.description ?? '',
    ]),
  );
}

/** What is written for a value, in a few words. */
function form(schema: Schema): string {
  const named = /\/(\w+)$/.exec(schema.$ref ?? '')?.[1];
  if (named !== undefined) return NAMES[named] ?? named;
  if (schema.const !== undefined) return `\`${String(schema.const)}\``;
  if (schema.enum !== undefined) return schema.enum.map((value) => `\`${String(value)}\``).join('、');
  if (schema.anyOf !== undefined) return [...new Set(schema.anyOf.map(form))].join(' 或 ');
  if (schema.type === 'array') return `列表：${form(schema.items ?? {})}`;
  if (schema.type === 'object')
    return schema.properties === undefined ? '名称: 值' : `{ ${Object.keys(schema.properties).join(', ')} }`;
  return (
    { string: '文字', number: '数', integer: '整数', boolean: '`true` 或 `false`', null: '`null`' }[
      schema.type ?? ''
    ] ?? '值'
  );
}

interface Kind {
  readonly cause: string;
  readonly example: string;
  readonly severity?: 'error' | 'remark';
}

function errors(): string {
  const told = toldByFixtures();
  const all: readonly (readonly [string, Kind])[] = [
    ...Object.entries<Kind>(issueKinds),
    ...Object.entries<Kind>(refusalKinds),
  ].sort(([a], [b]) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
  return page('检查时会说什么', [
    '`npm run check` 说出的每一种问题：怎么来的，什么样的写法会引起，看到的话是什么，怎样改。“提示”不妨碍发布。',
    ...all.flatMap(([name, { cause, example, severity }]) => [
      `## ${name}${severity === 'remark' ? '（提示）' : ''}`,
      tagged(cause),
      `这样写会引起：\n\n${block(example)}`,
      ...(told.has(name) ? [`会看到：\n\n${block(told.get(name) ?? '')}`] : []),
    ]),
  ]);
}

/** One message for each code, with the mended line, from the fixtures of the tests. */
function toldByFixtures(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const file of globSync('test/content/bad/*.txt', { cwd: root }).sort())
    for (const told of readFileSync(join(root, file), 'utf8')
      .trimEnd()
      .split(/\n(?=\d+:\d+ )/)) {
      const [, name, message] = /^\d+:\d+ (\w+) ([\s\S]*)$/.exec(told) ?? [];
      if (name !== undefined && message !== undefined && !found.has(name))
        found.set(name, message.replace(/^ {2}/gm, ''));
    }
  return found;
}

function forms(): string {
  const files = globSync('test/content/shapes/*.mdx', { cwd: root }).sort();
  return page('各种写法的例子', [
    '每一例都是一个完整的小政策，连同算例由程序检查过。照着最像的一例改。写法可以互相套用：数量里可以再写数量，条件里可以再写条件。',
    ...files.flatMap((file) => {
      const text = readFileSync(join(root, file), 'utf8');
      const title = /^title: (.*)$/m.exec(text)?.[1] ?? basename(file);
      const note = /^# 说明：(.*)$/m.exec(text)?.[1] ?? '';
      const clauses = /^((?:clauses|groups):[\s\S]*?)^---$/m.exec(text)?.[1] ?? '';
      const body = text
        .split(/^---$/m)
        .slice(2)
        .join('---')
        .trim()
        .replace(/^# .*\n+/, '');
      return [
        `## ${title}`,
        note,
        `原文：\n\n${block(body)}`,
        `条款：\n\n${block(clauses.trimEnd(), 'yaml')}`,
      ];
    }),
  ]);
}

function page(title: string, parts: readonly string[]): string {
  const head = `---\ntitle: ${title}\n---\n\n${GENERATED}`;
  return `${[head, ...parts.filter((part) => part !== '')].join('\n\n')}\n`;
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

function code(text: string): string {
  return `\`${text}\``;
}

/** Names of marks within a sentence, shown as they are written. */
function tagged(text: string): string {
  return text.replace(/<[^>]+>/g, code);
}

function block(text: string, language = 'text'): string {
  return `~~~${language}\n${text}\n~~~`;
}

const pages = {
  'reference.md': reference(),
  'errors.md': errors(),
  'forms.md': forms(),
  'policy.schema.json': `${JSON.stringify(toJSONSchema(policySchema), null, 1)}\n`,
};
const folder = join(root, 'docs/authoring');
const stale = Object.entries(pages).filter(([name, text]) => {
  const path = join(folder, name);
  if (process.argv.includes('--check')) return readFileSync(path, 'utf8') !== text;
  writeFileSync(path, text);
  return false;
});
for (const [name] of stale) console.error(`docs/authoring/${name} is stale: run node tools/manual.ts`);
process.exitCode = stale.length === 0 ? 0 : 1;
