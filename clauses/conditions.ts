import { hasReservation } from './arithmetic.ts';
import { compare, toNumber, ZERO } from './exact.ts';
import type { Comparator, Condition } from './language.ts';
import { conditionOf, type PreparedCondition, slotOf, type Value, type Workshop } from './prepared.ts';
import { currentValue, type Situation, type Slot } from './situation.ts';
import { and, atLeastOf, not, type Truth } from './truth.ts';

type Of<Op extends Condition['op']> = Extract<Condition, { op: Op }>;

/** A comparison holds when it holds for every pair of values, fails when for none; a flaw on a side leaves it open. */
export function prepareComparison(
  source: Of<'compare'>,
  path: string,
  workshop: Workshop,
): PreparedCondition {
  const left = workshop.quantity(source.left, `${path}/left`);
  const right = workshop.quantity(source.right, `${path}/right`);
  const decide = COMPARISONS[source.is];
  const [slot] = left.reads;
  const { fixed } = right;
  // Neither a fact nor a number can lack a value.
  const holds =
    slot && source.left.op === 'fact' && fixed
      ? (state: Situation): Truth => decide(currentValue(state, slot), fixed)
      : (state: Situation): Truth => {
          const a = left.value(state);
          const b = right.value(state);
          return hasReservation(a) || hasReservation(b) ? 'unknown' : decide(a, b);
        };
  return conditionOf(source, path, [left, right], holds);
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

/** A yes/no fact, a choice or an open reading stands at one of the options. */
export function prepareOneOf(
  source: Of<'oneOf' | 'reading'>,
  path: string,
  workshop: Workshop,
): PreparedCondition {
  const slot = slotOf(workshop.layout, source.op === 'oneOf' ? source.fact : source.reading);
  const options = source.op === 'oneOf' ? source.options : [source.option];
  return { ...conditionOf(source, path, [], (state) => isOneOf(state, slot, options)), reads: [slot] };
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

export function prepareJunction(
  source: Of<'all' | 'any'>,
  path: string,
  workshop: Workshop,
): PreparedCondition {
  const parts = source.of.map((part, index) => workshop.condition(part, `${path}/of/${index}`));
  const all = source.op === 'all';
  return conditionOf(source, path, parts, (state) => {
    let outcome: Truth = all;
    for (const part of parts) {
      const holds = part.holds(state);
      if (holds === !all) return holds;
      if (holds === 'unknown') outcome = holds;
    }
    return outcome;
  });
}

export function prepareNot(source: Of<'not'>, path: string, workshop: Workshop): PreparedCondition {
  const of = workshop.condition(source.of, `${path}/of`);
  return conditionOf(source, path, [of], (state) => not(of.holds(state)));
}

export function prepareAtLeastN(source: Of<'nOf'>, path: string, workshop: Workshop): PreparedCondition {
  const parts = source.of.map((part, index) => workshop.condition(part, `${path}/of/${index}`));
  return conditionOf(source, path, parts, (state) =>
    atLeastOf(
      source.n,
      parts.map((part) => part.holds(state)),
    ),
  );
}

/** Whether a condition holds while the authority has judged nothing. */
export function holdsUnjudged(state: Situation, condition: PreparedCondition): Truth {
  state.authority = false;
  const holds = condition.holds(state);
  state.authority = true;
  return holds;
}

/** What only the authority can judge is met when it is taken to be met, and otherwise simply not yet granted. */
export function prepareAuthority(source: Of<'authority'>, path: string): PreparedCondition {
  return conditionOf(source, path, [], (state) => state.authority);
}
