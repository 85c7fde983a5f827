/**
 * Exact rational numbers. Money is held in yuan, areas in square metres, dates in days; nothing is a float.
 * A value is normalised: the denominator is positive and shares no factor with the numerator.
 */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

export const ZERO: Rational = { n: 0n, d: 1n };
export const ONE: Rational = { n: 1n, d: 1n };

/** The normalised fraction `n / d`. Throws a RangeError when `d` is zero: callers decide what that means first. */
export function rational(n: bigint, d = 1n): Rational {
  if (d === 1n) return { n, d };
  if (d === 0n) throw new RangeError('denominator is zero');
  const sign = d < 0n ? -1n : 1n;
  const divisor = greatestCommonDivisor(n < 0n ? -n : n, d < 0n ? -d : d);
  return { n: (sign * n) / divisor, d: (sign * d) / divisor };
}

export function integer(value: number): Rational {
  return { n: BigInt(value), d: 1n };
}

export function add(a: Rational, b: Rational): Rational {
  return a.d === b.d ? rational(a.n + b.n, a.d) : rational(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function subtract(a: Rational, b: Rational): Rational {
  return add(a, { n: -b.n, d: b.d });
}

export function multiply(a: Rational, b: Rational): Rational {
  return rational(a.n * b.n, a.d * b.d);
}

/** `a / b`; throws a RangeError when `b` is zero. */
export function divide(a: Rational, b: Rational): Rational {
  return rational(a.n * b.d, a.d * b.n);
}

/** Negative, zero or positive as `a` is below, equal to or above `b`. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.d === b.d ? a.n - b.n : a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function equal(a: Rational, b: Rational): boolean {
  return a.n === b.n && a.d === b.d;
}

/** The largest integer not above `a`. */
export function floor(a: Rational): Rational {
  return { n: floorDivide(a.n, a.d), d: 1n };
}

/** Reads a plain decimal (`-12.50`) or a fraction (`2000/3`); anything else is `undefined`. */
export function parseRational(text: string): Rational | undefined {
  const match = /^(-?)(\d+)(?:\.(\d+)|\/(\d+))?$/.exec(text);
  if (match === null) return undefined;
  const [, sign, whole = '0', decimals = '', divisor] = match;
  const n = BigInt(`${sign}${whole}${decimals}`);
  if (divisor === undefined) return rational(n, 10n ** BigInt(decimals.length));
  return /^0+$/.test(divisor) ? undefined : rational(n, BigInt(divisor));
}

/** The exact text of a value, `12.5` or `2000/3`, that {@link parseRational} reads back. */
export function formatRational(a: Rational): string {
  const places = decimalPlaces(a.d);
  return places === undefined ? `${a.n}/${a.d}` : formatDecimal(a, places);
}

/** A decimal with exactly `places` digits after the point, rounded down: money is shown with 2. */
export function formatDecimal(a: Rational, places: number): string {
  const scale = 10n ** BigInt(places);
  const units = floorDivide(a.n * scale, a.d);
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
  const sign = units < 0n ? '-' : '';
  return places === 0 ? sign + digits : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

function decimalPlaces(denominator: bigint): number | undefined {
  let rest = denominator;
  let twos = 0;
  let fives = 0;
  for (; rest % 2n === 0n; rest /= 2n) twos += 1;
  for (; rest % 5n === 0n; rest /= 5n) fives += 1;
  return rest === 1n ? Math.max(twos, fives) : undefined;
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b < 0n ? quotient - 1n : quotient;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x === 0n ? 1n : x;
}
