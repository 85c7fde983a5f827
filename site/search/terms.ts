import { pinyin } from 'pinyin-pro';
import type { Policy } from '../../clauses/index.ts';
import { chainOf, type PlaceNode } from '../../views/places.ts';
import { type PinyinWords, type SearchTerms, searchWords } from './words.ts';

/** The sources of the search vocabulary. */
export interface TermSources {
  readonly synonyms: readonly (readonly string[])[];
  readonly jurisdictions: readonly PlaceNode[];
  readonly policies: readonly Pick<Policy, 'topics' | 'clauses' | 'targets'>[];
}

/** Titles of clauses and indicators up to this length, in characters, are words of the vocabulary. */
const LONGEST = 8;

/**
 * The words that a query is cut into: those of the table of terms, the places, the topics and short titles. Long titles
 * are left out, so that the file grows with the language and hardly with the number of documents.
 */
export function searchTerms({ synonyms, jurisdictions, policies }: TermSources): SearchTerms {
  const topics = policies.flatMap((policy) => [
    ...policy.topics,
    ...policy.clauses.flatMap((clause) => clause.topics),
    ...policy.clauses.map(({ title }) => title),
    ...policy.targets.map(({ label }) => label),
  ]);
  const places = Object.fromEntries(
    jurisdictions.flatMap((place) => {
      const chain = chainOf(jurisdictions, place.slug).map(({ slug }) => slug);
      return [place.name, place.name.replace(/[省市县区]$/u, '')].map((name) => [name, chain] as const);
    }),
  );
  const others = new Set([...synonyms.flat(), ...Object.keys(places)]);
  const words = new Set(topics.filter((topic) => isWord(topic) && !others.has(topic)));
  return { words: [...words].sort(), synonyms, places };
}

function isWord(text: string): boolean {
  return /^\p{Script=Han}{2,}$/u.test(text) && text.length <= LONGEST;
}

/** Words by pinyin: `jigai` and the initials `jg` lead to the words with that pronunciation. */
export function pinyinOf(terms: SearchTerms): PinyinWords {
  const found = new Map<string, string[]>();
  for (const word of searchWords(terms).filter(isWord)) {
    const sounds = pinyin(word, { toneType: 'none', type: 'array', v: true });
    const initials = sounds.map((sound) => sound.charAt(0)).join('');
    for (const key of new Set([sounds.join(''), ...(word.length > 2 ? [initials] : [])]))
      found.set(key, [...(found.get(key) ?? []), word]);
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}
