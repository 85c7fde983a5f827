/** A generator of pseudo-random numbers from 0 to below 1: the same seed gives the same numbers (G. Marsaglia, xorshift32). */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
