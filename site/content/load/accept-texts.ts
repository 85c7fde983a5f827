import { readFileSync, writeFileSync } from 'node:fs';
import { type Body, readBody } from '../body/read-body.ts';
import { sourceText } from '../source/source-text.ts';
import { splitFile } from '../source/split-file.ts';
import { findPolicies, readSource } from './content-files.ts';
import { lineDifference } from './line-difference.ts';
import { textDigestOf, unacceptedDigest } from './read-policy-file.ts';

/**
 * Accepts the present texts of a content folder: rewrites the digests that differ. Returns the report in Chinese, which
 * shows for each such file how its text differs from the version that `earlier` returns. A file whose body cannot be
 * read is not changed.
 */
export function acceptTexts(folder: string, earlier: (file: string) => string | undefined): string {
  const reports = findPolicies(folder).policies.flatMap(({ path }) => acceptText(path, earlier) ?? []);
  return reports.length === 0 ? '所有正文都同上次核对的一致，没有改写。' : reports.join('\n\n');
}

const digestLine = /^textDigest:.*$/m;

/** The report on one file; nothing where its digest is unchanged. */
function acceptText(path: string, earlier: (file: string) => string | undefined): string | undefined {
  const read = readSource(path);
  if ('code' in read) return undefined;
  const { file, text } = read.source;
  const body = bodyOf(text);
  if (body === undefined) return `${file}：正文有问题，无法核对，没有改写。`;
  const line = `textDigest: ${textDigestOf(body.text)}`;
  const stated = digestLine.exec(text)?.[0].trim();
  if (stated === line) return undefined;
  if (stated === undefined) return `${file}：请在开头的各项里加上一行 ${line}`;
  // Replaces in the raw file, because `text` has lost the original line ends.
  writeFileSync(path, readFileSync(path, 'utf8').replace(digestLine, line));
  const isNew = stated === `textDigest: ${unacceptedDigest}`;
  const done = isNew ? '第一次核对，已写入 textDigest。请确认已同原文逐字核对。' : '已写入新的 textDigest。';
  return [`${file}：${done}`, ...(isNew ? [] : changes(earlier(file), body))].join('\n');
}

function bodyOf(text: string): Body | undefined {
  const parts = splitFile(text);
  return 'code' in parts ? undefined : readBody(parts.body).body;
}

function changes(earlier: string | undefined, now: Body): readonly string[] {
  const before = earlier === undefined ? undefined : bodyOf(sourceText('', earlier).text);
  if (before === undefined) return ['  没有可以比较的上一版。请确认已同原文逐字核对。'];
  const lines = lineDifference(before.text, now.text).filter(({ sign }) => sign !== ' ');
  if (lines.length === 0) return ['  正文同上一版一字不差。'];
  return ['  同上一版相比，正文的改动：', ...lines.map(({ sign, text }) => `  ${sign} ${text}`)];
}
