import type { Clause, Group, Limit } from '../../clauses/language.ts';
import {
  add,
  bounded,
  type End,
  higher,
  holdsMoney,
  limited,
  merge,
  NO_MONEY,
  type Outcome,
  type Pay,
  rank,
} from './awards.ts';
import type { Reckoner } from './reckoner.ts';

/** Several clauses as one, on the way to the total. */
interface Cluster {
  readonly ids: readonly string[];
  readonly met: boolean;
  readonly sure: boolean;
  readonly pay: Pay;
}

type Constraint = { readonly over: readonly string[] } & (
  | { readonly group: Group }
  | { readonly limit: Limit & { readonly type: 'cap' | 'floor' } }
);

/** What all clauses in scope give together; a reason where it is not defined. */
export function totalOf(
  outcomes: ReadonlyMap<string, Outcome>,
  law: { readonly clauses: readonly Clause[]; readonly groups: readonly Group[] },
  reckoner: Reckoner,
): Pay {
  const clusters = [...outcomes].map(([id, outcome]): Cluster => {
    const pay = limited(outcome, eachOver(id, law.clauses), reckoner);
    const figure = outcome.met && typeof pay === 'object';
    const { met, sure } = outcome;
    return figure ? { ids: [id], met, sure, pay } : { ids: [id], met: false, sure: false, pay: NO_MONEY };
  });
  const constraints = constraintsOf(law).filter(
    ({ when }) => when === undefined || reckoner.settle(reckoner.holds(when)),
  );
  const reduced = constrain(clusters, constraints, reckoner);
  return reduced.map(({ pay }) => pay).reduce((sum, pay) => merge(sum, pay, add), NO_MONEY);
}

/** The limits that other clauses set for each of several: they come before groups and joint limits. */
function eachOver(id: string, clauses: readonly Clause[]): readonly Limit[] {
  const limits = clauses.flatMap((clause) => clause.limits);
  return limits.filter(({ over, apply }) => Array.isArray(over) && over.includes(id) && apply === 'each');
}

/** Joint limits and groups, from the smallest set to the largest; on the same set the choice comes first. */
function constraintsOf(law: {
  readonly clauses: readonly Clause[];
  readonly groups: readonly Group[];
}): (Constraint & Pick<Limit, 'when'>)[] {
  const groups = law.groups.map((group) => ({ over: group.clauses, group, ...whenOf(group) }));
  const limits = law.clauses
    .flatMap(({ limits: own }) => own)
    .sort((a, b) => rank(a) - rank(b))
    .flatMap((limit) => {
      const { over, apply } = limit;
      if (typeof over === 'string' || apply === 'each' || !holdsMoney(limit)) return [];
      return [{ over, limit, ...whenOf(limit) }];
    });
  return [...groups, ...limits].sort((a, b) => a.over.length - b.over.length);
}

function whenOf({ when }: Pick<Limit, 'when'>): Pick<Limit, 'when'> {
  return when === undefined ? {} : { when };
}

function constrain(
  clusters: readonly Cluster[],
  constraints: readonly Constraint[],
  reckoner: Reckoner,
): readonly Cluster[] {
  return constraints.reduce<readonly Cluster[]>((before, constraint) => {
    const isIn = ({ ids }: Cluster): boolean => ids.some((id) => constraint.over.includes(id));
    const outside = before.filter((cluster) => !isIn(cluster));
    if ('group' in constraint) return [...outside, joined(before.filter(isIn), higher)];
    const inside = joined(before.filter(isIn), add);
    if (typeof inside.pay === 'string') return [...outside, inside];
    const { type, amount } = constraint.limit;
    const pay = bounded(inside.pay, type, reckoner.value(amount), inside);
    return [...outside, { ...inside, pay }];
  }, clusters);
}

function joined(clusters: readonly Cluster[], join: (a: End, b: End) => End): Cluster {
  return {
    ids: clusters.flatMap(({ ids }) => ids),
    met: clusters.some(({ met }) => met),
    sure: clusters.some(({ sure }) => sure),
    pay: clusters.map(({ pay }) => pay).reduce((all, pay) => merge(all, pay, join), NO_MONEY),
  };
}
