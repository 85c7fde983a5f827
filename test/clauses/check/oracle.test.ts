import { expect, test } from 'vitest';
import { runWorlds } from '../../oracle/run.ts';

/** `npm run prove` tries a million; a world that fails here is printed by `npm run prove -- --seed 1 --from N --cases 1`. */
const WORLDS = 4_000;
const CHUNK = 2_000;

for (let from = 0; from < WORLDS; from += CHUNK)
  test(`random worlds ${from} to ${from + CHUNK - 1} agree with every completion`, {
    timeout: 60_000,
  }, () => {
    expect(runWorlds(1, from, CHUNK).failed).toEqual([]);
  });
