import { isOpenNow } from './facts.ts';
import type { Interval } from './interval.ts';
import { forEachItem, holder, listOf, type Situation, type Slot } from './situation.ts';
import { mergedSign, sharedSign, type Use } from './uses.ts';

/** The number of a clause or constraint, and how it uses a variable. */
type Reader = readonly [number, Use];

/** One open variable with how each of its readers uses it. */
export interface Sharing {
  readonly slot: Slot;
  readonly cells: Interval[];
  readonly readers: Reader[];
}

/** Unknowns that several clauses, or any constraint, read and that move the sum both ways; clauses come first. */
export function mixedSharings(
  state: Situation,
  readers: readonly (readonly Use[])[],
  clauses: number,
): readonly Sharing[] {
  const found = new Map<Interval[], Map<Slot, Sharing>>();
  for (const [reader, uses] of readers.entries())
    for (const use of uses)
      forEachItem(state, listOf(state, use.slot), () => {
        if (isOpenNow(state, use)) note(found, holder(state, use.slot), [reader, use]);
      });
  return [...found.values()]
    .flatMap((uses) => [...uses.values()])
    .filter(({ readers }) => isMixed(readers, clauses));
}

/** Whether some readers of a variable move the sum both ways: several clauses, or any constraint. */
export function isMixed(readers: readonly Reader[], clauses: number): boolean {
  return (
    (readers.length > 1 || readers.some(([reader]) => reader >= clauses)) &&
    readers.map(([, use]) => sharedSign(use)).reduce(mergedSign) === 0
  );
}

function note(found: Map<Interval[], Map<Slot, Sharing>>, cells: Interval[], reader: Reader): void {
  const [, { slot }] = reader;
  const inCells = found.get(cells) ?? new Map<Slot, Sharing>();
  const sharing = inCells.get(slot) ?? { slot, cells, readers: [] };
  sharing.readers.push(reader);
  found.set(cells, inCells.set(slot, sharing));
}
