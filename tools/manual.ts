/**
 * `node tools/manual.ts`: writes the generated pages of the authors' manual (docs/authoring): the reference from the
 * schemas' descriptions, the error codes from their kinds, the forms from the fixtures that the tests run; and the JSON
 * Schema that editors use for completion.
 * `--check` writes nothing and fails when a page is out of date.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { toJSONSchema } from 'zod';
import { issueKinds, policySchema } from '../clauses/authoring.ts';
import { refusalKinds } from '../site/content/source/refusals.ts';
import { readArguments } from './arguments.ts';
import { page, tagged } from './manual/markdown.ts';
import { reference } from './manual/reference.ts';
import { root } from './run.ts';

interface Kind {
  readonly cause: string;
  readonly example: string;
  readonly severity?: 'error' | 'remark';
}

function errors(): string {
  const messages = messagesOfFixtures();
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
      ...(messages.has(name) ? [`会看到：\n\n${block(messages.get(name) ?? '')}`] : []),
    ]),
  ]);
}

/** One message for each code, with the corrected line, from the fixtures of the tests. */
function messagesOfFixtures(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const file of globSync('test/content/bad/*.txt', { cwd: root }).sort())
    for (const issue of readFileSync(join(root, file), 'utf8')
      .trimEnd()
      .split(/\n(?=\d+:\d+ )/)) {
      const [, name, message] = /^\d+:\d+ (\w+) ([\s\S]*)$/.exec(issue) ?? [];
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
      const head = text.split(/^---$/m)[1] ?? '';
      const clauses = head.replace(USUAL, '').trim();
      const body = text
        .split(/^---$/m)
        .slice(2)
        .join('---')
        .trim()
        .replace(/^# .*\n+/, '');
      return [`## ${title}`, note, `原文：\n\n${block(body)}`, `规则：\n\n${block(clauses, 'yaml')}`];
    }),
  ]);
}

/** The lines that all the small policies have in common. */
const USUAL = /^(?:#.*|(?:title|issuers|planYears|topics|enteredOn|textDigest): .*)\n/gm;

function block(text: string, language = 'text'): string {
  return `~~~${language}\n${text}\n~~~`;
}

const pages = {
  'reference.md': reference(),
  'errors.md': errors(),
  'forms.md': forms(),
  'policy.schema.json': `${JSON.stringify(toJSONSchema(policySchema), null, 1)}\n`,
};
const usage = 'node tools/manual.ts [--check]';
const { check } = readArguments(usage, { options: { check: { type: 'boolean', default: false } } }).values;
const folder = join(root, 'docs/authoring');
const stale = Object.entries(pages).filter(([name, text]) => {
  const path = join(folder, name);
  if (check) return readFileSync(path, 'utf8') !== text;
  writeFileSync(path, text);
  return false;
});
for (const [name] of stale) console.error(`docs/authoring/${name} is stale: run node tools/manual.ts`);
process.exitCode = stale.length === 0 ? 0 : 1;
