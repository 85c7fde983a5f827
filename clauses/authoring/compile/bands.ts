import type { Band, NumberQuantity } from '../../language/expression.ts';
import { compare, type Rational } from '../../numbers/exact.ts';
import type { AuthoredBand, AuthoredBands } from '../schema/bands.ts';
import type { AuthoredQuantity } from '../schema/conditions.ts';
import { checkDimension } from './arithmetic.ts';
import { compileOtherwise } from './cases.ts';
import { combine, type RuleDimension } from './scope/dimension.ts';
import { at, type CompiledQuantity, report, type Scope, within } from './scope/scope.ts';

interface CompiledBand {
  readonly band: Band;
  readonly rate: CompiledQuantity;
  readonly from: BandEnd | undefined;
  readonly to: BandEnd | undefined;
}

interface BandEnd {
  readonly quantity: NumberQuantity;
  readonly value: Rational | undefined;
  /** Whether the end itself belongs to the row. */
  readonly included: boolean;
}

/**
 * Compiles bands. Rows that are not in ascending order, that overlap, or that leave a gap without `otherwise` are
 * reported.
 */
export function compileBands(authored: AuthoredBands<AuthoredQuantity>, scope: Scope): CompiledQuantity {
  const { bands } = authored;
  const here = at(scope, 'bands');
  const stated = within(here, { bound: 'stated' });
  const by = scope.compiler.quantity(bands.by, at(stated, 'by'));
  const of = bands.of === undefined ? by : scope.compiler.quantity(bands.of, at(stated, 'of'));
  const hasOtherwise = authored.otherwise !== undefined;
  if (bands.marginal === true && (of !== by || hasOtherwise)) report(here, 'bandsMarginal', {});
  if (bands.rows.length === 0) report(at(here, 'rows'), 'emptyBands', {});
  const rows = bands.rows.map((row, index) => compileRow(row, by.dimension, at(here, 'rows', index)));
  checkRows(rows, hasOtherwise, at(here, 'rows'));
  const otherwise = compileOtherwise(authored.otherwise, scope);
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

function compileRow(row: AuthoredBand<AuthoredQuantity>, by: RuleDimension, scope: Scope): CompiledBand {
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
  return { band, rate, from, to };
}

/** Compiles an end of a row, which is a literal. The first of the two keys includes the end in the row. */
function compileEnd(
  row: AuthoredBand<AuthoredQuantity>,
  keys: readonly ['atLeast' | 'atMost', 'moreThan' | 'lessThan'],
  by: RuleDimension,
  scope: Scope,
): BandEnd | undefined {
  const key = keys.find((each) => row[each] !== undefined);
  const authored = key === undefined ? undefined : row[key];
  if (key === undefined || authored === undefined) return undefined;
  const here = within(at(scope, key), { bound: key, guarded: true });
  const { quantity, dimension, constant } = scope.compiler.quantity(authored, here);
  if (quantity.op !== 'number') {
    report(here, 'bandEndOpen', {});
    return undefined;
  }
  checkDimension(by, dimension, here);
  return { quantity, value: constant, included: key === keys[0] };
}

function checkRows(rows: readonly CompiledBand[], hasOtherwise: boolean, scope: Scope): void {
  for (const [index, row] of rows.entries()) {
    const before = rows[index - 1];
    if (before !== undefined) checkNeighbours(before.to, row.from, hasOtherwise, at(scope, index));
    if (
      row.from?.value !== undefined &&
      row.to?.value !== undefined &&
      compare(row.from.value, row.to.value) > 0
    )
      report(at(scope, index), 'bandOverlap', { at: row.to.quantity.text });
  }
}

/** Checks the upper end of a row against the lower end of the next row. */
function checkNeighbours(
  to: BandEnd | undefined,
  from: BandEnd | undefined,
  hasOtherwise: boolean,
  scope: Scope,
): void {
  if (to === undefined || from === undefined) {
    report(scope, 'bandOverlap', { at: (to ?? from)?.quantity.text ?? '每一个数' });
    return;
  }
  const relation = relationOf(to, from);
  if (relation === 'overlap') report(scope, 'bandOverlap', { at: from.quantity.text });
  if (relation === 'gap' && !hasOtherwise)
    report(scope, 'bandGap', { from: to.quantity.text, to: from.quantity.text });
}

/** How the upper end of a row relates to the lower end of the next row; `unknown` when an end is not a number. */
function relationOf(to: BandEnd, from: BandEnd): 'overlap' | 'gap' | 'adjacent' | 'unknown' {
  if (to.value === undefined || from.value === undefined) return 'unknown';
  const order = compare(to.value, from.value);
  if (order !== 0) return order > 0 ? 'overlap' : 'gap';
  if (to.included !== from.included) return 'adjacent';
  return to.included ? 'overlap' : 'gap';
}
