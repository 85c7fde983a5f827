import { byTopic } from './clauses.ts';
import { allPolicies, oncePerBuild, sharedTables } from './content/collections.ts';
import { facetsOf } from './facets.ts';
import { relationsOf } from './related.ts';

/** The clauses of the site by topic. */
export const allTopics = oncePerBuild(async () => byTopic((await allPolicies()).map(({ policy }) => policy)));

/** All static lists of the site. */
export const allFacets = oncePerBuild(async () =>
  facetsOf(await allPolicies(), (await sharedTables()).jurisdictions),
);

/** What each document has to do with the others. */
export const allRelations = oncePerBuild(async () =>
  relationsOf(await allPolicies(), (await sharedTables()).jurisdictions),
);
