import { expect, test } from 'vitest';
import { DisjointSets } from '../../../clauses/check/disjoint-sets.ts';

test('an item that was never joined represents itself', () => {
  const sets = new DisjointSets<string>();
  sets.join(['a', 'b']);
  expect(sets.representative('c')).toBe('c');
  expect(['a', 'b', 'c'].map((item) => sets.isJoined(item))).toEqual([true, true, false]);
});

test('sets that share an item are one, in any order of joining', () => {
  const sets = new DisjointSets<string>();
  for (const pair of ['ab', 'cd', 'ef', 'bc', 'xy', 'fa']) sets.join(pair);
  const [first, ...others] = [...'abcdef'].map((item) => sets.representative(item));
  expect(new Set(others)).toEqual(new Set([first]));
  expect(sets.representative('x')).toBe(sets.representative('y'));
  expect(sets.representative('x')).not.toBe(first);
});

test('an item joined only with itself is joined', () => {
  const sets = new DisjointSets<string>();
  sets.join(['a']);
  expect([sets.isJoined('a'), sets.representative('a')]).toEqual([true, 'a']);
});
