import { Random as Numbers } from '../oracle/random.ts';

/** The generator of pseudo-random numbers of the oracle, which also puts things into another order. */
export class Random extends Numbers {
  shuffled<T>(from: readonly T[]): T[] {
    const left = [...from];
    return from.flatMap(() => left.splice(this.below(left.length), 1));
  }
}
