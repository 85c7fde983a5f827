import type { Condition, Quantity } from '../language/expression.ts';
import { integer } from '../numbers/exact.ts';
import * as interval from '../numbers/interval.ts';
import { point } from '../numbers/interval.ts';
import { and, or, type Truth } from '../numbers/truth.ts';
import { addTo, either, upToTimes } from './arithmetic.ts';
import {
  conditionOf,
  type PreparedCondition,
  type PreparedPart,
  type PreparedQuantity,
  type Preparer,
  quantityOf,
  slotRead,
  unknownPart,
  type Value,
} from './prepared.ts';
import { forEachItem, type ListSlot, mostItems, type Situation } from './situation.ts';

type Of<Op extends Quantity['op']> = Extract<Quantity, { op: Op }>;

/** The sum of a quantity over the items of a list that pass a filter. */
export function prepareTotal(source: Of<'total'>, preparer: Preparer): PreparedQuantity {
  const list = listOf(preparer, source.list);
  const of = preparer.quantity(source.of);
  const where = filter(source.where, preparer);
  return quantityOf(source, visitItems(list, where, of), (state) => {
    let total: Value = interval.NOTHING;
    forEachItem(state, list, () => {
      const passes = where?.holds(state) ?? true;
      if (passes === false) return;
      const amount = of.value(state);
      total = addTo(total, passes === 'unknown' ? orNothing(amount) : amount);
    });
    return state.known[list.index] ? total : upToTimes(total, mostItems(state));
  });
}

/** How many items of a list pass a filter. */
export function prepareCount(source: Of<'count'>, preparer: Preparer): PreparedQuantity {
  const list = listOf(preparer, source.list);
  const where = filter(source.where, preparer);
  return quantityOf(source, visitItems(list, where, undefined), (state) => {
    let [sure, possible] = [0, 0];
    forEachItem(state, list, () => {
      const passes = where?.holds(state) ?? true;
      sure += passes === true ? 1 : 0;
      possible += passes === false ? 0 : 1;
    });
    if (state.known[list.index]) return { min: integer(sure), max: integer(possible) };
    return upToTimes(point(integer(possible)), mostItems(state));
  });
}

/** Whether some item, or every item, of a list meets a condition. Of an empty list, none does and all do. */
export function prepareQuantifier(
  source: Extract<Condition, { op: 'some' | 'every' }>,
  preparer: Preparer,
): PreparedCondition {
  const list = listOf(preparer, source.list);
  const where = preparer.condition(source.where);
  const some = source.op === 'some';
  return conditionOf(source, visitItems(list, where, undefined), (state) => {
    let outcome: Truth = !some;
    forEachItem(state, list, () => {
      outcome = (some ? or : and)(outcome, where.holds(state));
    });
    return state.known[list.index] || outcome === !some ? outcome : 'unknown';
  });
}

function visitItems(list: ListSlot, where: PreparedCondition | undefined, of: PreparedQuantity | undefined) {
  return (state: Situation, each: (part: PreparedPart) => void): void =>
    forEachItem(state, list, () => {
      if (where !== undefined) each(where);
      if (of !== undefined && where?.holds(state) !== false) each(of);
    });
}

function filter(where: Condition | undefined, preparer: Preparer): PreparedCondition | undefined {
  return where === undefined ? undefined : preparer.condition(where);
}

function orNothing(amount: Value): Value {
  return either(interval.NOTHING, amount);
}

function listOf(preparer: Preparer, id: string): ListSlot {
  slotRead(preparer, id);
  preparer.dependencies.spansItems = true;
  return preparer.layout.subjects.get(id) ?? unknownPart(id);
}
