import { either, join, undefinedValue } from './arithmetic.ts';
import { compare } from './exact.ts';
import type { Interval } from './interval.ts';
import * as interval from './interval.ts';
import type { Band, Quantity } from './language.ts';
import type { PreparedPart, PreparedQuantity, Value, Workshop } from './prepared.ts';
import type { Situation } from './situation.ts';

type Of<Op extends Quantity['op']> = Extract<Quantity, { op: Op }>;

/** The first case that holds; while a condition is open, every case that can still be reached counts. */
export function prepareCases(source: Of<'cases'>, path: string, workshop: Workshop): PreparedQuantity {
  const cases = source.cases.map((one, index) => ({
    when: workshop.condition(one.when, `${path}/cases/${index}/when`),
    value: workshop.quantity(one.then, `${path}/cases/${index}/then`),
  }));
  const otherwise =
    source.otherwise === undefined ? undefined : workshop.quantity(source.otherwise, `${path}/otherwise`);
  const reach = (state: Situation, each: (part: PreparedPart) => void): void => {
    for (const { when, value: then } of cases) {
      const holds = when.holds(state);
      each(when);
      if (holds !== false) each(then);
      if (holds === true) return;
    }
    if (otherwise !== undefined) each(otherwise);
  };
  const value = (state: Situation): Value => {
    let found: Value | undefined;
    for (const { when, value: then } of cases) {
      const holds = when.holds(state);
      if (holds !== false) found = either(found, then.value(state));
      if (holds === true) return found ?? undefinedValue();
    }
    return otherwise === undefined ? (found ?? undefinedValue()) : either(found, otherwise.value(state));
  };
  return { kind: 'quantity', source, path, reads: [], visit: reach, value };
}

interface Row {
  readonly from: PreparedQuantity | undefined;
  readonly to: PreparedQuantity | undefined;
  readonly rate: PreparedQuantity;
  readonly band: Band;
}

/**
 * Tiers: the rate of the row that the key falls into, applied to the base; or, marginal, the sum over the rows of the
 * row's rate times the part of the base inside it. Every row that the key can reach counts, with the base narrowed to
 * the row where the base is the key itself.
 */
export function prepareBands(source: Of<'bands'>, path: string, workshop: Workshop): PreparedQuantity {
  const by = workshop.quantity(source.by, `${path}/by`);
  const of = workshop.quantity(source.of, `${path}/of`);
  const otherwise =
    source.otherwise === undefined ? undefined : workshop.quantity(source.otherwise, `${path}/otherwise`);
  const rows = source.rows.map((band, index): Row => {
    const place = `${path}/rows/${index}`;
    return {
      band,
      from: band.from === undefined ? undefined : workshop.quantity(band.from, `${place}/from`),
      to: band.to === undefined ? undefined : workshop.quantity(band.to, `${place}/to`),
      rate: workshop.quantity(band.rate, `${place}/rate`),
    };
  });
  const same = JSON.stringify(source.by) === JSON.stringify(source.of);
  const whole = (state: Situation): Value => wholeBands(state, rows, by, same ? undefined : of, otherwise);
  const inRows = rows.flatMap(({ from, to, rate }) => [from, to, rate]).filter((part) => part !== undefined);
  const parts = [by, ...(same ? [] : [of]), ...inRows, ...(otherwise === undefined ? [] : [otherwise])];
  return {
    kind: 'quantity',
    source,
    path,
    reads: [],
    visit: (_state, each) => parts.forEach(each),
    value: source.marginal ? (state) => marginalBands(state, rows, of) : whole,
  };
}

function wholeBands(
  state: Situation,
  rows: readonly Row[],
  by: PreparedQuantity,
  base: PreparedQuantity | undefined,
  otherwise: PreparedQuantity | undefined,
): Value {
  const key = by.value(state);
  if (key.flaw !== undefined || key.partly === true) return key.flaw === undefined ? ANY_ROW : key;
  let found: Value | undefined;
  let inside = false;
  for (const row of rows) {
    const part = interval.intersection(key, span(state, row));
    if (part === undefined || touchesOnlyOpenEnd(state, row, part)) continue;
    inside ||= contains(state, row, key);
    found = either(found, join(base?.value(state) ?? part, row.rate.value(state), interval.times));
  }
  if (inside) return found ?? undefinedValue();
  if (otherwise !== undefined) return either(found, otherwise.value(state));
  return found ?? undefinedValue();
}

function marginalBands(state: Situation, rows: readonly Row[], of: PreparedQuantity): Value {
  const base = of.value(state);
  if (base.flaw !== undefined) return base;
  const reserved = base.partly === true ? { partly: true } : {};
  let total: Value = interval.NOTHING;
  for (const row of rows) {
    const from = row.from?.value(state) ?? interval.NOTHING;
    const top = row.to === undefined ? base : interval.smaller(base, row.to.value(state));
    const part = interval.larger(interval.minus(top, from), interval.NOTHING);
    total = join(total, join(part, row.rate.value(state), interval.times), interval.plus);
  }
  return { ...total, ...reserved };
}

/** A key that is undefined in some completions says nothing about the row. */
const ANY_ROW: Value = { ...interval.ANYTHING, partly: true };

function span(state: Situation, row: Row): Interval {
  const { from, to } = ends(state, row);
  return { min: from, max: to };
}

function touchesOnlyOpenEnd(state: Situation, row: Row, part: Interval): boolean {
  if (!interval.isPoint(part) || part.min === null) return false;
  const { from, to } = ends(state, row);
  const atStart = from !== null && compare(part.min, from) === 0 && row.band.fromExcluded === true;
  const atEnd = to !== null && compare(part.min, to) === 0 && row.band.toIncluded !== true;
  return atStart || atEnd;
}

function contains(state: Situation, row: Row, key: Interval): boolean {
  const { from, to } = ends(state, row);
  return (
    startsInside(key, from, row.band.fromExcluded === true) &&
    stopsInside(key, to, row.band.toIncluded === true)
  );
}

function startsInside(key: Interval, from: Interval['min'], excluded: boolean): boolean {
  if (from === null) return true;
  return key.min !== null && (excluded ? compare(key.min, from) > 0 : compare(key.min, from) >= 0);
}

function stopsInside(key: Interval, to: Interval['max'], included: boolean): boolean {
  if (to === null) return true;
  return key.max !== null && (included ? compare(key.max, to) <= 0 : compare(key.max, to) < 0);
}

function ends(state: Situation, row: Row): { readonly from: Interval['min']; readonly to: Interval['max'] } {
  return { from: row.from?.value(state).min ?? null, to: row.to?.value(state).max ?? null };
}
