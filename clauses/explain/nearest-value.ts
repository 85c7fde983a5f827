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

/** How often the distance is doubled. */
const DOUBLINGS = 32;

/** Whether a value of an answer has the wanted effect. */
export type ValueTest = (value: Rational) => boolean;

/**
 * The nearest values above and below `now` that pass a test, in the directions in which the clause can improve; at most
 * two. Found by doubling the distance and then by bisection: exact if all values beyond the nearest one pass too.
 */
export function nearestValues(influence: Influence, now: Rational, passes: ValueTest): readonly Rational[] {
  return directions(influence).flatMap((sign) => {
    const grid = new Grid(influence, now, sign);
    for (let doubling = 0; doubling < DOUBLINGS; doubling += 1) {
      const distance = grid.distance(doubling);
      if (distance === grid.distance(doubling - 1)) return [];
      if (passes(grid.at(distance)))
        return [grid.at(grid.first(grid.distance(doubling - 1), distance, passes))];
    }
    return [];
  });
}

/** The farthest values that {@link nearestValues} tries. */
export function farthestValues(influence: Influence, now: Rational): readonly Rational[] {
  return directions(influence).map((sign) => {
    const grid = new Grid(influence, now, sign);
    return grid.at(grid.distance(DOUBLINGS));
  });
}

/** The directions in which a change can help: 1 for larger values, -1 for smaller ones. */
function directions({ condition, amount }: Influence): readonly (1 | -1)[] {
  const signs = [condition, amount].filter((sign) => sign !== undefined);
  if (signs.every((sign) => sign === 1)) return [1];
  return signs.every((sign) => sign === -1) ? [-1] : [1, -1];
}

/** The possible values of an answer in one direction, numbered by their distance from its present value. */
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

  /** The distance after so many doublings, in steps of the grid; not beyond the declared range. */
  distance(doubling: number): bigint {
    if (doubling < 0) return 0n;
    const far = this.#first << BigInt(doubling);
    return this.#most !== undefined && far > this.#most ? this.#most : far;
  }

  /** The first distance that passes a test, if `failing` does not and `passing` does. */
  first(failing: bigint, passing: bigint, passes: ValueTest): bigint {
    let [below, above] = [failing, passing];
    while (above - below > 1n) {
      const middle = (below + above) / 2n;
      if (passes(this.at(middle))) above = middle;
      else below = middle;
    }
    return above;
  }

  #count(end: Rational): bigint {
    const steps = numeratorOf(floor(divide(subtract(end, this.#now), this.#step)));
    return steps < 0n ? 0n : steps;
  }
}
