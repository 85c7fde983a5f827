import type { Evaluated } from '../evaluate/evaluate.ts';
import { pendingAuthority } from '../evaluate/open-parts.ts';
import type { PreparedClause } from '../evaluate/prepared-clause.ts';
import { forEachItem, type Situation } from '../evaluate/situation.ts';
import { counts } from '../language/standing.ts';
import type { Truth } from '../numbers/truth.ts';
import { type Constraint, ceilingRangeOf, isCap } from './constraints.ts';
import type { Gap, Ground, Reason, TraceStep } from './explanation.ts';
import { amountOf, moneyRange } from './money.ts';
import { type OwnFigure, openCausesOfItem } from './open-causes.ts';
import { ownAmount } from './own-figure.ts';
import type { PreparedCatalogue } from './prepared-catalogue.ts';
import { type ClauseWithOpenParts, openFactsOfConstraint, sortByDictionary } from './questions.ts';
import type { ClauseResult, ItemResult, ReadingResult, Verdict } from './result.ts';
import type { TotalsReadingsExplainer } from './totals.ts';

/** Proposes other answers with which a clause would be met or give more. */
export type GapsExplainer = (
  state: Situation,
  prepared: PreparedCatalogue,
  evaluated: Evaluated,
) => readonly Gap[];

/** Finds the answers that decided the verdict of one clause. */
export type GroundsExplainer = (
  state: Situation,
  prepared: PreparedCatalogue,
  evaluated: Evaluated,
) => readonly Ground[];

/** Finds what made a clause fail, or what leaves its verdict open although no fact is missing. */
export type ReasonsExplainer = (state: Situation, evaluated: Evaluated) => readonly Reason[];

/** Computes what each reading of the text would give. */
export interface ReadingsExplainer {
  readonly ofClause: (
    state: Situation,
    prepared: PreparedCatalogue,
    evaluated: Evaluated,
  ) => readonly ReadingResult[];
  readonly ofTotals: TotalsReadingsExplainer;
}

/** Computes the optional parts of a result. A part without its function is empty. */
export interface Explainers {
  readonly reasons?: ReasonsExplainer | undefined;
  readonly readings?: ReadingsExplainer | undefined;
  readonly trace?: TraceExplainer | undefined;
  readonly grounds?: GroundsExplainer | undefined;
  readonly gaps?: GapsExplainer | undefined;
}

/** Records every step of evaluating one clause. */
export type TraceExplainer = (
  state: Situation,
  prepared: PreparedCatalogue,
  clause: PreparedClause,
) => readonly TraceStep[];

/** The result of one clause, in the form of the API. */
export function clauseResult(
  state: Situation,
  prepared: PreparedCatalogue,
  examined: ClauseWithOpenParts,
  { reasons, readings, trace, grounds, gaps }: Explainers,
): ClauseResult {
  const { clause, outcome, open, standing } = examined;
  const { id, kind, title, citation } = clause.clause;
  const policy = id.slice(0, id.indexOf('#'));
  const stated = prepared.statedConstraints.get(id) ?? [];
  const result = {
    id,
    policy,
    title,
    citation,
    verdict: verdictOf(outcome.met),
    standing,
    authority: outcome.met !== false && outcome.sure !== true ? authorityOf(state, clause) : [],
    missing: sortByDictionary(prepared, [
      ...open.facts,
      // Facts that only a cap of this clause needs are listed with the amount.
      ...stated
        .filter((each) => !isCap(each) || !each.members.has(id))
        .flatMap((each) => openFactsOfConstraint(state, each)),
    ]),
    reasons: reasons?.(state, examined) ?? [],
    amount: ownAmount(state, prepared, examined),
    readings: readings?.ofClause(state, prepared, examined) ?? [],
    items: itemsOf(state, examined),
    limitedBy: clause.pair === undefined ? [] : (prepared.limitedBy.get(id) ?? []),
    trace: trace?.(state, prepared, clause) ?? [],
    grounds: grounds?.(state, prepared, examined) ?? [],
    // Nothing is proposed for what does not count.
    gaps: (counts(standing) && gaps?.(state, prepared, examined)) || [],
  };
  if (kind !== 'limit') return result;
  // A clause that only limits others has a ceiling instead of a verdict.
  const { verdict: _, ...rest } = result;
  return { ...rest, ...ceilingOf(state, stated) };
}

/** A truth as a verdict of the API. */
export function verdictOf(met: Truth): Verdict {
  return met === 'unknown' ? 'undetermined' : met ? 'eligible' : 'ineligible';
}

/** The results of the items; empty without a list, and while the list is unknown. */
function itemsOf(state: Situation, figure: OwnFigure): readonly ItemResult[] {
  const { clause, own } = figure;
  const { list } = clause;
  if (list === undefined || !state.known[list.index]) return [];
  return own.items.map((item, index) => ({
    item: index + 1,
    verdict: verdictOf(item.met),
    amount: amountOf(clause, item, openCausesOfItem(state, figure, index)),
  }));
}

/** The ceiling of a limiting clause; absent where none of its limits applies. */
function ceilingOf(
  state: Situation,
  stated: readonly Constraint[],
): Pick<ClauseResult, 'ceiling'> | undefined {
  const [allowed] = stated.flatMap((each) => ceilingRangeOf(state, each) ?? []);
  return allowed && { ceiling: moneyRange(allowed) };
}

function authorityOf(state: Situation, clause: PreparedClause): readonly string[] {
  const texts = new Set<string>();
  forEachItem(state, clause.list, () => pendingAuthority(state, clause.when, texts));
  return [...texts];
}
