import type { ClauseOutcome, End, Pay } from './awards.ts';
import type { Open } from './completions.ts';

/** The outcome of a completion on one line: equal lines are equal outcomes. */
export function outcomeLine(outcomes: ReadonlyMap<string, ClauseOutcome>, totals: readonly Pay[]): string {
  const clauses = [...outcomes.values()].map(({ truth, met, pay }) => `${truth} ${met ? paid(pay) : ''}`);
  return [...clauses, ...totals.map(paid)].join(';');
}

/** The reason for a missing amount is left out. */
function paid(pay: Pay): string {
  if (typeof pay === 'string') return 'none';
  const { least, most } = pay;
  return [least.min, least.max, most.min, most.max].map(end).join();
}

function end(value: End): string {
  return value === 'unlimited' ? value : `${value.n}/${value.d}`;
}

/**
 * The names of the unknowns that change the outcome: two completions that differ in nothing else have different outcomes.
 * `lines` are in the order of the completions, in which the last unknown changes first.
 */
export function influentialNames(open: readonly Open[], lines: readonly string[]): readonly string[] {
  let stride = lines.length;
  return open.flatMap(({ name, options, reading }) => {
    const block = stride;
    stride /= options.length;
    const step = stride;
    const moves = lines.some((outcome, index) => index % block >= step && outcome !== lines[index - step]);
    return moves && reading !== true ? [asked(name)] : [];
  });
}

/** The name in a question: items count from 1. */
function asked(name: string): string {
  const item = /^(\w+)\.(\d+)\.\w+\.(\w+)$/.exec(name);
  return item === null ? name : `${item[1]}.${Number(item[2]) + 1}.${item[3]}`;
}
