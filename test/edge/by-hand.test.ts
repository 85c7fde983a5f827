import { expect, test } from 'vitest';
import { assertSameAsByHand } from '../../bench/compare/agreement.ts';
import { AS_OF, comparedPlaces } from '../../bench/compare/compared-places.ts';
import { verdicts } from '../../clauses/index.ts';

/**
 * Every support of every published policy, also written by hand from its text and for two other engines. Over random
 * applicants all give the same results. `npm run bench -- compare` checks more applicants.
 */
test('published clauses give the same results as functions written by hand and as two engines', async () => {
  const places = await comparedPlaces(400);
  expect(places).toHaveLength(5);
  for (const { prepared, draw } of places) {
    const { answers, byHand } = draw(1, 'any');
    const ours = verdicts(prepared, { answers, asOf: AS_OF });
    const [first, ...others] = byHand();
    expect(() => assertSameAsByHand(ours, [{ met: first?.met !== true }, ...others])).toThrow();
  }
});
