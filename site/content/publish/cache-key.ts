import { sha256 } from '../load/content-files.ts';
import { today } from '../load/today.ts';
import { allPolicies, oncePerBuild, sharedTables } from './collections.ts';
import { pageKeys } from './page-keys.ts';

/** The keys of the pages of this build. Tables and day are part of every key. */
export const cacheKeys = oncePerBuild(async () =>
  pageKeys(await allPolicies(), today(), sha256(JSON.stringify(await sharedTables()))),
);
