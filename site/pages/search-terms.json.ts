import { allPolicies, sharedTables } from '../content/collections.ts';
import { searchTerms } from '../search/terms.ts';

/** The vocabulary of the search, which the search page loads with the first query. */
export async function GET(): Promise<Response> {
  const { terms, jurisdictions } = await sharedTables();
  const policies = (await allPolicies()).map(({ policy }) => policy);
  const vocabulary = searchTerms({ synonyms: terms.synonyms ?? [], jurisdictions, policies });
  return new Response(JSON.stringify(vocabulary), { headers: { 'Content-Type': 'application/json' } });
}
