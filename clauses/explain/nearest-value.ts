import type { Influence } from '../evaluate/influence.ts';
import {
  add,
  divide,
  floor,
  integer,
  multiply,
  numeratorOf,
  type Rational,
  rational,
  subtract,
} from '../numbers/exact.ts';

/** The widest step is about 10 million times the narrowest. */
const DOUBLINGS = 32;

/** Tells of a value of one answer whether it will do. */
export type ValueTest = (value: Rational) => boolean;

/**
 * The nearest values, upwards and downwards as far as the clause moves with them, from which on `will` holds: found by
 * doubling the step and halving it again, so exact where it holds from one value on. At most two.
 */
export function nearestValues(use: Influence, now: Rational, will: ValueTest): readonly Rational[] {
  return directions(use).flatMap((sign) => {
    const units = new Grid(use, now, sign);
    for (let doubling = 0; doubling < DOUBLINGS; doubling += 1) {
      const distance = units.distance(doubling);
      if (distance === units.distance(doubling - 1)) return [];
      if (will(units.at(distance)))
        return [units.at(units.first(units.distance(doubling - 1), distance, will))];
    }
    return [];
  });
}

/** The farthest values that {@link nearestValues} looks at. */
export function farthestValues(use: Influence, now: Rational): readonly Rational[] {
  return directions(use).map((sign) => {
    const units = new Grid(use, now, sign);
    return units.at(units.distance(DOUBLINGS));
  });
}

/** Where a larger value can help, where a smaller one. */
function directions({ condition, amount }: Influence): readonly (1 | -1)[] {
  const signs = [condition, amount].filter((sign) => sign !== undefined);
  if (signs.every((sign) => sign === 1)) return [1];
  return signs.every((sign) => sign === -1) ? [-1] : [1, -1];
}

/** The grid of an answer, counted from where it stands in one direction. */
class Grid {
  readonly #now: Rational;
  readonly #step: Rational;
  readonly #most: bigint | undefined;
  readonly #first: bigint;

  constructor({ slot }: Influence, now: Rational, sign: 1 | -1) {
    this.#now = now;
    this.#step = multiply(slot.step, integer(sign));
    const end = sign > 0 ? slot.range.max : (slot.range.min ?? integer(0));
    this.#most = end === null ? undefined : this.#count(end);
    const size = numeratorOf(divide(now, slot.step));
    this.#first = (size < 0n ? -size : size) / 8n + 1024n;
  }

  at(distance: bigint): Rational {
    return add(this.#now, multiply(this.#step, rational(distance)));
  }

  /** How far a doubling goes, in steps; not beyond the declared range. */
  distance(doubling: number): bigint {
    if (doubling < 0) return 0n;
    const far = this.#first << BigInt(doubling);
    return this.#most !== undefined && far > this.#most ? this.#most : far;
  }

  /** The first distance after `no` and up to `yes` at which a test holds. */
  first(no: bigint, yes: bigint, will: ValueTest): bigint {
    let [below, above] = [no, yes];
    while (above - below > 1n) {
      const middle = (below + above) / 2n;
      if (will(this.at(middle))) above = middle;
      else below = middle;
    }
    return above;
  }

  #count(end: Rational): bigint {
    const steps = numeratorOf(floor(divide(subtract(end, this.#now), this.#step)));
    return steps < 0n ? 0n : steps;
  }
}
