import { compare, integer, type Rational, subtract, toNumber, ZERO } from '../numbers/exact.ts';
import { type Interval, point } from '../numbers/interval.ts';
import type { Slot } from './situation.ts';

/** The most cases that are tried. Unknowns beyond that stay intervals. */
export const MOST_CASES = 64;

/** An unknown variable of the state. */
export interface Unknown {
  readonly slot: Slot;
  /** The array with its current interval, at the index of the slot. */
  readonly cells: Interval[];
  /** The values at which the clause changes. */
  readonly cuts: readonly Rational[];
}

/**
 * Runs `each` once for every case of the unknowns, narrowed in place, and restores them. Readings are split first, then
 * the unknowns with the fewest pieces, up to {@link MOST_CASES} cases. Returns whether some were left unsplit.
 */
export function forEachCase(unknowns: readonly Unknown[], each: () => void): boolean {
  if (unknowns.length === 0) {
    each();
    return false;
  }
  const ordered = unknowns
    .map((unknown) => ({ unknown, pieces: pieces(unknown) }))
    .sort(
      (a, b) =>
        Number(b.unknown.slot.reading) - Number(a.unknown.slot.reading) || a.pieces.length - b.pieces.length,
    );
  const chosen: typeof ordered = [];
  let cases = 1;
  for (const split of ordered) {
    if (cases * split.pieces.length > MOST_CASES) break;
    cases *= split.pieces.length;
    chosen.push(split);
  }
  narrowEach(chosen, 0, each);
  return chosen.length < ordered.length;
}

/** A cached `compute`: it runs once for each combination of intervals of the unknowns. */
export function perCase<Result>(unknowns: readonly Unknown[], compute: () => Result): () => Result {
  const [first, ...rest] = unknowns;
  if (first === undefined) {
    let found: Result | undefined;
    return () => (found ??= compute());
  }
  const found = new Map<Interval | undefined, () => Result>();
  return () => {
    const present = first.cells[first.slot.index];
    const known = found.get(present) ?? perCase(rest, compute);
    found.set(present, known);
    return known();
  };
}

function narrowEach(
  splits: readonly { readonly unknown: Unknown; readonly pieces: readonly Interval[] }[],
  depth: number,
  each: () => void,
): void {
  const split = splits[depth];
  if (split === undefined) return each();
  const { cells, slot } = split.unknown;
  const before = cells[slot.index];
  for (const piece of split.pieces) {
    cells[slot.index] = piece;
    narrowEach(splits, depth + 1, each);
  }
  cells[slot.index] = before ?? slot.range;
}

/** The pieces of an unknown's current interval: each option of a choice, or the numbers between two cuts. */
function pieces({ slot, cells, cuts }: Unknown): readonly Interval[] {
  const range = cells[slot.index] ?? slot.range;
  if (slot.kind === 'option') return everyOption(range);
  const inside = distinct(cuts).filter((cut) => splits(range, cut));
  const starts: readonly (Rational | null)[] = [range.min, ...inside];
  return starts.map((min, index) => {
    const next = inside[index];
    return { min, max: next === undefined ? range.max : subtract(next, slot.step) };
  });
}

function everyOption({ min, max }: Interval): readonly Interval[] {
  const first = toNumber(min ?? ZERO);
  const length = toNumber(max ?? ZERO) - first + 1;
  return Array.from({ length }, (_, index) => point(integer(first + index)));
}

function splits({ min, max }: Interval, cut: Rational): boolean {
  return (min === null || compare(cut, min) > 0) && (max === null || compare(cut, max) <= 0);
}

function distinct(cuts: readonly Rational[]): readonly Rational[] {
  const sorted = [...cuts].sort(compare);
  return sorted.filter((cut, index) => index === 0 || compare(cut, sorted[index - 1] ?? cut) !== 0);
}
