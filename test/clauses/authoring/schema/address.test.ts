import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSafeAddress } from '../../../../clauses/authoring.ts';

const SITE = 'https://site.example';

/** Pieces of which hostile addresses are made. */
const pieces = fc.constantFrom(
  ...[
    '/',
    '//',
    '\\',
    '\t',
    '\n',
    ' ',
    '.',
    '..',
    '%2e',
    '%5C',
    '%2F',
    '@',
    ':',
    '?',
    '#',
    'evil.example',
    'a',
  ],
  ...[
    'http:',
    'https:',
    'javascript:',
    'mailto:',
    'tel:',
    '1',
    '。',
    '／',
    '＼',
    '甲',
    '\u3000',
    '\u00ad',
    '[',
    ']',
  ],
);
const addresses = fc.array(pieces, { maxLength: 8 }).map((each) => each.join(''));

test('an address that is taken leads where a browser goes: to the host that is read, or to a page of the site', () => {
  fc.assert(
    fc.property(addresses, (address) => {
      if (!isSafeAddress(address) || !URL.canParse(address, SITE)) return;
      const url = new URL(address, SITE);
      const host = /^https?:\/\/([^/?#]*)/.exec(address)?.[1];
      expect([url.username, url.password]).toEqual(['', '']);
      if (host !== undefined) expect(new URL(`https://${host}`).host).toBe(url.host);
      else if (/^[/#]/.test(address)) {
        expect(url.origin).toBe(SITE);
        expect(url.pathname).not.toContain('//');
      } else expect(url.protocol).toMatch(/^(?:mailto|tel):$/);
    }),
    { numRuns: 20_000, seed: 12 },
  );
});

test('long addresses are judged in linear time', () => {
  const started = performance.now();
  for (const unit of ['a', 'a.', '-', '/', './', 'a/', '@', '%'])
    for (const start of ['https://', '/', 'mailto:', 'tel:1', '#'])
      isSafeAddress(`${start}${unit.repeat(200_000)}\\`);
  expect(performance.now() - started).toBeLessThan(2000);
});
