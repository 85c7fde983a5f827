/** The second thread of a load of many policies, which reads them from the last on. */
import { workerData } from 'node:worker_threads';
import { readAhead } from './load-content.ts';
import { cacheOptions, type PolicyCache } from './policy-cache.ts';

const sources = workerData as PolicyCache;
readAhead(sources.folder, cacheOptions(sources));
