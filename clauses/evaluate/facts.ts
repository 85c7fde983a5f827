import type { FactQuantity, Quantity, WhichYear } from '../language/expression.ts';
import type { Interval } from '../numbers/interval.ts';
import * as interval from '../numbers/interval.ts';
import type { Influence } from './influence.ts';
import { type PreparedQuantity, type Preparer, quantityOf, slotRead } from './prepared.ts';
import { currentValue, forEachItem, listOf, type Situation, type Slot } from './situation.ts';

type Of<Op extends Quantity['op']> = Extract<Quantity, { op: Op }>;

export function prepareFact(source: FactQuantity, slot: Slot): PreparedQuantity {
  return quantityOf(source, [], (state) => currentValue(state, slot), [slot]);
}

/** A value of a yearly series, counted from the year of the as-of date; the best of several years. */
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
      return given === undefined ? slot.range : interval.point(given);
    })
    .reduce(interval.larger);
}

/** How many years before the as-of date one year lies. */
const YEARS_BACK = { current: 0, previous: 1, beforeLast: 2 } as const;

/**
 * The names of the values of a series that are read. The best is that of all years before the current one: `earlier`
 * stands for those before the first that is listed.
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

/** The names under which the open values of a series are asked for. */
export function openYears(state: Situation, slot: Slot, which: WhichYear): readonly string[] {
  return namesOf(state, slot, which).filter((name) => !state.years.has(name));
}

/** Whether something may be unknown of some variables, for any item; of a series it always may be. */
export function mayBeOpen({ values, rows }: Situation, slots: readonly Slot[]): boolean {
  return slots.some(({ index, list, range }) =>
    list === undefined
      ? !interval.isPoint(values[index] ?? range)
      : rows[list]?.some((cells) => !interval.isPoint(cells[index] ?? range)),
  );
}

/** Whether a variable is unknown, for any item. */
export function isOpenSomewhere(state: Situation, influence: Influence): boolean {
  const list = listOf(state, influence.slot);
  let found = false;
  forEachItem(state, list, () => {
    found ||= isOpenNow(state, influence);
  });
  return found;
}

/** Whether a variable is unknown where its list stands; of a series, any of the years that are read. */
export function isOpenNow(state: Situation, { slot, years }: Influence): boolean {
  if (years.length === 0) return !interval.isPoint(currentValue(state, slot));
  return years.some((which) => openYears(state, slot, which).length > 0);
}
