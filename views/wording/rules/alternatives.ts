import type { Condition, Quantity } from '../../../clauses/index.ts';
import { sameQuantity } from '../../../clauses/language.ts';
import { isNothing } from './literal.ts';

/** The alternatives of an `any`: those that always count, and those that count under another reading of the text only. */
export interface Alternatives {
  readonly plain: readonly Condition[];
  /** Without the condition that names the reading; `undefined` where nothing else is asked under that reading. */
  readonly others: readonly (Condition | undefined)[];
}

/** Splits alternatives by readings. Where each of them needs a reading, those of the first reading are the plain ones. */
export function alternativesOf(of: readonly Condition[]): Alternatives {
  const parts = of.map((condition) => ({ condition, ...guardOf(condition) }));
  const free = parts.filter(({ guard }) => guard === undefined);
  const [first] = parts;
  const chosen = free.length > 0 ? free : parts.filter(({ guard }) => sameQuantity(guard, first?.guard));
  const plain = chosen.map(({ condition, guard, rest }) => (guard === undefined ? condition : rest));
  if (plain.includes(undefined)) return { plain: of, others: [] };
  return {
    plain: plain.filter((condition) => condition !== undefined),
    others: parts.filter((part) => !chosen.includes(part)).map(({ rest }) => rest),
  };
}

/** The reading that a condition needs, and what it asks besides. */
function guardOf(condition: Condition): { guard?: Condition; rest?: Condition } {
  if (isReading(condition)) return { guard: condition };
  const guard = condition.op === 'all' ? condition.of.find(isReading) : undefined;
  if (condition.op !== 'all' || guard === undefined) return { rest: condition };
  const of = condition.of.filter((part) => part !== guard);
  const [only] = of;
  if (only === undefined) return { guard };
  return { guard, rest: of.length === 1 ? only : { op: 'all', of } };
}

/** Whether a condition asks for nothing but a reading of the text. */
export function isReading(when: Condition | undefined): boolean {
  return when?.op === 'reading';
}

/** Whether cases differ only by the reading of the text. */
export function areByReading({ cases }: Extract<Quantity, { op: 'cases' }>): boolean {
  return cases.every(({ when }) => isReading(when));
}

/** The first case where the cases differ only by the reading of the text; readings are shown elsewhere. */
export function firstReading(quantity: Quantity): Quantity {
  const [first] = quantity.op === 'cases' && areByReading(quantity) ? quantity.cases : [];
  return first?.then ?? quantity;
}

type Comparison = Extract<Condition, { op: 'compare' }>;

/** Whether a comparison asks only that there is some of it: 超过 0 人. */
export function isPresence(condition: Condition): boolean {
  return (
    condition.op === 'compare' &&
    condition.is === 'moreThan' &&
    isNothing(condition.right) &&
    ['fact', 'year', 'count'].includes(condition.left.op)
  );
}

/** Two comparisons that say together that a series reaches a value in the current year and never did before. */
export interface FirstCrossing {
  readonly current: Comparison;
  readonly before: Comparison;
}

/** The first pair of such comparisons; `undefined` where there is none. */
export function firstCrossing(of: readonly Condition[]): FirstCrossing | undefined {
  const comparisons = of.filter((part) => part.op === 'compare');
  for (const current of comparisons) {
    const before = comparisons.find((other) => isBefore(other, current));
    if (before !== undefined) return { current, before };
  }
  return undefined;
}

function isBefore({ left, is, right }: Comparison, current: Comparison): boolean {
  if (left.op !== 'year' || current.left.op !== 'year') return false;
  const opposite = { moreThan: 'atMost', atLeast: 'lessThan' }[String(current.is)];
  return (
    left.which === 'best' &&
    current.left.which === 'current' &&
    left.fact === current.left.fact &&
    is === opposite &&
    sameQuantity(right, current.right)
  );
}
