/**
 * `npm run prove`: evaluates a million random laws and applicants and compares each result with the oracle of
 * test/oracle/, which tries every completion. `npm run prove -- --cases N --seed S --from N --jobs N` runs others;
 * `--cases 1` prints one world in full. When it is stopped, it finishes the chunks that are running, prints the sums and
 * the command that continues.
 */
import { availableParallelism } from 'node:os';
import { readArguments, wholeNumber } from './arguments.ts';
import { capture, lastLineOf, seconds, show } from './run.ts';

const { values } = readArguments('npm run prove [-- --cases N --seed S --from N --jobs N]', {
  options: {
    cases: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
    jobs: { type: 'string', default: String(availableParallelism()) },
  },
});
const cases = wholeNumber('cases', values.cases);
const seed = wholeNumber('seed', values.seed);
const from = wholeNumber('from', values.from);
const jobs = wholeNumber('jobs', values.jobs, 1);

/** The last line of `test/oracle/run.ts`. */
interface Report {
  readonly worlds: number;
  readonly completions: number;
  readonly verdicts: number;
  readonly decided: number;
  readonly amounts: number;
  readonly exact: number;
  readonly failed: readonly { readonly number: number; readonly size: number; readonly what: string }[];
}

const CHUNK_SIZE = 5_000;

/** Consecutive worlds; a chunk without a report was not completed. */
interface Chunk {
  readonly first: number;
  readonly count: number;
  report?: Report;
}

const chunks = Array.from({ length: Math.ceil(cases / CHUNK_SIZE) }, (_, index): Chunk => {
  const first = index * CHUNK_SIZE;
  return { first: from + first, count: Math.min(CHUNK_SIZE, cases - first) };
});
const started = Date.now();
let stopped = false;

function runner(first: number, count: number): ['node', ...string[]] {
  return ['node', 'test/oracle/run.ts', `--seed=${seed}`, `--from=${first}`, `--count=${count}`];
}

function sum(key: Exclude<keyof Report, 'failed'>): number {
  return chunks.reduce((total, { report }) => total + (report?.[key] ?? 0), 0);
}

function failures(): Report['failed'] {
  return chunks.flatMap(({ report }) => report?.failed ?? []);
}

function progress(): string {
  const done = sum('worlds');
  const rate = (done * 1000) / (Date.now() - started);
  const left = Math.ceil((cases - done) / rate / 60);
  return `${done} of ${cases} worlds, ${Math.round(rate)} a second, ${failures().length} disagreements, ${left} min left`;
}

async function work(waiting: Chunk[]): Promise<void> {
  for (let chunk = waiting.shift(); chunk !== undefined && !stopped; chunk = waiting.shift()) {
    const { first, count } = chunk;
    const ended = await capture(runner(first, count));
    if (!ended.ok) {
      console.error(`The chunk from ${first} on was not completed:\n${ended.output.slice(-2_000)}`);
      continue;
    }
    chunk.report = lastLineOf<Report>(ended.output);
    console.log(progress());
    for (const { number } of chunk.report.failed) console.log(`  disagreement at --from ${number}`);
  }
}

function stop(): void {
  console.error('Stopping when the running chunks are done.');
  stopped = true;
}

if (cases === 1) process.exit((await show(runner(from, 1))) ? 0 : 1);

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);
const waiting = [...chunks];
await Promise.all(Array.from({ length: jobs }, () => work(waiting)));

const failed = [...failures()].sort((a, b) => a.size - b.size);
for (const { number, what } of failed.slice(0, 10))
  console.log(`\n${what}\n  npm run prove -- --seed ${seed} --from ${number} --cases 1`);
console.log(
  `\nSeed ${seed}, from ${from}: ${sum('worlds')} worlds, ${sum('completions')} completions; ` +
    `${sum('verdicts')} verdicts, ${sum('decided')} of them decided; ` +
    `${sum('amounts')} amounts and totals, ${sum('exact')} of them exact; ` +
    `${failed.length} disagreements (${seconds(started)}).`,
);
const missing = chunks.find(({ report }) => report === undefined);
if (missing !== undefined) {
  const rest = from + cases - missing.first;
  console.log(
    `Not all were completed: npm run prove -- --seed ${seed} --from ${missing.first} --cases ${rest}`,
  );
}
process.exit(failed.length === 0 && missing === undefined ? 0 : 1);
