/**
 * `npm test`: runs all checks part by part. `npm test -- core edge` runs only these parts and the parts that they
 * need. The last line is always `N passed, N failed, N skipped`; a tool counts as one test.
 */
import { readArguments, refuseArguments } from './arguments.ts';
import { type PartResult, parts, type TestPart } from './parts.ts';
import { seconds } from './run.ts';

/** The parts with these names and the parts that they need; all parts when no name is given. */
function choose(names: readonly string[]): readonly TestPart[] {
  const unknown = names.filter((name) => !parts.some((part) => part.name === name));
  if (unknown.length > 0) {
    refuseArguments(
      `Unknown part: ${unknown.join(', ')}. There are: ${parts.map(({ name }) => name).join(', ')}.`,
    );
  }
  if (names.length === 0) return parts;
  const chosen = parts.filter(({ name }) => names.includes(name));
  return parts.filter((part) => chosen.includes(part) || chosen.some(({ needs }) => needs === part.name));
}

function describe({ passed, failed, skipped }: PartResult): string {
  const counts = [
    `${passed} passed`,
    failed > 0 ? `${failed} FAILED` : '',
    skipped > 0 ? `${skipped} skipped` : '',
  ];
  return counts.filter((text) => text !== '').join(', ');
}

async function runPart(part: TestPart, done: ReadonlyMap<string, PartResult>): Promise<PartResult> {
  const needed = part.needs === undefined ? undefined : done.get(part.needs);
  if (needed === undefined || needed.failed === 0) return part.run();
  return { passed: 0, failed: 1, skipped: 0, output: `Not run: "${part.needs}" failed.` };
}

async function runAll(chosen: readonly TestPart[]): Promise<PartResult[]> {
  const done = new Map<string, PartResult>();
  for (const part of chosen) {
    const started = Date.now();
    process.stdout.write(`${part.name.padEnd(10)}… `);
    const outcome = await runPart(part, done);
    done.set(part.name, outcome);
    console.log(`${describe(outcome)} (${seconds(started)})`);
    if (outcome.failed > 0 || outcome.show === true) console.log(outcome.output.trimEnd());
  }
  return [...done.values()];
}

function sum(outcomes: readonly PartResult[], key: 'passed' | 'failed' | 'skipped'): number {
  return outcomes.reduce((total, outcome) => total + outcome[key], 0);
}

const { positionals } = readArguments('npm test [-- PART …]', { allowPositionals: true });
const outcomes = await runAll(choose(positionals));
const failed = sum(outcomes, 'failed');
console.log(`\n${sum(outcomes, 'passed')} passed, ${failed} failed, ${sum(outcomes, 'skipped')} skipped`);
process.exitCode = failed === 0 ? 0 : 1;
