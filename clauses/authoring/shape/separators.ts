import { type Finding, finding, type Path } from '../issues/finding.ts';

/** Chinese separators of words, except within brackets, where they are part of a name: 各县（市、区）人民政府. */
const SEPARATOR = /[，、；,;](?![^（(]*[）)])/;

/** Reports lists with an entry that contains several words: `[技术改造，设备]` is one topic, not two. */
export function checkSeparators(
  lists: Readonly<Record<string, readonly string[]>>,
  at: Path = [],
): Finding[] {
  return Object.entries(lists).flatMap(([key, entries]) => {
    const given = entries.find((entry) => SEPARATOR.test(entry));
    if (given === undefined) return [];
    const words = entries.flatMap((entry) => entry.split(SEPARATOR)).map((word) => word.trim());
    const list = `[${words.filter((word) => word !== '').join(', ')}]`;
    return [finding('runTogether', { path: [...at, key] }, { key, given, list })];
  });
}
