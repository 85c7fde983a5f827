import { type FileRefusal, refusal } from './refusals.ts';

/** The two parts of a policy file with their UTF-16 offsets in the file. */
export interface PolicyFileParts {
  /** The YAML between the two fences. */
  readonly frontMatter: string;
  readonly frontMatterAt: number;
  /** Everything after the second fence. */
  readonly body: string;
  readonly bodyAt: number;
}

/** The largest front matter that is read, in bytes of UTF-8. */
export const frontMatterLimit = 256 * 1024;

/** A size for messages, in KB rounded up. */
export function readableSize(bytes: number): string {
  return `${Math.ceil(bytes / 1024)} KB`;
}

/**
 * Splits a policy file at its second `---`. Returns a refusal where a fence is missing, where the first fence names a
 * language (a policy is data, never a program), or where the front matter is too large.
 */
export function splitFile(text: string): PolicyFileParts | FileRefusal {
  const fence = /^---([^\n]*)(?:\n|$)/.exec(text);
  if (fence === null) return refusal('frontMatterMissing', 0, {});
  const language = (fence[1] ?? '').trim();
  if (language !== '') return refusal('frontMatterLanguage', 3, { given: language.slice(0, 20) });
  const start = fence[0].length;
  const end = /^---[ \t]*$/m.exec(text.slice(start));
  if (end === null) return refusal('frontMatterOpen', text.length, {});
  const frontMatter = text.slice(start, start + end.index);
  const size = new TextEncoder().encode(frontMatter).length;
  if (size > frontMatterLimit) {
    return refusal('frontMatterTooLarge', 0, {
      size: readableSize(size),
      limit: readableSize(frontMatterLimit),
    });
  }
  const bodyAt = Math.min(start + end.index + end[0].length + 1, text.length);
  return { frontMatter, frontMatterAt: start, body: text.slice(bodyAt), bodyAt };
}
