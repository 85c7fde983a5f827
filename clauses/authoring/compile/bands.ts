import type { Band, NumberQuantity } from '../../language/language.ts';
import { compare, type Rational } from '../../numbers/exact.ts';
import type { AuthoredQuantity } from '../schema/conditions.ts';
import { combine, compatible, dimensionName, type RuleDimension } from './scope/dimension.ts';
import { at, type CompiledQuantity, report, type Scope, within } from './scope/scope.ts';

type AuthoredBands = Extract<AuthoredQuantity, { bands: unknown }>;
type AuthoredBand = AuthoredBands['bands']['rows'][number];

interface CompiledBand {
  readonly band: Band;
  readonly rate: CompiledQuantity;
  readonly from?: End;
  readonly to?: End;
}

interface End {
  readonly quantity: NumberQuantity;
  readonly value: Rational | undefined;
  /** Whether the end itself belongs to the row. */
  readonly included: boolean;
}

/** Compiles bands; rows stand from low to high and neither overlap nor leave a gap without `otherwise`. */
export function compileBands(authored: AuthoredBands, scope: Scope): CompiledQuantity {
  const { bands } = authored;
  const here = at(scope, 'bands');
  const stated = within(here, { bound: 'stated' });
  const by = scope.compiler.quantity(bands.by, at(stated, 'by'));
  const of = bands.of === undefined ? by : scope.compiler.quantity(bands.of, at(stated, 'of'));
  if (bands.marginal === true && (of !== by || authored.otherwise !== undefined))
    report(here, 'bandsMarginal', {});
  if (bands.rows.length === 0) report(at(here, 'rows'), 'emptyBands', {});
  const rows = bands.rows.map((row, index) => compileRow(row, by.dimension, at(here, 'rows', index)));
  checkNeighbours(rows, authored.otherwise !== undefined, at(here, 'rows'));
  const otherwise =
    authored.otherwise === undefined
      ? undefined
      : scope.compiler.quantity(authored.otherwise, at(scope, 'otherwise'));
  const rate = rows.find((row) => row.rate.dimension !== 'any')?.rate.dimension ?? 'any';
  return {
    quantity: {
      op: 'bands',
      by: by.quantity,
      of: of.quantity,
      rows: rows.map((row) => row.band),
      marginal: bands.marginal ?? false,
      ...(otherwise === undefined ? {} : { otherwise: otherwise.quantity }),
    },
    dimension: combine(rate, of.dimension, 1),
  };
}

function compileRow(row: AuthoredBand, by: RuleDimension, scope: Scope): CompiledBand {
  if (row.atLeast !== undefined && row.moreThan !== undefined)
    report(scope, 'bandEnds', { ends: 'atLeast 和 moreThan ' });
  if (row.atMost !== undefined && row.lessThan !== undefined)
    report(scope, 'bandEnds', { ends: 'atMost 和 lessThan ' });
  const from = compileEnd(row, ['atLeast', 'moreThan'], by, scope);
  const to = compileEnd(row, ['atMost', 'lessThan'], by, scope);
  const rate = scope.compiler.quantity(row.rate, at(scope, 'rate'));
  const band: Band = {
    ...(from === undefined ? {} : { from: from.quantity }),
    ...(from?.included === false ? { fromExcluded: true } : {}),
    ...(to === undefined ? {} : { to: to.quantity }),
    ...(to?.included === true ? { toIncluded: true } : {}),
    rate: rate.quantity,
  };
  return {
    band,
    rate,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

function compileEnd(
  row: AuthoredBand,
  keys: readonly ['atLeast' | 'atMost', 'moreThan' | 'lessThan'],
  by: RuleDimension,
  scope: Scope,
): End | undefined {
  const key = keys.find((each) => row[each] !== undefined);
  const authored = key === undefined ? undefined : row[key];
  if (key === undefined || authored === undefined) return undefined;
  const here = within(at(scope, key), { bound: key, guarded: true });
  const measured = scope.compiler.quantity(authored, here);
  const { quantity } = measured;
  if (quantity.op !== 'number') {
    report(here, 'bandEndOpen', {});
    return undefined;
  }
  if (!compatible(measured.dimension, by))
    report(here, 'wrongDimension', { left: dimensionName(by), right: dimensionName(measured.dimension) });
  return { quantity, value: measured.constant, included: key === keys[0] };
}

function checkNeighbours(rows: readonly CompiledBand[], otherwise: boolean, scope: Scope): void {
  for (const [index, row] of rows.entries()) {
    const before = rows[index - 1];
    if (before !== undefined) checkPair(before.to, row.from, otherwise, at(scope, index));
    if (
      row.from?.value !== undefined &&
      row.to?.value !== undefined &&
      compare(row.from.value, row.to.value) > 0
    )
      report(at(scope, index), 'bandOverlap', { at: row.to.quantity.text });
  }
}

function checkPair(to: End | undefined, from: End | undefined, otherwise: boolean, scope: Scope): void {
  if (to === undefined || from === undefined) {
    report(scope, 'bandOverlap', { at: (to ?? from)?.quantity.text ?? '每一个数' });
    return;
  }
  if (to.value === undefined || from.value === undefined) return;
  const order = compare(to.value, from.value);
  if (order > 0 || (order === 0 && to.included && from.included))
    report(scope, 'bandOverlap', { at: from.quantity.text });
  const gap = order < 0 || (order === 0 && !to.included && !from.included);
  if (gap && !otherwise) report(scope, 'bandGap', { from: to.quantity.text, to: from.quantity.text });
}
