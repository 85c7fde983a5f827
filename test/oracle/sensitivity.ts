import type { ClauseOutcome, End, Pay } from './awards.ts';
import type { Open } from './completions.ts';

/** What one completion comes to, in one line: two completions with the same line say the same. */
export function outcomeLine(outcomes: ReadonlyMap<string, ClauseOutcome>, total: Pay): string {
  const clauses = [...outcomes.values()].map(({ truth, met, pay }) => `${truth} ${met ? paid(pay) : ''}`);
  return [...clauses, paid(total)].join(';');
}

/** Why there is no figure makes no difference. */
function paid(pay: Pay): string {
  if (typeof pay === 'string') return 'none';
  const { least, most } = pay;
  return [least.min, least.max, most.min, most.max].map(end).join();
}

function end(value: End): string {
  return value === 'unlimited' ? value : `${value.n}/${value.d}`;
}

/**
 * The names of what matters: some two completions that differ in nothing else do not say the same. `lines` stand in the
 * order in which completions are tried: the last of what is open changes first.
 */
export function influentialNames(open: readonly Open[], lines: readonly string[]): readonly string[] {
  let stride = lines.length;
  return open.flatMap(({ name, options, reading }) => {
    const block = stride;
    stride /= options.length;
    const step = stride;
    const moves = lines.some((told, index) => index % block >= step && told !== lines[index - step]);
    return moves && reading !== true ? [asked(name)] : [];
  });
}

/** The name under which it is asked for: items are counted from one. */
function asked(name: string): string {
  const item = /^(\w+)\.(\d+)\.\w+\.(\w+)$/.exec(name);
  return item === null ? name : `${item[1]}.${Number(item[2]) + 1}.${item[3]}`;
}
