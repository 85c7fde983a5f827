import { expect, test } from 'vitest';
import { assertSameAsByHand } from '../../bench/compare/agreement.ts';
import { AS_OF, comparedPlaces } from '../../bench/compare/compared-places.ts';
import { verdicts } from '../../clauses/index.ts';

/**
 * Every support of every published policy, written once more by hand from its text, and once more for two other engines:
 * over random applicants all of them say the same. `npm run bench -- compare` holds them over more.
 */
test('what is published says the same as functions written by hand and as two engines', async () => {
  const places = await comparedPlaces(400);
  expect(places).toHaveLength(5);
  for (const { prepared, draw } of places) {
    const { answers, byHand } = draw(1, 'any');
    const ours = verdicts(prepared, { answers, asOf: AS_OF });
    const [first, ...others] = byHand();
    expect(() => assertSameAsByHand(ours, [{ met: first?.met !== true }, ...others])).toThrow();
  }
});
