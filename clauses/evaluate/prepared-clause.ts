import type { Clause } from '../language/clause.ts';
import type { Limit } from '../language/limit.ts';
import { type PreparedPair, preparePair } from './award.ts';
import { type Influence, InfluenceCollector } from './influence.ts';
import { collectLimit, type PreparedLimit, prepareLimit, rankOf } from './limits.ts';
import {
  noDependencies,
  type PreparedCondition,
  type PreparedPart,
  type Preparer,
  slotRead,
} from './prepared.ts';
import type { Layout, ListSlot, Situation, Slot } from './situation.ts';
import { type Splits, splitsOf } from './splits.ts';

/** A clause ready to be evaluated. */
export interface PreparedClause {
  readonly clause: Clause;
  readonly layout: Layout;
  readonly list: ListSlot | undefined;
  readonly when: PreparedCondition | undefined;
  readonly pair: PreparedPair | undefined;
  /** Limits of each item, and of the clause's sum. */
  readonly itemLimits: readonly PreparedLimit[];
  readonly sumLimits: readonly PreparedLimit[];
  /** How many items are paid at the most. */
  readonly countLimits: readonly PreparedLimit[];
  /** The variables that it reads, also in what it states of several clauses. */
  readonly reads: readonly Slot[];
  readonly needsAuthority: boolean;
  /** Whether it looks at several items at once, so that items are not independent of each other. */
  readonly spansItems: boolean;
  /** Once somebody has asked for it; see {@link influencesOf}. */
  influences: ClauseInfluences | undefined;
}

/** How a clause uses its variables. */
export interface ClauseInfluences {
  readonly variables: readonly Influence[];
  readonly splits: Splits;
  /** The variables that the limits of its sum read. */
  readonly sumReads: readonly Slot[];
}

export function prepareClause(clause: Clause, preparer: Preparer): PreparedClause {
  const { layout } = preparer;
  preparer.dependencies = noDependencies();
  const { dependencies: noted } = preparer;
  const when = clause.when && preparer.condition(clause.when);
  const { needsAuthority: judged } = noted;
  const pair = preparePair(clause, preparer);
  const limits = clause.limits
    .map((limit) => prepareLimit(limit, preparer))
    .sort((a, b) => rankOf(a) - rankOf(b));
  const own = (over: Limit['over'], counts: boolean): readonly PreparedLimit[] =>
    limits.filter(
      ({ source }) =>
        source.over === over && source.type !== 'budget' && (source.type === 'items') === counts,
    );
  if (clause.list) slotRead(preparer, clause.list);
  return {
    clause,
    layout,
    list: layout.subjects.get(clause.list ?? ''),
    when,
    pair,
    itemLimits: own('item', false),
    sumLimits: own('clause', false),
    countLimits: own('clause', true),
    reads: noted.reads,
    needsAuthority: judged,
    spansItems: noted.spansItems,
    influences: undefined,
  };
}

/** How a clause uses its variables, found when it is first asked for: while all of them are known nobody asks. */
export function influencesOf(clause: PreparedClause): ClauseInfluences {
  clause.influences ??= findInfluences(clause);
  return clause.influences;
}

function findInfluences({ clause, layout, sumLimits, countLimits }: PreparedClause): ClauseInfluences {
  const found = new InfluenceCollector(layout);
  if (clause.when) found.condition(clause.when, 1, 'condition');
  for (const side of [clause.award?.least, clause.award?.most]) if (side) found.quantity(side, 1, 'amount');
  for (const limit of clause.limits) if (!Array.isArray(limit.over)) collectLimit(limit, found);
  if (clause.list) found.listLength(clause.list, 1, 'condition');
  const ofSum = new InfluenceCollector(layout);
  for (const { source } of [...sumLimits, ...countLimits]) collectLimit(source, ofSum);
  const influences = found.all();
  const sumReads = ofSum.all().map(({ slot }) => slot);
  return { variables: influences, splits: splitsOf(influences, clause.list !== undefined), sumReads };
}

/** What the amount is made of now: of a limit that does not apply only why. */
export function amountParts(state: Situation, clause: PreparedClause): readonly PreparedPart[] {
  const { pair, itemLimits, sumLimits, countLimits } = clause;
  if (pair === undefined) return [];
  const most = pair.most === null || pair.most === pair.least ? [] : [pair.most];
  return [
    pair.least,
    ...most,
    ...[...itemLimits, ...sumLimits, ...countLimits].flatMap((limit) => limitParts(state, limit)),
  ];
}

export function limitParts(state: Situation, { amount, when }: PreparedLimit): readonly PreparedPart[] {
  if (when === undefined) return [amount];
  return when.holds(state) === false ? [when] : [when, amount];
}
