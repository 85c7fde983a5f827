/** The first worlds of test/clauses/check/oracle.test.ts. What the oracle says of them hangs on no mutant, and is asked once. */
import { beforeAll, expect, test } from 'vitest';
import { judged, type Told, told } from '../oracle/trial.ts';

const SEED = 1;
const WORLDS = 400;
const CHUNK = 10;

for (let from = 0; from < WORLDS; from += CHUNK) {
  let worlds: readonly Told[] = [];
  beforeAll(() => {
    worlds = Array.from({ length: CHUNK }, (_, index) => told(SEED, from + index));
  });
  test(`worlds ${from} to ${from + CHUNK - 1}`, () => {
    for (const world of worlds) expect(judged(world).disagreements).toEqual([]);
  });
}
