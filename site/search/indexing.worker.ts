/** The thread that makes the search index while the pages are built. */
import { parentPort, workerData } from 'node:worker_threads';
import { makeIndex } from './indexing.ts';

parentPort?.postMessage(await makeIndex(workerData));
