import type { Bound } from '../../text/token.ts';
import { type Finding, finding } from '../issues/finding.ts';
import { comparedText, type MarkedBody } from '../schema/body.ts';
import type { AuthoredHead } from '../schema/policy.ts';

type BoundWord = keyof NonNullable<AuthoredHead['bounds']>;

/**
 * The usual meaning of each word, and its meaning where a policy defines the opposite. By 民法典 1259, 以上、以下、以内 include
 * the figure; 超过、不满 do not.
 */
const READINGS: Readonly<Record<BoundWord, readonly [usual: Bound, other: Bound]>> = {
  以上: ['atLeast', 'moreThan'],
  不低于: ['atLeast', 'moreThan'],
  不少于: ['atLeast', 'moreThan'],
  超过: ['moreThan', 'atLeast'],
  高于: ['moreThan', 'atLeast'],
  突破: ['moreThan', 'atLeast'],
  以下: ['atMost', 'lessThan'],
  以内: ['atMost', 'lessThan'],
  不超过: ['atMost', 'lessThan'],
  不高于: ['atMost', 'lessThan'],
  低于: ['lessThan', 'atMost'],
  少于: ['lessThan', 'atMost'],
  不满: ['lessThan', 'atMost'],
  不足: ['lessThan', 'atMost'],
};

/** The longest words come first, because 不超过 contains 超过. */
const WORD = /不低于|不少于|不超过|不高于|以上|以下|以内|超过|高于|突破|低于|少于|不满|不足/g;
const DEFINES = /所称|所指|所述|表述|是指|[“"'‘「](?:以|不|超|高|低|少|突)/;
const INCLUDES = /(不)?(?:包括|包含|含)(?:本数|本级|该数)/g;

/** Compares the bound words that a policy defines (`bounds`) with the definitions in its text, in both directions. */
export function checkDefinedBounds({ bounds = {} }: AuthoredHead, body: MarkedBody): Finding[] {
  const defined = definitionsIn(comparedText(body));
  const words = Object.keys(READINGS).filter(isBoundWord);
  return words.flatMap((word) => {
    const [given, stated] = [bounds[word], defined.get(word)];
    if (given !== undefined && given !== stated)
      return [finding('boundsNotInText', { path: ['bounds', word] }, { word, reads: reads(given) })];
    if (given !== undefined || stated === undefined || stated === READINGS[word][0]) return [];
    const line = `bounds: { ${word}: ${stated} }`;
    return [finding('boundsMissing', { path: ['title'] }, { word, reads: reads(stated), line })];
  });
}

function isBoundWord(word: string): word is BoundWord {
  return Object.hasOwn(READINGS, word);
}

function includesFigure(bound: Bound): boolean {
  return bound === 'atLeast' || bound === 'atMost';
}

function reads(bound: Bound): string {
  return includesFigure(bound) ? '含本数' : '不含本数';
}

/** The meaning of each defined word: 本办法所称“以上”“不超过”均含本数，“以下”不含本数. */
function definitionsIn(text: string): ReadonlyMap<string, Bound> {
  const found = new Map<string, Bound>();
  for (const sentence of text.split(/[。;]/)) {
    if (!DEFINES.test(sentence)) continue;
    let from = 0;
    for (const match of sentence.matchAll(INCLUDES)) {
      const included = match[1] === undefined;
      const words = Array.from(sentence.slice(from, match.index).matchAll(WORD), ([word]) => word);
      for (const word of words.filter(isBoundWord))
        for (const bound of READINGS[word]) if (includesFigure(bound) === included) found.set(word, bound);
      from = match.index + match[0].length;
    }
  }
  return found;
}
