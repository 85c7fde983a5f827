/**
 * `node test/oracle/run.ts SEED FROM COUNT`: tries the random worlds FROM, FROM + 1 … of a seed and prints what came
 * out as one line of JSON. `tools/prove.ts` runs it; one world alone is printed in full.
 */
import { type ComparedWorld, compareWorld } from './compare-world.ts';

/** What came out of many random worlds. */
export interface Report {
  readonly worlds: number;
  readonly completions: number;
  /** Verdicts of clauses and items, and how many of them were decided. */
  readonly verdicts: number;
  readonly decided: number;
  /** Pairs of amounts and totals, and how many of them had to be equal to those of the completions. */
  readonly amounts: number;
  readonly exact: number;
  /** The numbers of worlds with disagreements. */
  readonly failed: readonly { readonly number: number; readonly size: number; readonly what: string }[];
}

/** Tries `count` worlds of a seed. */
export function runWorlds(seed: number, from: number, count: number): Report {
  const report = { worlds: count, completions: 0, verdicts: 0, decided: 0, amounts: 0, exact: 0 };
  const failed: Report['failed'][number][] = [];
  for (let number = from; number < from + count; number += 1) {
    const trial = compareWorld(seed, number);
    tally(report, trial);
    const { world, disagreements } = trial;
    if (disagreements.length === 0) continue;
    const what = disagreements
      .map(
        ({ kind, where, result, completions }) => `${where} ${kind}: ${result}; completions: ${completions}`,
      )
      .join('\n');
    failed.push({ number, size: JSON.stringify(world.policy).length, what });
  }
  return { ...report, failed };
}

type Counts = { -readonly [Key in Exclude<keyof Report, 'failed'>]: number };

function tally(report: Counts, { oracle, result }: ComparedWorld): void {
  report.completions += oracle.completions;
  for (const { verdict, items, amount } of result.clauses) {
    if (verdict === undefined) continue;
    for (const judged of [{ verdict, amount }, ...items]) {
      report.verdicts += 1;
      if (judged.verdict !== 'undetermined') report.decided += 1;
      if (judged.amount.kind !== 'money') continue;
      report.amounts += 1;
      if (!judged.amount.bound) report.exact += 1;
    }
  }
  report.amounts += 1;
  if (!result.totals.bound) report.exact += 1;
}

if (import.meta.main) {
  const [seed = 1, from = 0, count = 1] = process.argv.slice(2).map(Number);
  if (count === 1) {
    const { world, disagreements } = compareWorld(seed, from);
    const plain = (_: string, value: unknown): unknown =>
      typeof value === 'bigint' ? String(value) : value instanceof Map ? Object.fromEntries(value) : value;
    console.error(JSON.stringify({ world, disagreements }, plain, 2));
  }
  console.log(JSON.stringify(runWorlds(seed, from, count)));
}
