import type { NoAmount } from '../../clauses/language/award.ts';
import type { Clause } from '../../clauses/language/clause.ts';
import type { Limit } from '../../clauses/language/limit.ts';
import { atLeast, type OracleEvaluator, type OracleTruth, type OracleValue, type Row } from './evaluator.ts';
import { type Fraction, fraction, NOUGHT, order, plus, times, toFen, wholeOf } from './fraction.ts';

/** An end of a range in yuan; `unlimited` is no upper limit. */
export type End = Fraction | 'unlimited';

/** A range; a single value unless a limit is unknown or the text sets no upper limit. */
export interface EndRange {
  readonly min: End;
  readonly max: End;
}

/** The amount that the text grants, and the most that the authority may grant. */
export interface Figures {
  readonly least: EndRange;
  readonly most: EndRange;
}

/** What a clause pays in one completion, or why there is no amount. */
export type Pay = Figures | NoAmount;

const NOWHERE: EndRange = { min: NOUGHT, max: NOUGHT };

/** No money. */
export const NO_MONEY: Figures = { least: NOWHERE, most: NOWHERE };

/** Applies a change to both ranges. */
function each({ least, most }: Figures, change: (span: EndRange) => EndRange): Figures {
  return { least: change(least), most: change(most) };
}

function ends({ min, max }: EndRange, change: (end: End) => End): EndRange {
  return { min: change(min), max: change(max) };
}

/** Combines two pairs end by end. */
export function merge(a: Figures, b: Figures, join: (a: End, b: End) => End): Figures {
  const both = (one: EndRange, other: EndRange): EndRange => ({
    min: join(one.min, other.min),
    max: join(one.max, other.max),
  });
  return { least: both(a.least, b.least), most: both(a.most, b.most) };
}

/** One clause, or one item of it, in one completion. */
export interface AwardOutcome {
  readonly truth: OracleTruth;
  /** Whether it counts as met. `settle` decides where `truth` is undefined. */
  readonly met: boolean;
  /** Whether it is met without a favourable judgement of the authority. */
  readonly sure: boolean;
  readonly pay: Pay;
}

/** The outcome of a clause and of its items. */
export interface ClauseOutcome extends AwardOutcome {
  readonly items: readonly AwardOutcome[];
}

/** Evaluates a clause with its own limits in one completion. */
export function clauseOutcome(clause: Clause, evaluator: OracleEvaluator): ClauseOutcome {
  const { list } = clause;
  const items =
    list === undefined
      ? [single(clause, evaluator)]
      : evaluator.rows(list).map((row: Row) => evaluator.at(list, row, () => single(clause, evaluator)));
  const met = items.filter((item) => item.met);
  const whole = {
    truth: atLeast(
      1,
      items.map(({ truth }) => truth),
    ),
    met: met.length > 0,
    sure: met.some(({ sure }) => sure),
    pay: sumOf(
      met.map(({ pay }) => pay),
      paidItems(clause, evaluator),
      evaluator.timesOf(list ?? ''),
    ),
  };
  const own = clause.limits.filter(({ over }) => over === 'clause');
  return { ...whole, pay: limited(whole, own, evaluator), items };
}

/** The largest number of items that are paid; any number where a limit has no amount. */
interface Count {
  readonly min: number;
  readonly max: number;
}

function paidItems({ limits }: Clause, evaluator: OracleEvaluator): Count {
  const counts = limits
    .filter(({ type, when }) => type === 'items' && (when === undefined || evaluator.settled(when)))
    .map(({ amount }): Count => {
      const value = evaluator.value(amount);
      if (typeof value !== 'object') return { min: 0, max: Number.POSITIVE_INFINITY };
      const count = Math.max(0, Number(wholeOf(value)));
      return { min: count, max: count };
    });
  return {
    min: Math.min(Number.POSITIVE_INFINITY, ...counts.map(({ min }) => min)),
    max: Math.min(Number.POSITIVE_INFINITY, ...counts.map(({ max }) => max)),
  };
}

/** The sum of the best amounts, for `least` and `most` separately; the reason where no item has an amount. */
function sumOf(pays: readonly Pay[], { min, max }: Count, each: Fraction): Pay {
  const figures = pays.filter((pay) => typeof pay === 'object');
  if (figures.length === 0 && pays[0] !== undefined) return pays[0];
  const isOnce = each.n === each.d;
  const best = (ends: readonly End[], count: number): End => {
    const sorted = [...ends].sort((a, b) => orderOfEnds(b, a));
    if (count === Number.POSITIVE_INFINITY || (isOnce && count >= ends.length))
      return repeated(ends.reduce(add, NOUGHT), each);
    if (isOnce) return sorted.slice(0, count).reduce(add, NOUGHT);
    // The best item alone, as often as items are paid.
    return count === 0 ? NOUGHT : repeated(sorted[0] ?? NOUGHT, fraction(BigInt(count)));
  };
  const side = (spans: readonly EndRange[]): EndRange => ({
    min: best(
      spans.map((span) => span.min),
      min,
    ),
    max: best(
      spans.map((span) => span.max),
      max,
    ),
  });
  return { least: side(figures.map(({ least }) => least)), most: side(figures.map(({ most }) => most)) };
}

/** The clause for the applicant as a whole, or for the current item. */
function single(clause: Clause, evaluator: OracleEvaluator): AwardOutcome {
  const [truth, unaided] = clause.when === undefined ? [true, true] : evaluator.judged(clause.when);
  const met = evaluator.settle(truth);
  const sure = met && (truth === unaided || evaluator.settle(unaided));
  const outcome = { truth, met, sure, pay: awarded(clause, evaluator, sure) };
  const own = clause.limits.filter(({ over }) => over === 'item');
  return { ...outcome, pay: limited(outcome, own, evaluator) };
}

function awarded({ award }: Clause, evaluator: OracleEvaluator, sure: boolean): Pay {
  if (award?.least === undefined || award.most === undefined) return award?.none ?? 'nonMonetary';
  const least = evaluator.value(award.least);
  const most = award.most === null ? 'unlimited' : evaluator.value(award.most);
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

/** An end as many times as that. */
export function repeated(end: End, count: Fraction): End {
  return end === 'unlimited' ? end : times(end, count);
}

/** Negative, zero or positive as `a` is below, equal to or above `b`. */
export function orderOfEnds(a: End, b: End): number {
  if (a === 'unlimited' || b === 'unlimited') return a === b ? 0 : a === 'unlimited' ? 1 : -1;
  return order(a, b);
}

/** The larger of two ends. */
export const higher = (a: End, b: End): End => (orderOfEnds(a, b) < 0 ? b : a);
/** The smaller of two ends. */
export const lower = (a: End, b: End): End => (orderOfEnds(a, b) > 0 ? b : a);

/** One payment: floors raise what is met or refuse it, then caps cut, then it is rounded down; a budget is information. */
export function limited(
  outcome: Pick<AwardOutcome, 'met' | 'sure' | 'pay'>,
  limits: readonly Limit[],
  evaluator: OracleEvaluator,
): Pay {
  const inOrder = [...limits].sort((a, b) => rank(a) - rank(b));
  const pay = inOrder.reduce<Pay>((rest, limit) => {
    if (typeof rest === 'string' || !limitsMoney(limit) || !outcome.met) return rest;
    if (limit.when !== undefined && !evaluator.settled(limit.when)) return rest;
    return bounded(rest, limit, evaluator.value(limit.amount), outcome);
  }, outcome.pay);
  return typeof pay === 'string' ? pay : inWholeFen(pay);
}

/** Every figure rounded down to the fen. */
export function inWholeFen(pay: Figures): Figures {
  return each(pay, (span) => ends(span, (end) => (end === 'unlimited' ? end : toFen(end))));
}

/** Whether a limit is a cap or a floor, not a number of items or a budget. */
export function limitsMoney(limit: Limit): limit is Limit & { readonly type: 'cap' | 'floor' } {
  return limit.type === 'cap' || limit.type === 'floor';
}

/** The order of limits: floors that raise, floors that refuse, caps. */
export function rank({ type, below }: Limit): number {
  return type !== 'floor' ? 2 : below === 'refuse' ? 1 : 0;
}

/** An amount under one limit; a limit without an amount may allow anything. */
export function bounded(
  pay: Figures,
  { type, below }: Pick<Limit, 'below'> & { readonly type: 'cap' | 'floor' },
  at: OracleValue,
  { met, sure }: Pick<AwardOutcome, 'met' | 'sure'>,
): Figures {
  const known = typeof at === 'object' ? atLeastNought(at) : undefined;
  const from = known ?? NOUGHT;
  const to = known ?? 'unlimited';
  if (type === 'cap') return each(pay, ({ min, max }) => ({ min: lower(min, from), max: lower(max, to) }));
  if (below === 'refuse')
    return each(pay, ({ min, max }) => ({ min: reaching(min, to), max: reaching(max, from) }));
  const raised = each(pay, ({ min, max }) => ({ min: higher(min, from), max: higher(max, to) }));
  return { least: sure ? raised.least : pay.least, most: met ? raised.most : pay.most };
}

/** An end that reaches a floor, or zero. */
function reaching(end: End, floor: End): End {
  return orderOfEnds(end, floor) < 0 ? NOUGHT : end;
}
