import { type FileRefusal, refusal } from './refusals.ts';

/** A file that has one has hundreds: so many are named. */
const mostTold = 3;

/**
 * Characters that nobody sees and that change what is read: controls, marks of direction (U+202E turns 20 into 02 on the
 * page), zero-width spaces, and the sign for a character that got lost. Joiners stay: emoji need them.
 */
const invisible =
  /[\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffd\p{Cc}](?<![\t\n])/gu;

/** Refuses characters that nobody sees, wherever they stand. */
export function refuseInvisibleCharacters(text: string): readonly FileRefusal[] {
  return Array.from(text.matchAll(invisible), ({ index, 0: char }) =>
    refusal('invisibleCharacter', index, { char }),
  ).slice(0, mostTold);
}
