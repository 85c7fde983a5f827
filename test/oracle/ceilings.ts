import type { Limit } from '../../clauses/language/limit.ts';
import type { End, EndRange } from './awards.ts';
import { higher, lower } from './awards.ts';
import { type Completion, OracleEvaluator } from './evaluator.ts';
import { NOUGHT } from './fraction.ts';
import { classOf } from './standing.ts';
import type { World } from './world.ts';

/** A cap over several clauses, one of them in scope with an amount, and the range of its value over the completions. */
export interface Ceiling {
  readonly owner: string;
  readonly limit: Limit;
  allowed?: EndRange;
}

/** The caps of a world that apply to a clause in scope that counts. */
export function ceilingsOf(world: World): readonly Ceiling[] {
  const { policy, scope } = world;
  const paying = policy.clauses
    .filter(
      ({ id, award }) =>
        award?.least !== undefined && (scope?.includes(id) ?? true) && classOf(id, world) === 'counted',
    )
    .map(({ id }) => id);
  return policy.clauses.flatMap(({ id, limits }) =>
    limits
      .filter(
        ({ type, over }) =>
          type === 'cap' && Array.isArray(over) && over.some((each) => paying.includes(each)),
      )
      .map((limit): Ceiling => ({ owner: id, limit })),
  );
}

/** Adds the value of each cap in one completion where it may apply; a cap of each item is evaluated at every item. */
export function recordCeilings(
  ceilings: readonly Ceiling[],
  completion: Completion,
  { policy }: World,
): void {
  const evaluator = new OracleEvaluator(completion, (truth) => truth !== false);
  for (const ceiling of ceilings) {
    const { over, apply } = ceiling.limit;
    const recordHere = (): void => recordCeiling(ceiling, evaluator);
    const list = apply === 'items' ? policy.clauses.find(({ id }) => id === over[0])?.list : undefined;
    if (list === undefined) recordHere();
    else for (const row of evaluator.rows(list)) evaluator.at(list, row, recordHere);
  }
}

function recordCeiling(ceiling: Ceiling, evaluator: OracleEvaluator): void {
  const { when, amount } = ceiling.limit;
  if (when !== undefined && evaluator.holds(when) === false) return;
  const value = evaluator.value(amount);
  const isNone = value === 'undefined' || value === 'notStated';
  const [min, max]: readonly [End, End] = isNone ? [NOUGHT, 'unlimited'] : [value, value];
  const { allowed = { min, max } } = ceiling;
  ceiling.allowed = {
    min: higher(NOUGHT, lower(allowed.min, min)),
    max: higher(NOUGHT, higher(allowed.max, max)),
  };
}
