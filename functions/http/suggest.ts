import { nearestSpelling, shortened } from '../../clauses/answering.ts';
import { sayNearest } from '../../views/wording/requests.ts';
import type { RequestFinding } from './problem.ts';

/** Longer words are not compared: they are unlikely to be typing errors, and comparing them is expensive. */
const LONGEST = 100;

/** A finding for a word that is not known, with the known word that was probably meant. */
export function unknownWord(
  code: string,
  word: string,
  known: Iterable<string>,
  sentence: (word: string) => string,
): RequestFinding {
  const near = word.length > LONGEST ? undefined : nearestSpelling(word, known);
  return { code, detail: `${sentence(shortened(word))}${near === undefined ? '' : sayNearest(near)}` };
}
