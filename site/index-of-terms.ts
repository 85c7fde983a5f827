import { pinyin } from 'pinyin-pro';
import type { Policy } from '../clauses/index.ts';
import { type PlaceNode, placeName } from '../views/places.ts';
import { addressOf } from './clauses.ts';

/** A line of the index: the name of a clause or target. */
export interface IndexEntry {
  readonly word: string;
  /** The first letter of its pinyin; 数字 when the name does not begin with a letter or a Han character. */
  readonly letter: string;
  readonly address: string;
  readonly where: string;
}

/** Lists the names of all clauses and targets in the order of their pinyin. */
export function indexOfTerms(
  policies: readonly Policy[],
  places: readonly PlaceNode[],
): readonly IndexEntry[] {
  const sounds = new Map<string, string>();
  const entry = (word: string, id: string, where: string): IndexEntry & { readonly sound: string } => {
    // Many places give their clauses the same names.
    const sound = sounds.get(word) ?? soundOf(word);
    sounds.set(word, sound);
    const letter = /^[a-z]/i.test(sound) ? sound.charAt(0).toUpperCase() : '数字';
    return { word, letter, sound, address: addressOf(id), where };
  };
  return policies
    .flatMap((policy) => {
      const place = placeName(places, policy.jurisdiction);
      return [
        ...policy.clauses.map(({ id, title }) => entry(title, id, place)),
        ...policy.targets.map(({ id, label }) => entry(label, id, `${place}，目标`)),
      ];
    })
    .sort((a, b) => (a.sound < b.sound ? -1 : a.sound > b.sound ? 1 : 0));
}

function soundOf(word: string): string {
  return pinyin(word.replace(/^[“《]/u, ''), { toneType: 'none', type: 'array' }).join(' ');
}
