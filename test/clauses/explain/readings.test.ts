import { expect, test } from 'vitest';
import { buildCatalogue } from '../../../clauses/authoring.ts';
import { type Catalogue, type ClauseResult, check, prepareCatalogues } from '../../../clauses/index.ts';
import { defaultExplainers } from '../../../clauses/explain.ts';
import { concerningReadings, isOwnReading, ownedName } from '../../../clauses/language.ts';
import { loadContent } from '../../../site/content/load/load-content.ts';

const { dictionary, policies } = loadContent('content');
if (dictionary === undefined) throw new Error('the content has no dictionary');

function results(jurisdiction: string, clauses?: readonly string[]): readonly ClauseResult[] {
  if (dictionary === undefined) return [];
  const own = policies.map(({ policy }) => policy).filter((policy) => policy?.jurisdiction === jurisdiction);
  const catalogue: Catalogue = buildCatalogue(jurisdiction, own.filter((each) => each !== undefined), () => '');
  const request = {
    asOf: '2023-06-01',
    answers: {},
    ...(clauses === undefined ? {} : { clauses }),
    ...defaultExplainers,
  };
  return check(prepareCatalogues(dictionary, [catalogue]), request).clauses;
}
