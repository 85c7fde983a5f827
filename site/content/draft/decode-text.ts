/** A signed text as it came, read as characters. */
export interface DecodedText {
  readonly text: string;
  /** The encoding, where it is not the usual one. */
  readonly encoding?: 'GB 18030' | 'UTF-16';
  /** How many characters that nobody sees were left out. */
  readonly invisible: number;
}

/** What a file turns out to be that is no plain text. */
export type OtherFile = 'word' | 'pdf' | 'unknown';

/**
 * Reads the bytes of a text. Word on Chinese Windows saves plain text as GB 18030 or UTF-16 unless it is told otherwise:
 * both are read. Line breaks of Word become lines, invisible characters are left out; nothing else changes.
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

/** Soft hyphens, joiners and marks of direction, byte order marks, control characters but tab and line feed. */
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
  const usual = tried('utf-8', bytes);
  return usual === undefined ? [tried('gb18030', bytes), 'GB 18030'] : [usual, undefined];
}

function tried(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The text with its full-width digits and signs of figures as half-width ones, character for character. */
export function halfWidth(text: string): string {
  return text.replace(/[０-９．％]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
}
