/** The first worlds of test/clauses/check/oracle.test.ts. The results of the oracle do not depend on the mutant and are cached. */
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
