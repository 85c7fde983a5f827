import type { Condition, Quantity } from '../language/expression.ts';
import type { Interval } from '../numbers/interval.ts';
import type { Truth } from '../numbers/truth.ts';
import type { Layout, Situation, Slot } from './situation.ts';

/** Why a quantity has no value: a division by zero, or a quantity that the text does not state. */
export type Flaw = 'undefined' | 'notStated';

/** The values of a quantity over all completions, in base units. With a flaw the interval has no meaning. */
export interface Value extends Interval {
  readonly flaw?: Flaw;
  /** True where some completions have a flaw and others a value: the interval covers the latter. */
  readonly partly?: boolean;
}

/** A part of a clause, ready to be evaluated any number of times. */
interface Part {
  /** The variables that this part reads, without those that only its inner parts read. */
  readonly reads: readonly Slot[];
  /** Visits the inner parts that can still matter, with the cursor of each list at the item concerned. */
  readonly visit: (state: Situation, each: (part: PreparedPart) => void) => void;
}

/** A quantity, ready to be evaluated. */
export interface PreparedQuantity extends Part {
  readonly kind: 'quantity';
  readonly source: Quantity;
  readonly value: (state: Situation) => Value;
  /** The value of a literal, which is the same in every state. */
  readonly fixed?: Interval;
}

/** A condition, ready to be evaluated. */
export interface PreparedCondition extends Part {
  readonly kind: 'condition';
  readonly source: Condition;
  readonly holds: (state: Situation) => Truth;
}

/** A quantity or a condition of a clause, ready to be evaluated. */
export type PreparedPart = PreparedQuantity | PreparedCondition;

/** What the parts of one clause depend on, collected while they are prepared. */
export interface Dependencies {
  /** The variables that they read, each once. */
  readonly reads: Slot[];
  /** Whether some condition is for the authority to judge. */
  needsAuthority: boolean;
  /** Whether some part reads several items of a list at once. */
  spansItems: boolean;
}

/** Prepares inner parts. It is passed as an argument, so that kinds that contain each other need no import cycle. */
export interface Preparer {
  readonly layout: Layout;
  /** Replaced before each clause. */
  dependencies: Dependencies;
  readonly quantity: (source: Quantity) => PreparedQuantity;
  readonly condition: (source: Condition) => PreparedCondition;
}

/** The inner parts of a part: always the same, or visited depending on the state. */
type InnerParts = readonly PreparedPart[] | Part['visit'];

/** A prepared quantity from its parts; `reads` are the variables that it reads itself. */
export function quantityOf(
  source: Quantity,
  parts: InnerParts,
  value: PreparedQuantity['value'],
  reads: readonly Slot[] = NO_READS,
): PreparedQuantity {
  return { kind: 'quantity', source, reads, visit: visiting(parts), value };
}

/** A prepared condition from its parts; `reads` are the variables that it reads itself. */
export function conditionOf(
  source: Condition,
  parts: InnerParts,
  holds: PreparedCondition['holds'],
  reads: readonly Slot[] = NO_READS,
): PreparedCondition {
  return { kind: 'condition', source, reads, visit: visiting(parts), holds };
}

const NO_READS: readonly Slot[] = [];

function visiting(parts: InnerParts): Part['visit'] {
  if (typeof parts === 'function') return parts;
  return parts.length === 0 ? VISIT_NONE : (_state, each) => parts.forEach(each);
}

const VISIT_NONE: Part['visit'] = () => undefined;

/** Dependencies of a clause of which nothing is prepared yet. */
export function noDependencies(): Dependencies {
  return { reads: [], needsAuthority: false, spansItems: false };
}

/** The slot of a fact, a reading or the length of a list, which is recorded as read. Throws on an unknown id. */
export function slotRead({ layout, dependencies: { reads } }: Preparer, id: string): Slot {
  const slot = slotOf(layout, id);
  if (!reads.includes(slot)) reads.push(slot);
  return slot;
}

/** The slot of a fact, a reading or the length of a list. Throws on an unknown id. */
export function slotOf(layout: Layout, id: string): Slot {
  return layout.facts.get(id) ?? unknownPart(id);
}

/** Throws an Error: the catalogue names something that does not exist. */
export function unknownPart(name: string): never {
  throw new Error(`unknown part: ${name}`);
}
