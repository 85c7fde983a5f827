import type { FactQuantity, Quantity, WhichYear } from '../language/expression.ts';
import { add, integer, subtract, ZERO } from '../numbers/exact.ts';
import type { Interval } from '../numbers/interval.ts';
import * as interval from '../numbers/interval.ts';
import type { Influence } from './influence.ts';
import { type PreparedQuantity, type Preparer, quantityOf, slotRead } from './prepared.ts';
import { currentValue, forEachItem, listOf, type Situation, type Slot } from './situation.ts';

type Of<Op extends Quantity['op']> = Extract<Quantity, { op: Op }>;

/** The value of a fact: its answer, or its whole range. */
export function prepareFact(source: FactQuantity, slot: Slot): PreparedQuantity {
  return quantityOf(source, [], (state) => currentValue(state, slot), [slot]);
}

/** A value of a yearly series, counted from the year of the as-of date, or the best of all earlier years. */
export function prepareYear(source: Of<'year'>, preparer: Preparer): PreparedQuantity {
  const slot = slotRead(preparer, source.fact);
  const name = `${slot.id}.${source.which}`;
  const best = (state: Situation): Interval => {
    const found = state.yearly.get(name) ?? bestOf(state, slot, source.which);
    state.yearly.set(name, found);
    return found;
  };
  return quantityOf(source, [], best, [slot]);
}

function bestOf(state: Situation, slot: Slot, which: WhichYear): Interval {
  return namesOf(state, slot, which)
    .map((name): Interval => {
      const given = state.years.get(name);
      if (given !== undefined) return interval.point(given);
      return state.assumed.boundedNumbers ? bounded(slot.range) : slot.range;
    })
    .reduce(interval.larger);
}

/** More than every figure that a text names, so that each part of the text stays within reach. */
const ENOUGH = integer(10_000_000_000_000);

/** A range with ends where it had none. */
export function bounded({ min, max }: Interval): Interval {
  const from = min ?? subtract(ZERO, ENOUGH);
  return { min: from, max: max ?? add(from, add(ENOUGH, ENOUGH)) };
}

/** How many years before the year of the as-of date. */
const YEARS_BACK = { current: 0, previous: 1, beforeLast: 2 } as const;

/**
 * The names of the values of a series that are read: `<id>.<year>`. `best` reads all years before the current one;
 * `<id>.earlier` is the best of the years before the first listed one.
 */
function namesOf({ year, years }: Situation, { id }: Slot, which: WhichYear): readonly string[] {
  if (which !== 'best') return [`${id}.${year - YEARS_BACK[which]}`];
  const listed = [...years.keys()]
    .filter((name) => name.startsWith(`${id}.`))
    .map((name) => Number(name.slice(id.length + 1)))
    .filter(Number.isInteger);
  const first = Math.min(...listed, year - 1);
  return [`${id}.earlier`, ...Array.from({ length: year - first }, (_, offset) => `${id}.${first + offset}`)];
}

/** The names of the unanswered values of a series. */
export function openYears(state: Situation, slot: Slot, which: WhichYear): readonly string[] {
  return namesOf(state, slot, which).filter((name) => !state.years.has(name));
}

/** Whether some variable may be unknown for any item; a series always may be. */
export function mayBeOpen({ values, rows }: Situation, slots: readonly Slot[]): boolean {
  return slots.some(({ index, list, range }) =>
    list === undefined
      ? !interval.isPoint(values[index] ?? range)
      : rows[list]?.some((cells) => !interval.isPoint(cells[index] ?? range)),
  );
}

/** Whether a variable is unknown for any item. */
export function isOpenSomewhere(state: Situation, influence: Influence): boolean {
  const list = listOf(state, influence.slot);
  let found = false;
  forEachItem(state, list, () => {
    found ||= isOpenNow(state, influence);
  });
  return found;
}

/** Whether a variable is unknown at the current item; a series is when a year that is read is unknown. */
export function isOpenNow(state: Situation, { slot, years }: Influence): boolean {
  if (years.length === 0) return !interval.isPoint(currentValue(state, slot));
  return years.some((which) => openYears(state, slot, which).length > 0);
}
