import type { Band, Quantity } from '../language/expression.ts';
import { sameQuantity } from '../language/same.ts';
import { compare, parseRational, type Rational } from '../numbers/exact.ts';
import type { Interval } from '../numbers/interval.ts';
import * as interval from '../numbers/interval.ts';
import { either, join, undefinedValue } from './arithmetic.ts';
import { type PreparedQuantity, type Preparer, quantityOf, type Value } from './prepared.ts';
import type { Situation } from './situation.ts';

interface Row {
  readonly ends: Interval;
  readonly fromExcluded: boolean;
  readonly toIncluded: boolean;
  readonly rate: PreparedQuantity;
}

/**
 * Tiers. The value is the base times the rate of the row that contains the key. With `marginal` it is the sum, over the
 * rows, of the row's rate times the part of the base inside the row. While the key is unknown, every row that it can
 * reach counts; where the base is the key itself, it is narrowed to the row. A key that no row contains gives
 * `otherwise`, or is undefined without it.
 */
export function prepareBands(
  source: Extract<Quantity, { op: 'bands' }>,
  preparer: Preparer,
): PreparedQuantity {
  const by = preparer.quantity(source.by);
  const of = preparer.quantity(source.of);
  const rows = source.rows.map((band) => prepareRow(band, preparer));
  const otherwise = source.otherwise === undefined ? undefined : preparer.quantity(source.otherwise);
  const same = sameQuantity(source.by, source.of);
  const rates = rows.map(({ rate }) => rate);
  const parts = [by, ...(same ? [] : [of]), ...rates, ...(otherwise === undefined ? [] : [otherwise])];
  const base = same ? undefined : of;
  return quantityOf(source, parts, (state) =>
    source.marginal ? marginalBands(state, rows, of) : wholeBands(state, rows, by, base, otherwise),
  );
}

function prepareRow(band: Band, preparer: Preparer): Row {
  return {
    ends: { min: endOf(band.from), max: endOf(band.to) },
    fromExcluded: band.fromExcluded === true,
    toIncluded: band.toIncluded === true,
    rate: preparer.quantity(band.rate),
  };
}

function endOf(end: Band['from']): Rational | null {
  return end === undefined ? null : (parseRational(end.value) ?? null);
}

/**
 * The rate of the row that contains the key, times the base, over every row that the key can reach.
 *
 * Complexity: one pass over the rows collects the value and whether the rows cover the key; it runs for every case.
 */
function wholeBands(
  state: Situation,
  rows: readonly Row[],
  by: PreparedQuantity,
  base: PreparedQuantity | undefined,
  otherwise: PreparedQuantity | undefined,
): Value {
  const key = by.value(state);
  if (key.flaw !== undefined) return key;
  if (key.partly) return ANY_ROW;
  const applied = base?.value(state);
  let found: Value | undefined;
  let inside = false;
  for (const row of rows) {
    const part = interval.intersection(key, row.ends);
    if (part === undefined || (interval.isPoint(part) && !liesBetween(part, row, row))) continue;
    inside ||= liesBetween(key, row, row);
    found = either(found, join(applied ?? part, row.rate.value(state), interval.times));
  }
  const [first, last] = [rows[0], rows.at(-1)];
  // Without `otherwise` there are no gaps between rows: one of them contains a key between the first and the last end.
  const covered = inside || (otherwise === undefined && first && last && liesBetween(key, first, last));
  if (covered && found) return found;
  return either(found, otherwise?.value(state) ?? undefinedValue());
}

function marginalBands(state: Situation, rows: readonly Row[], of: PreparedQuantity): Value {
  const base = of.value(state);
  if (base.flaw !== undefined) return base;
  const reserved = base.partly ? { partly: true } : {};
  let total: Value = interval.NOTHING;
  for (const { ends, rate } of rows) {
    const from = ends.min === null ? interval.NOTHING : interval.point(ends.min);
    const top = ends.max === null ? base : interval.smaller(base, interval.point(ends.max));
    const part = interval.larger(interval.minus(top, from), interval.NOTHING);
    total = join(total, join(part, rate.value(state), interval.times), interval.plus);
  }
  return { ...total, ...reserved };
}

/** Where the key is undefined in some completions, its interval does not restrict the rows. */
const ANY_ROW: Value = { ...interval.ANYTHING, partly: true };

function liesBetween(key: Interval, first: Row, last: Row): boolean {
  return startsInside(key, first) && stopsInside(key, last);
}

function startsInside({ min }: Interval, { ends, fromExcluded }: Row): boolean {
  if (ends.min === null) return true;
  if (min === null) return false;
  const order = compare(min, ends.min);
  return fromExcluded ? order > 0 : order >= 0;
}

function stopsInside({ max }: Interval, { ends, toIncluded }: Row): boolean {
  if (ends.max === null) return true;
  if (max === null) return false;
  const order = compare(max, ends.max);
  return toIncluded ? order <= 0 : order < 0;
}
