import type {
  Band,
  Comparator,
  Condition,
  NumberQuantity,
  Quantity,
} from '../../clauses/language/expression.ts';
import type { Reading } from '../../clauses/language/reading.ts';
import { dayOf } from './days.ts';
import type { Random } from './random.ts';
import { LISTS, type RandomFact } from './random-dictionary.ts';

/** What a random rule may refer to at its position. */
export interface RuleContext {
  readonly random: Random;
  readonly facts: readonly RandomFact[];
  readonly readings: readonly Reading[];
  readonly asOf: number;
  /** Lists with a current item. */
  readonly lists: readonly string[];
  /** Whether a condition may be left to the authority here. */
  readonly authority: boolean;
  /** How many more levels a rule may have. */
  readonly depth: number;
}

const COMPARATORS: readonly Comparator[] = ['atLeast', 'moreThan', 'atMost', 'lessThan', 'equals'];
const SUMS = ['sum', 'smallest', 'largest', 'difference'] as const;
const RATES = ['0.5', '0.06', '1/3', '2', '1', '-1'];

export function literal(value: string): NumberQuantity {
  return { op: 'number', value, text: value };
}

function deeper(place: RuleContext, change: Partial<RuleContext> = {}): RuleContext {
  return { ...place, depth: place.depth - 1, ...change };
}

/** The context inside a list, with a current item. */
function inside(place: RuleContext, list: string): RuleContext {
  return deeper(place, { lists: [...place.lists, list], authority: false });
}

function within({ facts, lists }: RuleContext): readonly RandomFact[] {
  return facts.filter(({ definition: { subject } }) => subject === 'enterprise' || lists.includes(subject));
}

function numbersOf(place: RuleContext): readonly RandomFact[] {
  return within(place).filter(({ figures }) => figures.length > 0);
}

function datesOf(place: RuleContext): readonly RandomFact[] {
  return within(place).filter(({ definition }) => definition.type === 'date');
}

function asQuantity({ definition: { id, type } }: RandomFact, random: Random): Quantity {
  if (type !== 'series') return { op: 'fact', fact: id };
  return { op: 'year', fact: id, which: random.pick(['current', 'previous', 'beforeLast', 'best'] as const) };
}

/** A figure of the size of the facts that may be read. */
function figure(place: RuleContext): Quantity {
  const { random } = place;
  const numbers = numbersOf(place);
  return literal(numbers.length === 0 ? '1' : random.pick(random.pick(numbers).figures));
}

function leaf(place: RuleContext): Quantity {
  const { random } = place;
  const numbers = numbersOf(place);
  if (random.once(60)) return { op: 'notStated', text: '基数' };
  return numbers.length === 0 || random.once(4) ? figure(place) : asQuantity(random.pick(numbers), random);
}

/** A quantity that uses any part of the language. */
export function randomQuantity(place: RuleContext): Quantity {
  const { random, depth } = place;
  if (depth <= 0 || random.once(3)) return leaf(place);
  const below = deeper(place, { authority: false });
  const pair = (): [Quantity, Quantity] => [randomQuantity(below), randomQuantity(below)];
  const kinds: readonly (() => Quantity)[] = [
    () => ({ op: 'product', of: [literal(random.pick(RATES)), randomQuantity(below)] }),
    () => ({ op: 'product', of: pair() }),
    () => ({ op: random.pick(SUMS), of: pair() }),
    () => ({ op: random.pick(SUMS), of: pair() }),
    () => ({ op: 'quotient', of: pair() }),
    () => ({ op: 'steps', of: randomQuantity(below), size: literal(random.pick(['0.02', '2', '100'])) }),
    () => randomCases(below),
    () => randomBands(below),
    () => daysBetween(below),
    () => overList(below),
  ];
  return random.pick(kinds)();
}

function randomCases(place: RuleContext): Quantity {
  const { random } = place;
  const cases = random.several(1, 2, () => ({
    when: randomCondition(place),
    // biome-ignore lint/suspicious/noThenProperty: a word of the language; the object is never awaited
    then: randomQuantity(place),
  }));
  return { op: 'cases', cases, ...(random.once(5) ? {} : { otherwise: randomQuantity(place) }) };
}

/** Bands with consecutive rows, sometimes with a gap, for which `otherwise` applies. */
function randomBands(place: RuleContext): Quantity {
  const { random } = place;
  const numbers = numbersOf(place);
  if (numbers.length === 0) return leaf(place);
  const fact = random.pick(numbers);
  const figures = [...new Set(fact.figures)].sort((a, b) => Number(a) - Number(b));
  const gap = figures.length > 3 && random.once(4);
  const ends = figures.slice(0, gap ? 4 : 2 + random.below(2));
  const above = random.once(2);
  const [open, capped] = [random.once(2), random.once(4)];
  const rate = (): Quantity => (random.once(5) ? randomQuantity(place) : literal(random.pick(RATES)));
  const rows = ends.flatMap((end, index): Band[] => {
    const to = ends[index + 1];
    if ((gap && index === 1) || (to === undefined && capped)) return [];
    return [
      {
        ...(index === 0 && open ? {} : { from: literal(end), ...(above ? { fromExcluded: true } : {}) }),
        ...(to === undefined ? {} : { to: literal(to), ...(above ? { toIncluded: true } : {}) }),
        rate: rate(),
      },
    ];
  });
  const by = random.once(4) ? randomQuantity(place) : asQuantity(fact, random);
  const marginal = random.once(3);
  const of = random.once(2) ? by : randomQuantity(place);
  const otherwise = gap || random.once(2) ? { otherwise: randomQuantity(place) } : {};
  return { op: 'bands', by, of, rows, marginal, ...otherwise };
}

/** The number of days between two dates. */
function daysBetween(place: RuleContext): Quantity {
  return { op: 'difference', of: [randomDate(place), randomDate(place)] };
}

function randomDate(place: RuleContext): Quantity {
  const { random, asOf } = place;
  const dates = datesOf(place);
  const date: Quantity =
    dates.length > 0 && !random.once(3)
      ? asQuantity(random.pick(dates), random)
      : random.once(2)
        ? { op: 'asOf' }
        : literal(String(random.pick([asOf, dayOf(2020, 2, 29), dayOf(2021, 12, 31)])));
  if (!random.once(3)) return date;
  const [months, days] = random.pick([
    [36, 0],
    [1, 0],
    [0, 30],
    [12, 0],
  ] as const);
  return { op: 'later', of: date, months, days, text: '' };
}

function overList(place: RuleContext): Quantity {
  const list = place.random.pick(LISTS);
  const here = inside(place, list);
  const where = place.random.once(2) ? {} : { where: randomCondition(here) };
  if (place.random.once(2)) return { op: 'count', list, ...where };
  return { op: 'total', list, of: randomQuantity(here), ...where };
}

/** A condition that uses any part of the language. */
export function randomCondition(place: RuleContext): Condition {
  const { random, depth, readings, authority } = place;
  const below = deeper(place);
  const strict = deeper(place, { authority: false });
  const parts = (from: RuleContext, least = 2): Condition[] =>
    random.several(least, 3, () => randomCondition(from));
  const simple: (() => Condition)[] = [() => randomComparison(place), () => randomChoice(place)];
  if (authority) simple.push(() => ({ op: 'authority', text: '择优' }));
  const [reading] = readings.length === 0 ? [] : [random.pick(readings)];
  if (reading !== undefined)
    simple.push(() => ({ op: 'reading', reading: reading.id, option: random.below(reading.options.length) }));
  if (depth <= 0 || random.once(3)) return random.pick(simple)();
  const list = random.pick(LISTS);
  const kinds: readonly (() => Condition)[] = [
    () => ({ op: 'all', of: parts(below) }),
    () => ({ op: 'any', of: parts(below) }),
    () => ({ op: 'not', of: randomCondition(strict) }),
    () => ({ op: 'nOf', n: 1 + random.below(2), of: parts(strict) }),
    () => ({
      op: random.pick(['some', 'every'] as const),
      list,
      where: randomCondition(inside(place, list)),
    }),
    () => randomComparison(below),
  ];
  return random.pick(kinds)();
}

function randomComparison(place: RuleContext): Condition {
  const { random } = place;
  const is = random.pick(COMPARATORS);
  const numbers = numbersOf(place);
  if (datesOf(place).length > 0 && random.once(3))
    return { op: 'compare', left: randomDate(place), is, right: randomDate(place) };
  if (numbers.length > 0 && !random.once(3)) {
    const fact = random.pick(numbers);
    return { op: 'compare', left: asQuantity(fact, random), is, right: literal(random.pick(fact.figures)) };
  }
  const below = deeper(place, { authority: false });
  return {
    op: 'compare',
    left: randomQuantity(below),
    is,
    right: random.once(2) ? figure(place) : randomQuantity(below),
  };
}

function randomChoice(place: RuleContext): Condition {
  const { random } = place;
  const choices = within(place).filter(({ definition: { type } }) => type === 'yesNo' || type === 'choice');
  if (choices.length === 0) return randomComparison(place);
  const { id, options } = random.pick(choices).definition;
  const known = options === undefined ? [1] : [0, 1, 2].filter(() => random.once(2));
  return { op: 'oneOf', fact: id, options: known };
}
