import { isOpenNow } from './facts.ts';
import type { Interval } from './interval.ts';
import { forEachItem, holder, listOf, type Situation, type Slot } from './situation.ts';
import { mergedSign, sharedSign, type Use } from './uses.ts';

/** One open variable over all its readers. */
export interface Sharing {
  readonly slot: Slot;
  readonly cells: Interval[];
  readonly uses: Use[];
  readonly readers: Set<number>;
}

/** Unknowns that several clauses, or any constraint, read and that move the sum both ways; clauses come first. */
export function mixedSharings(
  state: Situation,
  readers: readonly (readonly Use[])[],
  clauses: number,
): readonly Sharing[] {
  const found = new Map<Interval[], Map<number, Sharing>>();
  for (const [reader, uses] of readers.entries())
    for (const use of uses) eachOpenCell(state, use, (cells) => note(found, cells, use, reader));
  return [...found.values()]
    .flatMap((uses) => [...uses.values()])
    .filter(
      ({ readers, uses }) =>
        (readers.size > 1 || Math.min(...readers) >= clauses) &&
        uses.map(sharedSign).reduce(mergedSign) === 0,
    );
}

function eachOpenCell(state: Situation, use: Use, each: (cells: Interval[]) => void): void {
  forEachItem(state, listOf(state, use.slot), () => {
    if (isOpenNow(state, use)) each(holder(state, use.slot));
  });
}

function note(
  found: Map<Interval[], Map<number, Sharing>>,
  cells: Interval[],
  use: Use,
  reader: number,
): void {
  const inCells = found.get(cells) ?? new Map<number, Sharing>();
  found.set(cells, inCells);
  const sharing = inCells.get(use.slot.index) ?? { slot: use.slot, cells, uses: [], readers: new Set() };
  sharing.uses.push(use);
  sharing.readers.add(reader);
  inCells.set(use.slot.index, sharing);
}
