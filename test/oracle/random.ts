/** A small generator of pseudo-random numbers (sfc32): the same seed gives the same numbers on every machine. */
export class Random {
  readonly #state: Uint32Array;

  constructor(seed: number, stream: number) {
    this.#state = Uint32Array.of(seed, stream, 0x9e3779b9, 1);
    for (let round = 0; round < 12; round += 1) this.#next();
  }

  #next(): number {
    const [a = 0, b = 0, c = 0, count = 0] = this.#state;
    const sum = (a + b + count) >>> 0;
    this.#state[0] = b ^ (b >>> 9);
    this.#state[1] = c + (c << 3);
    this.#state[2] = ((c << 21) | (c >>> 11)) + sum;
    this.#state[3] = count + 1;
    return sum;
  }

  /** A whole number from 0 to `count` - 1. */
  below(count: number): number {
    return this.#next() % count;
  }

  /** True with a probability of 1 in `times`. */
  once(times: number): boolean {
    return this.below(times) === 0;
  }

  pick<T>(from: readonly T[]): T {
    const chosen = from[this.below(from.length)];
    if (chosen === undefined) throw new RangeError('nothing to pick from');
    return chosen;
  }

  /** An array of `least` to `most` elements. */
  several<T>(least: number, most: number, make: (index: number) => T): T[] {
    return Array.from({ length: least + this.below(most - least + 1) }, (_, index) => make(index));
  }

  /** The same elements in a random order. */
  shuffled<T>(from: readonly T[]): T[] {
    const left = [...from];
    return from.flatMap(() => left.splice(this.below(left.length), 1));
  }
}
