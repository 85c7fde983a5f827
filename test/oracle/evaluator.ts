import type { Band, Comparator, Condition, Quantity, WhichYear } from '../../clauses/language/expression.ts';
import { addMonths, yearOfDay } from './days.ts';
import {
  type Fraction,
  fraction,
  minus,
  NOUGHT,
  order,
  over,
  plus,
  read,
  times,
  wholeOf,
} from './fraction.ts';

/** Represents unlimited values: far above and below every value that can be computed from answers and figures. */
export const HUGE = 10n ** 60n;

/** An answer to every question. Yes is 1, no 0, an option its index, a date its day number; a year of a series is `<id>.<year>`. */
export interface Completion {
  readonly asOf: number;
  readonly values: Map<string, Fraction>;
  readonly lists: Map<string, readonly Row[]>;
  readonly readings: Map<string, number>;
  /** The lists of which each item occurs any number of times: their number is unknown. */
  readonly endless: Set<string>;
}

/** The facts of one item by id. */
export type Row = ReadonlyMap<string, Fraction>;

/** Kleene's third value comes from division by zero and from quantities that the text does not state. */
export type OracleTruth = boolean | 'undefined';

/** A number, or the reason why there is none. */
export type OracleValue = Fraction | 'undefined' | 'notStated';

/** Decides whether an undefined condition counts as met where the evaluator has to choose. */
export type Settle = (truth: OracleTruth) => boolean;

/** Evaluates conditions and quantities in one completion, literally by docs/meaning.md. */
export class OracleEvaluator {
  readonly completion: Completion;
  settle: Settle;
  #favoured = true;
  readonly #items = new Map<string, Row>();

  constructor(completion: Completion, settle: Settle) {
    this.completion = completion;
    this.settle = settle;
  }

  /** Runs a function with one item of a list as the current one. */
  at<T>(list: string, row: Row, run: () => T): T {
    const before = this.#items.get(list);
    this.#items.set(list, row);
    const result = run();
    if (before === undefined) this.#items.delete(list);
    else this.#items.set(list, before);
    return result;
  }

  /** How many times each item of a list occurs. */
  timesOf(list: string): Fraction {
    return fraction(this.completion.endless.has(list) ? HUGE : 1n);
  }

  rows(list: string): readonly Row[] {
    return this.completion.lists.get(list) ?? [];
  }

  /** Whether a condition is met if the authority judges in favour, and if not, with the same choices for undefined conditions. */
  judged(condition: Condition): readonly [OracleTruth, OracleTruth] {
    const { settle } = this;
    const settled: boolean[] = [];
    this.settle = (truth) => {
      settled.push(settle(truth));
      return settled.at(-1) === true;
    };
    const favoured = this.holds(condition);
    this.settle = () => settled.shift() === true;
    this.#favoured = false;
    const unaided = this.holds(condition);
    this.#favoured = true;
    this.settle = settle;
    return [favoured, unaided];
  }

  /** Whether a condition counts as met where the evaluator has to choose. */
  settled(condition: Condition): boolean {
    return this.settle(this.holds(condition));
  }

  holds(condition: Condition): OracleTruth {
    switch (condition.op) {
      case 'compare':
        return this.#compare(condition);
      case 'oneOf':
        return condition.options.includes(Number(this.#fact(condition.fact).n));
      case 'authority':
        return this.#favoured;
      case 'reading':
        return this.completion.readings.get(condition.reading) === condition.option;
      case 'not':
        return opposite(this.holds(condition.of));
      case 'all':
        return atLeast(condition.of.length, this.#truths(condition.of));
      case 'any':
        return atLeast(1, this.#truths(condition.of));
      case 'nOf':
        return atLeast(condition.n, this.#truths(condition.of));
      case 'some':
        return atLeast(1, this.#each(condition));
      case 'every':
        return atLeast(this.rows(condition.list).length, this.#each(condition));
    }
  }

  value(quantity: Quantity): OracleValue {
    switch (quantity.op) {
      case 'number':
        return read(quantity.value);
      case 'fact':
        return this.#fact(quantity.fact);
      case 'year':
        return this.#year(quantity.fact, quantity.which);
      case 'notStated':
        return 'notStated';
      case 'asOf':
        return fraction(BigInt(this.completion.asOf));
      case 'later':
        return map([this.value(quantity.of)], ([day]) => later(day, quantity.months, quantity.days));
      case 'sum':
        return map(this.#values(quantity.of), (parts) => parts.reduce(plus, NOUGHT));
      case 'product':
        return map(this.#values(quantity.of), (parts) => parts.reduce(times, fraction(1n)));
      case 'smallest':
        return map(this.#values(quantity.of), (parts) => furthest(parts, -1));
      case 'largest':
        return map(this.#values(quantity.of), (parts) => furthest(parts, 1));
      case 'difference':
        return map(this.#values(quantity.of), ([a, b]) => minus(a, b));
      case 'quotient':
        return map(this.#values(quantity.of), ([a, b]) => (b.n === 0n ? 'undefined' : over(a, b)));
      case 'steps':
        return map(this.#values([quantity.of, quantity.size]), ([of, size]) => steps(of, size));
      case 'cases':
        return this.#cases(quantity);
      case 'bands':
        return quantity.marginal ? this.#marginal(quantity) : this.#whole(quantity);
      case 'count':
        return times(fraction(BigInt(this.#chosen(quantity).length)), this.timesOf(quantity.list));
      case 'total':
        return map(
          this.#chosen(quantity).map((row) => this.at(quantity.list, row, () => this.value(quantity.of))),
          (parts) => times(parts.reduce(plus, NOUGHT), this.timesOf(quantity.list)),
        );
    }
  }

  #truths(conditions: readonly Condition[]): OracleTruth[] {
    return conditions.map((condition) => this.holds(condition));
  }

  #each({ list, where }: { list: string; where: Condition }): OracleTruth[] {
    return this.rows(list).map((row) => this.at(list, row, () => this.holds(where)));
  }

  #values(quantities: readonly Quantity[]): OracleValue[] {
    return quantities.map((quantity) => this.value(quantity));
  }

  #fact(id: string): Fraction {
    const row = this.#items.get(id.slice(0, id.indexOf('.')));
    const value = row === undefined ? this.completion.values.get(id) : row.get(id);
    if (value === undefined) throw new Error(`a completion answers everything, but not ${id}`);
    return value;
  }

  #year(id: string, which: WhichYear): Fraction {
    const now = yearOfDay(this.completion.asOf);
    const back = { current: 0, previous: 1, beforeLast: 2, best: undefined }[which];
    if (back !== undefined) return this.#fact(`${id}.${now - back}`);
    const years = [...this.completion.values].filter(
      ([name]) => name.startsWith(`${id}.`) && !(Number(name.slice(id.length + 1)) >= now),
    );
    return furthest(
      years.map(([, value]) => value),
      1,
    );
  }

  #compare({ left, is, right }: { left: Quantity; is: Comparator; right: Quantity }): OracleTruth {
    const [a, b] = this.#values([left, right]);
    if (typeof a !== 'object' || typeof b !== 'object') return 'undefined';
    const sign = order(a, b);
    if (is === 'equals') return sign === 0;
    if (is === 'atLeast' || is === 'moreThan') return sign > 0 || (sign === 0 && is === 'atLeast');
    return sign < 0 || (sign === 0 && is === 'atMost');
  }

  #cases({ cases, otherwise }: Extract<Quantity, { op: 'cases' }>): OracleValue {
    const hit = cases.find(({ when }) => this.settled(when));
    const chosen = hit?.then ?? otherwise;
    return chosen === undefined ? 'undefined' : this.value(chosen);
  }

  #whole({ by, of, rows, otherwise }: Extract<Quantity, { op: 'bands' }>): OracleValue {
    const key = this.value(by);
    if (typeof key !== 'object') return key;
    const row = rows.find((each) => this.#isIn(key, each));
    if (row === undefined) return otherwise === undefined ? 'undefined' : this.value(otherwise);
    return map(this.#values([row.rate, of]), ([rate, base]) => times(rate, base));
  }

  #isIn(key: Fraction, row: Band): boolean {
    const sign = (end: Quantity): number => {
      const value = this.value(end);
      if (typeof value !== 'object') throw new Error('the ends of a row are numbers');
      return order(key, value);
    };
    const [below, above] = [row.from && sign(row.from), row.to && sign(row.to)];
    const fromOk = below === undefined || below > 0 || (below === 0 && row.fromExcluded !== true);
    return fromOk && (above === undefined || above < 0 || (above === 0 && row.toIncluded === true));
  }

  /** The part of `of` inside each row; a missing lower end is zero. */
  #marginal({ of, rows }: Extract<Quantity, { op: 'bands' }>): OracleValue {
    const parts = rows.map(({ from, to, rate }) =>
      map(
        [
          this.value(of),
          from ? this.value(from) : NOUGHT,
          to ? this.value(to) : this.value(of),
          this.value(rate),
        ],
        ([whole, start, end, per]) => {
          const part = minus(furthest([whole, end], -1), start);
          return times(per, furthest([part, NOUGHT], 1));
        },
      ),
    );
    return map(parts, (each) => each.reduce(plus, NOUGHT));
  }

  /** The items that a count or total includes. */
  #chosen({ list, where }: { list: string; where?: Condition }): readonly Row[] {
    const chosen = this.rows(list).filter(
      (row) => where === undefined || this.at(list, row, () => this.settled(where)),
    );
    return chosen;
  }
}

/** The largest (`sign` 1) or smallest (-1) of several numbers. */
function furthest(parts: readonly Fraction[], sign: number): Fraction {
  return parts.reduce((a, b) => (order(b, a) * sign > 0 ? b : a));
}

function opposite(truth: OracleTruth): OracleTruth {
  return truth === 'undefined' ? truth : !truth;
}

/** Whether at least `n` of several truths are true. */
export function atLeast(n: number, truths: readonly OracleTruth[]): OracleTruth {
  const sure = truths.filter((truth) => truth === true).length;
  const open = truths.filter((truth) => truth === 'undefined').length;
  return sure >= n ? true : sure + open >= n ? 'undefined' : false;
}

type Numbers = readonly Fraction[] & readonly [Fraction, Fraction, Fraction, Fraction];

/** Computes a value from numbers; if one of them is missing, the result is the reason. */
function map(values: readonly OracleValue[], make: (numbers: Numbers) => OracleValue): OracleValue {
  const missing = values.find((value) => typeof value !== 'object');
  // No value is missing, so all are numbers; a caller reads only as many as it passed.
  return missing ?? make(values as unknown as Numbers);
}

/** The number of whole steps; zero for a negative number. */
function steps(of: Fraction, size: Fraction): OracleValue {
  if (size.n === 0n) return 'undefined';
  const count = wholeOf(over(of, size));
  return count < 0n ? NOUGHT : fraction(count);
}

/** A date some months and days later. Beyond the calendar, where unlimited dates may lie, a month has thirty days. */
function later(day: Fraction, months: number, days: number): OracleValue {
  const near = day.n > -CALENDAR && day.n < CALENDAR;
  const after = near ? BigInt(addMonths(Number(day.n), months)) : day.n + BigInt(months * 30);
  return fraction(after + BigInt(days));
}

const CALENDAR = 10_000_000n;
