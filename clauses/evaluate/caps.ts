import { compare } from '../numbers/exact.ts';
import { type Interval, smaller } from '../numbers/interval.ts';
import { or, type Truth } from '../numbers/truth.ts';
import { isCorrelated } from './correlation.ts';
import { ceiling, type JointCap } from './limits.ts';
import { combineItems, hullOfPairs, isOpen, type Outcome, type Pair } from './outcome.ts';
import { limitSum } from './payment.ts';
import type { PreparedClause } from './prepared-clause.ts';
import { forEachItem, mostItems, type Situation } from './situation.ts';

/** Whether a cap of other clauses applies to each item of the clause. */
export function limitsItems({ caps }: PreparedClause): boolean {
  return caps.some(({ items }) => items);
}

/** One item after the caps of other clauses that apply to each item. */
export function underItemCaps(state: Situation, clause: PreparedClause, item: Outcome): Outcome {
  const caps = clause.caps.filter(({ items }) => items);
  const held = under(state, clause, item, caps);
  const { met, sure, amount } = held;
  const open = met === 'unknown' || sure === 'unknown';
  const bound = held.bound || (amount !== undefined && isCorrelated(state, clause, open, amount));
  return { ...held, bound, loweredBy: loweringOf(state, caps, item) };
}

/**
 * A clause and its items after the caps of other clauses, each as if it were the only one under these caps. `held` are
 * its items after the caps that apply to each item, `correlated` states whether they depend on each other.
 */
export function underCaps(
  state: Situation,
  clause: PreparedClause,
  outcome: Outcome,
  held = outcome.items,
  correlated = false,
): Outcome {
  if (!clause.alone) return outcome;
  const joint = clause.caps.filter(({ items }) => !items);
  const whole = atMostItems(state, clause, outcome, held, correlated);
  return {
    ...under(state, clause, whole, joint),
    loweredBy: [...(whole.loweredBy ?? []), ...loweringOf(state, joint, outcome)],
    items: held.map((item) => under(state, clause, item, [...joint, ...ownCapsOf(clause)])),
  };
}

/** The same while every variable is known, from the outcome without the caps. */
export function underKnownCaps(state: Situation, clause: PreparedClause, outcome: Outcome): Outcome {
  if (!limitsItems(clause)) return underCaps(state, clause, outcome);
  const held: Outcome[] = [];
  forEachItem(state, clause.list, (item) =>
    held.push(...outcome.items.slice(item, item + 1).map((each) => underItemCaps(state, clause, each))),
  );
  return underCaps(state, clause, outcome, held);
}

/** A clause that pays no more than its items after the caps that apply to each of them. */
function atMostItems(
  state: Situation,
  clause: PreparedClause,
  outcome: Outcome,
  held: readonly Outcome[],
  correlated: boolean,
): Outcome {
  const { list } = clause;
  const applies = limitsItems(clause) && appliesToSome(state, clause);
  if (applies === false) return outcome;
  const unknownUpTo = list && !state.known[list.index] ? mostItems(state) : undefined;
  const sum = combineItems(held, { correlated, unknownUpTo, paid: EVERY });
  if (!outcome.amount || !sum.amount) return outcome;
  const least = (a: Pair, b: Pair): Pair => {
    const both = { least: smaller(a.least, b.least), most: smaller(a.most, b.most) };
    return applies === true ? both : hullOfPairs(both, a);
  };
  const amount = least(outcome.amount, sum.amount);
  return {
    ...outcome,
    amount,
    share: least(outcome.share, sum.share),
    // Whether a cap applies can depend on the same unknown as the items that are paid.
    bound: outcome.bound || sum.bound || (applies === 'unknown' && isOpen(amount)),
    partial: outcome.partial || sum.partial,
    loweredBy: itemCapsOf(clause, held, outcome.amount, sum.amount),
  };
}

/**
 * The caps that lower the amount `before` by lowering some item; where they lower none, all: each item is rounded down
 * under them, and a sum that a floor has raised is above that of its items.
 */
function itemCapsOf(
  { caps }: PreparedClause,
  held: readonly Outcome[],
  before: Pair,
  sum: Pair,
): readonly JointCap[] {
  const sides = [
    [sum.least, before.least],
    [sum.most, before.most],
  ] as const;
  if (!sides.some(([now, old]) => isBelow(now.min, old.max))) return [];
  const lowering = new Set(held.flatMap(({ loweredBy = [] }) => loweredBy));
  const isLower = sides.some(([now, old]) => isBelow(now.min, old.min) || isBelow(now.max, old.max));
  return lowering.size > 0 || !isLower ? [...lowering] : caps.filter(({ items }) => items);
}

/** Whether an end is below another; `null` is without end, above every other. */
function isBelow(end: Interval['max'], other: Interval['max']): boolean {
  return end !== null && (other === null || compare(end, other) < 0);
}

const EVERY = { min: Number.POSITIVE_INFINITY, max: Number.POSITIVE_INFINITY };

/** Whether a cap of each item applies to some item. */
function appliesToSome(state: Situation, { list, caps }: PreparedClause): Truth {
  let applies: Truth = false;
  forEachItem(state, list, () => {
    for (const { limit, items } of caps) if (items) applies = or(applies, limit.when?.holds(state) ?? true);
  });
  return applies;
}

function under(
  state: Situation,
  clause: PreparedClause,
  outcome: Outcome,
  caps: readonly Pick<JointCap, 'limit'>[],
): Outcome {
  const limits = caps.map(({ limit }) => limit);
  return limitSum(state, clause, outcome, limits);
}

function ownCapsOf({ sumLimits }: PreparedClause): readonly Pick<JointCap, 'limit'>[] {
  return sumLimits.filter(({ source }) => source.type === 'cap').map((limit) => ({ limit }));
}

/** The caps that may lower an outcome. */
function loweringOf(state: Situation, caps: readonly JointCap[], { amount }: Outcome): readonly JointCap[] {
  return amount ? caps.filter(({ limit }) => mayLower(state, limit, amount)) : [];
}

function mayLower(state: Situation, limit: JointCap['limit'], { most }: Pair): boolean {
  if (limit.when?.holds(state) === false) return false;
  const { min } = ceiling(state, limit);
  return most.max === null || (min !== null && compare(min, most.max) < 0);
}
