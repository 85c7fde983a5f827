import { formatRational, sign } from '../../numbers/exact.ts';
import type { AuthoredQuantity } from '../schema/conditions.ts';
import { compatible, dimensionName } from './scope/dimension.ts';
import { readLiteral } from './scope/measure.ts';
import { at, BROKEN, type CompiledQuantity, report, type Scope } from './scope/scope.ts';

/** Compiles 取整到万元: as many whole units as the quantity holds, times the unit; what is left over is dropped. */
export function compileRounded(
  authored: { roundedDown: AuthoredQuantity; to: string | number },
  scope: Scope,
): CompiledQuantity {
  const of = scope.compiler.quantity(authored.roundedDown, at(scope, 'roundedDown'));
  const here = at(scope, 'to');
  const unit = readLiteral(authored.to);
  if (unit === undefined || sign(unit.value) <= 0) {
    report(here, 'unknownLiteral', { given: String(authored.to) });
    return BROKEN;
  }
  const { value, dimension, text } = unit;
  if (!compatible(of.dimension, dimension))
    report(here, 'wrongDimension', { left: dimensionName(of.dimension), right: dimensionName(dimension) });
  const { guarded, path } = here;
  scope.claims.push({ kind: 'figure', value, dimension, bound: 'rounding', guarded, text, path });
  const size = { op: 'number', value: formatRational(value), text } as const;
  return {
    quantity: { op: 'product', of: [{ op: 'steps', of: of.quantity, size }, size] },
    dimension: of.dimension,
  };
}
