import type { Answers } from '../answers/answers.ts';
import { evaluateClause } from '../evaluate/evaluate.ts';
import type { PreparedClause } from '../evaluate/prepared-clause.ts';
import { type Situation, situation } from '../evaluate/situation.ts';
import { dayOf } from '../numbers/calendar.ts';
import { clauseResult, type Explainers, verdictOf } from './clause-result.ts';
import type { Combination } from './explanation.ts';
import type { OwnFigure } from './open-causes.ts';
import { ownAmount, ownFigure } from './own-figure.ts';
import { type PreparedCatalogue, standingOf, standingsAt } from './prepared-catalogue.ts';
import { type ClauseWithOpenParts, collectQuestions, openPartsOf } from './questions.ts';
import type { CheckResult, ClauseResult } from './result.ts';
import { byStanding, totalsOf } from './totals.ts';

/** How many items and payments may be computed while other answers are tried: a fraction of a second. */
const MOST_TRIED = 150_000;

/** What to check, at which date, and which explanations to compute. */
export interface CheckRequest extends Explainers {
  readonly answers: Answers;
  /** `YYYY-MM-DD` */
  readonly asOf: string;
  /** The place asked about; only repeated in the result. */
  readonly jurisdiction: string;
  /** Full ids; absent means every clause of the catalogues. Unknown ids are ignored. */
  readonly clauses?: readonly string[];
  /** Finds the best lawful set of clauses; absent means that none is looked for. */
  readonly combination?: CombinationFinder | undefined;
  /** How many items and payments may be evaluated, explanations included; absent means any number. */
  readonly mostWork?: number | undefined;
}

/** Finds the best lawful set of the clauses in scope that count. */
type CombinationFinder = (
  state: Situation,
  prepared: PreparedCatalogue,
  scope: readonly OwnFigure[],
) => Combination;

/**
 * Checks answers against the clauses in scope. Pure: the same input gives the same result, byte for byte. Throws where
 * `asOf` is not a date, and {@link TooMuchWork} where the work exceeds `mostWork`.
 */
export function check(prepared: PreparedCatalogue, request: CheckRequest): CheckResult {
  const asOf = dayOf(request.asOf);
  const state = situation(prepared.layout, request.answers, asOf, request.mostWork);
  const standings = standingsAt(prepared, asOf);
  const examined = inScope(prepared, request.clauses).map((clause): ClauseWithOpenParts => {
    const figure = ownFigure(state, prepared, { clause, outcome: evaluateClause(state, clause) });
    const open = openPartsOf(state, figure);
    return { ...figure, open, standing: standingOf(clause.clause.id, standings) };
  });
  const split = byStanding(examined);
  const combination = request.combination?.(state, prepared, split.counted);
  return {
    api: 1,
    catalogue: prepared.hash,
    asOf: request.asOf,
    jurisdiction: request.jurisdiction,
    totals: totalsOf(state, prepared, split, request.readings?.ofTotals),
    clauses: results(state, prepared, examined, request),
    questions: collectQuestions(state, prepared, examined),
    ...(combination && { combination }),
  };
}

function results(
  state: Situation,
  prepared: PreparedCatalogue,
  examined: readonly ClauseWithOpenParts[],
  extras: Explainers,
): readonly ClauseResult[] {
  const { effort } = state;
  return effort.within(Math.min(MOST_TRIED, effort.left / 2), () =>
    examined.map((each, index) =>
      effort.share(examined.length - index, () => {
        const before = effort.exhausted;
        const result = clauseResult(state, prepared, each, extras);
        const stopped = effort.exhausted > before || effort.isOver;
        return stopped && (extras.gaps || extras.grounds) ? { ...result, unfinished: true } : result;
      }),
    ),
  );
}

type ClauseVerdict = Pick<ClauseResult, 'id' | 'verdict' | 'amount'> & Partial<Pick<ClauseResult, 'trace'>>;

/**
 * Verdict and amount of each award clause in scope, and its trace where a tracer is given. Cheaper than {@link check}:
 * no totals, questions or explanations. Throws where `asOf` is not a date.
 */
export function verdicts(
  prepared: PreparedCatalogue,
  { answers, asOf, clauses, trace }: Pick<CheckRequest, 'answers' | 'asOf' | 'clauses' | 'trace'>,
): readonly ClauseVerdict[] {
  const state = situation(prepared.layout, answers, dayOf(asOf));
  const found: ClauseVerdict[] = [];
  for (const clause of inScope(prepared, clauses)) {
    const { id, kind } = clause.clause;
    if (kind !== 'award') continue;
    const outcome = evaluateClause(state, clause);
    const result = {
      id,
      verdict: verdictOf(outcome.met),
      amount: ownAmount(state, prepared, ownFigure(state, prepared, { clause, outcome })),
    };
    found.push(trace ? { ...result, trace: trace(state, prepared, clause) } : result);
  }
  return found;
}

function inScope(
  { clauses }: PreparedCatalogue,
  ids: readonly string[] | undefined,
): readonly PreparedClause[] {
  const wanted = ids && new Set(ids);
  return [...clauses.values()].filter(({ clause }) => !wanted || wanted.has(clause.id));
}
