/**
 * `npm run new -- <jurisdiction>/<document> <text file>`: drafts a policy file from a signed text. The text is kept
 * unchanged, the front matter is guessed, sentences with an amount or a percentage are marked as pending, and all sentences
 * with figures are listed.
 */
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { nearestSpelling } from '../clauses/answering.ts';
import { issueKinds } from '../clauses/authoring.ts';
import { decodeText } from '../site/content/draft/decode-text.ts';
import type { SentenceWithFigures } from '../site/content/draft/draft-body.ts';
import { draftPolicyFile } from '../site/content/draft/draft-policy-file.ts';
import { today } from '../site/content/load/today.ts';
import { root } from './run.ts';

const ID = /^[a-z]+(?:-[a-z]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Prints a message and ends the process with an error. */
function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

/** The messages about files that are not plain text. */
const NOT_TEXT = {
  word: '是 Word 文件。请在 Word 里另存为纯文本（.txt）',
  pdf: '是 PDF 文件。请把文字复制出来，存成纯文本（.txt）',
  unknown: '的编码认不出来。请另存为纯文本，编码选 UTF-8',
} as const;

/** Reads the text file; ends the process where it is missing or not text. */
function readText(file: string): string {
  if (!existsSync(file)) fail(`没有找到文件 ${file}。请从 Word 另存为纯文本（UTF-8 编码）。`);
  if (!statSync(file).isFile()) fail(`${file} 是文件夹。请写定稿的文件名，如 定稿.txt。`);
  const read = decodeText(readFileSync(file));
  if (typeof read === 'string') return fail(`${file} ${NOT_TEXT[read]}。`);
  if (read.text.trim() === '') fail(`${file} 是空的，没有文字。`);
  if (read.encoding !== undefined) console.log(`${file} 是 ${read.encoding} 编码，已换成 UTF-8。`);
  if (read.invisible > 0) console.log(`删去了 ${read.invisible} 个看不见的字符（零宽空格之类）。`);
  return read.text;
}

function printSentences(what: string, sentences: readonly SentenceWithFigures[]): void {
  if (sentences.length === 0) return;
  console.log(`${sentences.length} 句话${what}：`);
  for (const { sentence, figures } of sentences)
    console.log(
      `  · ${figures.join('、')}：${sentence.length > 60 ? `${sentence.slice(0, 60)}……` : sentence}`,
    );
}

const { positionals, tokens } = parseArgs({ strict: false, allowPositionals: true, tokens: true });
const [id = '', textFile = ''] = positionals;
if (!ID.test(id) || textFile === '' || tokens.length !== 2)
  fail(
    '用法：npm run new -- 辖区拼音/文件编号 定稿.txt\n例如：npm run new -- longnan/2025-3 定稿.txt\n编号只用小写字母、数字和连字符。',
  );
const [slug = ''] = id.split('/');
const jurisdictions: readonly { readonly slug: string }[] = parse(
  readFileSync(join(root, 'content/jurisdictions.yaml'), 'utf8'),
);
const slugs = jurisdictions.map((jurisdiction) => jurisdiction.slug);
if (!slugs.includes(slug)) {
  fail(issueKinds.unknownJurisdiction.message({ slug, nearest: nearestSpelling(slug, slugs) }));
}
const file = join(root, 'content/policies', `${id}.mdx`);
if (existsSync(file)) fail(`content/policies/${id}.mdx 已经有了，没有改动。`);
const { file: text, found } = draftPolicyFile(readText(textFile), today());
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, text);
console.log(`已建立 content/policies/${id}.mdx。`);
printSentences(
  '带金额或百分比，已标“待核”',
  found.filter(({ isMoney }) => isMoney),
);
printSentences(
  '没有金额，但有期限、面积、数量等，写条件和限额时不要漏掉',
  found.filter(({ isMoney }) => !isMoney),
);
console.log(
  '下一步：填好开头各项，把“待核”的句子写成条款或目标（见 docs/authoring/guide.md），然后运行 npm run check。',
);
