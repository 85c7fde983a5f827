import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Options } from './options.ts';
import type { Digests } from './recording.ts';

/** The digests of a recording with its parameters. */
export interface Recorded extends Pick<Options, 'day' | 'seed' | 'applicants'> {
  /** By group, over all of its parts. */
  readonly groups: Readonly<Record<string, string>>;
  /** By group and part. */
  readonly parts: Digests;
}

const FILE = join(import.meta.dirname, 'digests.json');

/** Orders the digests by name and adds those of whole groups. */
export function recorded({ day, seed, applicants }: Options, digests: Digests): Recorded {
  const parts = sorted(
    Object.entries(digests).map(([group, own]) => [group, sorted(Object.entries(own))] as const),
  );
  const groups = Object.entries(parts).map(([group, own]) => {
    const whole = createHash('sha256').update(JSON.stringify(own)).digest('hex');
    return [group, whole] as const;
  });
  return { day, seed, applicants, groups: Object.fromEntries(groups), parts };
}

function sorted<Value>(entries: readonly (readonly [string, Value])[]): Record<string, Value> {
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : Number(a > b))));
}

/** Writes the committed digests. */
export function writeCommitted(recording: Recorded): void {
  writeFileSync(FILE, `${JSON.stringify(recording, null, 2)}\n`);
}

/** Reads the committed digests. */
export function readCommitted(): Recorded {
  return JSON.parse(readFileSync(FILE, 'utf8')) as Recorded;
}

/** Lists the parts that differ. A group that `now` does not have counts when `isWanted` says so. */
export function differences(
  before: Recorded,
  now: Recorded,
  isWanted: (group: string) => boolean,
): readonly string[] {
  const settings = (['day', 'seed', 'applicants'] as const).filter((name) => before[name] !== now[name]);
  const groups = [...new Set([...Object.keys(before.parts), ...Object.keys(now.parts)])].filter(isWanted);
  const parts = groups.flatMap((group) =>
    partDifferences(before.parts[group] ?? {}, now.parts[group] ?? {}).map((what) => `${group}: ${what}`),
  );
  return [...settings.map((name) => `${name}: ${before[name]} before, ${now[name]} now`), ...parts];
}

function partDifferences(before: Digests[string], now: Digests[string]): readonly string[] {
  const gone = Object.keys(before).filter((part) => now[part] === undefined);
  const added = Object.keys(now).filter((part) => before[part] === undefined);
  const changed = Object.keys(now).filter((part) => before[part] !== undefined && before[part] !== now[part]);
  return [
    ...gone.map((part) => `${part} is gone`),
    ...added.map((part) => `${part} is new`),
    ...changed.map((part) => `${part} differs`),
  ];
}
