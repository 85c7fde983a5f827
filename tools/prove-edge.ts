/**
 * `npm run prove-edge`: 10,000 random applicants told to core, API and form in three time zones, and 200,000 random
 * well-formed requests to bare workerd. `-- parity` or `-- fuzz` runs one of them; `--count N --seed S --from N` choose
 * others; `-- fuzz --count 1 --from N` prints one request with its reply.
 */
import { parseArgs } from 'node:util';
import { buildOrExit } from './build.ts';
import { capture, seconds, show } from './run.ts';

const { values, positionals } = parseArgs({
  options: {
    count: { type: 'string' },
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
  },
  allowPositionals: true,
});

/** What both kinds of proof report in their last line. */
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

const ZONES = ['UTC', 'Asia/Shanghai', 'America/Los_Angeles'] as const;
const CHUNK = 20_000;
/** No reply may take longer, in ms. */
const LONGEST = 1_000;

async function run<Kind extends Report>(
  kind: 'parity' | 'fuzz',
  from: number,
  count: number,
  zone?: string,
): Promise<Kind> {
  const command = ['node', `test/${kind}/run.ts`, values.seed, `${from}`, `${count}`] as const;
  const ended = await capture(command, zone === undefined ? {} : { TZ: zone });
  if (!ended.ok) throw new Error(ended.output);
  const report = JSON.parse(ended.output.trimEnd().split('\n').at(-1) ?? '') as Kind;
  for (const { number, what } of report.failed)
    console.log(
      `  ${what}\n  npm run prove-edge -- ${kind} --seed ${values.seed} --from ${number} --count 1`,
    );
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
const from = Number(values.from);
const wanted = positionals.length === 0 ? Object.keys(kinds) : positionals;
if (
  wanted.some((kind) => !(kind in kinds)) ||
  ![from, Number(values.count ?? 0)].every(Number.isSafeInteger)
) {
  console.error('There are `parity` and `fuzz`; --count and --from are whole numbers.');
  process.exit(2);
}
await buildOrExit();
console.log(`Seed ${values.seed}.`);
let clean = true;
for (const kind of wanted as (keyof typeof kinds)[]) {
  const { prove, count } = kinds[kind];
  const chosen = Number(values.count ?? count);
  if (kind === 'fuzz' && chosen === 1) {
    await show(['node', 'test/fuzz/run.ts', values.seed, `${from}`, '1']);
    continue;
  }
  clean = (await prove(from, chosen)) && clean;
}
process.exit(clean ? 0 : 1);
