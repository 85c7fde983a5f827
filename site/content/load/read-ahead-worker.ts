/** The worker thread that reads policies from the last one backwards while the main thread loads from the first. */
import { workerData } from 'node:worker_threads';
import { readAhead } from './load-content.ts';
import { cacheOptions, type PolicyCache } from './policy-cache.ts';

const cache: PolicyCache = workerData;
readAhead(cache.folder, cacheOptions(cache));
