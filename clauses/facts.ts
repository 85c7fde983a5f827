import type { Interval } from './interval.ts';
import * as interval from './interval.ts';
import type { Quantity, WhichYear } from './language.ts';
import { NO_VISIT, type PreparedQuantity, slotOf, type Workshop } from './prepared.ts';
import { currentValue, forEachItem, type Situation, type Slot } from './situation.ts';
import type { Use } from './uses.ts';

type Of<Op extends Quantity['op']> = Extract<Quantity, { op: Op }>;

export function prepareFact(source: Of<'fact'>, path: string, workshop: Workshop): PreparedQuantity {
  const slot = slotOf(workshop.layout, source.fact);
  return {
    kind: 'quantity',
    source,
    path,
    reads: [slot],
    visit: NO_VISIT,
    value: (state) => currentValue(state, slot),
  };
}

/** A value of a yearly series, counted from the year of the as-of date. */
export function prepareYear(source: Of<'year'>, path: string, workshop: Workshop): PreparedQuantity {
  const slot = slotOf(workshop.layout, source.fact);
  const value = YEARS[source.which];
  return {
    kind: 'quantity',
    source,
    path,
    reads: [slot],
    visit: NO_VISIT,
    value: (state) => value(state, slot),
  };
}

const YEARS: Readonly<Record<WhichYear, (state: Situation, slot: Slot) => Interval>> = {
  current: (state, slot) => yearly(state, slot, String(state.year)),
  previous: (state, slot) => yearly(state, slot, String(state.year - 1)),
  beforeLast: (state, slot) => yearly(state, slot, String(state.year - 2)),
  best: bestBefore,
};

function yearly(state: Situation, slot: Slot, year: string): Interval {
  const given = state.years.get(`${slot.id}.${year}`);
  return given === undefined ? slot.range : interval.point(given);
}

/** The best of all years before the current one: `earlier` stands for the years that are not listed one by one. */
function bestBefore(state: Situation, slot: Slot): Interval {
  let best: Interval = yearly(state, slot, 'earlier');
  for (const year of yearsBefore(state, slot))
    best = interval.larger(best, yearly(state, slot, String(year)));
  return best;
}

function yearsBefore(state: Situation, slot: Slot): readonly number[] {
  const prefix = `${slot.id}.`;
  const given = [...state.years.keys()]
    .filter((key) => key.startsWith(prefix))
    .map((key) => Number(key.slice(prefix.length)));
  const listed = given.filter((year) => year < state.year);
  const first = Math.min(...listed, state.year - 1);
  return Array.from({ length: state.year - first }, (_, offset) => first + offset);
}

/** The names under which the open values of a series are asked for. */
export function openYears(state: Situation, slot: Slot, which: WhichYear): readonly string[] {
  const years = {
    current: [state.year],
    previous: [state.year - 1],
    beforeLast: [state.year - 2],
    best: ['earlier', ...yearsBefore(state, slot)],
  }[which];
  return years.map((year) => `${slot.id}.${year}`).filter((key) => !state.years.has(key));
}

/** Whether a variable is unknown, for any item. */
export function isOpenSomewhere(state: Situation, use: Use): boolean {
  const list = use.slot.list === undefined ? undefined : state.layout.lists[use.slot.list];
  if (list === undefined) return isOpenNow(state, use);
  let found = false;
  forEachItem(state, list, () => {
    found ||= isOpenNow(state, use);
  });
  return found;
}

/** Whether a variable is unknown where its list stands; of a series, any of the years that are read. */
export function isOpenNow(state: Situation, { slot, years }: Use): boolean {
  if (years.size === 0) return !interval.isPoint(currentValue(state, slot));
  return [...years].some((which) => openYears(state, slot, which).length > 0);
}
