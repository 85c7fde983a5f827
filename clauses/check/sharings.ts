import { isOpenNow } from '../evaluate/facts.ts';
import { type Influence, mergedSign, sharedSign } from '../evaluate/influence.ts';
import { forEachItem, holder, listOf, type Situation, type Slot } from '../evaluate/situation.ts';
import type { Interval } from '../numbers/interval.ts';

/** The number of a clause or constraint, and how it uses a variable. */
type InfluenceOfReader = readonly [number, Influence];

/** One open variable with how each of its readers uses it. */
export interface SharedUnknown {
  readonly slot: Slot;
  readonly cells: Interval[];
  readonly readers: InfluenceOfReader[];
}

/** Unknowns that several clauses, or any constraint, read and that move the sum both ways; clauses come first. */
export function sharedUnknowns(
  state: Situation,
  readers: readonly (readonly Influence[])[],
  clauses: number,
): readonly SharedUnknown[] {
  const found = new Map<Interval[], Map<Slot, SharedUnknown>>();
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
export function isMixed(readers: readonly InfluenceOfReader[], clauses: number): boolean {
  return (
    (readers.length > 1 || readers.some(([reader]) => reader >= clauses)) &&
    readers.map(([, use]) => sharedSign(use)).reduce(mergedSign) === 0
  );
}

function note(
  found: Map<Interval[], Map<Slot, SharedUnknown>>,
  cells: Interval[],
  reader: InfluenceOfReader,
): void {
  const [, { slot }] = reader;
  const inCells = found.get(cells) ?? new Map<Slot, SharedUnknown>();
  const sharing = inCells.get(slot) ?? { slot, cells, readers: [] };
  sharing.readers.push(reader);
  found.set(cells, inCells.set(slot, sharing));
}
