import type { Evaluated } from '../evaluate/evaluate.ts';
import { pendingAuthority } from '../evaluate/open-parts.ts';
import type { Outcome } from '../evaluate/outcome.ts';
import type { PreparedClause } from '../evaluate/prepared-clause.ts';
import { forEachItem, type Situation } from '../evaluate/situation.ts';
import type { Standing } from '../language/standing.ts';
import type { Truth } from '../numbers/truth.ts';
import { type Constraint, ceilingOf } from './constraints.ts';
import { amountOf, moneyRange } from './money.ts';
import type { PreparedCatalogue } from './prepared-catalogue.ts';
import { type Examined, inOrder, openLimit } from './questions.ts';
import type {
  ClauseResult,
  Gap,
  Ground,
  ItemResult,
  ReadingResult,
  Reason,
  TraceStep,
  Verdict,
} from './result.ts';
import type { TotalsReader } from './totals.ts';

/** Proposes what would have to be different for one clause. */
export type Proposer = (
  state: Situation,
  prepared: PreparedCatalogue,
  evaluated: Evaluated,
) => readonly Gap[];

/** Finds the answers that decided the verdict of one clause. */
export type Grounder = (
  state: Situation,
  prepared: PreparedCatalogue,
  evaluated: Evaluated,
) => readonly Ground[];

/** Says what decided a no, or what leaves a verdict open although no fact is missing. */
export type Reasoner = (state: Situation, evaluated: Evaluated) => readonly Reason[];

/** Says what each way of reading the text would give. */
export interface Reader {
  readonly ofClause: (
    state: Situation,
    prepared: PreparedCatalogue,
    evaluated: Evaluated,
  ) => readonly ReadingResult[];
  readonly ofTotals: TotalsReader;
}

/** What is wanted beside verdicts, amounts and totals. */
export interface Extras {
  readonly reasons?: Reasoner | undefined;
  readonly readings?: Reader | undefined;
  readonly trace?: Tracer | undefined;
  readonly grounds?: Grounder | undefined;
  readonly gaps?: Proposer | undefined;
}

/** Writes down every step of one clause. */
export type Tracer = (
  state: Situation,
  prepared: PreparedCatalogue,
  clause: PreparedClause,
) => readonly TraceStep[];

/** The result of one clause as it is sent. */
export function clauseResult(
  state: Situation,
  prepared: PreparedCatalogue,
  examined: Examined,
  standings: ReadonlyMap<string, Standing>,
  { reasons, readings, trace, grounds, gaps }: Extras,
): ClauseResult {
  const { clause, outcome, open } = examined;
  const { id, kind, title, citation } = clause.clause;
  const policy = id.slice(0, id.indexOf('#'));
  const own = prepared.states.get(id) ?? [];
  const result = {
    id,
    policy,
    title,
    citation,
    verdict: verdictOf(outcome.met),
    standing: standings.get(policy) ?? ('unknown-period' as const),
    authority: outcome.met !== false && outcome.sure !== true ? authorityOf(state, clause) : [],
    missing: inOrder(prepared, [...open.facts, ...own.flatMap((each) => openLimit(state, each))]),
    reasons: reasons?.(state, examined) ?? [],
    amount: amountOf(clause, outcome),
    readings: readings?.ofClause(state, prepared, examined) ?? [],
    items: itemsOf(state, clause, outcome),
    limitedBy: clause.pair === undefined ? [] : (prepared.limitedBy.get(id) ?? []),
    trace: trace?.(state, prepared, clause) ?? [],
    grounds: grounds?.(state, prepared, examined) ?? [],
    gaps: gaps?.(state, prepared, examined) ?? [],
  };
  if (kind !== 'limit') return result;
  // What only limits other clauses has a ceiling in place of a verdict.
  const { verdict: _, ...rest } = result;
  return { ...rest, ...allowedBy(state, own) };
}

export function verdictOf(met: Truth): Verdict {
  return met === 'unknown' ? 'undetermined' : met ? 'eligible' : 'ineligible';
}

/** The items of a list that is given; of another one nothing is known by itself. */
function itemsOf({ known }: Situation, clause: PreparedClause, { items }: Outcome): readonly ItemResult[] {
  const { list } = clause;
  if (list === undefined || !known[list.index]) return [];
  return items.map((item, index) => ({
    item: index + 1,
    verdict: verdictOf(item.met),
    amount: amountOf(clause, item),
  }));
}

/** What a limiting clause allows. */
function allowedBy(state: Situation, own: readonly Constraint[]): Pick<ClauseResult, 'ceiling'> | undefined {
  const [allowed] = own.flatMap((each) => ceilingOf(state, each) ?? []);
  return allowed && { ceiling: moneyRange(allowed) };
}

function authorityOf(state: Situation, clause: PreparedClause): readonly string[] {
  const texts = new Set<string>();
  forEachItem(state, clause.list, () => pendingAuthority(state, clause.when, texts));
  return [...texts];
}
