import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as exact from '../../../clauses/numbers/exact.ts';
import { type Rational, rational } from '../../../clauses/numbers/exact.ts';

const of = (text: string): Rational => {
  const value = exact.parseRational(text);
  if (value === undefined) throw new Error(`not a number: ${text}`);
  return value;
};
const format = exact.formatRational;

test.each([
  ['0', '0'],
  ['-0', '0'],
  ['007', '7'],
  ['12.50', '12.5'],
  ['-12.50', '-12.5'],
  ['2/4', '0.5'],
  ['2000/3', '2000/3'],
  ['-7/21', '-1/3'],
  ['1/03', '1/3'],
  ['9007199254740993', '9007199254740993'],
  ['0.000001', '0.000001'],
  ['0.00000000000000000000001', '0.00000000000000000000001'],
  ['123456789012345678901234567890.1', '123456789012345678901234567890.1'],
])('%s is the number %s', (text, normal) => {
  expect(format(of(text))).toBe(normal);
});

test.each(['', ' ', '1e3', '1.', '.5', '+1', '1/0', '1/00', '0x10', 'NaN', '１', '1,000', '1 000', '--1'])(
  '%j is no number',
  (text) => {
    expect(exact.parseRational(text)).toBeUndefined();
  },
);

test.each([
  ['0.1 + 0.2', () => exact.add(of('0.1'), of('0.2')), '0.3'],
  ['1/3 + 1/6', () => exact.add(of('1/3'), of('1/6')), '0.5'],
  ['1 - 1/3', () => exact.subtract(of('1'), of('1/3')), '2/3'],
  ['33333333.34 × 6%', () => exact.multiply(of('33333333.34'), of('0.06')), '2000000.0004'],
  ['1 ÷ 3 × 3', () => exact.multiply(exact.divide(of('1'), of('3')), of('3')), '1'],
  ['⌊-1.5⌋', () => exact.floor(of('-1.5')), '-2'],
  ['⌊1.5⌋', () => exact.floor(of('1.5')), '1'],
])('%s', (_, value, expected) => {
  expect(format(value())).toBe(expected);
});

test.each([
  ['1/3', 2, '0.33'],
  ['2/3', 2, '0.66'],
  ['-1/3', 2, '-0.34'],
  ['1999999.999', 2, '1999999.99'],
  ['0', 2, '0.00'],
  ['0.001', 2, '0.00'],
  ['-0.001', 2, '-0.01'],
  ['9007199254740993', 2, '9007199254740993.00'],
  ['12.5', 1, '12.5'],
])('%s with %d digits is rounded down: %s', (text, places, expected) => {
  expect(exact.formatDecimal(of(text), places)).toBe(expected);
});

test('division by zero is refused', () => {
  const refusal = new RangeError('denominator is zero');
  expect(() => exact.divide(of('1'), of('0'))).toThrow(refusal);
  expect(() => rational(1n, 0n)).toThrow(refusal);
});

describe('beyond safe integers', () => {
  const most = '9007199254740991';

  test.each([
    ['just above and just below', `${most}/9007199254740990`, `9007199254740990/9007199254740989`, -1],
    ['the same', `${most}/2`, `${most}/2`, 0],
    ['the same, both large', `${most}000/7`, `${most}000/7`, 0],
    ['large ones', `${most}001/7`, `${most}000/7`, 1],
    ['large and small', `-${most}001`, '1', -1],
  ])('%s are told apart', (_, a, b, order) => {
    expect(Math.sign(exact.compare(of(a), of(b)))).toBe(order);
    expect(Math.sign(exact.compare(of(b), of(a)))).toBe(0 - order);
  });

  test.each([
    [`${most}000`, `${most}000`],
    [`-${most}000`, `-${most}000`],
    [`${most}001/2`, '4503599627370495500'],
    [`-${most}001/2`, '-4503599627370495501'],
  ])('⌊%s⌋ is %s', (text, whole) => {
    expect(format(exact.floor(of(text)))).toBe(whole);
  });

  test('a whole number is its numerator', () => {
    expect([of('12'), of(`-${most}000`)].map(exact.numeratorOf)).toEqual([12n, -9007199254740991000n]);
  });

  test('the denominator is positive for all signs', () => {
    for (const [n, d] of [
      [6n, -4n],
      [-6n, -4n],
      [0n, -4n],
      [4n, -4n],
    ] as const)
      expect(rational(n, d)).toEqual(rational(-n, -d));
    expect(format(rational(6n, -4n))).toBe('-1.5');
    expect(format(exact.divide(of(`${most}000`), of('-7')))).toBe(`-${most}000/7`);
  });
});

/** The number of bigints that are created during a computation. */
function bigints(compute: () => unknown): number {
  const made = globalThis.BigInt;
  let count = 0;
  globalThis.BigInt = new Proxy(made, {
    apply: (target, _, [value]: [number]) => {
      count += 1;
      return target(value);
    },
  });
  try {
    compute();
  } finally {
    globalThis.BigInt = made;
  }
  return count;
}

/** Bigints are many times slower. */
test.each<[string, (a: Rational, b: Rational) => unknown]>([
  ['adding', exact.add],
  ['multiplying', exact.multiply],
  ['dividing', exact.divide],
  ['comparing', exact.compare],
  ['reading', () => of('1234567890.12345')],
  ['writing a whole number', () => format(of('12'))],
])('%s needs no bigints while all are safe integers', (_, compute) => {
  const [third, quarter] = [of('1/3'), of('-0.25')];
  expect(bigints(() => compute(third, quarter))).toBe(0);
  expect(bigints(() => exact.add(of('9007199254740993'), of('1')))).toBeGreaterThan(0);
});

test('an amount in whole fen is returned unchanged', () => {
  for (const text of ['0', '12', '-12.5', '0.01', '1/4']) {
    const amount = of(text);
    expect(exact.toHundredths(amount)).toBe(amount);
  }
  expect(format(exact.toHundredths(of('1/3')))).toBe('0.33');
});

describe('laws', () => {
  /** Numbers that are small, around the last safe integer, and beyond it: both representations must give the same results. */
  const around = fc.bigInt({ min: -3n, max: 3n }).map((offset) => 2n ** 53n + offset);
  const whole = fc.oneof(
    fc.bigInt({ min: -1000n, max: 1000n }),
    around,
    around.map((n) => -n),
    fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
  );
  const divisor = fc.oneof(fc.bigInt({ min: 1n, max: 10n ** 6n }), around);
  const anyNumber = fc.tuple(whole, divisor).map(([n, d]) => rational(n, d));

  test('computes the same as fractions of bigints', () => {
    fc.assert(
      fc.property(whole, divisor, whole, divisor, (n, d, m, e) => {
        const [a, b] = [rational(n, d), rational(m, e)];
        expect(exact.add(a, b)).toEqual(rational(n * e + m * d, d * e));
        expect(exact.subtract(a, b)).toEqual(rational(n * e - m * d, d * e));
        expect(exact.multiply(a, b)).toEqual(rational(n * m, d * e));
        if (m !== 0n) expect(exact.divide(a, b)).toEqual(rational(n * e, d * m));
        expect(Math.sign(exact.compare(a, b))).toBe(n * e < m * d ? -1 : n * e > m * d ? 1 : 0);
        expect(exact.equal(a, b)).toBe(n * e === m * d);
        const rest = ((n % d) + d) % d;
        expect(exact.floor(a)).toEqual(rational((n - rest) / d));
      }),
      { numRuns: 2000 },
    );
  });

  test('text reads back as the same value, normalised', () => {
    fc.assert(
      fc.property(anyNumber, (a) => {
        expect(of(format(a))).toEqual(a);
      }),
    );
  });

  test('order agrees with the sign of the difference', () => {
    fc.assert(
      fc.property(anyNumber, anyNumber, (a, b) => {
        expect(Math.sign(exact.compare(a, b))).toBe(exact.sign(exact.subtract(a, b)));
      }),
    );
  });

  test('sums and products do not depend on the order and can be undone', () => {
    fc.assert(
      fc.property(anyNumber, anyNumber, anyNumber, (a, b, c) => {
        expect(exact.add(exact.add(a, b), c)).toEqual(exact.add(a, exact.add(b, c)));
        expect(exact.multiply(a, exact.add(b, c))).toEqual(
          exact.add(exact.multiply(a, b), exact.multiply(a, c)),
        );
        expect(exact.subtract(exact.add(a, b), b)).toEqual(a);
      }),
    );
  });
});
