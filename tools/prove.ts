/**
 * `npm run prove`: a million random laws and applicants, each judged by the evaluator and, completion by completion, by
 * the oracle of test/oracle/. `npm run prove -- --cases N --seed S --from N` chooses others; `--cases 1` prints a world.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { capture, seconds, show } from './run.ts';

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
  },
});
const [cases, seed, from] = [values.cases, values.seed, values.from].map(Number) as [number, number, number];
if (![cases, seed, from].every(Number.isSafeInteger)) {
  console.error('--cases, --seed and --from are whole numbers.');
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
const started = Date.now();
const reports: Report[] = [];
let next = 0;

function sum(key: Exclude<keyof Report, 'failed'>): number {
  return reports.reduce((total, report) => total + report[key], 0);
}

function progress(): string {
  const done = sum('worlds');
  const rate = Math.round((done * 1000) / (Date.now() - started));
  const failed = reports.flatMap((report) => report.failed).length;
  return `${done} worlds, ${rate} a second, ${failed} disagreements (${seconds(started)})`;
}

async function work(): Promise<void> {
  while (next < cases) {
    const first = next;
    next += CHUNK;
    const count = Math.min(CHUNK, cases - first);
    const ended = await capture(['node', RUNNER, String(seed), String(from + first), String(count)]);
    if (!ended.ok) throw new Error(ended.output);
    const report = JSON.parse(ended.output.trimEnd().split('\n').at(-1) ?? '') as Report;
    reports.push(report);
    console.log(progress());
    for (const { number } of report.failed) console.log(`  disagreement at --from ${number}`);
  }
}

if (cases === 1) {
  process.exit((await show(['node', RUNNER, String(seed), String(from), '1'])) ? 0 : 1);
}

await Promise.all(Array.from({ length: availableParallelism() }, work));
console.log(
  `${sum('completions')} completions; ${sum('verdicts')} verdicts, ${sum('decided')} of them decided; ` +
    `${sum('amounts')} amounts and totals, ${sum('exact')} of them exact.`,
);
const failed = reports.flatMap((report) => report.failed).sort((a, b) => a.size - b.size);
for (const { number, what } of failed.slice(0, 10))
  console.log(`\n${what}\n  npm run prove -- --seed ${seed} --from ${number} --cases 1`);
process.exit(failed.length === 0 ? 0 : 1);
