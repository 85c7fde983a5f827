/**
 * `npm run prove-edge`: checks 10,000 random applicants in the core, the API and the form in three time zones, and sends
 * 200,000 random well-formed requests to bare workerd. `-- parity` or `-- fuzz` runs one of the two; `--count N`,
 * `--seed S` and `--from N` choose other cases; `-- fuzz --count 1 --from N` prints one request with its reply.
 */
import { readArguments, refuseArguments, wholeNumber } from './arguments.ts';
import { buildOrExit } from './build.ts';
import { capture, lastLineOf, seconds, show } from './run.ts';

const { values, positionals } = readArguments(
  'npm run prove-edge [-- parity|fuzz] [--count N] [--seed S] [--from N]',
  {
    options: {
      count: { type: 'string' },
      seed: { type: 'string', default: '1' },
      from: { type: 'string', default: '0' },
    },
    allowPositionals: true,
  },
);

/** The part of the last line that both proofs have in common. */
interface Report {
  readonly failed: readonly { readonly number: number; readonly what: string }[];
}

/** The last line of `test/parity/run.ts`. */
interface Parity extends Report {
  readonly zone: string;
  readonly sets: number;
  readonly digest: string;
}

/** The last line of `test/fuzz/run.ts`. */
interface Fuzz extends Report {
  readonly requests: number;
  readonly statuses: Readonly<Record<string, number>>;
  readonly slowest: readonly { readonly number: number; readonly ms: number }[];
}

const seed = wholeNumber('seed', values.seed);
const from = wholeNumber('from', values.from);

const ZONES = ['UTC', 'Asia/Shanghai', 'America/Los_Angeles'] as const;
const CHUNK = 20_000;
/** The longest time that a reply may take, in ms. */
const LONGEST = 1_000;

function runner(kind: string, from: number, count: number): ['node', ...string[]] {
  return ['node', `test/${kind}/run.ts`, `--seed=${seed}`, `--from=${from}`, `--count=${count}`];
}

async function run<Kind extends Report>(
  kind: 'parity' | 'fuzz',
  from: number,
  count: number,
  zone?: string,
): Promise<Kind> {
  const ended = await capture(runner(kind, from, count), zone === undefined ? {} : { TZ: zone });
  if (!ended.ok) throw new Error(ended.output);
  const report = lastLineOf<Kind>(ended.output);
  for (const { number, what } of report.failed)
    console.log(`  ${what}\n  npm run prove-edge -- ${kind} --seed ${seed} --from ${number} --count 1`);
  return report;
}

async function parity(from: number, count: number): Promise<boolean> {
  const started = Date.now();
  const reports = await Promise.all(ZONES.map((zone) => run<Parity>('parity', from, count, zone)));
  for (const { zone, sets, digest } of reports) console.log(`${sets} fact sets in ${zone}: ${digest}`);
  const same = new Set(reports.map(({ digest }) => digest)).size === 1;
  console.log(`${same ? 'the same bytes' : 'DIFFERENT bytes'} in every zone (${seconds(started)})`);
  return same && reports.every(({ failed }) => failed.length === 0);
}

async function fuzz(from: number, count: number): Promise<boolean> {
  const started = Date.now();
  let clean = true;
  for (let done = 0; done < count; done += CHUNK) {
    const report = await run<Fuzz>('fuzz', from + done, Math.min(CHUNK, count - done));
    const late = report.slowest.filter(({ ms }) => ms > LONGEST);
    for (const { number, ms } of late) console.log(`  ${ms} ms for request ${number}`);
    clean &&= report.failed.length === 0 && late.length === 0;
    const all = done + report.requests;
    console.log(`${all} requests, slowest ${report.slowest[0]?.ms} ms (${seconds(started)})`);
    console.log(`  ${JSON.stringify(report.statuses)}`);
  }
  return clean;
}

const kinds = { parity: { prove: parity, count: 10_000 }, fuzz: { prove: fuzz, count: 200_000 } };

function isKind(name: string): name is keyof typeof kinds {
  return name in kinds;
}

const named = positionals.filter(isKind);
if (named.length < positionals.length) refuseArguments('The proofs are `parity` and `fuzz`.');
const wanted = named.length === 0 ? (['parity', 'fuzz'] as const) : named;
const given = values.count === undefined ? undefined : wholeNumber('count', values.count, 1);
await buildOrExit();
console.log(`Seed ${seed}.`);
let clean = true;
for (const kind of wanted) {
  const { prove, count } = kinds[kind];
  const chosen = given ?? count;
  if (kind === 'fuzz' && chosen === 1) {
    await show(runner('fuzz', from, 1));
    continue;
  }
  clean = (await prove(from, chosen)) && clean;
}
process.exit(clean ? 0 : 1);
