/**
 * `npm run bench`: measures and prints Markdown tables; docs/benchmarks.md keeps the results.
 * `npm run bench -- core compare questions edge crowd first load page build` runs the named parts. `--minutes N` (default 1) is
 * the duration of `load`, `--policies N` (default 1000) the size of `build`, which takes some minutes. `build-10000` and
 * `starlight` (a Starlight site of the same texts) run only when they are named.
 */
import { cpus } from 'node:os';
import { readArguments, refuseArguments, wholeNumber } from '../tools/arguments.ts';
import { buildOrExit } from '../tools/build.ts';
import { benchBuild, benchStarlight } from './build.ts';
import { benchCompare } from './compare.ts';
import { benchCore } from './core.ts';
import { benchCrowd } from './crowd.ts';
import { benchEdge } from './edge.ts';
import { benchFirstCheck } from './first-check.ts';
import { benchLoad } from './load.ts';
import { benchPageSize } from './page-size.ts';
import { benchQuestions } from './questions.ts';

const {
  values: { minutes, policies },
  positionals: wanted,
} = readArguments('npm run bench [-- PART …] [--minutes N] [--policies N]', {
  options: { minutes: { type: 'string', default: '1' }, policies: { type: 'string', default: '1000' } },
  allowPositionals: true,
});

const parts: Readonly<Record<string, () => void | Promise<void>>> = {
  core: benchCore,
  compare: benchCompare,
  questions: benchQuestions,
  edge: benchEdge,
  crowd: benchCrowd,
  first: benchFirstCheck,
  load: () => benchLoad(wholeNumber('minutes', minutes, 1)),
  page: benchPageSize,
  build: () => benchBuild(wholeNumber('policies', policies, 1)),
};

/** Parts that run only when they are named: one takes about a quarter of an hour, the other installs a package. */
const long: typeof parts = {
  'build-10000': () => benchBuild(10_000),
  starlight: () => benchStarlight(wholeNumber('policies', policies, 1)),
};

const unknown = wanted.filter((name) => !(name in parts || name in long));
if (unknown.length > 0) {
  refuseArguments(
    `Unknown part: ${unknown.join(', ')}. There are: ${[...Object.keys(parts), ...Object.keys(long)].join(', ')}.`,
  );
}

await buildOrExit();
console.log(`\nNode ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`);
for (const [name, run] of Object.entries({ ...parts, ...long })) {
  if (wanted.length > 0 ? !wanted.includes(name) : name in long) continue;
  console.log(`\n## ${name}\n`);
  await run();
}
