import type { Interval } from './interval.ts';
import type { Condition, Quantity } from './language.ts';
import type { Layout, Situation, Slot } from './situation.ts';
import type { Truth } from './truth.ts';

/** Why a quantity has no value: a division by zero, or the text names no such quantity. */
export type Flaw = 'undefined' | 'notStated';

/** The values of a quantity over all completions; with a flaw the interval says nothing. */
export interface Value extends Interval {
  readonly flaw?: Flaw;
  /** True where some completions have a flaw and others a value: then the interval covers those. */
  readonly partly?: boolean;
}

/** A part of a clause, ready to be evaluated any number of times. */
interface Part {
  /** Place in the compiled clause, a JSON Pointer: `/when/of/0`. */
  readonly path: string;
  /** The variables that this very part reads. */
  readonly reads: readonly Slot[];
  /** Visits the parts that can still matter, each with its list at the right item. */
  readonly visit: (state: Situation, each: (part: PreparedPart) => void) => void;
}

export interface PreparedQuantity extends Part {
  readonly kind: 'quantity';
  readonly source: Quantity;
  readonly value: (state: Situation) => Value;
  /** The value of a number, which is the same in every state. */
  readonly fixed?: Interval;
}

export interface PreparedCondition extends Part {
  readonly kind: 'condition';
  readonly source: Condition;
  readonly holds: (state: Situation) => Truth;
}

export type PreparedPart = PreparedQuantity | PreparedCondition;

/** Prepares what a part contains; handed down so that kinds which contain each other need no import cycle. */
export interface Workshop {
  readonly layout: Layout;
  readonly quantity: (source: Quantity, path: string) => PreparedQuantity;
  readonly condition: (source: Condition, path: string) => PreparedCondition;
}

/** A quantity that is always made of the same parts. */
export function quantityOf(
  source: Quantity,
  path: string,
  parts: readonly PreparedPart[],
  value: PreparedQuantity['value'],
): PreparedQuantity {
  return { kind: 'quantity', source, path, reads: NO_READS, visit: visitAll(parts), value };
}

/** A condition that is always made of the same parts. */
export function conditionOf(
  source: Condition,
  path: string,
  parts: readonly PreparedPart[],
  holds: PreparedCondition['holds'],
): PreparedCondition {
  return { kind: 'condition', source, path, reads: NO_READS, visit: visitAll(parts), holds };
}

const NO_READS: readonly Slot[] = [];

/** Visits fixed parts in order. */
function visitAll(parts: readonly PreparedPart[]): Part['visit'] {
  return (_state, each) => parts.forEach(each);
}

/** The slot of a fact or reading; a catalogue that names another is broken. */
export function slotOf(layout: Layout, id: string): Slot {
  const slot = layout.facts.get(id);
  if (slot === undefined) throw new Error(`the catalogue has an unknown part: ${id}`);
  return slot;
}
