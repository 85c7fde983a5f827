import type { FactDefinition } from '../../clauses/index.ts';
import type { Random } from '../oracle/random.ts';
import type { PublishedPlace } from './published-places.ts';

/** A known answer: `true`, `false`, the value of an option, `YYYY-MM-DD` or a plain decimal in the fact's unit. */
export interface Known {
  readonly fact: FactDefinition;
  readonly text: string;
}

/** One applicant, independent of any encoding. */
export interface FactSet {
  readonly place: PublishedPlace;
  readonly asOf: string;
  /** By flat id, a series by `<id>.<year>`; an absent fact is unknown. */
  readonly values: ReadonlyMap<string, Known>;
  /** Complete answered lists; items by the name of the fact. */
  readonly lists: ReadonlyMap<string, readonly ReadonlyMap<string, Known>[]>;
  /** The optional parts that the API is asked for. */
  readonly include: readonly string[];
  readonly clauses: readonly string[] | undefined;
}

/** A random applicant of a place. The share of known answers varies from nothing to everything. */
export function randomFactSet(random: Random, place: PublishedPlace): FactSet {
  const asOf = `${2014 + random.below(16)}-${two(1 + random.below(12))}-${two(1 + random.below(28))}`;
  const known = random.below(11);
  const isKnown = (): boolean => random.below(10) < known;
  const values = new Map<string, Known>();
  const lists = new Map<string, readonly ReadonlyMap<string, Known>[]>();
  for (const [subject, facts] of place.read) {
    if (isList(place, subject)) {
      if (isKnown())
        lists.set(
          subject,
          random.several(0, 3, () => randomItem(random, place, facts, isKnown)),
        );
    } else for (const fact of facts) tell(random, place, fact, asOf, isKnown, values);
  }
  return {
    place,
    asOf,
    values,
    lists,
    include: random.once(8) ? ['trace', 'gaps', 'combination'] : [],
    clauses: random.once(5) ? randomScope(random, place) : undefined,
  };
}

/** Some clauses. Form and API check exactly these, whichever limits others state over them. */
function randomScope(random: Random, { prepared }: PublishedPlace): readonly string[] | undefined {
  const clauses = [...prepared.published.values()];
  if (clauses.length === 0) return undefined;
  const chosen = new Set(random.several(1, clauses.length, () => random.pick(clauses).id));
  return random.shuffled([...chosen]);
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

function isList({ dictionary }: PublishedPlace, subject: string): boolean {
  return dictionary.subjects.some(({ id, list }) => list && id === subject);
}

function randomItem(
  random: Random,
  place: PublishedPlace,
  facts: readonly FactDefinition[],
  isKnown: () => boolean,
): ReadonlyMap<string, Known> {
  const told = facts.filter(isKnown);
  return new Map(told.map((fact) => [fact.name, { fact, text: randomText(random, place, fact) }]));
}

function tell(
  random: Random,
  place: PublishedPlace,
  fact: FactDefinition,
  asOf: string,
  isKnown: () => boolean,
  values: Map<string, Known>,
): void {
  const year = Number(asOf.slice(0, 4));
  const years = [0, 1, 2, 3, 4].map((back) => String(year - back)).concat('earlier');
  const names = fact.type === 'series' ? years.map((each) => `${fact.id}.${each}`) : [fact.id];
  for (const name of names) if (isKnown()) values.set(name, { fact, text: randomText(random, place, fact) });
}

function randomText(random: Random, place: PublishedPlace, fact: FactDefinition): string {
  switch (fact.type) {
    case 'yesNo':
      return random.below(10) < 7 ? 'true' : 'false';
    case 'choice':
      return random.pick(fact.options ?? []).value;
    case 'date':
      return `${2010 + random.below(20)}-${two(1 + random.below(12))}-${two(1 + random.below(28))}`;
    case 'count':
      return String(within(fact, BigInt(random.below(40))));
    default:
      return decimal(within(fact, near(random, place, fact)), fact.decimals);
  }
}

/** A value in the smallest step of the fact: at a number of the clauses, a step beside it, or anywhere. */
function near(random: Random, { numbers }: PublishedPlace, { decimals }: FactDefinition): bigint {
  const step = 10n ** BigInt(decimals);
  if (numbers.length === 0 || random.once(3))
    return BigInt(random.below(1_000_000)) * 10n ** BigInt(random.below(7));
  const [whole = '0', rest = ''] = random.pick(numbers).split('.');
  const value = BigInt(whole) * step + BigInt(rest.padEnd(decimals, '0').slice(0, decimals) || '0');
  return value * BigInt(random.pick([1, 1, 1, 2, 10])) + BigInt(random.below(3)) - 1n;
}

/** The nearest value within the declared range, whose ends are whole numbers in published facts. */
function within({ min, max, decimals }: FactDefinition, value: bigint): bigint {
  const step = 10n ** BigInt(decimals);
  const end = (text: string): bigint => BigInt(text.split('.')[0] ?? '0') * step;
  if (min !== undefined && value < end(min)) return end(min);
  return max !== undefined && value > end(max) ? end(max) : value;
}

/** Steps as a decimal without needless zeros. */
function decimal(steps: bigint, decimals: number): string {
  const digits = (steps < 0n ? -steps : steps).toString().padStart(decimals + 1, '0');
  const sign = steps < 0n ? '-' : '';
  if (decimals === 0) return sign + digits;
  const rest = digits.slice(-decimals).replace(/0+$/, '');
  return `${sign}${digits.slice(0, -decimals)}${rest === '' ? '' : `.${rest}`}`;
}
