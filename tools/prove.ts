/**
 * `npm run prove`: a million random laws and applicants, each judged by the evaluator and, completion by completion, by
 * the oracle of test/oracle/. `npm run prove -- --cases N --seed S --from N --jobs N` chooses others; `--cases 1` prints
 * a world. Stopped, it finishes what it is at, sums up and says from where to go on.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { capture, seconds, show } from './run.ts';

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
    jobs: { type: 'string', default: String(availableParallelism()) },
  },
});
const [cases = 0, seed = 0, from = 0, jobs = 1] = [values.cases, values.seed, values.from, values.jobs].map(
  Number,
);
if (![cases, seed, from, jobs].every((number) => Number.isSafeInteger(number) && number >= 0)) {
  console.error('--cases, --seed, --from and --jobs are whole numbers.');
  process.exit(2);
}

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

const RUNNER = 'test/oracle/run.ts';
const CHUNK = 5_000;

/** The worlds from one number on; a part without a report has not been tried to its end. */
interface Part {
  readonly first: number;
  readonly count: number;
  report?: Report;
}

const parts = Array.from({ length: Math.ceil(cases / CHUNK) }, (_, index): Part => {
  const first = index * CHUNK;
  return { first: from + first, count: Math.min(CHUNK, cases - first) };
});
const started = Date.now();
let stopped = false;

function sum(key: Exclude<keyof Report, 'failed'>): number {
  return parts.reduce((total, { report }) => total + (report?.[key] ?? 0), 0);
}

function failures(): Report['failed'] {
  return parts.flatMap(({ report }) => report?.failed ?? []);
}

function progress(): string {
  const done = sum('worlds');
  const rate = (done * 1000) / (Date.now() - started);
  const left = Math.ceil((cases - done) / rate / 60);
  return `${done} of ${cases} worlds, ${Math.round(rate)} a second, ${failures().length} disagreements, ${left} min left`;
}

async function work(waiting: Part[]): Promise<void> {
  for (let part = waiting.shift(); part !== undefined && !stopped; part = waiting.shift()) {
    const { first, count } = part;
    const ended = await capture(['node', RUNNER, String(seed), String(first), String(count)]);
    if (!ended.ok) {
      console.error(`The part from ${first} on was not tried to its end:\n${ended.output.slice(-2_000)}`);
      continue;
    }
    part.report = JSON.parse(ended.output.trimEnd().split('\n').at(-1) ?? '') as Report;
    console.log(progress());
    for (const { number } of part.report.failed) console.log(`  disagreement at --from ${number}`);
  }
}

function stop(): void {
  console.error('Stopping when the parts that are being tried are done.');
  stopped = true;
}

if (cases === 1) {
  process.exit((await show(['node', RUNNER, String(seed), String(from), '1'])) ? 0 : 1);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);
const waiting = [...parts];
await Promise.all(Array.from({ length: Math.max(1, jobs) }, () => work(waiting)));

const failed = [...failures()].sort((a, b) => a.size - b.size);
for (const { number, what } of failed.slice(0, 10))
  console.log(`\n${what}\n  npm run prove -- --seed ${seed} --from ${number} --cases 1`);
console.log(
  `\nSeed ${seed}, from ${from}: ${sum('worlds')} worlds, ${sum('completions')} completions; ` +
    `${sum('verdicts')} verdicts, ${sum('decided')} of them decided; ` +
    `${sum('amounts')} amounts and totals, ${sum('exact')} of them exact; ` +
    `${failed.length} disagreements (${seconds(started)}).`,
);
const missing = parts.find(({ report }) => report === undefined);
if (missing !== undefined) {
  const rest = from + cases - missing.first;
  console.log(`Not all were tried: npm run prove -- --seed ${seed} --from ${missing.first} --cases ${rest}`);
}
process.exit(failed.length === 0 && missing === undefined ? 0 : 1);
