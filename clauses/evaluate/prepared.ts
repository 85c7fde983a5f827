import type { Condition, Quantity } from '../language/expression.ts';
import type { Interval } from '../numbers/interval.ts';
import type { Truth } from '../numbers/truth.ts';
import type { Layout, Situation, Slot } from './situation.ts';

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

/** What the parts are about that were prepared since it was last made anew. */
export interface Dependencies {
  /** The variables that they read, each once. */
  readonly reads: Slot[];
  /** Whether an authority has a say in them. */
  needsAuthority: boolean;
  /** Whether they look at several items of a list at once. */
  spansItems: boolean;
}

/** Prepares what a part contains; handed down so that kinds which contain each other need no import cycle. */
export interface Preparer {
  readonly layout: Layout;
  dependencies: Dependencies;
  readonly quantity: (source: Quantity) => PreparedQuantity;
  readonly condition: (source: Condition) => PreparedCondition;
}

/** What a part is made of, always or as visited, and the variables that it reads itself. */
type Made = readonly PreparedPart[] | Part['visit'];

export function quantityOf(
  source: Quantity,
  parts: Made,
  value: PreparedQuantity['value'],
  reads: readonly Slot[] = NO_READS,
): PreparedQuantity {
  return { kind: 'quantity', source, reads, visit: visiting(parts), value };
}

export function conditionOf(
  source: Condition,
  parts: Made,
  holds: PreparedCondition['holds'],
  reads: readonly Slot[] = NO_READS,
): PreparedCondition {
  return { kind: 'condition', source, reads, visit: visiting(parts), holds };
}

const NO_READS: readonly Slot[] = [];

function visiting(parts: Made): Part['visit'] {
  if (typeof parts === 'function') return parts;
  return parts.length === 0 ? VISIT_NONE : (_state, each) => parts.forEach(each);
}

const VISIT_NONE: Part['visit'] = () => undefined;

export function noDependencies(): Dependencies {
  return { reads: [], needsAuthority: false, spansItems: false };
}

/** The slot of a fact, a reading or the length of a list that a part reads. */
export function slotRead({ layout, dependencies: { reads } }: Preparer, id: string): Slot {
  const slot = slotOf(layout, id);
  if (!reads.includes(slot)) reads.push(slot);
  return slot;
}

/** The slot of a fact or reading; a catalogue that names another is broken. */
export function slotOf(layout: Layout, id: string): Slot {
  return layout.facts.get(id) ?? unknownPart(id);
}

/** Throws: a catalogue that names what nobody knows is broken. */
export function unknownPart(name: string): never {
  throw new Error(`unknown part: ${name}`);
}
