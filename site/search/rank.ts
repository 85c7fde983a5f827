import type { Wanted } from './words.ts';

/** The records that contain a phrase, by id, with Pagefind's score. */
export interface Matches<Hit> {
  readonly hits: readonly (Hit & { readonly id: string; readonly score: number })[];
}

/** The results of the alternatives of one word of the query, in the order of the alternatives. */
export interface Sought<Hit> {
  readonly wanted: Wanted;
  readonly matches: readonly Matches<Hit>[];
}

/** The weight of a record that contains the whole query as typed, above records that contain the words separately. */
const WHOLE_PHRASE = 2;

/** The weight of a whole text, below that of the clause or target that contains the sentence. */
const WHOLE_TEXT = 0.3;

/** Records whose score is below this share of the best score are dropped. */
const WORTH_SHOWING = 0.35;

interface Ranked<Hit> {
  hit: Hit;
  score: number;
  best: number;
}

/**
 * Ranks records by the number of words of the query that they contain (rare words count more), by where they contain them
 * (Pagefind gives titles more weight), and by whether they contain several words as one phrase. `texts` are the ids of
 * whole texts.
 */
export function ranked<Hit>(
  phrase: Matches<Hit>,
  sought: readonly Sought<Hit>[],
  texts: ReadonlySet<string>,
): readonly Hit[] {
  const found = new Map<string, Ranked<Hit>>();
  const add = (hit: Hit & { readonly id: string }, score: number): void => {
    const before = found.get(hit.id);
    if (before === undefined) found.set(hit.id, { hit, score, best: score });
    else {
      before.score += score;
      if (score > before.best) [before.hit, before.best] = [hit, score];
    }
  };
  for (const { wanted, matches } of sought)
    for (const [hit, share] of bestShares(matches, texts, wanted.another))
      add(hit, share * wanted.weight * rarity(matches));
  const most = Math.max(0, ...[...found.values()].map(({ score }) => score));
  for (const [hit, share] of isCounted(phrase, sought) ? [] : bestShares([phrase], texts, 1))
    add(hit, WHOLE_PHRASE * (most === 0 ? 1 : most) * (share / 2));
  const worth = ([id, { score }]: readonly [string, Ranked<Hit>]): number =>
    texts.has(id) ? score * WHOLE_TEXT : score;
  const worthy = [...found].map((each) => ({ hit: each[1].hit, worth: worth(each) }));
  const best = Math.max(0, ...worthy.map((each) => each.worth));
  return worthy
    .filter((each) => each.worth >= best * WORTH_SHOWING)
    .sort((a, b) => b.worth - a.worth)
    .map(({ hit }) => hit);
}

/**
 * Whether the phrase equals the only word of the query; its weight would then rank synonyms too low. This is false when
 * the query contains more than the word: 1:1, 20家.
 */
function isCounted<Hit>({ hits }: Matches<Hit>, [only, ...others]: readonly Sought<Hit>[]): boolean {
  return others.length === 0 && only?.matches[0]?.hits.length === hits.length;
}

/**
 * The best match of each record among the alternatives of a word: from 1 to 2, by its score relative to the best score,
 * times `another` when it matches a synonym.
 */
function bestShares<Hit>(
  matches: readonly Matches<Hit>[],
  texts: ReadonlySet<string>,
  another: number,
): Iterable<readonly [Hit & { readonly id: string }, number]> {
  const best = new Map<string, readonly [Hit & { readonly id: string }, number]>();
  for (const [place, { hits }] of matches.entries()) {
    const top = (whole: boolean): number =>
      Math.max(
        Number.MIN_VALUE,
        ...hits.filter(({ id }) => texts.has(id) === whole).map(({ score }) => score),
      );
    const [topText, topOther] = [top(true), top(false)];
    for (const hit of hits) {
      const share = (1 + hit.score / (texts.has(hit.id) ? topText : topOther)) * (place === 0 ? 1 : another);
      if (share > (best.get(hit.id)?.[1] ?? 0)) best.set(hit.id, [hit, share]);
    }
  }
  return best.values();
}

/** The weight of a word by the number of records that contain it (inverse document frequency, K. Spärck Jones 1972). */
function rarity<Hit>(matches: readonly Matches<Hit>[]): number {
  const records = new Set(matches.flatMap(({ hits }) => hits.map(({ id }) => id)));
  return 1 / (1 + Math.log(1 + records.size));
}
