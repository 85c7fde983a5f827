import type { Clause, Limit, NoAmount } from '../../clauses/language.ts';
import { type Fraction, NOUGHT, order, plus, toFen } from './fraction.ts';
import { atLeast, type Reckoner, type Row, type Truth, type Value } from './reckoner.ts';

/** An end of an amount; what has no upper limit is `unlimited`. */
export type End = Fraction | 'unlimited';

/** From one end to another: one value, unless a limit is not known or the text sets no upper limit. */
export interface Span {
  readonly min: End;
  readonly max: End;
}

/** What the text grants, and what the authority may grant at the most. */
export interface Figures {
  readonly least: Span;
  readonly most: Span;
}

/** What a clause gives in one completion, or why there is no figure. */
export type Pay = Figures | NoAmount;

const NOWHERE: Span = { min: NOUGHT, max: NOUGHT };

/** Nothing is given. */
export const NO_MONEY: Figures = { least: NOWHERE, most: NOWHERE };

/** Does the same to every figure. */
function each({ least, most }: Figures, change: (span: Span) => Span): Figures {
  return { least: change(least), most: change(most) };
}

function ends({ min, max }: Span, change: (end: End) => End): Span {
  return { min: change(min), max: change(max) };
}

/** Puts the figures of two together, end by end; a reason why there are none stands. */
export function merge(a: Pay, b: Pay, join: (a: End, b: End) => End): Pay {
  if (typeof a === 'string') return a;
  if (typeof b === 'string') return b;
  const both = (one: Span, other: Span): Span => ({
    min: join(one.min, other.min),
    max: join(one.max, other.max),
  });
  return { least: both(a.least, b.least), most: both(a.most, b.most) };
}

/** One clause, or one item of it, in one completion. */
export interface Outcome {
  readonly truth: Truth;
  /** Whether it is taken as met; where `truth` is undefined, either. */
  readonly met: boolean;
  /** Whether it is met however the authority judges. */
  readonly sure: boolean;
  readonly pay: Pay;
}

/** What a clause comes to, with its items. */
export interface ClauseOutcome extends Outcome {
  readonly items: readonly Outcome[];
}

/** A clause with its own limits, in one completion. */
export function clauseOutcome(clause: Clause, reckoner: Reckoner): ClauseOutcome {
  const { list } = clause;
  const items =
    list === undefined
      ? [single(clause, reckoner)]
      : reckoner.rows(list).map((row: Row) => reckoner.at(list, row, () => single(clause, reckoner)));
  const met = items.filter((item) => item.met);
  const whole = {
    truth: atLeast(
      1,
      items.map(({ truth }) => truth),
    ),
    met: met.length > 0,
    sure: met.some(({ sure }) => sure),
    pay: sumOf(met.map(({ pay }) => pay)),
  };
  const own = clause.limits.filter(({ over }) => over === 'clause');
  return { ...whole, pay: limited(whole, own, reckoner), items };
}

/** The sum of those that have a figure; where none has, why. */
function sumOf(pays: readonly Pay[]): Pay {
  const figures = pays.filter((pay) => typeof pay === 'object');
  if (figures.length === 0 && pays[0] !== undefined) return pays[0];
  return figures.reduce<Pay>((sum, pay) => merge(sum, pay, add), NO_MONEY);
}

/** The clause for the applicant as a whole, or for the item at hand. */
function single(clause: Clause, reckoner: Reckoner): Outcome {
  const [truth, unaided] = clause.when === undefined ? [true, true] : reckoner.judged(clause.when);
  const met = reckoner.settle(truth);
  const sure = met && (truth === unaided || reckoner.settle(unaided));
  const outcome = { truth, met, sure, pay: awarded(clause, reckoner, sure) };
  const own = clause.limits.filter(({ over }) => over === 'item');
  return { ...outcome, pay: limited(outcome, own, reckoner) };
}

function awarded({ award }: Clause, reckoner: Reckoner, sure: boolean): Pay {
  if (award?.least === undefined || award.most === undefined) return award?.none ?? 'nonMonetary';
  const least = reckoner.value(award.least);
  const most = award.most === null ? 'unlimited' : reckoner.value(award.most);
  if (least === 'undefined' || least === 'notStated') return least;
  if (most === 'undefined' || most === 'notStated') return most;
  const [low, high] = [atLeastNought(least), atLeastNought(most)];
  const upTo = award.most === null ? { min: low, max: high } : { min: high, max: high };
  return { least: sure ? { min: low, max: low } : NOWHERE, most: upTo };
}

function atLeastNought(end: End): End {
  return typeof end === 'object' && end.n < 0n ? NOUGHT : end;
}

/** The sum of two ends. */
export function add(a: End, b: End): End {
  return a === 'unlimited' || b === 'unlimited' ? 'unlimited' : plus(a, b);
}

/** Negative, zero or positive as `a` is below, equal to or above `b`. */
export function orderOfEnds(a: End, b: End): number {
  if (a === 'unlimited' || b === 'unlimited') return a === b ? 0 : a === 'unlimited' ? 1 : -1;
  return order(a, b);
}

/** The larger of two ends. */
export const higher = (a: End, b: End): End => (orderOfEnds(a, b) < 0 ? b : a);
const lower = (a: End, b: End): End => (orderOfEnds(a, b) > 0 ? b : a);

/** One payment: floors raise what is met, then caps cut, then it is rounded down; a budget is information. */
export function limited(
  outcome: Pick<Outcome, 'met' | 'sure' | 'pay'>,
  limits: readonly Limit[],
  reckoner: Reckoner,
): Pay {
  const inOrder = [...limits].sort((a, b) => rank(a) - rank(b));
  const pay = inOrder.reduce<Pay>((rest, limit) => {
    if (typeof rest === 'string' || !holdsMoney(limit) || !outcome.met) return rest;
    if (limit.when !== undefined && !reckoner.settle(reckoner.holds(limit.when))) return rest;
    return bounded(rest, limit.type, reckoner.value(limit.amount), outcome);
  }, outcome.pay);
  return typeof pay === 'string' ? pay : each(pay, (span) => ends(span, paid));
}

function paid(end: End): End {
  return end === 'unlimited' ? end : toFen(end);
}

/** Whether it is a cap or a floor; how many items are paid at the most is not among the parts of random laws. */
export function holdsMoney(limit: Limit): limit is Limit & { readonly type: 'cap' | 'floor' } {
  return limit.type === 'cap' || limit.type === 'floor';
}

/** Where a limit stands: floors before caps. */
export function rank({ type }: Limit): number {
  return type === 'floor' ? 0 : 1;
}

/** An amount under one limit; what a limit that has no figure allows may be anything. */
export function bounded(
  pay: Figures,
  type: 'cap' | 'floor',
  at: Value,
  { met, sure }: Pick<Outcome, 'met' | 'sure'>,
): Figures {
  const known = typeof at === 'object' ? atLeastNought(at) : undefined;
  const from = known ?? NOUGHT;
  const to = known ?? 'unlimited';
  if (type === 'cap') return each(pay, ({ min, max }) => ({ min: lower(min, from), max: lower(max, to) }));
  const raised = each(pay, ({ min, max }) => ({ min: higher(min, from), max: higher(max, to) }));
  return { least: sure ? raised.least : pay.least, most: met ? raised.most : pay.most };
}
