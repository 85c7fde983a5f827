/**
 * `node test/oracle/run.ts [--seed S] [--from N] [--count N]`: compares the evaluator and the oracle over the
 * random worlds N, N + 1 … of a seed and prints the report as one line of JSON. A single world is printed in full.
 * `tools/prove.ts` runs it.
 */
import { readRange } from '../../tools/arguments.ts';
import { type ComparedWorld, compareWorld } from './compare-world.ts';

/** The report on many random worlds. */
export interface OracleReport {
  readonly worlds: number;
  readonly completions: number;
  /** The number of verdicts of clauses and items, and of those that were decided. */
  readonly verdicts: number;
  readonly decided: number;
  /** The number of amounts and totals, and of those that had to equal the range over all completions. */
  readonly amounts: number;
  readonly exact: number;
  /** The numbers of worlds with disagreements. */
  readonly failed: readonly { readonly number: number; readonly size: number; readonly what: string }[];
}

/** Compares `count` worlds of a seed, from world number `from` on. */
export function runWorlds(seed: number, from: number, count: number): OracleReport {
  const report = { worlds: count, completions: 0, verdicts: 0, decided: 0, amounts: 0, exact: 0 };
  const failed: OracleReport['failed'][number][] = [];
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

type Counts = { -readonly [Key in Exclude<keyof OracleReport, 'failed'>]: number };

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
  const { seed, from, count } = readRange('node test/oracle/run.ts [--seed S] [--from N] [--count N]');
  if (count === 1) {
    const { world, disagreements } = compareWorld(seed, from);
    const plain = (_: string, value: unknown): unknown =>
      typeof value === 'bigint' ? String(value) : value instanceof Map ? Object.fromEntries(value) : value;
    console.error(JSON.stringify({ world, disagreements }, plain, 2));
  }
  console.log(JSON.stringify(runWorlds(seed, from, count)));
}
