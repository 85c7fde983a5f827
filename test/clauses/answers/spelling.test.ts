import { expect, test } from 'vitest';
import { editDistance, nearestSpelling } from '../../../clauses/answers/spelling.ts';

const DISTANCES: readonly (readonly [string, string, number])[] = [
  ['', '', 0],
  ['abc', '', 3],
  ['cots', 'cost', 1],
  ['cost', 'costs', 1],
  ['cast', 'cost', 1],
  ['kitten', 'sitting', 3],
];

test.each(DISTANCES)('from %j to %j the distance is %i', (a, b, count) => {
  expect(editDistance(a, b)).toBe(count);
  expect(editDistance(b, a)).toBe(count);
});

const IDS = ['enterprise.local', 'enterprise.aboveScale', 'projects.equipmentCost'];

test.each([
  ['projects.equipmentCots', 'projects.equipmentCost'],
  ['project.equipmentCost', 'projects.equipmentCost'],
  ['equipmentCost', 'projects.equipmentCost'],
  ['Enterprise.LOCAL', 'enterprise.local'],
  ['enterprise.moon', undefined],
  ['tax', undefined],
])('%s is near %s', (word, found) => {
  expect(nearestSpelling(word, IDS)).toBe(found);
});
