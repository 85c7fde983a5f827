import type { Reading } from '../../language/language.ts';
import { finding, type Path } from '../issues/finding.ts';
import type { AuthoredReading } from '../schema/readings.ts';
import type { Compilation } from './scope/scope.ts';

/** The readings of one clause or group. */
export interface OwnedReadings {
  /** Local name of the clause or group. */
  readonly owner: string;
  readonly path: Path;
  readonly readings: readonly Reading[];
}

/** Compiles the readings of a clause or group; `fullId` is that of its owner. */
export function compileReadings(
  authored: readonly AuthoredReading[],
  owner: { name: string; fullId: string; path: Path },
  desk: Compilation,
): OwnedReadings {
  const path = [...owner.path, 'readings'];
  const seen = new Set<string>();
  const readings = authored.map((reading, index) => {
    const here = { path: [...path, index] };
    const options = Object.entries(reading.options ?? {}).map(([name, label]) => ({ name, label }));
    if (seen.has(reading.id)) desk.findings.push(finding('duplicateReading', here, { id: reading.id }));
    seen.add(reading.id);
    if (options.length < 2 && (options.length === 1 || reading.note === undefined))
      desk.findings.push(finding('readingEmpty', here, {}));
    return compileReading(reading, options, owner.fullId);
  });
  return { owner: owner.name, path, readings };
}

function compileReading(authored: AuthoredReading, options: Reading['options'], owner: string): Reading {
  return {
    id: `${owner}:${authored.id}`,
    name: authored.id,
    question: authored.question,
    options,
    ...(authored.note === undefined ? {} : { note: authored.note }),
  };
}

/** The readings that conditions of one owner can name: its own by name, all others as `owner:name`. */
export function readingsFor(owner: string, shelves: readonly OwnedReadings[]): ReadonlyMap<string, Reading> {
  const own = shelves.filter((shelf) => shelf.owner === owner);
  return new Map([
    ...own.flatMap((shelf) => computed(shelf).map((reading): [string, Reading] => [reading.name, reading])),
    ...shelves.flatMap((shelf) =>
      computed(shelf).map((reading): [string, Reading] => [`${shelf.owner}:${reading.name}`, reading]),
    ),
  ]);
}

function computed({ readings }: OwnedReadings): Reading[] {
  return readings.filter((reading) => reading.options.length > 0);
}

/** Reports readings whose branches no condition uses: all of them would come out the same. */
export function checkEffect(
  shelves: readonly OwnedReadings[],
  used: ReadonlySet<string>,
  desk: Compilation,
): void {
  for (const shelf of shelves)
    for (const [index, reading] of shelf.readings.entries())
      if (reading.options.length > 1 && !used.has(reading.id))
        desk.findings.push(
          finding('readingWithoutEffect', { path: [...shelf.path, index] }, { id: reading.name }),
        );
}
