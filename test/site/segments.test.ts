import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { phrases } from '../../site/search/spaced.ts';

beforeEach(() => {
  vi.resetModules();
  vi.stubGlobal('Intl', {});
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test.each([
  '6%',
  '按1:1.5配套',
  '0.5‰',
  '2.0%以上',
  '3.5-4万元',
  'ISO10012',
  'ISO/IEC 17025',
  'GB/T19001-2016',
  '5G+',
])('a browser that knows no words asks the index for %s as it was cut', async (query) => {
  const old = await import('../../site/search/spaced.ts');
  expect(old.phrases).not.toBe(phrases);
  expect(old.phrases(query)).toEqual(phrases(query));
});
