import type { Prepared } from './chain.ts';
import { type Evaluated, evaluateClause } from './evaluate.ts';
import { isPoint } from './interval.ts';
import type { Reading } from './language.ts';
import { ceiling } from './limits.ts';
import { pendingAuthority } from './missing.ts';
import { amountOf, moneyRange } from './money.ts';
import type { Outcome } from './outcome.ts';
import { type PreparedPart, slotOf } from './prepared.ts';
import type { PreparedClause } from './prepared-clause.ts';
import { inOrder, openLimit, openOf } from './questions.ts';
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
import { withReading } from './totals.ts';
import type { Truth } from './truth.ts';

/** Proposes what would have to be different for one clause. */
export type Proposer = (state: Situation, prepared: Prepared, evaluated: Evaluated) => readonly Gap[];

/** Finds the answers that decided the verdict of one clause. */
export type Grounder = (state: Situation, prepared: Prepared, evaluated: Evaluated) => readonly Ground[];

/** What is wanted beside the plain result. */
export interface Extras {
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
  evaluated: Evaluated,
  standings: ReadonlyMap<string, Standing>,
  { trace, grounds, gaps }: Extras,
): ClauseResult {
  const { clause, outcome } = evaluated;
  const { id, title, citation } = clause.clause;
  const policy = id.slice(0, id.indexOf('#'));
  const limits = limitsOf(state, prepared, clause);
  return {
    id,
    policy,
    title,
    citation,
    ...(clause.clause.kind === 'limit' ? limits.ceiling : { verdict: verdictOf(outcome.met) }),
    standing: standings.get(policy) ?? 'unknown-period',
    authority: outcome.met === true && outcome.sure !== true ? authorityOf(state, clause) : [],
    missing: inOrder(prepared, new Set([...openOf(state, evaluated).facts, ...limits.missing])),
    reasons: reasonsOf(state, evaluated),
    amount: amountOf(clause, outcome),
    readings: readingsOf(state, prepared, evaluated),
    items: outcome.items.map((item, index) => itemResult(clause, item, index)),
    limitedBy: limitersOf(prepared, clause),
    trace: trace?.(state, prepared, clause) ?? [],
    grounds: grounds?.(state, prepared, evaluated) ?? [],
    gaps: gaps?.(state, prepared, evaluated) ?? [],
  };
}

function verdictOf(met: Truth): Verdict {
  return met === 'unknown' ? 'undetermined' : met ? 'eligible' : 'ineligible';
}

function itemResult(clause: PreparedClause, item: Outcome, index: number): ItemResult {
  return { item: index + 1, verdict: verdictOf(item.met), amount: amountOf(clause, item) };
}

interface OwnLimits {
  readonly ceiling: Pick<ClauseResult, 'ceiling'>;
  readonly missing: readonly string[];
}

/** What a limiting clause allows, and what is missing for it. */
function limitsOf(state: Situation, prepared: Prepared, { clause }: PreparedClause): OwnLimits {
  const own = prepared.states.get(clause.id) ?? [];
  const [first] = own.filter(({ limit }) => limit?.when?.holds(state) !== false);
  const ceilings = first?.limit === undefined ? {} : { ceiling: moneyRange(ceiling(state, first.limit)) };
  return { ceiling: ceilings, missing: own.flatMap((constraint) => openLimit(state, constraint)) };
}

function limitersOf(prepared: Prepared, { clause, pair }: PreparedClause): readonly string[] {
  if (pair === undefined) return [];
  const limiting = (prepared.heldBy.get(clause.id) ?? []).filter(({ limit }) => limit !== undefined);
  return [...new Set(limiting.map(({ owner }) => owner))];
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

/** What decided a no, and only that; or what leaves the verdict open although no fact is missing. */
function reasonsOf(state: Situation, evaluated: Evaluated): readonly Reason[] {
  const { clause, outcome } = evaluated;
  if (clause.clause.kind === 'limit' || outcome.met === true) return [];
  if (outcome.met === 'unknown') return openReasons(state, evaluated);
  if (clause.list === undefined) return failing(state, clause.when, undefined);
  if (state.rows[clause.list.index]?.length === 0) return [{ code: 'emptyList', list: clause.list.id }];
  const reasons: Reason[] = [];
  const known = state.known[clause.list.index] === true;
  forEachItem(state, clause.list, (item) =>
    reasons.push(...failing(state, clause.when, known ? item + 1 : undefined)),
  );
  return reasons;
}

function openReasons(state: Situation, evaluated: Evaluated): readonly Reason[] {
  const open = openOf(state, evaluated);
  if (open.facts.size > 0) return [];
  const readings = [...open.readings].map((reading): Reason => ({ code: 'reading', reading }));
  return [...readings, ...[...open.undefinedAt].map((path): Reason => ({ code: 'undefined', path }))];
}

function failing(
  state: Situation,
  part: PreparedPart | undefined,
  item: number | undefined,
): readonly Reason[] {
  if (part?.kind !== 'condition' || part.holds(state) !== false) return [];
  const inner: Reason[] = [];
  if (part.source.op === 'all' || part.source.op === 'any')
    part.visit(state, (each) => inner.push(...failing(state, each, item)));
  return inner.length > 0
    ? inner
    : [{ code: 'condition', path: part.path, ...(item === undefined ? {} : { item }) }];
}

function readingsOf(state: Situation, prepared: Prepared, evaluated: Evaluated): readonly ReadingResult[] {
  const { clause } = evaluated.clause;
  return [
    ...clause.readings.map((reading) => readingResult(state, evaluated, reading)),
    ...readingsElsewhere(state, prepared, evaluated),
    ...(prepared.groupReadings.get(clause.id) ?? []).map(shownReading),
  ];
}

/** Readings of other clauses that this one names, `owner:name`, where they make a difference to it. */
function readingsElsewhere(
  state: Situation,
  prepared: Prepared,
  evaluated: Evaluated,
): readonly ReadingResult[] {
  const { clause, reads } = evaluated.clause;
  return [...reads].flatMap((slot) => {
    const reading = clause.readings.some(({ id }) => id === slot.id)
      ? undefined
      : prepared.readings.get(slot.id);
    if (reading === undefined) return [];
    const result = readingResult(state, evaluated, reading);
    const differs = 'options' in result && new Set(result.options.map(outcomeText)).size > 1;
    return differs ? [{ ...result, id: reading.id.slice(reading.id.indexOf('#') + 1) }] : [];
  });
}

function outcomeText({ verdict, amount }: { verdict?: Verdict; amount?: ClauseResult['amount'] }): string {
  return JSON.stringify([verdict, amount]);
}

function readingResult(state: Situation, evaluated: Evaluated, reading: Reading): ReadingResult {
  const { clause, outcome } = evaluated;
  if (reading.options.length === 0 || clause.clause.kind === 'limit') return shownReading(reading);
  const settled =
    outcome.met !== 'unknown' && !outcome.bound && (outcome.amount === undefined || isFixed(outcome));
  const options = reading.options.map(({ name, label }, option) => {
    const branch = settled
      ? outcome
      : withReading(state, slotOf(state.layout, reading.id), option, () => evaluateClause(state, clause));
    return { name, label, verdict: verdictOf(branch.met), amount: amountOf(clause, branch) };
  });
  return { id: reading.name, kind: 'computed', question: reading.question, options };
}

function isFixed({ amount }: Outcome): boolean {
  return amount !== undefined && isPoint(amount.least) && isPoint(amount.most);
}

function shownReading({ name, question, options, note }: Reading): ReadingResult {
  if (options.length === 0) return { id: name, kind: 'noted', question, note: note ?? '' };
  return { id: name, kind: 'computed', question, options };
}
