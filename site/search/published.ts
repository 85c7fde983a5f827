import { allPolicies, sharedTables } from '../content/publish/collections.ts';
import { folderOf, indexParts } from './parts.ts';
import { searchTerms } from './terms.ts';
import type { PublishedTerms } from './words.ts';

/** The vocabulary of the published content, and the parts of its index. */
export async function publishedTerms(): Promise<PublishedTerms> {
  const { terms, jurisdictions } = await sharedTables();
  const loaded = await allPolicies();
  const policies = loaded.map(({ policy }) => policy);
  const parts = indexParts(loaded).map(({ name }, place) => folderOf(place, name));
  return {
    ...searchTerms({ synonyms: terms.synonyms ?? [], jurisdictions, policies }),
    parts: parts.slice(1),
  };
}
