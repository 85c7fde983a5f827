import { sha256 } from '../load/content-files.ts';
import { today } from '../load/today.ts';
import { allPolicies, oncePerBuild, sharedTables } from './collections.ts';
import { pageKeys } from './page-keys.ts';

/** Makes the cache keys of the pages of this build. The tables and the day are part of every key. */
export const cacheKeys = oncePerBuild(async () =>
  pageKeys(await allPolicies(), today(), sha256(JSON.stringify(await sharedTables()))),
);
