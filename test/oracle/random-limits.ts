import type { Clause } from '../../clauses/language/clause.ts';
import type { Group } from '../../clauses/language/group.ts';
import type { Limit } from '../../clauses/language/limit.ts';
import type { Random } from './random.ts';
import { literal, type RuleContext, randomCondition, randomQuantity } from './random-rules.ts';

/** A clause without any content. */
export function frame(id: string): Omit<Clause, 'kind'> {
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

/** A limit over the clause, over each of its items, or of their number. */
export function ownLimit(place: RuleContext, list: string | undefined): Limit {
  const { random } = place;
  if (list !== undefined && random.once(4)) return numberOfItems(place);
  const item = list !== undefined && random.once(2);
  return { ...randomBound({ ...place, lists: item ? place.lists : [] }), over: item ? 'item' : 'clause' };
}

function numberOfItems(place: RuleContext): Limit {
  const { random } = place;
  const here: RuleContext = { ...place, lists: [], depth: 1 };
  return {
    ...COMMON,
    type: 'items',
    amount: random.once(3) ? randomQuantity(here) : literal(random.pick(['0', '1', '1', '2'])),
    over: 'clause',
    ...(random.once(3) ? { when: randomCondition(here) } : {}),
  };
}

const COMMON = { apply: 'jointly', per: 'enterprise', period: 'notStated' } as const;

/** A cap, a floor or a budget. A floor that raises is below every cap with a constant amount. */
function randomBound(place: RuleContext): Omit<Limit, 'over'> {
  const { random } = place;
  const type = random.pick(['cap', 'cap', 'cap', 'floor', 'refuse', 'budget'] as const);
  const here: RuleContext = { ...place, depth: 1 };
  const when = random.once(3) ? { when: randomCondition(here) } : {};
  if (type === 'floor') return { ...COMMON, type, amount: literal('0.01'), ...when };
  const amount = randomQuantity(here);
  if (type === 'refuse') return { ...COMMON, type: 'floor', below: 'refuse', amount, ...when };
  return { ...COMMON, type, amount, ...when };
}

/** Sets of clauses of which any two are nested or disjoint. */
export function randomSets(random: Random, ids: readonly string[]): readonly (readonly string[])[] {
  if (ids.length < 2) return [];
  const chain = [ids.slice(0, 2), ids.slice(0, 3), ids];
  const pair = [ids.slice(0, 2), ids.slice(2)];
  return random.pick([chain, pair]).filter((set) => set.length > 1);
}

/** A clause that limits others; where these are for the same list, it may limit each item. */
export function randomLimiting(
  place: RuleContext,
  sets: readonly (readonly string[])[],
  awards: readonly Clause[],
): Clause {
  const { random } = place;
  const limits = sets.map((over): Limit => {
    const [list, ...others] = new Set(awards.filter(({ id }) => over.includes(id)).map((each) => each.list));
    if (list !== undefined && others.length === 0 && random.once(2)) return ofItems(place, over, list);
    return { ...randomBound(place), over, apply: random.pick(['jointly', 'jointly', 'each'] as const) };
  });
  return { ...frame('place/law#limit'), kind: 'limit', limits };
}

/** A limit of each item. Its floors refuse, because a floor that raises has no effect here. */
function ofItems(place: RuleContext, over: readonly string[], list: string): Limit {
  const bound = randomBound({ ...place, lists: [list] });
  const refuse = bound.type === 'floor' ? { below: 'refuse' as const } : {};
  return { ...bound, ...refuse, over, apply: 'items' };
}

/** A group of some clauses. */
export function randomGroup(place: RuleContext, clauses: readonly string[], index: number): Group {
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
