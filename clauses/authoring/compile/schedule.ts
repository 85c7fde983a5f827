import type { Instalment } from '../../language/award.ts';
import {
  add,
  divide,
  equal,
  formatRational,
  multiply,
  ONE,
  type Rational,
  rational,
  sign,
  ZERO,
} from '../../numbers/exact.ts';
import type { AuthoredSchedule } from '../schema/schedule.ts';
import { readLiteral } from './scope/measure.ts';
import { at, claimFigure, quote, report, type Scope } from './scope/scope.ts';

/** Compiles the instalments of an award. Shares that do not add up to the whole are reported. */
export function compileSchedule(authored: AuthoredSchedule, scope: Scope): Instalment[] {
  if (authored.length === 0) return [];
  const shares = compileProportion(authored, scope) ?? compileShares(authored, scope);
  for (const { event } of authored) quote(scope, event);
  return authored.map(({ event }, index) => ({ share: formatRational(shares[index] ?? ZERO), event }));
}

/** Shares of the whole, each with its unit: 60%, 40%. */
function compileShares(authored: AuthoredSchedule, scope: Scope): Rational[] {
  const shares = authored.map(({ share }, index) => compileShare(share, at(scope, index, 'share')));
  const sum = total(shares);
  if (shares.every((share) => sign(share) > 0) && !equal(sum, ONE))
    report(scope, 'scheduleShares', { sum: `${formatRational(multiply(sum, rational(100n)))}%` });
  return shares;
}

function compileShare(share: string | number, scope: Scope): Rational {
  const literal = readLiteral(share);
  if (literal === undefined || literal.dimension !== 'ratio') {
    report(scope, 'unknownLiteral', { given: String(share) });
    return ZERO;
  }
  claimFigure(scope, literal, 'stated');
  return literal.value;
}

/** 按4∶3∶3拨付: parts without a unit, as shares of their sum. `undefined` where the shares have units. */
function compileProportion(authored: AuthoredSchedule, scope: Scope): Rational[] | undefined {
  const literals = authored.map(({ share }) => readLiteral(share));
  const parts = literals.flatMap((literal) => (literal?.dimension === 'plain' ? literal.value : []));
  if (parts.length < Math.max(authored.length, 2) || parts.some((part) => sign(part) <= 0)) return undefined;
  claimProportion(parts, at(scope, 0, 'share'));
  const sum = total(parts);
  return parts.map((part) => divide(part, sum));
}

/** The tokenizer reads 5∶5 as one figure and 4∶3∶3 as three. */
function claimProportion(parts: readonly Rational[], scope: Scope): void {
  const [first = ONE, second = ONE] = parts;
  if (parts.length === 2) {
    const text = parts.map(formatRational).join(':');
    claimFigure(scope, { value: divide(second, first), dimension: 'ratio', text }, 'stated');
  } else
    for (const value of parts)
      claimFigure(scope, { value, dimension: 'plain', text: formatRational(value) }, 'stated');
}

function total(values: readonly Rational[]): Rational {
  return values.reduce((sum, value) => add(sum, value), ZERO);
}
