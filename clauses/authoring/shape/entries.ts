import { type Finding, finding, type Path } from '../issues/finding.ts';

/** Commas that separate the words of a list only in Chinese; within brackets they belong to a name: 各县（市、区）人民政府. */
const SEPARATOR = /[，、；,;](?![^（(]*[）)])/;

/** Reports the lists whose entries run several words together: `[技术改造，设备]` is one topic, not two. */
export function checkEntries(lists: Readonly<Record<string, readonly string[]>>, at: Path = []): Finding[] {
  return Object.entries(lists).flatMap(([key, words]) => {
    const run = words.find((word) => SEPARATOR.test(word));
    if (run === undefined) return [];
    const apart = words.flatMap((word) => word.split(SEPARATOR)).map((word) => word.trim());
    const list = `[${apart.filter((word) => word !== '').join(', ')}]`;
    return [finding('runTogether', { path: [...at, key] }, { key, given: run, list })];
  });
}
