/** The characters of a text file. */
export interface DecodedText {
  readonly text: string;
  /** The encoding; absent for UTF-8. */
  readonly encoding?: 'GB 18030' | 'UTF-16';
  /** The number of invisible characters that were removed, the byte order mark apart. */
  readonly invisible: number;
}

/** The type of a file that is not plain text. */
export type OtherFile = 'word' | 'pdf' | 'unknown';

/**
 * Decodes UTF-8, UTF-16 with byte order mark, and GB 18030; Word on Chinese Windows saves plain text in the latter two
 * by default. Line breaks of Word become `\n` and invisible characters are removed; nothing else changes. Returns the
 * type of the file where it is not text.
 */
export function decodeText(bytes: Uint8Array): DecodedText | OtherFile {
  const other = otherFile(bytes);
  if (other !== undefined) return other;
  const [text, encoding] = decoded(bytes);
  if (text === undefined) return 'unknown';
  const lines = text.replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n');
  const visible = lines.replace(INVISIBLE, '');
  const invisible = lines.length - visible.length - (lines.startsWith('\uFEFF') ? 1 : 0);
  return { text: visible, invisible, ...(encoding === undefined ? {} : { encoding }) };
}

/** Soft hyphens, joiners, direction marks, byte order marks, and control characters except tab and line feed. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF\p{Cc}](?<![\t\n])/gu;

function otherFile(bytes: Uint8Array): OtherFile | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 5));
  if (head.startsWith('PK') || head.startsWith('\xD0\xCF\x11\xE0') || head.startsWith('{\\rtf'))
    return 'word';
  return head === '%PDF-' ? 'pdf' : undefined;
}

function decoded(bytes: Uint8Array): readonly [string | undefined, DecodedText['encoding']] {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return [tried('utf-16le', bytes), 'UTF-16'];
  if (first === 0xfe && second === 0xff) return [tried('utf-16be', bytes), 'UTF-16'];
  const utf8 = tried('utf-8', bytes);
  return utf8 === undefined ? [tried('gb18030', bytes), 'GB 18030'] : [utf8, undefined];
}

function tried(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
