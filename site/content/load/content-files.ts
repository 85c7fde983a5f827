import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
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

/** Reads a UTF-8 file. Returns an issue where it is missing, no file, unreadable, too large or not UTF-8. */
export function readSource(path: string): ContentFile | ContentIssue {
  const shown = shownPath(path);
  const state = statSync(path, { throwIfNoEntry: false });
  if (state === undefined) return fileIssue(shown, 'missingFile', { file: shown });
  if (!state.isFile()) return fileIssue(shown, 'notAFile', { file: shown });
  const { size } = state;
  if (size > fileLimit) {
    return fileIssue(shown, 'fileTooLarge', { size: readableSize(size), limit: readableSize(fileLimit) });
  }
  const bytes = bytesOf(path);
  if (bytes === undefined) return fileIssue(shown, 'fileUnreadable', { file: shown });
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { source: sourceText(shown, text), digest: sha256(bytes) };
  } catch {
    return fileIssue(shown, 'fileEncoding', {});
  }
}

function bytesOf(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
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

/** The files of the shared tables, next to the folder `policies`. */
const TABLES = ['facts.yaml', 'indicators.yaml', 'jurisdictions.yaml', 'terms.yaml'];

/** The policy files of a content folder by id, and an issue for everything else in it, which nothing reads. */
export function findPolicies(folder: string): {
  policies: readonly PolicyPath[];
  stray: readonly ContentIssue[];
} {
  const top = join(folder, 'policies');
  const entries = entriesUnder(top);
  const policies = entries.flatMap(({ path, kind }) => {
    const [, jurisdiction, document] = policyFilePath.exec(path) ?? [];
    if (kind !== 'file' || jurisdiction === undefined || document === undefined) return [];
    return [{ path: join(top, path), id: `${jurisdiction}/${document}`, jurisdiction }];
  });
  const stray = [
    ...entriesUnder(folder, false)
      .filter(({ path, kind }) => !TABLES.includes(path) && (path !== 'policies' || kind === 'file'))
      .map((entry) => strayIssue(folder, entry)),
    ...entries
      .filter(
        ({ path, kind }) => kind === 'other' || !(kind === 'file' ? policyFilePath : folderName).test(path),
      )
      .map((entry) => strayIssue(top, entry)),
  ];
  return { policies, stray };
}

/** The name of a jurisdiction's folder, which has no folders in it. */
const folderName = /^[a-z]+(?:-[a-z]+)*$/;

/** Something in a folder. `other` is a link, for example; it is never read. */
interface Entry {
  /** Relative to the folder, with `/`. */
  readonly path: string;
  readonly kind: 'file' | 'folder' | 'other';
}

/** The content of a folder, sorted, except hidden and temporary files. Links are returned and not followed. */
function entriesUnder(folder: string, isDeep = true, above = ''): readonly Entry[] {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !/^(?:\.|~\$)/.test(name))
    .flatMap((entry): readonly Entry[] => {
      const path = above + entry.name;
      if (!entry.isDirectory()) return [{ path, kind: entry.isFile() ? 'file' : 'other' }];
      const below = isDeep ? entriesUnder(join(folder, entry.name), true, `${path}/`) : [];
      return [{ path, kind: 'folder' }, ...below];
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

function strayIssue(folder: string, { path, kind }: Entry): ContentIssue {
  const file = shownPath(join(folder, path));
  if (kind === 'other') return fileIssue(file, 'strayLink', { file });
  return kind === 'folder'
    ? fileIssue(file, 'strayFolder', { file })
    : fileIssue(file, 'strayFile', { file });
}
