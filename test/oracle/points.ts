import type { FactDefinition } from '../../clauses/language/fact.ts';
import { addMonths } from './days.ts';
import { type Fraction, fraction, minus, order, over, plus, read, times, wholeOf } from './fraction.ts';
import { nodesOf, type World } from './world.ts';

/** The largest number that an applicant answers. */
export const MUCH = 10n ** 8n;

/** The last day that an applicant answers, about the year 8800. */
const LAST_DAY = 2_500_000n;

/** A range with no more values than this is tried value by value. */
const FEW = 8n;

/** Returns the values of a fact that a law can distinguish. */
export type Points = (fact: FactDefinition) => readonly Fraction[];

/** The smallest difference between two values of a fact. */
export function gridOf({ type, decimals }: FactDefinition): Fraction {
  return fraction(1n, 10n ** BigInt(decimals + (type === 'percent' ? 2 : 0)));
}

/**
 * Critical values: the ends of the range and every figure of the law with its neighbours on the grid. A range without an end goes as far
 * as `most`.
 */
export function pointsOf(world: World, most: bigint): Points {
  const figures = figuresOf(world);
  const days = daysOf(world);
  const cache = new Map<string, readonly Fraction[]>();
  return (fact) => {
    const known = cache.get(fact.id);
    if (known !== undefined) return known;
    const points =
      optionsOf(fact) ??
      whole(fact) ??
      (fact.type === 'date'
        ? critical(fact, most === MUCH ? LAST_DAY : most, days)
        : critical(fact, most, figures));
    const all = distinct(points);
    cache.set(fact.id, all);
    return all;
  };
}

function optionsOf({ type, options = [] }: FactDefinition): readonly Fraction[] | undefined {
  const count = type === 'yesNo' ? 2 : type === 'choice' ? options.length : undefined;
  return count === undefined
    ? undefined
    : Array.from({ length: count }, (_, index) => fraction(BigInt(index)));
}

function whole(fact: FactDefinition): readonly Fraction[] | undefined {
  if (fact.min === undefined || fact.max === undefined) return undefined;
  const [min, max, step] = [read(fact.min), read(fact.max), gridOf(fact)];
  const span = minus(max, min);
  const count = (span.n * step.d) / (span.d * step.n);
  if (count >= FEW) return undefined;
  return Array.from({ length: Number(count) + 1 }, (_, index) =>
    plus(min, times(step, fraction(BigInt(index)))),
  );
}

function critical(fact: FactDefinition, most: bigint, figures: readonly Fraction[]): readonly Fraction[] {
  const min = fact.min === undefined ? fraction(-most) : read(fact.min);
  const max = fact.max === undefined ? fraction(most) : read(fact.max);
  const step = gridOf(fact);
  const near = figures.flatMap((figure) => {
    const below = times(step, fraction(wholeOf(over(figure, step))));
    return [minus(below, step), below, plus(below, step), plus(below, plus(step, step))];
  });
  return [min, ...near.filter((point) => order(point, min) > 0 && order(point, max) < 0), max];
}

/** The numbers in a law. */
function figuresOf({ policy }: World): readonly Fraction[] {
  const parts = nodesOf(policy);
  return parts.flatMap(({ op, value }) =>
    op === 'number' && typeof value === 'string' ? [read(value)] : [],
  );
}

/** The days in a law, and the days from which a duration of the law leads to them. */
function daysOf(world: World): readonly Fraction[] {
  const named = [
    world.asOf,
    ...figuresOf(world).flatMap(({ n, d }) => (d === 1n && n > 10_000n ? [Number(n)] : [])),
  ];
  const durations = nodesOf(world.policy).flatMap(({ op, months, days }) =>
    op === 'later' ? [{ months: Number(months), days: Number(days) }] : [],
  );
  const back = named.flatMap((day) => durations.map(({ months, days }) => addMonths(day - days, -months)));
  return [...named, ...back].map((day) => fraction(BigInt(day)));
}

function distinct(points: readonly Fraction[]): readonly Fraction[] {
  const sorted = [...points].sort(order);
  return sorted.filter((point, index) => index === 0 || order(point, sorted[index - 1] ?? point) !== 0);
}
