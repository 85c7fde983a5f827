import type { Clause } from '../../clauses/language/clause.ts';
import { readingsOf } from './completions.ts';
import { HUGE } from './evaluator.ts';
import { read } from './fraction.ts';
import { gridOf, pointsOf } from './points.ts';
import { nodesOf, type World } from './world.ts';

/**
 * Whether docs/meaning.md promises an exact verdict: every unknown number is only compared with constants on its grid, or
 * occurs in the condition once. Yes/no facts, choices and readings are always split; years of a series are not.
 */
export function promisesExactVerdict(clause: Clause, world: World): boolean {
  const { when, list } = clause;
  const parts = nodesOf(when ?? {});
  const named = new Set([list, ...parts.map((part) => part['list'])]);
  if ([...named].some((id) => typeof id === 'string' && !isAnswered(id, world))) return false;
  if (casesOf(clause, world) > MOST_CASES) return false;
  if (parts.some(({ op }) => op === 'quotient' || op === 'steps' || op === 'notStated')) return false;
  return world.dictionary.facts.every((fact) => {
    const uses = parts.filter((part) => part['fact'] === fact.id && part['op'] !== 'oneOf');
    if (uses.length === 0 || world.values.has(fact.id)) return true;
    if (fact.subject !== 'enterprise') return true;
    const direct = parts.filter((part) => part['op'] === 'compare' && isDirect(part, fact.id));
    const step = gridOf(fact);
    const onGrid = direct.every(({ left, right }) =>
      [left, right].every((side) => {
        const value = constantOf(side);
        return value === undefined || (read(value).n * step.d) % (read(value).d * step.n) === 0n;
      }),
    );
    const equals = parts.some((part) => part['op'] === 'compare' && part['is'] === 'equals');
    if (direct.length === uses.length && fact.type !== 'series') return onGrid;
    return uses.length === 1 && !equals;
  });
}

/** The number of cases up to which docs/meaning.md promises a split. */
const MOST_CASES = 64;

/** An upper bound on the number of cases into which the facts of a clause are split. */
function casesOf(clause: Clause, world: World): number {
  const named = new Set(nodesOf(clause).map((part) => part['fact']));
  const points = pointsOf(world, HUGE);
  const open = world.dictionary.facts.filter(({ id }) => named.has(id) && !world.values.has(id));
  return open.reduce((count, fact) => count * points(fact).length, 2 ** readingsOf(world).length);
}

/** Whether a list and all facts of its items are answered. */
function isAnswered(list: string, { lists, dictionary }: World): boolean {
  const facts = dictionary.facts.filter(({ subject }) => subject === list);
  return lists.get(list)?.every((row) => facts.every(({ id }) => row.has(id))) ?? false;
}

function isDirect({ left, right }: Readonly<Record<string, unknown>>, fact: string): boolean {
  const isFact = (side: unknown): boolean =>
    typeof side === 'object' && side !== null && 'fact' in side && side.fact === fact;
  return (
    (isFact(left) && constantOf(right) !== undefined) || (isFact(right) && constantOf(left) !== undefined)
  );
}

function constantOf(side: unknown): string | undefined {
  if (typeof side !== 'object' || side === null || !('value' in side)) return undefined;
  return typeof side.value === 'string' ? side.value : undefined;
}
