import type { Prepared } from './chain.ts';
import type { Evaluated } from './evaluate.ts';
import { ceiling } from './limits.ts';
import { pendingAuthority } from './missing.ts';
import { amountOf, moneyRange } from './money.ts';
import type { Outcome } from './outcome.ts';
import type { PreparedClause } from './prepared-clause.ts';
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
import { forEachItem, type Situation } from './situation.ts';
import type { Standing } from './standing.ts';
import type { TotalsReader } from './totals.ts';
import type { Truth } from './truth.ts';

/** Proposes what would have to be different for one clause. */
export type Proposer = (state: Situation, prepared: Prepared, evaluated: Evaluated) => readonly Gap[];

/** Finds the answers that decided the verdict of one clause. */
export type Grounder = (state: Situation, prepared: Prepared, evaluated: Evaluated) => readonly Ground[];

/** Says what decided a no, or what leaves a verdict open although no fact is missing. */
export type Reasoner = (state: Situation, evaluated: Evaluated) => readonly Reason[];

/** Says what each way of reading the text would give. */
export interface Reader {
  readonly ofClause: (state: Situation, prepared: Prepared, evaluated: Evaluated) => readonly ReadingResult[];
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
export type Tracer = (state: Situation, prepared: Prepared, clause: PreparedClause) => readonly TraceStep[];

/** The result of one clause as it is sent. */
export function clauseResult(
  state: Situation,
  prepared: Prepared,
  examined: Examined,
  standings: ReadonlyMap<string, Standing>,
  { reasons, readings, trace, grounds, gaps }: Extras,
): ClauseResult {
  const { clause, outcome, open } = examined;
  const { id, title, citation } = clause.clause;
  const policy = id.slice(0, id.indexOf('#'));
  const heading = { id, policy, title, citation };
  const limits = limitsOf(state, prepared, clause);
  const found =
    clause.clause.kind === 'limit'
      ? { ...heading, ...limits.ceiling }
      : { ...heading, verdict: verdictOf(outcome.met) };
  return {
    ...found,
    standing: standings.get(policy) ?? 'unknown-period',
    authority: outcome.met !== false && outcome.sure !== true ? authorityOf(state, clause) : [],
    missing: inOrder(prepared, new Set([...open.facts, ...limits.missing])),
    reasons: reasons?.(state, examined) ?? [],
    amount: amountOf(clause, outcome),
    readings: readings?.ofClause(state, prepared, examined) ?? [],
    items: isListed(state, clause) ? outcome.items.map((item, index) => itemResult(clause, item, index)) : [],
    limitedBy: clause.pair === undefined ? [] : (prepared.limitedBy.get(id) ?? []),
    trace: trace?.(state, prepared, clause) ?? [],
    grounds: grounds?.(state, prepared, examined) ?? [],
    gaps: gaps?.(state, prepared, examined) ?? [],
  };
}

export function verdictOf(met: Truth): Verdict {
  return met === 'unknown' ? 'undetermined' : met ? 'eligible' : 'ineligible';
}

function isListed({ known }: Situation, { list }: PreparedClause): boolean {
  return list !== undefined && known[list.index] === true;
}

function itemResult(clause: PreparedClause, item: Outcome, index: number): ItemResult {
  return { item: index + 1, verdict: verdictOf(item.met), amount: amountOf(clause, item) };
}

interface OwnLimits {
  readonly ceiling: Pick<ClauseResult, 'ceiling'>;
  readonly missing: readonly string[];
}

const UNLIMITED: OwnLimits = { ceiling: {}, missing: [] };

/** What a limiting clause allows, and what is missing for it. */
function limitsOf(state: Situation, prepared: Prepared, { clause }: PreparedClause): OwnLimits {
  const own = prepared.states.get(clause.id);
  if (own === undefined) return UNLIMITED;
  const [first] = own.filter(({ limit }) => limit?.when?.holds(state) !== false);
  const ceilings = first?.limit === undefined ? {} : { ceiling: moneyRange(ceiling(state, first.limit)) };
  return { ceiling: ceilings, missing: own.flatMap((constraint) => openLimit(state, constraint)) };
}

function authorityOf(state: Situation, clause: PreparedClause): readonly string[] {
  const texts = new Set<string>();
  const look = (): void => {
    if (clause.when !== undefined) for (const text of pendingAuthority(state, clause.when)) texts.add(text);
  };
  if (clause.list === undefined) look();
  else forEachItem(state, clause.list, look);
  return [...texts];
}
