import { byTopic, topicAddress } from './clauses.ts';
import { allPolicies, oncePerBuild, sharedTables } from './content/publish/collections.ts';
import { spreadsheetPaths } from './content/publish/open-data.ts';
import { facetsOf } from './facets.ts';
import { relationsOf } from './related.ts';

/** The clauses of the site by topic. */
export const allTopics = oncePerBuild(async () => byTopic((await allPolicies()).map(({ policy }) => policy)));

/** The pages of the topics, each with the number of awards that it lists. */
export const allTopicLinks = oncePerBuild(async () =>
  (await allTopics()).map(([topic, placed]) => ({
    topic,
    address: topicAddress(topic),
    awards: placed.filter(({ clause }) => clause.kind === 'award').length,
  })),
);

/** The addresses of the spreadsheets. */
export const allSpreadsheets = oncePerBuild(async () => spreadsheetPaths(await allPolicies()));

/** All static lists of the site. */
export const allFacets = oncePerBuild(async () =>
  facetsOf(await allPolicies(), (await sharedTables()).jurisdictions),
);

/** The relations of each document to the others. */
export const allRelations = oncePerBuild(async () =>
  relationsOf(await allPolicies(), (await sharedTables()).jurisdictions),
);
