import { parseDate } from './calendar.ts';
import type { Prepared } from './chain.ts';
import { clauseResult, type Extras } from './clause-result.ts';
import { type Evaluated, evaluateClause } from './evaluate.ts';
import { gatherQuestions } from './questions.ts';
import type { CheckResult, Combination } from './result.ts';
import { type Answers, type Situation, situation } from './situation.ts';
import { standing } from './standing.ts';
import { totals } from './totals.ts';

export interface CheckRequest extends Extras {
  readonly answers: Answers;
  /** `YYYY-MM-DD` */
  readonly asOf: string;
  readonly jurisdiction: string;
  /** Full ids; absent means every clause of the chain. Unknown ids are the caller's to refuse. */
  readonly clauses?: readonly string[];
  readonly combination?: Combiner | undefined;
}

/** Finds the best lawful set of the clauses in scope. */
type Combiner = (state: Situation, prepared: Prepared, scope: readonly Evaluated[]) => Combination;

/** Checks answers against the clauses in scope. Pure: the same input gives the same result, byte for byte. */
export function check(prepared: Prepared, request: CheckRequest): CheckResult {
  const asOf = parseDate(request.asOf);
  if (asOf === undefined) throw new RangeError(`not a date: ${request.asOf}`);
  const state = situation(prepared.layout, request.answers, asOf);
  const evaluated = inScope(state, prepared, request.clauses);
  const combination = request.combination?.(state, prepared, evaluated);
  const standings = new Map(prepared.policies.map((policy) => [policy.id, standing(policy.dates, asOf)]));
  return {
    api: 1,
    catalogue: prepared.hash,
    asOf: request.asOf,
    jurisdiction: request.jurisdiction,
    totals: totals(state, prepared, evaluated),
    clauses: evaluated.map((each) => clauseResult(state, prepared, each, standings, request)),
    questions: gatherQuestions(state, prepared, evaluated),
    ...(combination === undefined ? {} : { combination }),
  };
}

function inScope(
  state: Situation,
  prepared: Prepared,
  ids: readonly string[] | undefined,
): readonly Evaluated[] {
  const wanted = ids === undefined ? undefined : new Set(ids);
  return [...prepared.prepared.values()]
    .filter(({ clause }) => wanted?.has(clause.id) ?? true)
    .map((clause) => ({ clause, outcome: evaluateClause(state, clause) }));
}
