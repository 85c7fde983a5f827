import { nearestSpelling } from '../../answers/spelling.ts';
import type { Reading } from '../../language/reading.ts';
import { type Finding, finding, type Path } from '../issues/finding.ts';
import type { AuthoredReading } from '../schema/readings.ts';
import { chosenNames, type Neighbours } from './limits.ts';
import type { Compilation } from './scope/scope.ts';

/** The readings of one clause, group or requirement. */
export interface OwnedReadings {
  /** Local name of the owner. */
  readonly owner: string;
  readonly path: Path;
  readonly readings: readonly Reading[];
}

/** The clause, group or requirement that readings belong to. */
interface ReadingOwner {
  /** Its local name. */
  readonly name: string;
  readonly path: Path;
}

/**
 * Compiles the readings of one owner. Duplicate ids, readings without options or a note, and unknown clauses are
 * reported.
 */
export function compileReadings(
  authored: readonly AuthoredReading[],
  owner: ReadingOwner,
  neighbours: Neighbours,
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
    findings.push(...checkConcerns(reading, here.path, neighbours));
    return compileReading(reading, options, owner.name, neighbours);
  });
  return { owner: owner.name, path, readings };
}

/** Reports clauses that are not in the policy. */
function checkConcerns({ concerns }: AuthoredReading, path: Path, { awards }: Neighbours): Finding[] {
  const isList = Array.isArray(concerns);
  const here = [...path, 'concerns', ...(isList ? [] : ['allBut'])];
  const names = isList ? concerns : (concerns?.allBut ?? []);
  return names.flatMap((id, index) =>
    awards.has(id)
      ? []
      : [
          finding(
            'unknownClause',
            { path: [...here, index] },
            { id, nearest: nearestSpelling(id, awards.keys()) },
          ),
        ],
  );
}

function compileReading(
  { id, question, note, concerns }: AuthoredReading,
  options: Reading['options'],
  owner: string,
  neighbours: Neighbours,
): Reading {
  return {
    id: `${neighbours.fullId(owner)}:${id}`,
    name: id,
    question,
    options,
    ...(note === undefined ? {} : { note }),
    ...(concerns === undefined
      ? {}
      : {
          concerns: chosenNames(concerns, neighbours)
            .filter((name) => name !== owner)
            .map(neighbours.fullId),
        }),
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
