import type { Quantity } from '../../language/expression.ts';
import { formatRational, isWhole, sign, toNumber } from '../../numbers/exact.ts';
import type {
  AuthoredLater,
  AuthoredRate,
  AuthoredRoundedDown,
  AuthoredWholeSteps,
} from '../schema/arithmetic.ts';
import type { AuthoredQuantity } from '../schema/conditions.ts';
import type { ClaimBound } from './scope/claims.ts';
import { combine, compatible, dimensionName, type RuleDimension } from './scope/dimension.ts';
import { readLiteral } from './scope/measure.ts';
import { at, BROKEN, type CompiledQuantity, claimFigure, report, type Scope, within } from './scope/scope.ts';

/** Compiles `{ rate: 6%, of: … }` to a product. */
export function compileRate({ rate, of }: AuthoredRate<AuthoredQuantity>, scope: Scope): CompiledQuantity {
  const left = scope.compiler.quantity(rate, at(scope, 'rate'));
  const bound = typeof of === 'object' ? 'stated' : 'any';
  const right = scope.compiler.quantity(of, within(at(scope, 'of'), { bound }));
  return {
    quantity: { op: 'product', of: [left.quantity, right.quantity] },
    dimension: combine(left.dimension, right.dimension, 1),
  };
}

/** Compiles parts in order; `literalBound` bounds the parts that are literals, facts or `asOf`. */
function compileParts(
  parts: readonly AuthoredQuantity[],
  scope: Scope,
  literalBound: ClaimBound = scope.bound,
): CompiledQuantity[] {
  return parts.map((part, index) => {
    const bound = typeof part === 'object' ? scope.bound : literalBound;
    return scope.compiler.quantity(part, within(at(scope, index), { bound }));
  });
}

/** The common dimension of quantities that are added or replace each other. A part that does not fit is reported. */
export function commonDimension(parts: readonly CompiledQuantity[], scope: Scope): RuleDimension {
  return parts.reduce<RuleDimension>((dimension, part) => {
    checkDimension(dimension, part.dimension, scope);
    return dimension === 'any' ? part.dimension : dimension;
  }, 'any');
}

/** Reports a dimension (`right`) that does not fit the other one. */
export function checkDimension(left: RuleDimension, right: RuleDimension, scope: Scope): void {
  if (!compatible(left, right))
    report(scope, 'wrongDimension', { left: dimensionName(left), right: dimensionName(right) });
}

/** {smallest: [比例, 100万元]} is a cap, {largest: [比例, 10万元]} a floor. */
const LITERAL_ENDS = { smallest: 'cap', largest: 'atLeast' } as const;

/**
 * Compiles the sum, the smallest or the largest of quantities of one dimension; the scope is that of the list of
 * parts.
 */
export function compileFold(
  op: 'sum' | 'smallest' | 'largest',
  parts: readonly AuthoredQuantity[],
  scope: Scope,
): CompiledQuantity {
  const inside = op === 'smallest' && scope.bound === 'stated' ? within(scope, { bound: 'smallest' }) : scope;
  const compiled = compileParts(parts, inside, op === 'sum' ? scope.bound : LITERAL_ENDS[op]);
  return {
    quantity: { op, of: compiled.map((part) => part.quantity) },
    dimension: commonDimension(compiled, scope),
  };
}

/** Compiles a product; the scope is that of the list of factors. */
export function compileProduct(parts: readonly AuthoredQuantity[], scope: Scope): CompiledQuantity {
  const compiled = compileParts(parts, scope);
  const dimension = compiled.reduce<RuleDimension>(
    (product, part) => combine(product, part.dimension, 1),
    '',
  );
  return { quantity: { op: 'product', of: compiled.map((part) => part.quantity) }, dimension };
}

/** Compiles a difference; that of two dates is a number of days. The scope is that of the list of parts. */
export function compileDifference(parts: readonly AuthoredQuantity[], scope: Scope): CompiledQuantity {
  const compiled = compileParts(parts, scope, 'any');
  const dimension = commonDimension(compiled, scope);
  return {
    quantity: { op: 'difference', of: pairOf(compiled) },
    dimension: dimension === 'date' ? 'day' : dimension,
  };
}

/** Compiles a quotient; the scope is that of the list of parts. */
export function compileQuotient(parts: readonly AuthoredQuantity[], scope: Scope): CompiledQuantity {
  const compiled = compileParts(parts, scope);
  const [left = BROKEN, right = BROKEN] = compiled;
  return {
    quantity: { op: 'quotient', of: pairOf(compiled) },
    dimension: combine(left.dimension, right.dimension, -1),
  };
}

function pairOf([left = BROKEN, right = BROKEN]: readonly CompiledQuantity[]): [Quantity, Quantity] {
  return [left.quantity, right.quantity];
}

/** Compiles `{ wholeSteps: …, size: 100万元 }`: a pure number. */
export function compileSteps(authored: AuthoredWholeSteps<AuthoredQuantity>, scope: Scope): CompiledQuantity {
  const of = scope.compiler.quantity(
    authored.wholeSteps,
    within(at(scope, 'wholeSteps'), { bound: 'stated' }),
  );
  const size = scope.compiler.quantity(authored.size, within(at(scope, 'size'), { bound: 'any' }));
  commonDimension([of, size], scope);
  return { quantity: { op: 'steps', of: of.quantity, size: size.quantity }, dimension: '' };
}

/** Compiles 取整到万元: the whole units that fit into the quantity, times the unit. The remainder is dropped. */
export function compileRounded(
  authored: AuthoredRoundedDown<AuthoredQuantity>,
  scope: Scope,
): CompiledQuantity {
  const of = scope.compiler.quantity(authored.roundedDown, at(scope, 'roundedDown'));
  const here = at(scope, 'to');
  const unit = readLiteral(authored.to);
  if (unit === undefined || sign(unit.value) <= 0) {
    report(here, 'unknownLiteral', { given: String(authored.to) });
    return BROKEN;
  }
  checkDimension(of.dimension, unit.dimension, here);
  claimFigure(here, unit, 'rounding');
  const size = { op: 'number', value: formatRational(unit.value), text: unit.text } as const;
  return {
    quantity: { op: 'product', of: [{ op: 'steps', of: of.quantity, size }, size] },
    dimension: of.dimension,
  };
}

/** Each unit of duration in months and days. */
const DURATIONS: Readonly<Record<string, { readonly months: number; readonly days: number }>> = {
  year: { months: 12, days: 0 },
  quarter: { months: 3, days: 0 },
  month: { months: 1, days: 0 },
  week: { months: 0, days: 7 },
  day: { months: 0, days: 1 },
};

/** Compiles a date a whole number of units after another date: `{ date: enterprise.founded, plus: 3年 }`. */
export function compileLater(
  { date, plus }: AuthoredLater<AuthoredQuantity>,
  scope: Scope,
): CompiledQuantity {
  const of = scope.compiler.quantity(date, at(scope, 'date'));
  const here = at(scope, 'plus');
  const literal = readLiteral(plus);
  const unit = literal && DURATIONS[literal.dimension];
  if (!compatible(of.dimension, 'date'))
    report(at(scope, 'date'), 'wrongResult', { expected: '日期', given: dimensionName(of.dimension) });
  if (literal === undefined || unit === undefined || !isWhole(literal.value)) {
    report(here, 'unknownLiteral', { given: String(plus) });
    return BROKEN;
  }
  claimFigure(here, literal, 'any');
  const count = toNumber(literal.value);
  const { months, days } = unit;
  return {
    quantity: {
      op: 'later',
      of: of.quantity,
      months: months * count,
      days: days * count,
      text: literal.text,
    },
    dimension: 'date',
  };
}
