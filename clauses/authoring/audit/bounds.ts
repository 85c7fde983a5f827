import type { Bound } from '../../text/token.ts';
import { type Finding, finding } from '../issues/finding.ts';
import { comparedText, type MarkedBody } from '../schema/body.ts';
import type { AuthoredHead } from '../schema/policy.ts';

type BoundWord = keyof NonNullable<AuthoredHead['bounds']>;

/** How each word is read where a policy says nothing, and where it says the opposite (《民法典》第一千二百五十九条). */
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

/** The longest first: 不超过 is not 超过. */
const WORD = /不低于|不少于|不超过|不高于|以上|以下|以内|超过|高于|突破|低于|少于|不满|不足/g;
const DEFINES = /所称|所指|所述|表述|是指|[“"'‘「](?:以|不|超|高|低|少|突)/;
const INCLUDES = /(不)?(?:包括|包含|含)(?:本数|本级|该数)/g;

/** Holds the bound words that a policy defines against its text: what is given stands there, and what stands there is given. */
export function checkBounds({ bounds = {} }: AuthoredHead, body: MarkedBody): Finding[] {
  const defined = definitionsIn(comparedText(body));
  const words = Object.keys(READINGS) as BoundWord[];
  return words.flatMap((word) => {
    const [given, stated] = [bounds[word], defined.get(word)];
    if (given !== undefined && given !== stated)
      return [finding('boundsNotInText', { path: ['bounds', word] }, { word, reads: reads(given) })];
    if (given !== undefined || stated === undefined || stated === READINGS[word][0]) return [];
    const line = `bounds: { ${word}: ${stated} }`;
    return [finding('boundsMissing', { path: ['title'] }, { word, reads: reads(stated), line })];
  });
}

function includes(bound: Bound): boolean {
  return bound === 'atLeast' || bound === 'atMost';
}

function reads(bound: Bound): string {
  return includes(bound) ? '含本数' : '不含本数';
}

/** 本办法所称“以上”“不超过”均含本数，“以下”不含本数: each word with what its sentence says of it. */
function definitionsIn(text: string): ReadonlyMap<string, Bound> {
  const found = new Map<string, Bound>();
  for (const sentence of text.split(/[。;]/)) {
    if (!DEFINES.test(sentence)) continue;
    let from = 0;
    for (const match of sentence.matchAll(INCLUDES)) {
      const included = match[1] === undefined;
      for (const [word] of sentence.slice(from, match.index).matchAll(WORD))
        for (const bound of READINGS[word as BoundWord])
          if (includes(bound) === included) found.set(word, bound);
      from = match.index + match[0].length;
    }
  }
  return found;
}
