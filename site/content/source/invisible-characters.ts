import { type FileRefusal, refusal } from './refusals.ts';

/** A file with one invisible character usually has hundreds, so only the first few are reported. */
const mostReported = 3;

/**
 * Characters that readers do not see but that change the text, by their Unicode properties: control characters, direction
 * marks (U+202E shows 20 as 02), zero-width and other ignorable characters, lone surrogates, noncharacters and the
 * replacement character. Joiners and variation selectors are allowed because emoji and rare Han characters need them.
 */
const invisible =
  /(?![\t\n\u200c\u200d]|\p{Variation_Selector})[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\p{Noncharacter_Code_Point}\p{Zl}\p{Zp}\ufff9-\ufffd]/gu;

/** Refuses invisible characters; returns at most three refusals, in the order of the text. */
export function refuseInvisibleCharacters(text: string): readonly FileRefusal[] {
  return Array.from(text.matchAll(invisible), ({ index, 0: char }) =>
    refusal('invisibleCharacter', index, { char }),
  ).slice(0, mostReported);
}
