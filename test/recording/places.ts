import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { groupsOf } from './applicants.ts';
import type { Options } from './options.ts';
import type { Digests, Recording, RecordingSettings } from './recording.ts';

/** The task of a thread: the applicants of one place. */
export interface PlaceWork extends Pick<Options, 'tree' | 'day' | 'seed' | 'applicants'> {
  readonly slug: string;
  readonly settings: RecordingSettings;
}

/** The number of places that are recorded at the same time. */
const THREADS = 2;

/** Records the applicants of every place that a tree has published, and returns their digests. */
export async function recordPlaces(options: Options, recording: Recording): Promise<Digests> {
  const { tree, day, seed, applicants } = options;
  const { settings } = recording;
  const waiting = placesOf(tree).filter((slug) => recording.wants(...groupsOf(slug)));
  const digests: Record<string, Digests[string]> = {};
  const work = async (): Promise<void> => {
    for (let slug = waiting.shift(); slug !== undefined; slug = waiting.shift()) {
      const started = performance.now();
      Object.assign(digests, await inThread({ tree, day, seed, applicants, slug, settings }));
      console.error(`${slug}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
    }
  };
  await Promise.all(Array.from({ length: THREADS }, work));
  return digests;
}

/** The slugs of the published places. */
export function placesOf(tree: string): string[] {
  const file = join(tree, 'dist', 'data', 'jurisdictions.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { slug: string }[]).map(({ slug }) => slug);
}

function inThread(workerData: PlaceWork): Promise<Digests> {
  const thread = new Worker(new URL('./place.worker.ts', import.meta.url), { workerData });
  return new Promise((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', (code) => reject(new Error(`The thread of a place ended with ${code}.`)));
  });
}
