/** The thread that records some applicants of one place. It posts their digests to the thread that started it. */
import { parentPort, workerData } from 'node:worker_threads';
import { publishedPlaces } from '../parity/published-places.ts';
import { recordApplicant } from './applicants.ts';
import { stopClock } from './clock.ts';
import { loadEdge } from './edge.ts';
import type { PlaceWork } from './places.ts';
import { Recording } from './recording.ts';

const { tree, day, seed, applicants, slug, settings } = workerData as PlaceWork;
stopClock(day);
const place = publishedPlaces(tree).find((each) => each.slug === slug);
if (place === undefined) throw new Error(`The tree has not published the place ${slug}.`);
const recording = new Recording(settings);
const send = await loadEdge(tree);
for (let number = 0; number < applicants; number += 1)
  await recordApplicant(place, seed, number, send, recording);
parentPort?.postMessage(recording.digests());
