import { add, compare, divide, floor, multiply, parseRational, type Rational } from './exact.ts';
import type { Comparator, Condition, Quantity } from './language.ts';
import { slotOf } from './prepared.ts';
import type { Layout, Slot } from './situation.ts';

/** How a result moves when a variable grows: always up, always down, or either way. */
export type Sign = 1 | -1 | 0;

/**
 * How one clause uses one variable. A variable that moves its result only one way needs no case split: interval
 * arithmetic and Kleene's logic are exact for it (R. E. Moore, Interval Analysis; unate functions).
 */
export interface Use {
  readonly slot: Slot;
  condition?: Sign;
  amount?: Sign;
  /** Values at which a comparison with a constant changes: each is the first value of the next piece. */
  readonly cuts: Rational[];
}

export type Place = 'condition' | 'amount';

/** Collects how quantities and conditions use the variables of a layout. */
export class Uses {
  readonly #layout: Layout;
  readonly #uses = new Map<Slot, Use>();

  constructor(layout: Layout) {
    this.#layout = layout;
  }

  list(): readonly Use[] {
    return [...this.#uses.values()];
  }

  condition(source: Condition, sign: Sign, place: Place): void {
    switch (source.op) {
      case 'compare':
        return this.#compare(source, sign, place);
      case 'oneOf':
        return this.#options(slotOf(this.#layout, source.fact), source.options, sign, place);
      case 'reading':
        return this.#options(slotOf(this.#layout, source.reading), [source.option], sign, place);
      case 'all':
      case 'any':
      case 'nOf':
        for (const part of source.of) this.condition(part, sign, place);
        return undefined;
      case 'not':
        return this.condition(source.of, opposite(sign), place);
      case 'some':
      case 'every':
        return this.condition(source.where, sign, place);
      case 'authority':
        return undefined;
    }
  }

  quantity(source: Quantity, sign: Sign, place: Place): void {
    switch (source.op) {
      case 'number':
      case 'notStated':
        return undefined;
      case 'fact':
      case 'year':
        return this.#note(slotOf(this.#layout, source.fact), sign, place);
      case 'sum':
      case 'product':
      case 'smallest':
      case 'largest':
        for (const part of source.of) this.quantity(part, sign, place);
        return undefined;
      case 'difference':
      case 'quotient':
        this.quantity(source.of[0], sign, place);
        return this.quantity(source.of[1], opposite(sign), place);
      case 'steps':
        this.quantity(source.of, sign, place);
        return this.quantity(source.size, opposite(sign), place);
      case 'cases':
        return this.#cases(source, sign, place);
      case 'bands':
        return this.#bands(source, sign, place);
      case 'total':
        this.quantity(source.of, sign, place);
        return this.#where(source.where, sign, place);
      case 'count':
        return this.#where(source.where, sign, place);
    }
  }

  #where(where: Condition | undefined, sign: Sign, place: Place): void {
    if (where !== undefined) this.condition(where, sign, place);
  }

  #cases(source: Extract<Quantity, { op: 'cases' }>, sign: Sign, place: Place): void {
    for (const { when, then } of source.cases) {
      this.condition(when, 0, place);
      this.quantity(then, sign, place);
    }
    if (source.otherwise !== undefined) this.quantity(source.otherwise, sign, place);
  }

  #bands(source: Extract<Quantity, { op: 'bands' }>, sign: Sign, place: Place): void {
    this.quantity(source.by, source.marginal ? sign : 0, place);
    this.quantity(source.of, sign, place);
    for (const { from, to, fromExcluded, toIncluded, rate } of source.rows) {
      this.#cut(source.by, fromExcluded === true ? 'moreThan' : 'atLeast', from);
      this.#cut(source.by, toIncluded === true ? 'atMost' : 'lessThan', to);
      this.quantity(rate, sign, place);
    }
    if (source.otherwise !== undefined) this.quantity(source.otherwise, sign, place);
  }

  #compare({ left, is, right }: Extract<Condition, { op: 'compare' }>, sign: Sign, place: Place): void {
    const upward = is === 'equals' ? 0 : is === 'atLeast' || is === 'moreThan' ? sign : opposite(sign);
    this.quantity(left, upward, place);
    this.quantity(right, opposite(upward), place);
    this.#cut(left, is, right);
    this.#cut(right, MIRRORED[is], left);
  }

  #cut(left: Quantity, is: Comparator, right: Quantity | undefined): void {
    if (left.op !== 'fact' || right?.op !== 'number') return;
    const threshold = parseRational(right.value);
    const use = this.#uses.get(slotOf(this.#layout, left.fact));
    if (threshold === undefined || use === undefined) return;
    use.cuts.push(...cutsAt(threshold, is, use.slot.step));
  }

  #options(slot: Slot, options: readonly number[], sign: Sign, place: Place): void {
    const many = slot.range.max !== null && slot.range.max.n > 1n;
    const direction = many && this.#uses.has(slot) ? 0 : options.includes(0) ? opposite(sign) : sign;
    this.#note(slot, direction, place);
  }

  #note(slot: Slot, sign: Sign, place: Place): void {
    const use: Use = this.#uses.get(slot) ?? { slot, cuts: [] };
    const before = use[place];
    use[place] = before === undefined || before === sign ? sign : 0;
    this.#uses.set(slot, use);
  }
}

const MIRRORED: Readonly<Record<Comparator, Comparator>> = {
  atLeast: 'atMost',
  atMost: 'atLeast',
  moreThan: 'lessThan',
  lessThan: 'moreThan',
  equals: 'equals',
};

function opposite(sign: Sign): Sign {
  return sign === 1 ? -1 : sign === -1 ? 1 : 0;
}

/** Where a comparison with `threshold` changes on the grid of `step`. */
function cutsAt(threshold: Rational, is: Comparator, step: Rational): readonly Rational[] {
  const below = multiply(floor(divide(threshold, step)), step);
  const after = add(below, step);
  const at = compare(below, threshold) === 0 ? below : after;
  if (is === 'atLeast' || is === 'lessThan') return [at];
  if (is === 'moreThan' || is === 'atMost') return [after];
  return [at, after];
}
