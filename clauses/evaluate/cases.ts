import type { Condition, Quantity } from '../language/expression.ts';
import { toNumber, ZERO } from '../numbers/exact.ts';
import { either, undefinedValue } from './arithmetic.ts';
import {
  type PreparedPart,
  type PreparedQuantity,
  type Preparer,
  quantityOf,
  slotOf,
  type Value,
} from './prepared.ts';
import type { Layout, Situation } from './situation.ts';

type Of<Op extends Quantity['op']> = Extract<Quantity, { op: Op }>;

/**
 * The first case that is met. While a condition is unknown, every case that can still be reached counts. Without
 * `otherwise` the value is undefined where no case is met.
 */
export function prepareCases(source: Of<'cases'>, preparer: Preparer): PreparedQuantity {
  const cases = source.cases.map((one) => ({
    when: preparer.condition(one.when),
    value: preparer.quantity(one.then),
  }));
  const otherwise = source.otherwise === undefined ? undefined : preparer.quantity(source.otherwise);
  const exhaustive = coversEveryOption(source, preparer.layout);
  const reach = (state: Situation, each: (part: PreparedPart) => void): void => {
    for (const { when, value: then } of cases) {
      const holds = when.holds(state);
      each(when);
      if (holds !== false) each(then);
      if (holds === true) return;
    }
    if (otherwise !== undefined) each(otherwise);
  };
  const value = (state: Situation): Value => {
    let found: Value | undefined;
    for (const { when, value: then } of cases) {
      const holds = when.holds(state);
      if (holds !== false) found = either(found, then.value(state));
      if (holds === true) return found ?? undefinedValue();
    }
    if (otherwise !== undefined) return either(found, otherwise.value(state));
    return exhaustive && found ? found : either(found, undefinedValue());
  };
  return quantityOf(source, reach, value);
}

/** Whether the cases distinguish the options of one fact or reading and name every option. */
function coversEveryOption({ cases }: Of<'cases'>, layout: Layout): boolean {
  const conditions = cases.map(({ when }) => optionsOf(when));
  const variables = new Set(conditions.map((each) => each?.variable));
  const [variable] = variables;
  if (variable === undefined || variables.size > 1) return false;
  const { range } = slotOf(layout, variable);
  const named = new Set(conditions.flatMap((each) => each?.options));
  return named.size > toNumber(range.max ?? ZERO);
}

/** The options of a fact or reading that a condition names. */
function optionsOf(
  when: Condition,
): { readonly variable: string; readonly options: readonly number[] } | undefined {
  if (when.op === 'oneOf') return { variable: when.fact, options: when.options };
  return when.op === 'reading' ? { variable: when.reading, options: [when.option] } : undefined;
}
