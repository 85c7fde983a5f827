/**
 * `npm run prove-edge`: checks 10,000 random applicants in the core, the API and the form in three time zones, and sends
 * 200,000 random well-formed requests to bare workerd, looks for the worst request in 20,000 tries, and reads 300 texts
 * with everything that reads text. `-- parity`, `-- fuzz`, `-- worst` or `-- linear` runs one of them; `--count N`,
 * `--seed S` and `--from N` choose other cases; `-- fuzz --count 1 --from N` prints one request with its reply.
 */
import { readArguments, refuseArguments, wholeNumber } from './arguments.ts';
import { buildOrExit } from './build.ts';
import { capture, lastLineOf, seconds, show } from './run.ts';

const { values, positionals } = readArguments(
  'npm run prove-edge [-- parity|fuzz|worst|linear] [--count N] [--seed S] [--from N]',
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

/** One request of the last line of `test/worst/run.ts`. */
interface Measured {
  readonly ms: number;
  readonly bytes: number;
  readonly status: number;
  readonly path: string;
  readonly sent: number;
  readonly body: string;
}

/** The last line of `test/worst/run.ts`. */
interface Worst {
  readonly tries: number;
  readonly slowest: Measured;
  readonly largest: Measured;
}

/** The last line of `test/linear/run.ts`. */
interface Linear {
  readonly texts: number;
  readonly slowest: { readonly reader: string; readonly text: string; readonly ms: number };
  readonly failed: readonly { readonly reader: string; readonly text: string; readonly what: string }[];
}

const seed = wholeNumber('seed', values.seed);
const from = wholeNumber('from', values.from);

const ZONES = ['UTC', 'Asia/Shanghai', 'America/Los_Angeles'] as const;
const CHUNK = 20_000;
/** The longest time that a reply may take, in ms. */
const LONGEST = 1_000;

/** The bars of one request: ms of the server's processor, and bytes of the reply. */
const MOST_PROCESSOR = 50;
const MOST_REPLY = 1024 * 1024;

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

async function report<Kind>(kind: string, from: number, count: number): Promise<Kind> {
  const ended = await capture(runner(kind, from, count));
  if (!ended.ok) throw new Error(ended.output);
  return lastLineOf<Kind>(ended.output);
}

async function worst(from: number, count: number): Promise<boolean> {
  const { tries, slowest, largest } = await report<Worst>('worst', from, count);
  for (const [name, { ms, bytes, status, path, sent, body }] of Object.entries({ slowest, largest })) {
    console.log(
      `${name} of ${tries}: ${ms.toFixed(1)} ms, ${bytes} bytes, ${status} ${path}, ${sent} bytes sent`,
    );
    console.log(`  ${body.slice(0, 400)}${body.length > 400 ? '…' : ''}`);
  }
  return slowest.ms <= MOST_PROCESSOR && largest.bytes <= MOST_REPLY;
}

async function linear(from: number, count: number): Promise<boolean> {
  const { texts, slowest, failed } = await report<Linear>('linear', from, count);
  console.log(`${texts} texts, slowest ${slowest.ms} ms: ${slowest.reader}, ${slowest.text}`);
  for (const { reader, text, what } of failed) console.log(`  ${reader}: ${what} for ${text}`);
  return failed.length === 0;
}

const kinds = {
  parity: { prove: parity, count: 10_000 },
  fuzz: { prove: fuzz, count: 200_000 },
  worst: { prove: worst, count: 20_000 },
  linear: { prove: linear, count: 300 },
};

function isKind(name: string): name is keyof typeof kinds {
  return name in kinds;
}

const named = positionals.filter(isKind);
if (named.length < positionals.length) refuseArguments(`The proofs are ${Object.keys(kinds).join(', ')}.`);
const wanted = named.length === 0 ? (['parity', 'fuzz', 'worst', 'linear'] as const) : named;
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
