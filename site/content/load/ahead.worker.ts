/** The second thread of a load of many policies, which reads them from the last on. */
import { workerData } from 'node:worker_threads';
import { type KeepingIn, keeping } from './kept.ts';
import { readAhead } from './load.ts';

const sources = workerData as KeepingIn;
readAhead(sources.folder, keeping(sources));
