import type { Award } from '../../clauses/language/award.ts';
import type { CataloguePolicy } from '../../clauses/language/catalogue.ts';
import type { Clause } from '../../clauses/language/clause.ts';
import type { Condition, Quantity } from '../../clauses/language/expression.ts';
import type { Reading } from '../../clauses/language/reading.ts';
import { countOf, type Open, openOf } from './completions.ts';
import { dayOf } from './days.ts';
import type { Row } from './evaluator.ts';
import { MUCH, type Points, pointsOf } from './points.ts';
import { Random } from './random.ts';
import { LISTS, randomDictionary } from './random-dictionary.ts';
import { frame, ownLimit, randomGroup, randomLimiting, randomSets } from './random-limits.ts';
import { literal, type RuleContext, randomCondition, randomQuantity } from './random-rules.ts';
import type { World } from './world.ts';

/** A world with more completions than this gets more answers. */
const MOST_COMPLETIONS = 100;

/** The world with a number: a law that may use every part of the language, and an applicant who answered some questions. */
export function randomWorld(seed: number, number: number): World {
  const random = new Random(seed, number);
  const { dictionary, facts } = randomDictionary(random);
  const asOf = random.pick([dayOf(2023, 6, 1), dayOf(2024, 2, 29), dayOf(2022, 12, 31)]);
  const owner = random.pick(['c0', 'c0', 'shared', 'g0']);
  const readings = random.several(0, 1, (index) => randomReading(owner, index));
  const place: RuleContext = { random, facts, readings, asOf, lists: [], authority: false, depth: 2 };
  const count = 1 + random.below(4);
  const other = random.once(4) ? { other: { id: 'place/other', dates: randomDates(random) } } : {};
  const ids = Array.from({ length: count }, (_, index) =>
    other.other && random.once(2) ? `${other.other.id}#c${index}` : `place/law#c${index}`,
  );
  const common = random.once(4) ? random.pick(LISTS) : undefined;
  const lists = ids.map(() => common ?? (random.once(3) ? random.pick(LISTS) : undefined));
  const shared = owner === 'shared' || random.once(8) ? randomCondition({ ...place, depth: 1 }) : undefined;
  const awards = ids.map((id, index) => {
    const own = owner === 'shared' || (owner === 'c0' && index === 0) ? readings : [];
    const clause = { ...randomClause(place, id, lists[index]), readings: own };
    return shared === undefined || random.once(4) ? clause : required(clause, shared);
  });
  const sets = randomSets(random, ids);
  const limiting = random.once(2) ? [] : [randomLimiting(place, sets, awards)];
  const groups = sets
    .filter(() => random.once(2))
    .slice(0, 2)
    .map((set, index) => ({
      ...randomGroup(place, set, index),
      readings: owner === 'g0' && index === 0 ? readings : [],
    }));
  const owned = owner !== 'g0' || groups.length > 0;
  const policy = {
    id: 'place/law',
    title: '',
    documentNumber: null,
    dates: randomDates(random),
    clauses: [...awards.map((award) => (owned ? award : { ...award, readings })), ...limiting],
    groups,
  };
  const scope = random.once(5) ? { scope: ids.filter(() => !random.once(3)) } : {};
  return answered(random, {
    dictionary,
    policy,
    asOf,
    values: new Map(),
    lists: new Map(),
    ...other,
    ...scope,
  });
}

function randomReading(owner: string, index: number): Reading {
  const options = ['one', 'two'].map((name) => ({ name, label: name }));
  return { id: `place/law#${owner}:r${index}`, name: `r${index}`, question: '', options };
}

/** A clause that shares a condition with others. */
function required(clause: Clause, shared: Condition): Clause {
  const parts = clause.when === undefined ? [] : [clause.when];
  const requirement = { id: 'place/law#shared', title: '', citation: '', sentences: [] };
  return {
    ...clause,
    when: { op: 'all', of: [...parts, shared] },
    requirements: [{ ...requirement, path: `/when/of/${parts.length}` }],
  };
}

/** Dates around the as-of dates, most of them absent. */
function randomDates(random: Random): CataloguePolicy['dates'] {
  if (random.once(2)) return {};
  const days = ['2022-12-31', '2023-01-01', '2023-06-01', '2023-06-02', '2024-02-28', '2024-02-29'];
  const names = ['issuedOn', 'printedOn', 'effectiveFrom', 'effectiveTo', 'repealedOn', 'replacedOn'];
  const stated = names.filter(() => random.once(4)).map((name) => [name, random.pick(days)]);
  const from = 2021 + random.below(4);
  const plan = random.once(3) ? { planYears: { from, to: from + random.below(2) } } : {};
  return { ...Object.fromEntries(stated), ...plan };
}

function randomClause(place: RuleContext, id: string, list: string | undefined): Clause {
  const { random } = place;
  const here: RuleContext = { ...place, lists: list === undefined ? [] : [list] };
  return {
    ...frame(id),
    kind: 'award',
    ...(list === undefined ? {} : { list }),
    ...(random.once(8) ? {} : { when: randomCondition({ ...here, authority: true }) }),
    award: randomAward(here),
    limits: random.several(0, 2, () => ownLimit(here, list)),
    undertakings: random.several(0, 1, () => '五年内不迁出'),
  };
}

function randomAward(place: RuleContext): Award {
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

/** Answers some questions at random, and then more of them until every completion can be tried. */
function answered(random: Random, bare: World): World {
  const points = pointsOf(bare, MUCH);
  const world = {
    ...bare,
    values: new Map(bare.values),
    lists: new Map<string, readonly Row[]>(),
    readings: new Map(),
    endless: new Set<string>(),
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
  // Years that are not listed count as earlier ones. So an applicant who answers `earlier` also lists the other years.
  const given = new Set([...world.values.keys()].filter((name) => name.endsWith('.earlier')));
  for (const open of questionsOf(world, points))
    if (given.has(open.name.replace(/\d{4}$/, 'earlier'))) answer(open);
  return world;
}

/** The unknowns that can be answered, which readings cannot. */
function questionsOf(world: World, points: Points): readonly Open[] {
  return openOf(world, points).filter(({ reading }) => !reading);
}
