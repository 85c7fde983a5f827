import { parseDate } from './calendar.ts';
import type { Prepared } from './chain.ts';
import { clauseResult, type Extras } from './clause-result.ts';
import { type Evaluated, evaluateClause } from './evaluate.ts';
import { gatherQuestions } from './questions.ts';
import type { CheckResult, ClauseResult, Combination } from './result.ts';
import { type Answers, type Situation, situation } from './situation.ts';
import { standing } from './standing.ts';
import { totals } from './totals.ts';

/** How much is spent on trying other answers, in items and payments reckoned: a fraction of a second. */
const MOST_TRIED = 150_000;

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
  return {
    api: 1,
    catalogue: prepared.hash,
    asOf: request.asOf,
    jurisdiction: request.jurisdiction,
    totals: totals(state, prepared, evaluated, request.readings?.ofTotals),
    clauses: results(state, prepared, evaluated, request),
    questions: gatherQuestions(state, prepared, evaluated),
    ...(combination === undefined ? {} : { combination }),
  };
}

function results(
  state: Situation,
  prepared: Prepared,
  evaluated: readonly Evaluated[],
  extras: Extras,
): readonly ClauseResult[] {
  const { effort, day } = state;
  const standings = new Map(prepared.policies.map(({ id, dates }) => [id, standing(dates, day)]));
  return effort.within(MOST_TRIED, () =>
    evaluated.map((each, index) =>
      effort.share(evaluated.length - index, () => clauseResult(state, prepared, each, standings, extras)),
    ),
  );
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
