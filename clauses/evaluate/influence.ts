import type { Comparator, Condition, Quantity, WhichYear } from '../language/expression.ts';
import {
  add,
  compare,
  divide,
  floor,
  isWhole,
  multiply,
  ONE,
  parseRational,
  type Rational,
} from '../numbers/exact.ts';
import { mayBeNegative, othersMayBeNegative } from './negative.ts';
import { slotOf, unknownPart } from './prepared.ts';
import { mergedSign, opposite, type Sign } from './sign.ts';
import type { Layout, Slot } from './situation.ts';

/**
 * How one clause uses one variable. A variable that moves its result only one way needs no case split: interval
 * arithmetic and Kleene's logic are exact for it (R. E. Moore, Interval Analysis; unate functions).
 */
export interface Influence {
  readonly slot: Slot;
  /** How it moves the condition; absent where the condition does not use it. */
  condition?: Sign;
  /** How it moves the amount; absent where the amount does not use it. */
  amount?: Sign;
  /** Whether it is used outside of direct comparisons with constants, so that its pieces do not decide the result. */
  measured: boolean;
  /** The same for uses in the condition alone. */
  measuredInCondition: boolean;
  /** Values at which a comparison with a constant changes: each is the first value of a piece. */
  readonly cuts: Rational[];
  /** Which years of a series are read. */
  readonly years: WhichYear[];
}

/** How a variable moves a result of several clauses. A choice of three or more options has no common direction. */
export function sharedSign({ slot, condition, amount }: Influence): Sign {
  return hasManyOptions(slot) ? 0 : mergedSign(condition, amount);
}

function hasManyOptions({ kind, range }: Slot): boolean {
  return kind === 'option' && range.max !== null && compare(range.max, ONE) > 0;
}

/** What a variable influences. */
export type InfluencedResult = 'condition' | 'amount';

/** Collects how quantities and conditions use the variables of a layout. */
export class InfluenceCollector {
  readonly #layout: Layout;
  readonly #influences = new Map<Slot, Influence>();

  constructor(layout: Layout) {
    this.#layout = layout;
  }

  /** Records that a result depends on the number of items of a list. */
  listLength(list: string, sign: Sign, result: InfluencedResult): void {
    this.#record(slotOf(this.#layout, list), sign, result, true);
  }

  /** One for each variable, in the order of first use. */
  all(): readonly Influence[] {
    return [...this.#influences.values()];
  }

  /** Records how a condition uses variables; `sign` is how the condition itself moves the result. */
  condition(source: Condition, sign: Sign, result: InfluencedResult): void {
    switch (source.op) {
      case 'compare':
        return this.#compare(source, sign, result);
      case 'oneOf':
        return this.#options(slotOf(this.#layout, source.fact), source.options, sign, result);
      case 'reading':
        return this.#options(slotOf(this.#layout, source.reading), [source.option], sign, result);
      case 'all':
      case 'any':
      case 'nOf':
        for (const part of source.of) this.condition(part, sign, result);
        return undefined;
      case 'not':
        return this.condition(source.of, opposite(sign), result);
      case 'some':
      case 'every':
        this.listLength(source.list, source.op === 'some' ? sign : opposite(sign), result);
        return this.condition(source.where, sign, result);
      case 'authority':
        return undefined;
      default:
        return unknownPart(JSON.stringify(source satisfies never));
    }
  }

  /**
   * Records how a quantity uses variables; `sign` is how the quantity itself moves the result.
   * Complexity: one branch for each kind, which the type check demands, because a kind without one would have no influence.
   */
  quantity(source: Quantity, sign: Sign, result: InfluencedResult): void {
    switch (source.op) {
      case 'fact':
      case 'year': {
        const influence = this.#record(slotOf(this.#layout, source.fact), sign, result, true);
        if (source.op === 'year') influence.years.push(source.which);
        return undefined;
      }
      case 'product':
        for (const part of source.of)
          this.quantity(part, othersMayBeNegative(source.of, part, this.#layout) ? 0 : sign, result);
        return undefined;
      case 'sum':
      case 'smallest':
      case 'largest':
        for (const part of source.of) this.quantity(part, sign, result);
        return undefined;
      case 'difference':
        this.quantity(source.of[0], sign, result);
        return this.quantity(source.of[1], opposite(sign), result);
      case 'quotient':
        this.quantity(source.of[0], mayBeNegative(source.of[1], this.#layout) ? 0 : sign, result);
        // Where a divisor is zero the result is undefined, so a divisor never moves it one way only.
        return this.quantity(source.of[1], 0, result);
      case 'later':
        return this.quantity(source.of, sign, result);
      case 'steps':
        this.quantity(source.of, sign, result);
        return this.quantity(source.size, opposite(sign), result);
      case 'cases':
        return this.#cases(source, sign, result);
      case 'bands':
        return this.#bands(source, sign, result);
      case 'total': {
        const moved = mayBeNegative(source, this.#layout) ? 0 : sign;
        this.listLength(source.list, moved, result);
        this.quantity(source.of, sign, result);
        return this.#where(source.where, moved, result);
      }
      case 'count':
        this.listLength(source.list, sign, result);
        return this.#where(source.where, sign, result);
      case 'number':
      case 'notStated':
      case 'asOf':
        return undefined;
      default:
        return unknownPart(JSON.stringify(source satisfies never));
    }
  }

  #where(where: Condition | undefined, sign: Sign, result: InfluencedResult): void {
    if (where !== undefined) this.condition(where, sign, result);
  }

  #cases(source: Extract<Quantity, { op: 'cases' }>, sign: Sign, result: InfluencedResult): void {
    for (const { when, then } of source.cases) {
      this.condition(when, 0, result);
      this.quantity(then, sign, result);
    }
    if (source.otherwise !== undefined) this.quantity(source.otherwise, sign, result);
  }

  #bands(source: Extract<Quantity, { op: 'bands' }>, sign: Sign, result: InfluencedResult): void {
    const moved = mayBeNegative(source, this.#layout) ? 0 : sign;
    this.quantity(source.by, source.marginal ? moved : 0, result);
    this.quantity(source.of, moved, result);
    for (const { from, to, fromExcluded, toIncluded, rate } of source.rows) {
      this.#cut(source.by, fromExcluded === true ? 'moreThan' : 'atLeast', from);
      this.#cut(source.by, toIncluded === true ? 'atMost' : 'lessThan', to);
      this.quantity(rate, moved, result);
    }
    if (source.otherwise !== undefined) this.quantity(source.otherwise, sign, result);
  }

  #compare(
    { left, is, right }: Extract<Condition, { op: 'compare' }>,
    sign: Sign,
    result: InfluencedResult,
  ): void {
    const upward = is === 'equals' ? 0 : is === 'atLeast' || is === 'moreThan' ? sign : opposite(sign);
    this.#side(left, right, upward, result);
    this.#side(right, left, opposite(upward), result);
    this.#cut(left, is, right);
    this.#cut(right, MIRRORED[is], left);
  }

  #side(side: Quantity, other: Quantity, sign: Sign, result: InfluencedResult): void {
    if (side.op === 'fact' && other.op === 'number')
      this.#record(slotOf(this.#layout, side.fact), sign, result, false);
    else this.quantity(side, sign, result);
  }

  #cut(left: Quantity, is: Comparator, right: Quantity | undefined): void {
    if (left.op !== 'fact' || right?.op !== 'number') return;
    const threshold = parseRational(right.value);
    const influence = this.#influences.get(slotOf(this.#layout, left.fact));
    if (threshold && influence) influence.cuts.push(...cutsAt(threshold, is, influence.slot.step));
  }

  #options(slot: Slot, options: readonly number[], sign: Sign, result: InfluencedResult): void {
    const direction =
      hasManyOptions(slot) && this.#influences.has(slot) ? 0 : options.includes(0) ? opposite(sign) : sign;
    this.#record(slot, direction, result, false);
  }

  #record(slot: Slot, sign: Sign, result: InfluencedResult, measured: boolean): Influence {
    const influence: Influence = this.#influences.get(slot) ?? {
      slot,
      measured: false,
      measuredInCondition: false,
      cuts: [],
      years: [],
    };
    influence.measured ||= measured;
    influence.measuredInCondition ||= measured && result === 'condition';
    const before = influence[result];
    influence[result] = before === undefined || before === sign ? sign : 0;
    this.#influences.set(slot, influence);
    return influence;
  }
}

const MIRRORED: Readonly<Record<Comparator, Comparator>> = {
  atLeast: 'atMost',
  atMost: 'atLeast',
  moreThan: 'lessThan',
  lessThan: 'moreThan',
  equals: 'equals',
};

/** The values on the grid of `step` at which a comparison with `threshold` changes. */
function cutsAt(threshold: Rational, is: Comparator, step: Rational): readonly Rational[] {
  const steps = divide(threshold, step);
  const onGrid = isWhole(steps);
  const after = add(onGrid ? threshold : multiply(floor(steps), step), step);
  const at = onGrid ? threshold : after;
  if (is === 'atLeast' || is === 'lessThan') return [at];
  if (is === 'moreThan' || is === 'atMost') return [after];
  return [at, after];
}
