import type { Comparator, Condition } from '../language/expression.ts';
import { compare, toNumber, ZERO } from '../numbers/exact.ts';
import { and, atLeastOf, not, type Truth } from '../numbers/truth.ts';
import { hasReservation, numberOf, prepareNumber } from './arithmetic.ts';
import { prepareFact } from './facts.ts';
import {
  conditionOf,
  type PreparedCondition,
  type PreparedPart,
  type PreparedQuantity,
  type Preparer,
  slotRead,
  type Value,
} from './prepared.ts';
import { currentValue, type Situation, type Slot } from './situation.ts';

type Of<Op extends Condition['op']> = Extract<Condition, { op: Op }>;

/** True when true for every pair of values, false when for none, else unknown; a flaw on a side makes it unknown. */
export function prepareComparison(source: Of<'compare'>, preparer: Preparer): PreparedCondition {
  const { left, right } = source;
  const decide = COMPARISONS[source.is];
  if (left.op !== 'fact' || right.op !== 'number') {
    const [a, b] = [preparer.quantity(left), preparer.quantity(right)];
    return conditionOf(source, [a, b], (state) => {
      const [x, y] = [a.value(state), b.value(state)];
      return hasReservation(x) || hasReservation(y) ? 'unknown' : decide(x, y);
    });
  }
  // Most comparisons: both sides have a value in every completion. The sides are prepared only for a trace.
  const slot = slotRead(preparer, left.fact);
  const bound = numberOf(right);
  let sides: readonly PreparedQuantity[] | undefined;
  const visit: PreparedPart['visit'] = (_state, each) => {
    sides ??= [prepareFact(left, slot), prepareNumber(right)];
    sides.forEach(each);
  };
  return conditionOf(source, visit, (state) => decide(currentValue(state, slot), bound));
}

const COMPARISONS: Readonly<Record<Comparator, (a: Value, b: Value) => Truth>> = {
  atLeast,
  moreThan: (a, b) => not(atLeast(b, a)),
  atMost: (a, b) => atLeast(b, a),
  lessThan: (a, b) => not(atLeast(a, b)),
  equals: (a, b) => and(atLeast(a, b), atLeast(b, a)),
};

function atLeast(a: Value, b: Value): Truth {
  if (a.min !== null && b.max !== null && compare(a.min, b.max) >= 0) return true;
  if (a.max !== null && b.min !== null && compare(a.max, b.min) < 0) return false;
  return 'unknown';
}

/** Whether a yes/no fact, a choice or an open reading is one of the options. */
export function prepareOneOf(source: Of<'oneOf' | 'reading'>, preparer: Preparer): PreparedCondition {
  const slot = slotRead(preparer, source.op === 'oneOf' ? source.fact : source.reading);
  const options = source.op === 'oneOf' ? source.options : [source.option];
  return conditionOf(source, [], (state) => isOneOf(state, slot, options), [slot]);
}

function isOneOf(state: Situation, slot: Slot, options: readonly number[]): Truth {
  const { min, max } = currentValue(state, slot);
  const [from, to] = [toNumber(min ?? ZERO), toNumber(max ?? ZERO)];
  let [inside, outside] = [false, false];
  for (let option = from; option <= to; option += 1) {
    if (options.includes(option)) inside = true;
    else outside = true;
  }
  return inside && outside ? 'unknown' : inside;
}

/** All or any of several conditions, by Kleene's logic. */
export function prepareJunction(source: Of<'all' | 'any'>, preparer: Preparer): PreparedCondition {
  const parts = source.of.map((part) => preparer.condition(part));
  const all = source.op === 'all';
  return conditionOf(source, parts, (state) => {
    let outcome: Truth = all;
    for (const part of parts) {
      const holds = part.holds(state);
      if (holds === !all) return holds;
      if (holds === 'unknown') outcome = holds;
    }
    return outcome;
  });
}

/** The negation of a condition. */
export function prepareNot(source: Of<'not'>, preparer: Preparer): PreparedCondition {
  const of = preparer.condition(source.of);
  return conditionOf(source, [of], (state) => not(of.holds(state)));
}

/** Whether at least `n` of several conditions are met. */
export function prepareAtLeastN(source: Of<'nOf'>, preparer: Preparer): PreparedCondition {
  const parts = source.of.map((part) => preparer.condition(part));
  return conditionOf(source, parts, (state) =>
    atLeastOf(
      source.n,
      parts.map((part) => part.holds(state)),
    ),
  );
}

/** Runs `use` with the conditions that the authority judges taken as not met. */
export function unjudged<Result>(state: Situation, use: () => Result): Result {
  state.authority = false;
  const result = use();
  state.authority = true;
  return result;
}

/** What only the authority can judge: met or not as the state assumes, never unknown. */
export function prepareAuthority(
  source: Of<'authority'>,
  { dependencies: noted }: Preparer,
): PreparedCondition {
  noted.needsAuthority = true;
  return conditionOf(source, [], (state) => state.authority);
}
