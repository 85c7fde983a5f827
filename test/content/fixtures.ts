import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBody } from '../../site/content/body/read-body.ts';
import { type ReadPolicy, readPolicyFile, textDigestOf } from '../../site/content/load/read-policy-file.ts';
import { readTables, type Tables } from '../../site/content/load/tables.ts';
import { type ContentIssue, sortedIssues } from '../../site/content/source/content-issue.ts';
import { sourceText } from '../../site/content/source/source-text.ts';
import { splitFile } from '../../site/content/source/split-file.ts';

/** The folder of the content tests. */
export const here = import.meta.dirname;

/** The tables that the fixtures use. */
export const world = readTables(join(here, 'world')).tables as Tables;

/** The text of a fixture, with `sha256-0` replaced by the digest of its body, so that fixtures need no computed digests. */
export function fixture(path: string): string {
  return signed(readFileSync(join(here, path), 'utf8'));
}

/** A policy file whose `sha256-0` is replaced by the digest of its body. */
export function signed(text: string): string {
  const parts = splitFile(sourceText('', text).text);
  const body = 'code' in parts ? undefined : readBody(parts.body).body;
  return body === undefined ? text : text.replace('sha256-0', textDigestOf(body.text));
}

/** Reads a text as the policy `ceshi/1` with the tables of the fixtures. */
export function readInWorld(text: string, tables: Tables = world, file = 'ceshi/1.mdx'): ReadPolicy {
  const [jurisdiction = ''] = file.split('/');
  const id = file.replace(/\.mdx$/, '');
  return readPolicyFile(sourceText(file, text), { id, jurisdiction, ...tables }, new Set([id]));
}

/** An issue in the form of the expectations: `line:column code message`, and below it the corrected lines. */
export function issueText({ line, column, code, message, fix }: ContentIssue): string {
  const repaired = fix === undefined ? [] : fix.split('\n').map((each) => `  应改为：${each}`);
  return [`${line}:${column} ${code} ${message}`, ...repaired].join('\n');
}

/** The errors among issues, in the form of the expectations. */
export function errorTexts(issues: readonly ContentIssue[]): string {
  return sortedIssues(issues)
    .filter(({ severity }) => severity === 'error')
    .map(issueText)
    .join('\n');
}
