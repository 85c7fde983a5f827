import { expect, test } from 'vitest';
import { buildCatalogue } from '../../../clauses/authoring.ts';
import { defaultExplainers } from '../../../clauses/explain.ts';
import { type ClauseResult, check, prepareCatalogues } from '../../../clauses/index.ts';
import { concerningReadings, isOwnReading, ownedName } from '../../../clauses/language.ts';
import { loadContent } from '../../../site/content/load/load-content.ts';

const { dictionary, policies: loaded } = loadContent('content');
if (dictionary === undefined) throw new Error('the content has no dictionary');
const policies = loaded.map(({ policy }) => policy).filter((policy) => policy !== undefined);
const prepared = prepareCatalogues(
  dictionary,
  ['jieyang', 'longnan', 'zhongshan', 'guangdong', 'shenzhen'].map((jurisdiction) =>
    buildCatalogue(
      jurisdiction,
      policies.filter((each) => each.jurisdiction === jurisdiction),
      () => '',
    ),
  ),
);

function resultOf(id: string): ClauseResult {
  const request = {
    asOf: '2023-06-01',
    jurisdiction: '',
    answers: { values: new Map(), lists: new Map() },
    clauses: [id],
  };
  const [result] = check(prepared, { ...request, ...defaultExplainers }).clauses;
  if (result === undefined) throw new Error(`no result for ${id}`);
  return result;
}

test('a result has every reading that concerns the clause, those of others with their owner', () => {
  for (const policy of policies)
    for (const clause of policy.clauses) {
      const expected = (concerningReadings(policy).get(clause.id) ?? []).map((reading) =>
        isOwnReading(clause, reading) ? reading.name : ownedName(reading),
      );
      expect(
        resultOf(clause.id).readings.map(({ id }) => id),
        clause.id,
      ).toEqual(expected);
    }
});

test('what stands over several items of Jieyang stands in the result of each, noted readings included', () => {
  for (const item of [
    'automated-lines',
    'smart-manufacturing-pilot',
    'it-industry-integration',
    'civil-military-rd',
  ])
    expect(resultOf(`jieyang/2018-119#${item}`).readings).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: 'equipment-renewal:cap', kind: 'computed' }),
        expect.objectContaining({ id: 'equipment-renewal:superposition', kind: 'noted' }),
        expect.objectContaining({ id: 'equipment-renewal:key-enterprise', kind: 'noted' }),
      ]),
    );
});

test('two groups of Longnan ask the same question, and each is named', () => {
  const ids = (clause: string): readonly string[] =>
    resultOf(`longnan/2022-40#${clause}`).readings.map(({ id }) => id);
  expect(ids('integration-standard')).toContain('integration-titles:titles');
  expect(ids('service-manufacturing-national')).toContain('service-titles:titles');
  expect(ids('cloud')).toEqual(
    expect.arrayContaining(['equipment-award:selection', 'fiscal-limit:scope', 'fiscal-limit:tax-year']),
  );
});
