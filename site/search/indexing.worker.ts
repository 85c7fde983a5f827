/** The thread that makes the search index, so that it is made while the pages are. */
import { parentPort, workerData } from 'node:worker_threads';
import { makeIndex } from './indexing.ts';

parentPort?.postMessage(await makeIndex(workerData));
