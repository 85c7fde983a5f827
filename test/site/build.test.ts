import { expect, test } from 'vitest';
import { inputsDigest } from '../../tools/build.ts';

test('a site that was built yesterday is built again, one that was built today is not', () => {
  expect(inputsDigest('2026-11-22')).not.toBe(inputsDigest('2026-11-21'));
  expect(inputsDigest('2026-11-21')).toBe(inputsDigest('2026-11-21'));
});
