import { type PreparedPair, preparePair } from './award.ts';
import type { Clause } from './language.ts';
import { type PreparedLimit, prepareLimit, rankOf, useLimit } from './limits.ts';
import type { PreparedCondition, PreparedPart, Workshop } from './prepared.ts';
import type { ListSlot, Situation, Slot } from './situation.ts';
import { type Splits, splitsOf } from './splits.ts';
import { type Use, Uses } from './uses.ts';

/** A clause ready to be evaluated. */
export interface PreparedClause {
  readonly clause: Clause;
  readonly list: ListSlot | undefined;
  readonly when: PreparedCondition | undefined;
  readonly pair: PreparedPair | undefined;
  /** Limits of each item, and of the clause's sum. */
  readonly itemLimits: readonly PreparedLimit[];
  readonly sumLimits: readonly PreparedLimit[];
  /** How many items are paid at the most. */
  readonly countLimits: readonly PreparedLimit[];
  readonly uses: readonly Use[];
  readonly splits: Splits;
  /** The variables among them. */
  readonly reads: ReadonlySet<Slot>;
  /** The variables that the limits of its sum read. */
  readonly sumReads: ReadonlySet<Slot>;
  readonly judged: boolean;
  /** Whether it looks at several items at once, so that items are not independent of each other. */
  readonly acrossItems: boolean;
}

export function prepareClause(clause: Clause, workshop: Workshop): PreparedClause {
  const pair = preparePair(clause, workshop);
  const { uses: used, judged, acrossItems } = usesOf(clause, workshop);
  const uses = used.list();
  const own = clause.limits
    .map((limit, index) => ({ limit, path: `/limits/${index}` }))
    .filter(({ limit }) => limit.type !== 'budget' && (limit.over === 'item' || limit.over === 'clause'))
    .map(({ limit, path }) => prepareLimit(limit, path, workshop));
  const countLimits = own.filter(({ source }) => source.type === 'items');
  const money = own.filter(({ source }) => source.type !== 'items').sort((a, b) => rankOf(a) - rankOf(b));
  const itemLimits = money.filter(({ source }) => source.over === 'item');
  const sumLimits = money.filter(({ source }) => source.over === 'clause');
  const ofSum = new Uses(workshop.layout);
  for (const { source } of [...sumLimits, ...countLimits]) useLimit(source, ofSum);
  return {
    clause,
    list: workshop.layout.subjects.get(clause.list ?? ''),
    when: clause.when && workshop.condition(clause.when, '/when'),
    pair,
    itemLimits,
    sumLimits,
    countLimits,
    uses,
    splits: splitsOf(uses, clause.list !== undefined),
    reads: used.slots(),
    sumReads: ofSum.slots(),
    judged,
    acrossItems,
  };
}

function usesOf(
  clause: Clause,
  { layout }: Workshop,
): Pick<PreparedClause, 'judged' | 'acrossItems'> & { readonly uses: Uses } {
  const uses = new Uses(layout);
  const joint = new Uses(layout);
  if (clause.when) uses.condition(clause.when, 1, 'condition');
  const { judged } = uses;
  for (const side of [clause.award?.least, clause.award?.most]) if (side) uses.quantity(side, 1, 'amount');
  for (const limit of clause.limits) useLimit(limit, Array.isArray(limit.over) ? joint : uses);
  const acrossItems = uses.acrossItems || joint.acrossItems;
  if (clause.list) uses.length(clause.list, 1, 'condition');
  return { uses, judged, acrossItems };
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
