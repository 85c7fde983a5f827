import { isWhole, toNumber } from '../../numbers/exact.ts';
import type { AuthoredQuantity } from '../schema/conditions.ts';
import { compatible, dimensionName } from './scope/dimension.ts';
import { readLiteral } from './scope/measure.ts';
import { at, BROKEN, type CompiledQuantity, report, type Scope } from './scope/scope.ts';

/** How many months or days one of a duration is. */
const DURATIONS: Readonly<Record<string, { readonly months: number; readonly days: number }>> = {
  year: { months: 12, days: 0 },
  quarter: { months: 3, days: 0 },
  month: { months: 1, days: 0 },
  week: { months: 0, days: 7 },
  day: { months: 0, days: 1 },
};

/** Compiles a date some time after another one: `{ date: enterprise.founded, plus: 3年 }`. */
export function compileLater(
  { date, plus }: Extract<AuthoredQuantity, { date: unknown }>,
  scope: Scope,
): CompiledQuantity {
  const of = scope.compiler.quantity(date, at(scope, 'date'));
  const here = at(scope, 'plus');
  const literal = readLiteral(plus);
  const one = literal && DURATIONS[literal.dimension];
  if (!compatible(of.dimension, 'date'))
    report(at(scope, 'date'), 'wrongResult', { expected: '日期', given: dimensionName(of.dimension) });
  if (literal === undefined || one === undefined || !isWhole(literal.value)) {
    report(here, 'unknownLiteral', { given: String(plus) });
    return BROKEN;
  }
  const { value, dimension, text } = literal;
  scope.claims.push({
    kind: 'figure',
    value,
    dimension,
    bound: 'any',
    guarded: scope.guarded,
    text,
    path: here.path,
  });
  const count = toNumber(value);
  return {
    quantity: { op: 'later', of: of.quantity, months: one.months * count, days: one.days * count, text },
    dimension: 'date',
  };
}
