import type { Award, Clause, Group, Limit, Quantity, Reading } from '../../clauses/language.ts';
import { countOf, type Open, openOf } from './completions.ts';
import { dayOf } from './days.ts';
import { randomDictionary } from './dictionary.ts';
import { MUCH, type Points, pointsOf } from './points.ts';
import { Random } from './random.ts';
import { literal, type Place, randomCondition, randomQuantity } from './random-rules.ts';
import type { Row } from './reckoner.ts';
import type { World } from './world.ts';

/** A world with more completions than this is told more answers. */
const MOST_COMPLETIONS = 100;

/** The world of a number: a law over every part of the language, and an applicant who answered some of it. */
export function randomWorld(seed: number, number: number): World {
  const random = new Random(seed, number);
  const { dictionary, facts } = randomDictionary(random);
  const asOf = random.pick([dayOf(2023, 6, 1), dayOf(2024, 2, 29), dayOf(2022, 12, 31)]);
  const readings = random.several(0, 1, (index) => randomReading(index));
  const place: Place = { random, facts, readings, asOf, lists: [], authority: false, depth: 2 };
  const count = 1 + random.below(4);
  const ids = Array.from({ length: count }, (_, index) => `place/law#c${index}`);
  const awards = ids.map((id, index) => randomClause(place, id, index === 0 ? readings : []));
  const sets = randomSets(random, ids);
  const limiting = random.once(2) ? [] : [randomLimiting(place, sets)];
  const groups = sets
    .filter(() => random.once(2))
    .slice(0, 2)
    .map((set, index) => randomGroup(place, set, index));
  const policy = {
    id: 'place/law',
    title: '',
    documentNumber: null,
    dates: {},
    clauses: [...awards, ...limiting],
    groups,
  };
  return answered(random, { dictionary, policy, asOf, values: new Map(), lists: new Map() });
}

function randomReading(index: number): Reading {
  const options = ['one', 'two'].map((name) => ({ name, label: name }));
  return { id: `place/law#c0:r${index}`, name: `r${index}`, question: '', options };
}

function randomClause(place: Place, id: string, readings: readonly Reading[]): Clause {
  const { random } = place;
  const list = random.once(3) ? random.pick(['projects', 'contracts']) : undefined;
  const here: Place = { ...place, lists: list === undefined ? [] : [list] };
  return {
    ...frame(id),
    kind: 'award',
    ...(list === undefined ? {} : { list }),
    ...(random.once(8) ? {} : { when: randomCondition({ ...here, authority: true }) }),
    award: randomAward(here),
    limits: random.several(0, 2, () => ownLimit(here, list)),
    readings,
  };
}

function frame(id: string): Omit<Clause, 'kind'> {
  return {
    id,
    title: '',
    citation: '',
    administrators: [],
    topics: [],
    limits: [],
    readings: [],
    undertakings: [],
    sentences: [],
  };
}

function randomAward(place: Place): Award {
  const { random } = place;
  const form = random.pick(['money', 'money', 'voucher', 'tax'] as const);
  if (random.once(12))
    return { form, none: random.pick(['elsewhere', 'discretionary'] as const), schedule: [] };
  const amount = randomQuantity(place);
  const more: Quantity = { op: 'sum', of: [amount, literal('0.02')] };
  const pairs: readonly Pick<Award, 'least' | 'most'>[] = [
    { least: amount, most: amount },
    { least: amount, most: amount },
    { least: literal('0'), most: amount },
    { least: amount, most: null },
    { least: amount, most: more },
  ];
  return { form, ...random.pick(pairs), schedule: [] };
}

/** A cap or floor over the clause or over each item; a floor lies below every cap. */
function ownLimit(place: Place, list: string | undefined): Limit {
  const item = list !== undefined && place.random.once(2);
  return { ...randomBound({ ...place, lists: item ? place.lists : [] }), over: item ? 'item' : 'clause' };
}

function randomBound(place: Place): Omit<Limit, 'over'> {
  const { random } = place;
  const type = random.pick(['cap', 'cap', 'floor', 'budget'] as const);
  const amount = type === 'floor' ? literal('0.01') : randomQuantity({ ...place, depth: 1 });
  const common = { type, amount, apply: 'jointly', per: 'enterprise', period: 'notStated' } as const;
  return random.once(3) ? { ...common, when: randomCondition({ ...place, lists: [], depth: 1 }) } : common;
}

/** Sets of clauses of which any two are nested or disjoint. */
function randomSets(random: Random, ids: readonly string[]): readonly (readonly string[])[] {
  if (ids.length < 2) return [];
  const chain = [ids.slice(0, 2), ids.slice(0, 3), ids];
  const pair = [ids.slice(0, 2), ids.slice(2)];
  return random.pick([chain, pair]).filter((set) => set.length > 1);
}

function randomLimiting(place: Place, sets: readonly (readonly string[])[]): Clause {
  const { random } = place;
  const limits = sets.map(
    (over): Limit => ({
      ...randomBound(place),
      over,
      apply: random.pick(['jointly', 'jointly', 'each'] as const),
    }),
  );
  return { ...frame('place/law#limit'), kind: 'limit', limits };
}

function randomGroup(place: Place, clauses: readonly string[], index: number): Group {
  const { random } = place;
  const group = {
    id: `place/law#g${index}`,
    type: random.pick(['highestOnly', 'exclusive'] as const),
    title: '',
    citation: '',
    clauses,
    readings: [],
  };
  return random.once(3) ? { ...group, when: randomCondition({ ...place, depth: 1 }) } : group;
}

/** Answers some questions at random, and then as many more as it takes for every completion to be tried. */
function answered(random: Random, bare: World): World {
  const points = pointsOf(bare, MUCH);
  const world = {
    ...bare,
    values: new Map(bare.values),
    lists: new Map<string, readonly Row[]>(),
    readings: new Map(),
  };
  for (const { id, list, maxItems } of bare.dictionary.subjects)
    if (list && !random.once(3))
      world.lists.set(
        id,
        random.several(0, maxItems, () => new Map()),
      );
  const answer = ({ options }: Open): void => random.pick(options)(world);
  for (const open of questionsOf(world, points)) if (random.once(3)) answer(open);
  while (countOf(openOf(world, points)) > MOST_COMPLETIONS) answer(random.pick(questionsOf(world, points)));
  // Years that are not listed one by one are among the earlier ones: who gives those lists the others.
  const given = new Set([...world.values.keys()].filter((name) => name.endsWith('.earlier')));
  for (const open of questionsOf(world, points))
    if (given.has(open.name.replace(/\d{4}$/, 'earlier'))) answer(open);
  return world;
}

/** What is open and can be answered: readings can not. */
function questionsOf(world: World, points: Points): readonly Open[] {
  return openOf(world, points).filter(({ reading }) => !reading);
}
