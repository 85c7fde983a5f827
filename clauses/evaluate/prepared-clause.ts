import type { Clause } from '../language/clause.ts';
import type { Limit } from '../language/limit.ts';
import { type PreparedPair, preparePair } from './award.ts';
import { type Influence, InfluenceCollector } from './influence.ts';
import { collectLimit, type JointCap, type PreparedLimit, prepareLimit, rankOf } from './limits.ts';
import {
  noDependencies,
  type PreparedCondition,
  type PreparedPart,
  type Preparer,
  slotRead,
} from './prepared.ts';
import type { Layout, ListSlot, Situation, Slot } from './situation.ts';
import { type Splits, splitsOf } from './splits.ts';

/** A clause, ready to be evaluated. */
export interface PreparedClause {
  readonly clause: Clause;
  readonly layout: Layout;
  /** The list whose items are evaluated one by one. */
  readonly list: ListSlot | undefined;
  readonly when: PreparedCondition | undefined;
  readonly pair: PreparedPair | undefined;
  /** Limits of each item, in the order in which they apply. */
  readonly itemLimits: readonly PreparedLimit[];
  /** Limits of the clause's own sum, in the order in which they apply. */
  readonly sumLimits: readonly PreparedLimit[];
  /** Limits on the number of paid items. */
  readonly countLimits: readonly PreparedLimit[];
  /** The caps over several clauses that apply to it, as if it were the only one of them. */
  readonly caps: readonly JointCap[];
  /** Whether each of its items is evaluated as if it were the only one, under all caps of the clause. */
  readonly alone: boolean;
  /** The variables that it reads, including those in its limits over several clauses. */
  readonly reads: readonly Slot[];
  /** Whether its condition contains something for the authority to judge. */
  readonly needsAuthority: boolean;
  /** Whether it reads several items at once, so that its items depend on each other. */
  readonly spansItems: boolean;
  /** The cache of {@link influencesOf}. */
  influences: ClauseInfluences | undefined;
}

/** How a clause uses its variables. */
export interface ClauseInfluences {
  /** One for each variable, without the limits over several clauses. */
  readonly influences: readonly Influence[];
  /** The variables to split into cases. */
  readonly splits: Splits;
  /** The variables that the limits of its sum read. */
  readonly sumReads: readonly Slot[];
}

/** Prepares a clause. Throws where it names something that the layout does not have. */
export function prepareClause(clause: Clause, preparer: Preparer): PreparedClause {
  const { layout } = preparer;
  preparer.dependencies = noDependencies();
  const { dependencies } = preparer;
  const when = clause.when && preparer.condition(clause.when);
  // Of the condition alone: amounts and limits are prepared after it.
  const { needsAuthority } = dependencies;
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
    caps: [],
    alone: false,
    reads: dependencies.reads,
    needsAuthority,
    spansItems: dependencies.spansItems,
    influences: undefined,
  };
}

/**
 * A clause as it is by itself: under caps over several clauses, no other clause drawing on them, and each of its items
 * under its own caps as well.
 */
export function heldClause(clause: PreparedClause, caps: readonly JointCap[]): PreparedClause {
  return {
    ...clause,
    caps,
    alone: true,
    reads: [...new Set([clause.reads, ...caps.map(({ reads }) => reads)].flat())],
    spansItems: clause.spansItems || caps.some(({ spansItems }) => spansItems),
    influences: undefined,
  };
}

/** How a clause uses its variables. Computed on first use, because a check with every variable known never needs it. */
export function influencesOf(clause: PreparedClause): ClauseInfluences {
  clause.influences ??= findInfluences(clause);
  return clause.influences;
}

function findInfluences({ clause, layout, sumLimits, countLimits, caps }: PreparedClause): ClauseInfluences {
  const found = new InfluenceCollector(layout);
  if (clause.when) found.condition(clause.when, 1, 'condition');
  for (const side of [clause.award?.least, clause.award?.most]) if (side) found.quantity(side, 1, 'amount');
  for (const limit of clause.limits) if (!Array.isArray(limit.over)) collectLimit(limit, found);
  for (const { limit } of caps) collectLimit(limit.source, found);
  if (clause.list) found.listLength(clause.list, 1, 'condition');
  const ofSum = new InfluenceCollector(layout);
  const joint = caps.flatMap(({ limit, items }) => (items ? [] : [limit]));
  for (const { source } of [...sumLimits, ...countLimits, ...joint]) collectLimit(source, ofSum);
  const influences = found.all();
  const sumReads = ofSum.all().map(({ slot }) => slot);
  return { influences, splits: splitsOf(influences, clause.list !== undefined), sumReads };
}

/** The parts of the amount in a state; of a limit that does not apply only its condition. */
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

/** The parts of a limit in a state; of one that does not apply only its condition. */
export function limitParts(state: Situation, { amount, when }: PreparedLimit): readonly PreparedPart[] {
  if (when === undefined) return [amount];
  return when.holds(state) === false ? [when] : [when, amount];
}
