import type { Clause } from '../../clauses/language/clause.ts';
import type { Group } from '../../clauses/language/group.ts';
import type { Limit } from '../../clauses/language/limit.ts';
import {
  type AwardOutcome,
  add,
  bounded,
  type ClauseOutcome,
  type End,
  type Figures,
  higher,
  inWholeFen,
  limited,
  limitsMoney,
  lower,
  merge,
  NO_MONEY,
  rank,
  repeated,
} from './awards.ts';
import type { OracleEvaluator, Row } from './evaluator.ts';

/** Several clauses that are treated as one while the total is computed. */
interface Cluster {
  readonly ids: readonly string[];
  readonly met: boolean;
  readonly sure: boolean;
  readonly pay: Figures;
}

type MoneyLimit = Limit & { readonly type: 'cap' | 'floor' };

type Constraint = { readonly over: readonly string[] } & (
  | { readonly group: Group }
  | { readonly limit: MoneyLimit }
);

type Outcomes = ReadonlyMap<string, ClauseOutcome>;

interface Law {
  readonly clauses: readonly Clause[];
  readonly groups: readonly Group[];
}

/** The total of all clauses in scope. */
export function totalOf(outcomes: Outcomes, law: Law, evaluator: OracleEvaluator): Figures {
  let clusters: readonly Cluster[] = [...outcomes].map(([id, outcome]) => {
    const pay = limited(outcome, eachOver(id, law.clauses), evaluator);
    return { ids: [id], ...paid({ ...outcome, pay }) };
  });
  for (const constraint of constraintsOf(law)) {
    const { over } = constraint;
    const isIn = ({ ids }: Cluster): boolean => ids.some((id) => over.includes(id));
    const inside = clusters.filter(isIn);
    const result =
      'group' in constraint
        ? chosen(constraint.group, inside, evaluator)
        : constraint.limit.apply === 'items'
          ? limitedByItem(constraint.limit, inside, outcomes, law, evaluator)
          : limitedJointly(constraint.limit, inside, evaluator);
    if (result !== undefined) clusters = [...clusters.filter((cluster) => !isIn(cluster)), result];
  }
  return clusters.map(({ pay }) => pay).reduce((sum, pay) => merge(sum, pay, add), NO_MONEY);
}

/** The payment of a clause that is met and has a figure; zero for every other clause. */
function paid({ met, sure, pay }: AwardOutcome): Omit<Cluster, 'ids'> {
  return met && typeof pay === 'object' ? { met, sure, pay } : { met: false, sure: false, pay: NO_MONEY };
}

/** The limits that apply to each of several clauses, this one included: they come before groups and joint limits. */
function eachOver(id: string, clauses: readonly Clause[]): readonly Limit[] {
  const limits = clauses.flatMap((clause) => clause.limits);
  return limits.filter(({ over, apply }) => Array.isArray(over) && over.includes(id) && apply === 'each');
}

/**
 * Joint limits and groups, from the smallest set to the largest. On the same set limits of each item come first, then
 * the group, floors and caps.
 */
function constraintsOf(law: Law): readonly Constraint[] {
  const known = constraintsBefore.get(law);
  if (known !== undefined) return known;
  const groups = law.groups.map((group): Constraint => ({ over: group.clauses, group }));
  const limits = law.clauses
    .flatMap(({ limits: own }) => own)
    .sort((a, b) => rank(a) - rank(b))
    .flatMap((limit) => {
      const { over, apply } = limit;
      return typeof over === 'string' || apply === 'each' || !limitsMoney(limit) ? [] : [{ over, limit }];
    });
  const ofItems = limits.filter(({ limit }) => limit.apply === 'items');
  const joint = limits.filter(({ limit }) => limit.apply !== 'items');
  const all = [...ofItems, ...groups, ...joint].sort((a, b) => a.over.length - b.over.length);
  constraintsBefore.set(law, all);
  return all;
}

const constraintsBefore = new WeakMap<Law, readonly Constraint[]>();

function chosen(group: Group, inside: readonly Cluster[], evaluator: OracleEvaluator): Cluster | undefined {
  if (group.when !== undefined && !evaluator.settled(group.when)) return undefined;
  return joined(inside, higher);
}

function limitedJointly(
  limit: MoneyLimit,
  inside: readonly Cluster[],
  evaluator: OracleEvaluator,
): Cluster | undefined {
  if (limit.when !== undefined && !evaluator.settled(limit.when)) return undefined;
  const joint = joined(inside, add);
  const pay = bounded(joint.pay, limit, evaluator.value(limit.amount), joint);
  return { ...joint, pay: inWholeFen(pay) };
}

/** The sum of each item over the clauses, under its limits; in total at most what the clauses give. */
function limitedByItem(
  limit: MoneyLimit,
  inside: readonly Cluster[],
  outcomes: Outcomes,
  law: Law,
  evaluator: OracleEvaluator,
): Cluster | undefined {
  const list = law.clauses.find(({ id }) => id === limit.over[0])?.list ?? '';
  const applies = (row: Row): boolean =>
    evaluator.at(list, row, () => limit.when === undefined || evaluator.settled(limit.when));
  if (!evaluator.rows(list).map(applies).some(Boolean)) return undefined;
  const all = constraintsOf(law).flatMap((each) =>
    'limit' in each && each.limit.apply === 'items' && each.over.every((id) => limit.over.includes(id))
      ? [each.limit]
      : [],
  );
  const upTo = all.slice(0, all.indexOf(limit) + 1);
  const joint = joined(inside, add);
  const sums = evaluator.rows(list).map((row, index) =>
    evaluator.at(list, row, () => {
      let clusters: readonly Cluster[] = joint.ids.flatMap((id) => {
        const item = outcomes.get(id)?.items[index];
        return item === undefined ? [] : [{ ids: [id], ...paid(item) }];
      });
      for (const each of upTo) {
        const isIn = ({ ids }: Cluster): boolean => ids.some((id) => each.over.includes(id));
        const one = limitedJointly(each, clusters.filter(isIn), evaluator);
        if (one !== undefined) clusters = [...clusters.filter((cluster) => !isIn(cluster)), one];
      }
      return joined(clusters, add).pay;
    }),
  );
  const once = sums.reduce((total, pay) => merge(total, pay, add), NO_MONEY);
  const sum = merge(once, NO_MONEY, (end) => repeated(end, evaluator.timesOf(list)));
  return { ...joint, pay: merge(sum, joint.pay, lower) };
}

function joined(clusters: readonly Cluster[], join: (a: End, b: End) => End): Cluster {
  return {
    ids: clusters.flatMap(({ ids }) => ids),
    met: clusters.some(({ met }) => met),
    sure: clusters.some(({ sure }) => sure),
    pay: clusters.map(({ pay }) => pay).reduce((all, pay) => merge(all, pay, join), NO_MONEY),
  };
}
