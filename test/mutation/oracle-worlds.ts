/** The first worlds of test/clauses/check/oracle.test.ts. What the oracle says of them hangs on no mutant, and is asked once. */
import { beforeAll, expect, test } from 'vitest';
import { compareWithEvaluator, consultOracle, type OracleWorld } from '../oracle/compare-world.ts';

const SEED = 1;
const WORLDS = 400;
const CHUNK = 10;

for (let from = 0; from < WORLDS; from += CHUNK) {
  let worlds: readonly OracleWorld[] = [];
  beforeAll(() => {
    worlds = Array.from({ length: CHUNK }, (_, index) => consultOracle(SEED, from + index));
  });
  test(`worlds ${from} to ${from + CHUNK - 1}`, () => {
    for (const world of worlds) expect(compareWithEvaluator(world).disagreements).toEqual([]);
  });
}
