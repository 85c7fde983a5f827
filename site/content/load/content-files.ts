import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { ContentIssue } from '../source/content-issue.ts';
import { issueOfRefusal } from '../source/content-issue.ts';
import { type RefusalCode, type RefusalGiven, refusal } from '../source/refusals.ts';
import { type SourceText, sourceText } from '../source/source-text.ts';
import { readableSize } from '../source/split-file.ts';

/** The largest file of the content that is read, in bytes. */
export const fileLimit = 512 * 1024;

/** The text of a file with the digest of its bytes. */
export interface ContentFile {
  readonly source: SourceText;
  /** SHA-256 in hexadecimal. */
  readonly digest: string;
}

/** A path as messages show it: relative to the working folder where it is inside it, with `/`. */
export function shownPath(path: string): string {
  const below = relative(process.cwd(), resolve(path));
  return (below.startsWith('..') ? resolve(path) : below).replaceAll('\\', '/');
}

/** The SHA-256 of a text (as UTF-8) or of bytes, in hexadecimal. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Reads a UTF-8 file. Returns an issue where it is missing, too large or not UTF-8. */
export function readSource(path: string): ContentFile | ContentIssue {
  const shown = shownPath(path);
  if (!existsSync(path)) return fileIssue(shown, 'missingFile', { file: shown });
  const { size } = statSync(path);
  if (size > fileLimit) {
    return fileIssue(shown, 'fileTooLarge', { size: readableSize(size), limit: readableSize(fileLimit) });
  }
  const bytes = readFileSync(path);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { source: sourceText(shown, text), digest: sha256(bytes) };
  } catch {
    return fileIssue(shown, 'fileEncoding', {});
  }
}

/** An issue that concerns a file as a whole. */
export function fileIssue<Code extends RefusalCode>(
  file: string,
  code: Code,
  given: RefusalGiven<Code>,
): ContentIssue {
  return issueOfRefusal(sourceText(file, ''), refusal(code, 0, given));
}

/** The path of a policy file and what the path says about the policy. */
export interface PolicyPath {
  readonly path: string;
  /** `<jurisdiction>/<document>` */
  readonly id: string;
  readonly jurisdiction: string;
}

const policyFilePath = /^([a-z]+(?:-[a-z]+)*)\/([a-z0-9]+(?:-[a-z0-9]+)*)\.mdx$/;

/** The policy files of a content folder by id, and an issue for each file that is in a wrong place. */
export function findPolicies(folder: string): {
  policies: readonly PolicyPath[];
  stray: readonly ContentIssue[];
} {
  const top = join(folder, 'policies');
  const files = existsSync(top) ? filesUnder(top) : [];
  const policies = files.flatMap((file) => {
    const [, jurisdiction, document] = policyFilePath.exec(file) ?? [];
    if (jurisdiction === undefined || document === undefined) return [];
    return [{ path: join(top, file), id: `${jurisdiction}/${document}`, jurisdiction }];
  });
  const stray = files
    .filter((file) => !policyFilePath.test(file))
    .map((file) => shownPath(join(top, file)))
    .map((file) => fileIssue(file, 'strayFile', { file }));
  return { policies, stray };
}

/** All files below a folder except hidden and temporary ones, as sorted relative paths with `/`. */
function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/^(?:\.|~\$)/.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}
