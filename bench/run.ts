/**
 * `npm run bench`: measures and prints Markdown; results are kept in docs/benchmarks.md.
 * `npm run bench -- core compare questions edge first load page build` runs chosen parts; `load` takes `--minutes N`
 * (1), `build` some minutes and `--policies N` (1000); `build-10000` and `starlight` (a site of the same texts) run only
 * when named.
 */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { buildOrExit } from '../tools/build.ts';
import { benchBuild, benchStarlight } from './build.ts';
import { benchCompare } from './compare.ts';
import { benchCore } from './core.ts';
import { benchEdge } from './edge.ts';
import { benchFirstCheck } from './first-check.ts';
import { benchLoad } from './load.ts';
import { benchPageSize } from './page-size.ts';
import { benchQuestions } from './questions.ts';

const {
  values: { minutes, policies },
  positionals: wanted,
} = parseArgs({
  options: { minutes: { type: 'string', default: '1' }, policies: { type: 'string', default: '1000' } },
  allowPositionals: true,
});

const parts: Readonly<Record<string, () => void | Promise<void>>> = {
  core: benchCore,
  compare: benchCompare,
  questions: benchQuestions,
  edge: benchEdge,
  first: benchFirstCheck,
  load: () => benchLoad(Number(minutes)),
  page: benchPageSize,
  build: () => benchBuild(Number(policies)),
};

/** Run only when they are named: one takes about a quarter of an hour, the other installs a package. */
const long: typeof parts = {
  'build-10000': () => benchBuild(10_000),
  starlight: () => benchStarlight(Number(policies)),
};

const unknown = wanted.filter((name) => !(name in parts || name in long));
if (unknown.length > 0) {
  console.error(
    `No such part: ${unknown.join(', ')}. There are: ${[...Object.keys(parts), ...Object.keys(long)].join(', ')}.`,
  );
  process.exit(2);
}

await buildOrExit();
console.log(`\nNode ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`);
for (const [name, run] of Object.entries({ ...parts, ...long })) {
  if (wanted.length > 0 ? !wanted.includes(name) : name in long) continue;
  console.log(`\n## ${name}\n`);
  await run();
}
