/** Exact fractions over bigint, as short as possible. They are independent of the core's, because the oracle judges the core. */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

/** `n / d` in lowest terms with a positive denominator. */
export function fraction(n: bigint, d = 1n): Fraction {
  if (d === 1n) return { n, d };
  let [a, b] = [n < 0n ? -n : n, d < 0n ? -d : d];
  while (b !== 0n) [a, b] = [b, a % b];
  const divisor = d < 0n ? -a : a;
  return { n: n / divisor, d: d / divisor };
}

export const NOUGHT = fraction(0n);

/** Reads a decimal (`-0.05`) or a fraction (`2/3`). */
export function read(text: string): Fraction {
  const known = readBefore.get(text);
  if (known !== undefined) return known;
  const [top = '', bottom = '1'] = text.split('/');
  const [whole = '', decimals = ''] = top.split('.');
  const value = fraction(BigInt(whole + decimals), BigInt(bottom) * 10n ** BigInt(decimals.length));
  readBefore.set(text, value);
  return value;
}

const readBefore = new Map<string, Fraction>();

export function plus(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function minus(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.d - b.n * a.d, a.d * b.d);
}

export function times(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.n, a.d * b.d);
}

/** `a / b`; `b` is not zero. */
export function over(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.d, a.d * b.n);
}

/** Negative, zero or positive as `a` is below, equal to or above `b`. */
export function order(a: Fraction, b: Fraction): number {
  const [left, right] = [a.n * b.d, b.n * a.d];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The largest whole number that is not above `a`. */
export function wholeOf(a: Fraction): bigint {
  const cut = a.n / a.d;
  return a.n < 0n && cut * a.d !== a.n ? cut - 1n : cut;
}

/** Rounded down to the fen. */
export function toFen({ n, d }: Fraction): Fraction {
  return fraction(wholeOf({ n: n * 100n, d }), 100n);
}

/** A decimal with two digits, rounded down to the fen. */
export function inFen(a: Fraction): string {
  const fen = wholeOf({ n: a.n * 100n, d: a.d });
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, '0');
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
