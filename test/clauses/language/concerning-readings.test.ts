import { expect, test } from 'vitest';
import { concerningReadings, ownedName } from '../../../clauses/language.ts';
import { loadContent } from '../../../site/content/load/load-content.ts';
import { fixture, readInWorld } from '../../content/fixtures.ts';

const concerning = new Map(
  loadContent('content').policies.flatMap(({ policy }) => [...concerningReadings(policy)]),
);

function namesOf(clause: string): readonly string[] {
  return (concerning.get(clause) ?? []).map(ownedName);
}

const fiscal = ['fiscal-limit:scope', 'fiscal-limit:tax-year'];
const jieyang = [
  'equipment-renewal:cap',
  'equipment-renewal:superposition',
  'equipment-renewal:key-enterprise',
];

test.each<[string, readonly string[]]>([
  ['jieyang/2018-119#smart-manufacturing-pilot', jieyang],
  ['jieyang/2018-119#it-industry-integration', jieyang],
  ['jieyang/2018-119#civil-military-rd', jieyang],
  ['jieyang/2018-119#automated-lines', ['automated-lines:lease', ...jieyang]],
  [
    'jieyang/2018-119#equipment-renewal',
    [
      'equipment-renewal:first-set',
      'equipment-renewal:cap',
      'equipment-renewal:superposition',
      'equipment-renewal:key-enterprise',
      'equipment-renewal:lease',
    ],
  ],
  [
    'jieyang/2018-119#inclusive-post-award-relocated',
    [
      'inclusive-post-award-relocated:conditions',
      'inclusive-post-award-relocated:increment',
      'inclusive-post-award:after-plan',
    ],
  ],
  [
    'longnan/2022-40#integration-standard',
    ['equipment-award:selection', ...fiscal, 'integration-titles:titles'],
  ],
  [
    'longnan/2022-40#service-manufacturing-city',
    ['service-manufacturing-city:city', 'equipment-award:selection', ...fiscal, 'service-titles:titles'],
  ],
  ['longnan/2022-40#fiscal-limit', fiscal],
  ['longnan/2022-40#project-register-city', []],
  [
    'zhongshan/2018-traditional-industries#upgrade-backbone',
    [
      'upgrade-backbone:investment',
      'upgrade:revenue',
      'upgrade:tiers',
      'upgrade-smart:backbone',
      'machine-tools:both',
    ],
  ],
])('%s: its own readings first, then those of others that concern it', (clause, names) => {
  expect(namesOf(clause)).toEqual(names);
});

test('every reading that a rule names, and every one of its own, concerns the clause', () => {
  for (const { policy } of loadContent('content').policies)
    for (const clause of policy.clauses) {
      const ids = (concerning.get(clause.id) ?? []).map(({ id }) => id);
      expect(new Set(ids).size, clause.id).toBe(ids.length);
      expect(ids).toEqual(expect.arrayContaining(clause.readings.map(({ id }) => id)));
      const { limits: _, ...rule } = clause;
      for (const [, named] of JSON.stringify(rule).matchAll(/"reading":"([^"]+)"/g))
        expect(ids, clause.id).toContain(named);
    }
});

const tiny = fixture('good/tiny.mdx');
const withReading = (concerns: string): string =>
  tiny.replace(
    /^ {4}examples:/m,
    `    readings: [{ id: open, question: 怎样理解？, note: 没有写明。, concerns: ${concerns} }]\n    examples:`,
  );

test('a reading concerns no clause that does not exist', () => {
  const issues = (concerns: string): readonly string[] =>
    readInWorld(withReading(concerns)).issues.flatMap(({ code, severity }) =>
      severity === 'error' ? [code] : [],
    );
  expect(issues('[nobody]')).toContain('unknownClause');
  expect(issues('{ allBut: [nobody] }')).toContain('unknownClause');
  expect(issues('{ allBut: [] }')).not.toContain('unknownClause');
});
