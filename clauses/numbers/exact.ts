/**
 * An exact rational number: money in yuan, areas in square metres, dates as day numbers. Nothing is rounded. A value is
 * normalised: the denominator is positive and shares no factor with the numerator. Both are numbers if both are safe
 * integers, as nearly all are, and bigints otherwise; that is many times faster than bigints throughout. Only this file
 * reads the fields.
 */
export type Rational = Small | Large;

interface Small {
  readonly numerator: number;
  readonly denominator: number;
}

interface Large {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** 0 */
export const ZERO: Rational = { numerator: 0, denominator: 1 };
/** 1 */
export const ONE: Rational = { numerator: 1, denominator: 1 };
const MINUS_ONE: Rational = { numerator: -1, denominator: 1 };

/** The normalised fraction `n / d`. Throws a RangeError when `d` is zero. */
export function rational(n: bigint, d = 1n): Rational {
  if (d === 0n) throw new RangeError('denominator is zero');
  const divisor = largeDivisor(n, d);
  const numerator = n / divisor;
  const denominator = d / divisor;
  const small = { numerator: Number(numerator), denominator: Number(denominator) };
  return isSafe(small.numerator) && isSafe(small.denominator) ? small : { numerator, denominator };
}

/** A whole number; `value` must be a safe integer. */
export function integer(value: number): Rational {
  return { numerator: value, denominator: 1 };
}

/** `a + b` */
export function add(a: Rational, b: Rational): Rational {
  if (isSmall(a) && isSmall(b)) {
    const [left, right] = [a.numerator * b.denominator, b.numerator * a.denominator];
    const denominator = a.denominator * b.denominator;
    if (isSafe(left) && isSafe(right) && isSafe(left + right) && isSafe(denominator))
      return fraction(left + right, denominator);
  }
  const [x, y] = [enlarged(a), enlarged(b)];
  return rational(x.numerator * y.denominator + y.numerator * x.denominator, x.denominator * y.denominator);
}

/** `a - b` */
export function subtract(a: Rational, b: Rational): Rational {
  return add(a, multiply(b, MINUS_ONE));
}

/** `a * b` */
export function multiply(a: Rational, b: Rational): Rational {
  if (isSmall(a) && isSmall(b)) {
    const numerator = a.numerator * b.numerator;
    const denominator = a.denominator * b.denominator;
    if (isSafe(numerator) && isSafe(denominator)) return fraction(numerator, denominator);
  }
  const [x, y] = [enlarged(a), enlarged(b)];
  return rational(x.numerator * y.numerator, x.denominator * y.denominator);
}

/** `a / b`. Throws a RangeError when `b` is zero. */
export function divide(a: Rational, b: Rational): Rational {
  if (isSmall(a) && isSmall(b) && b.numerator !== 0) {
    const numerator = a.numerator * b.denominator;
    const denominator = a.denominator * b.numerator;
    if (isSafe(numerator) && isSafe(denominator)) return fraction(numerator, denominator);
  }
  const [x, y] = [enlarged(a), enlarged(b)];
  return rational(x.numerator * y.denominator, x.denominator * y.numerator);
}

/** Negative, zero or positive as `a` is below, equal to or above `b`. */
export function compare(a: Rational, b: Rational): number {
  if (isSmall(a) && isSmall(b)) {
    if (a.denominator === b.denominator) return a.numerator - b.numerator;
    const [left, right] = [a.numerator * b.denominator, b.numerator * a.denominator];
    if (isSafe(left) && isSafe(right)) return left - right;
  }
  const [x, y] = [enlarged(a), enlarged(b)];
  const [left, right] = [x.numerator * y.denominator, y.numerator * x.denominator];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Whether two numbers are equal. */
export function equal(a: Rational, b: Rational): boolean {
  return a.numerator === b.numerator && a.denominator === b.denominator;
}

/** Whether a number is an integer. */
export function isWhole(a: Rational): boolean {
  return a.denominator === 1 || a.denominator === 1n;
}

/** The sign: -1, 0 or 1. */
export function sign(a: Rational): number {
  return a.numerator < 0 ? -1 : a.numerator > 0 ? 1 : 0;
}

/** The numerator; of a whole number, the number itself. */
export function numeratorOf(a: Rational): bigint {
  return BigInt(a.numerator);
}

/** As a double: exact for safe integers, else the nearest. */
export function toNumber(a: Rational): number {
  return Number(a.numerator) / Number(a.denominator);
}

/** The largest integer not above `a`. */
export function floor(a: Rational): Rational {
  if (!isSmall(a)) return rational(floorDivide(a.numerator, a.denominator));
  const rest = a.numerator % a.denominator;
  return integer((a.numerator - rest) / a.denominator - (rest < 0 ? 1 : 0));
}

/** Rounded down to two decimals; the same object where it has no more, as nearly all amounts of money. */
export function toHundredths(a: Rational): Rational {
  if (isSmall(a) && 100 % a.denominator === 0) return a;
  const hundred = integer(100);
  return divide(floor(multiply(a, hundred)), hundred);
}

/** The number of a decimal (`-12.50`) or a fraction (`2000/3`); `undefined` for any other text. */
export function parseRational(text: string): Rational | undefined {
  const match = /^(-?\d+)(?:\.(\d+)|\/(\d+))?$/.exec(text);
  if (match === null) return undefined;
  const [, whole, decimals = '', divisor] = match;
  const numerator = wholeNumber(`${whole}${decimals}`);
  if (divisor === undefined) return divide(numerator, powerOfTen(decimals.length));
  return /^0+$/.test(divisor) ? undefined : divide(numerator, wholeNumber(divisor));
}

function wholeNumber(digits: string): Rational {
  return digits.length < 16 ? integer(Number(digits)) : rational(BigInt(digits));
}

/** The exact text of a value, `12.5` or `2000/3`, that {@link parseRational} reads back. */
export function formatRational(a: Rational): string {
  if (isWhole(a)) return String(a.numerator);
  const places = decimalPlaces(enlarged(a).denominator);
  return places === undefined ? `${a.numerator}/${a.denominator}` : formatDecimal(a, places);
}

/** A decimal with exactly `places` decimals (at least 1), rounded down: money is shown with 2. */
export function formatDecimal(a: Rational, places: number): string {
  if (isWhole(a)) return `${a.numerator}.${'0'.repeat(places)}`;
  const units = floor(multiply(a, powerOfTen(places)));
  const minus = sign(units) < 0 ? '-' : '';
  const digits = String(units.numerator)
    .slice(minus.length)
    .padStart(places + 1, '0');
  return `${minus}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

const isSafe = Number.isSafeInteger;

function isSmall(a: Rational): a is Small {
  return typeof a.denominator === 'number';
}

function enlarged({ numerator, denominator }: Rational): Large {
  return { numerator: BigInt(numerator), denominator: BigInt(denominator) };
}

/** A normalised fraction of safe integers; the denominator is not zero. */
function fraction(n: number, d: number): Rational {
  if (n === 0) return ZERO;
  if (d === 1) return { numerator: n, denominator: d };
  const divisor = Math.sign(d) * Math.abs(commonDivisor(n, d));
  return { numerator: n / divisor, denominator: d / divisor };
}

/** The greatest common divisor by Euclid's algorithm, with either sign. */
function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}

function powerOfTen(power: number): Rational {
  const small = 10 ** power;
  return isSafe(small) ? integer(small) : rational(10n ** BigInt(power));
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

/** The greatest common divisor with the sign of `d`. */
function largeDivisor(n: bigint, d: bigint): bigint {
  let [divisor, rest] = [n, d];
  while (rest !== 0n) [divisor, rest] = [rest, divisor % rest];
  // The exclusive or is negative where the signs differ.
  return (divisor ^ d) < 0n ? -divisor : divisor;
}
