import { type FileRefusal, refusal } from './refusals.ts';

/** A file with one invisible character usually has hundreds, so only the first few are reported. */
const mostReported = 3;

/**
 * Characters that readers do not see but that change the text: control characters, direction marks (U+202E shows 20 as
 * 02), zero-width spaces and the replacement character. Joiners are allowed because emoji need them.
 */
const invisible =
  /[\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffd\p{Cc}](?<![\t\n])/gu;

/** Refuses invisible characters; returns at most three refusals, in the order of the text. */
export function refuseInvisibleCharacters(text: string): readonly FileRefusal[] {
  return Array.from(text.matchAll(invisible), ({ index, 0: char }) =>
    refusal('invisibleCharacter', index, { char }),
  ).slice(0, mostReported);
}
