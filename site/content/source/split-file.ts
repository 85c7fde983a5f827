import { type FileRefusal, refusal } from './refusals.ts';

/** A policy file in its two parts, by their offsets. */
export interface PolicyFileParts {
  readonly frontMatter: string;
  readonly frontMatterAt: number;
  readonly body: string;
  readonly bodyAt: number;
}

/** The most that the front matter may hold, in bytes of UTF-8. */
export const frontMatterLimit = 256 * 1024;

/** Bytes as people read them. */
export function readableSize(bytes: number): string {
  return `${Math.ceil(bytes / 1024)} KB`;
}

/** Cuts a file after its second `---`. The fence names no language: a policy is data. */
export function splitFile(text: string): PolicyFileParts | FileRefusal {
  const fence = /^---([^\n]*)(?:\n|$)/.exec(text);
  if (fence === null) return refusal('frontMatterMissing', 0, {});
  const language = (fence[1] ?? '').trim();
  if (language !== '') return refusal('frontMatterLanguage', 3, { given: language.slice(0, 20) });
  const start = fence[0].length;
  const end = /^---[ \t]*$/m.exec(text.slice(start));
  if (end === null) return refusal('frontMatterOpen', text.length, {});
  const frontMatter = text.slice(start, start + end.index);
  const size = Buffer.byteLength(frontMatter);
  if (size > frontMatterLimit) {
    return refusal('frontMatterTooLarge', 0, {
      size: readableSize(size),
      limit: readableSize(frontMatterLimit),
    });
  }
  const bodyAt = Math.min(start + end.index + end[0].length + 1, text.length);
  return { frontMatter, frontMatterAt: start, body: text.slice(bodyAt), bodyAt };
}
