import { allPolicies, oncePerBuild, sharedTables } from './content/collections.ts';
import { sha256 } from './content/files.ts';
import { today } from './content/today.ts';
import { pageKeys } from './pageKeys.ts';

/** The keys of the pages of this build. Tables and day are part of every key. */
export const cacheKeys = oncePerBuild(async () =>
  pageKeys(await allPolicies(), today(), sha256(JSON.stringify(await sharedTables()))),
);
