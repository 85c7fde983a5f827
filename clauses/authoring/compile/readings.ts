import type { Reading } from '../../language/reading.ts';
import { finding, type Path } from '../issues/finding.ts';
import type { AuthoredReading } from '../schema/readings.ts';
import type { Compilation } from './scope/scope.ts';

/** The readings of one clause, group or requirement. */
export interface OwnedReadings {
  /** Local name of the owner. */
  readonly owner: string;
  readonly path: Path;
  readonly readings: readonly Reading[];
}

/** Compiles the readings of one owner. Duplicate ids, and readings without options or a note, are reported. */
export function compileReadings(
  authored: readonly AuthoredReading[],
  owner: { name: string; fullId: string; path: Path },
  { findings }: Compilation,
): OwnedReadings {
  const path = [...owner.path, 'readings'];
  const seen = new Set<string>();
  const readings = authored.map((reading, index) => {
    const here = { path: [...path, index] };
    const options = Object.entries(reading.options ?? {}).map(([name, label]) => ({ name, label }));
    if (seen.has(reading.id)) findings.push(finding('duplicateReading', here, { id: reading.id }));
    seen.add(reading.id);
    if (options.length < 2 && (options.length === 1 || reading.note === undefined))
      findings.push(finding('readingEmpty', here, {}));
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

/** The readings of one owner, in the authored order. */
export function readingsOf(name: string, all: readonly OwnedReadings[]): readonly Reading[] {
  return all.filter(({ owner }) => owner === name).flatMap(({ readings }) => readings);
}

/**
 * The readings that conditions of one owner can name: its own by name, and all by `owner:name`. Those without options
 * have no branches to name.
 */
export function nameableReadings(name: string, all: readonly OwnedReadings[]): ReadonlyMap<string, Reading> {
  const own = readingsOf(name, all).filter(hasOptions);
  return new Map([
    ...own.map((reading): [string, Reading] => [reading.name, reading]),
    ...all.flatMap(({ owner, readings }) =>
      readings.filter(hasOptions).map((reading): [string, Reading] => [`${owner}:${reading.name}`, reading]),
    ),
  ]);
}

function hasOptions({ options }: Reading): boolean {
  return options.length > 0;
}

/** Reports readings that no condition names, because all their branches give the same result. */
export function checkReadingsUsed(
  all: readonly OwnedReadings[],
  used: ReadonlySet<string>,
  { findings }: Compilation,
): void {
  for (const { path, readings } of all)
    for (const [index, reading] of readings.entries())
      if (reading.options.length > 1 && !used.has(reading.id))
        findings.push(finding('readingWithoutEffect', { path: [...path, index] }, { id: reading.name }));
}
