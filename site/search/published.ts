import { allPolicies, sharedTables } from '../content/collections.ts';
import { searchTerms } from './terms.ts';
import type { SearchTerms } from './words.ts';

/** The vocabulary of the published content. */
export async function publishedTerms(): Promise<SearchTerms> {
  const { terms, jurisdictions } = await sharedTables();
  const policies = (await allPolicies()).map(({ policy }) => policy);
  return searchTerms({ synonyms: terms.synonyms ?? [], jurisdictions, policies });
}
