/**
 * `node test/recording/run.ts`: records what a built tree publishes and answers, as digests by group and part, so that a
 * refactoring can show that it changes nothing. Build the tree first: `npm run build -- --day 2026-11-30`.
 *
 * `--tree FOLDER` records another checkout, which has its own `node_modules`; the applicants are those of this tree.
 * `--write` keeps the digests in digests.json; `--check` compares with them and ends with code 1 where they differ.
 * `--replace` applies replacements.json: an old tree recorded with it equals the new tree recorded without it.
 * `--only api:longnan,published` records some groups, `--out FOLDER` stores their texts in a new folder, for `diff -r`.
 * `--day`, `--seed` and `--applicants` (of each place) choose other requests.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { recordAuthoring } from './authoring.ts';
import { stopClock } from './clock.ts';
import { differences, type Recorded, readCommitted, recorded, writeCommitted } from './committed.ts';
import { recordCheck } from './content-check.ts';
import { loadEdge } from './edge.ts';
import { type Options, readOptions } from './options.ts';
import { recordPlaces } from './places.ts';
import { recordProblems } from './problems.ts';
import { recordPublished } from './published.ts';
import { Recording } from './recording.ts';
import { readReplacements } from './replacements.ts';
import { recordRoutes } from './routes.ts';

async function record(options: Options, recording: Recording): Promise<Recorded> {
  const { tree, day } = options;
  const ofPlaces = recordPlaces(options, recording);
  stopClock(day);
  recordPublished(tree, recording);
  const send = await loadEdge(tree);
  await recordRoutes(tree, send, recording);
  await recordProblems(send, recording);
  const applicants = await ofPlaces;
  recordCheck(tree, day, recording);
  recordAuthoring(tree, day, recording);
  return recorded(options, { ...recording.digests(), ...applicants });
}

function compare(now: Recorded, recording: Recording): boolean {
  const found = differences(readCommitted(), now, (group) => recording.wants(group));
  for (const each of found) console.log(each);
  console.log(found.length === 0 ? 'Nothing differs.' : `${found.length} differences.`);
  return found.length === 0;
}

async function run(): Promise<boolean> {
  const options = readOptions();
  const { replace, out, only } = options;
  if (out !== undefined) {
    if (existsSync(out)) throw new Error(`--out ${out} exists: name a new folder.`);
    mkdirSync(out, { recursive: true });
  }
  const recording = new Recording({ replacements: replace ? readReplacements() : [], out, only });
  const now = await record(options, recording);
  for (const [group, digest] of Object.entries(now.groups)) console.log(`${digest} ${group}`);
  if (options.write) writeCommitted(now);
  return options.check ? compare(now, recording) : true;
}

process.exitCode = (await run()) ? 0 : 1;
