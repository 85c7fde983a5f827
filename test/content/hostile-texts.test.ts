import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasErrors, loadContent } from '../../site/content/load/load-content.ts';
import { searchRecords } from '../../site/search/records.ts';
import { spacedHtml } from '../../site/search/spaced.ts';
import { fixture, readInWorld, world } from './fixtures.ts';
import { contentFolder } from './folder.ts';

const tiny = fixture('good/tiny.mdx');

/** Half of a pair: a text with one is not well-formed. */
const LONE_SURROGATE = /\p{Cs}/u;

/** Code points that break programs: lone surrogates, controls, direction marks, noncharacters, parts of addresses. */
const hostile = fc.oneof(
  fc.constantFrom(
    ...[
      0, 1, 7, 8, 9, 10, 13, 0x1b, 0x7f, 0x85, 0xad, 0x61c, 0x180e, 0x200b, 0x200d, 0x202e, 0x2028, 0x2066,
      0xfdd0,
    ],
    ...[
      0xd800, 0xdbff, 0xdc00, 0xdfff, 0xfeff, 0xfffd, 0xfffe, 0xffff, 0x1fffe, 0x10ffff, 0xe0001, 0xe0100,
      0x3164,
    ],
    ...Array.from('/\\?#%.<>&"\'{}[]:,|*甲𠀀', (char) => char.codePointAt(0) ?? 0),
  ),
  fc.integer({ min: 0, max: 0x10ffff }),
);

/** A double-quoted scalar of YAML in which every code point is an escape. */
const escaped = (codes: readonly number[]): string =>
  `"甲${codes.map((code) => (code > 0xffff ? `\\U${hex(code, 8)}` : `\\u${hex(code, 4)}`)).join('')}"`;
const hex = (code: number, digits: number): string => code.toString(16).padStart(digits, '0');

/** Places in a policy file for a text, each by the text that it replaces. */
const places = [
  'title: 测试办法',
  'issuers: [测试市人民政府]',
  'topics: [技术改造]',
  'title: 规模以上企业奖励',
  'administrators: [市工信局]',
  'name: 规模以上企业',
] as const;

function withText(place: string, scalar: string): string {
  const [key = '', text = ''] = place.split(': ');
  return tiny.replace(place, `${key}: ${text.startsWith('[') ? `[${scalar}]` : scalar}`);
}

/** Every text in a value, keys as well. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => [key, ...textsIn(each)]);
}

test('what the check takes can be published, whatever code points are written into a text', () => {
  let taken = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...places),
      fc.array(hostile, { minLength: 1, maxLength: 3 }),
      (place, codes) => {
        const { policy, issues } = readInWorld(withText(place, escaped(codes)));
        if (policy === undefined || hasErrors(issues)) {
          expect(issues.every(({ line, message }) => line > 0 && message !== '')).toBe(true);
          return;
        }
        taken += 1;
        for (const text of textsIn(policy)) expect(text).not.toMatch(LONE_SURROGATE);
        expect(JSON.stringify(policy)).not.toMatch(/[\p{Cs}\p{Bidi_Control}\p{Noncharacter_Code_Point}]/u);
        for (const name of [...policy.topics, ...policy.issuers]) {
          expect(new URL(`/browse/topic/${name}/`, 'https://a.example').pathname.split('/')).toHaveLength(5);
          expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
        }
      },
    ),
    { numRuns: 1500, seed: 12 },
  );
  expect(taken).toBeGreaterThan(150);
});

test('the search index can be made of a policy with the strangest texts that are taken', () => {
  const text = places.reduce((all, place) => {
    const [key = '', given = ''] = place.split(': ');
    const scalar = '"甲<b>&{x}\\"\\\'𠀀:|*\\U000E0100"'.replace("\\'", "'");
    return all.replace(place, `${key}: ${given.startsWith('[') ? `[${scalar}]` : scalar}`);
  }, tiny);
  const { policies, issues } = loadContent(contentFolder({ 'policies/ceshi/1.mdx': text }));
  expect(issues).toEqual([]);
  const records = [...searchRecords(policies, world.jurisdictions, world.dictionary)];
  expect(records.length).toBeGreaterThan(1);
  for (const { url, html } of records) {
    expect(url + spacedHtml(html)).not.toMatch(LONE_SURROGATE);
  }
});

test.each(['facts.yaml', 'terms.yaml', 'jurisdictions.yaml', 'indicators.yaml'])(
  'a lone surrogate in %s is named with its line',
  (table) => {
    const broken = '# 第一行\n"\\uD800": 甲\n';
    const { issues } = loadContent(contentFolder({ [table]: broken, 'policies/ceshi/1.mdx': tiny }));
    expect(issues).toContainEqual(expect.objectContaining({ code: 'invisibleCharacter', line: 2 }));
  },
);
