import type { Reason } from '../check/explanation.ts';
import { openPartsOf } from '../check/questions.ts';
import type { Evaluated } from '../evaluate/evaluate.ts';
import type { PreparedPart } from '../evaluate/prepared.ts';
import type { PreparedClause } from '../evaluate/prepared-clause.ts';
import { forEachItem, type Situation } from '../evaluate/situation.ts';
import { pathOf } from './paths.ts';

/**
 * The conditions that made a clause fail, and only those; or what leaves its verdict open although no fact is missing.
 * Empty where the clause is met, and for a limiting clause.
 */
export function reasonsOf(state: Situation, evaluated: Evaluated): readonly Reason[] {
  const { clause, outcome } = evaluated;
  if (clause.clause.kind === 'limit' || outcome.met === true) return [];
  if (outcome.met === 'unknown') return openReasons(state, evaluated);
  if (clause.list === undefined) return failedConditions(state, clause, clause.when, undefined);
  if (state.rows[clause.list.index]?.length === 0) return [{ code: 'emptyList', list: clause.list.id }];
  const reasons: Reason[] = [];
  const known = state.known[clause.list.index] === true;
  forEachItem(state, clause.list, (item) =>
    reasons.push(...failedConditions(state, clause, clause.when, known ? item + 1 : undefined)),
  );
  return reasons;
}

function openReasons(state: Situation, evaluated: Evaluated): readonly Reason[] {
  const open = openPartsOf(state, evaluated);
  if (open.facts.size > 0) return [];
  const readings = [...open.readings].map((reading): Reason => ({ code: 'reading', reading }));
  const path = (part: PreparedPart): string => pathOf(evaluated.clause.clause, part);
  return [
    ...readings,
    ...[...open.undefinedAt].map((part): Reason => ({ code: 'undefined', path: path(part) })),
  ];
}

function failedConditions(
  state: Situation,
  { clause }: Pick<PreparedClause, 'clause'>,
  part: PreparedPart | undefined,
  item: number | undefined,
): readonly Reason[] {
  if (part?.kind !== 'condition' || part.holds(state) !== false) return [];
  const inner: Reason[] = [];
  if (part.source.op === 'all' || part.source.op === 'any')
    part.visit(state, (each) => inner.push(...failedConditions(state, { clause }, each, item)));
  return inner.length > 0
    ? inner
    : [{ code: 'condition', path: pathOf(clause, part), ...(item === undefined ? {} : { item }) }];
}
