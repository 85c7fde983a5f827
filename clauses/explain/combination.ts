import { addSums, type Sums, sumCluster } from '../check/cluster-sums.ts';
import { clustersOf } from '../check/clusters.ts';
import { appliesTo, type Constraint } from '../check/constraints.ts';
import { moneyRange } from '../check/money.ts';
import type { PreparedCatalogue } from '../check/prepared-catalogue.ts';
import type { Choice, Combination, LawfulSet } from '../check/result.ts';
import type { Evaluated } from '../evaluate/evaluate.ts';
import type { Pair } from '../evaluate/outcome.ts';
import type { Situation } from '../evaluate/situation.ts';
import { compare, type Rational } from '../numbers/exact.ts';

/** How many sets of clauses that hang together are compared; beyond it the next best may be another one. */
const MOST_SETS = 1024;

/** Clauses that hang together by groups and limits, with every lawful way to take some of them. */
interface Block {
  readonly members: ReadonlySet<string>;
  readonly ways: readonly (readonly string[])[];
  readonly exact: boolean;
}

/** One lawful way to take clauses of a block, and what it gives after limits. */
interface Way {
  readonly clauses: readonly string[];
  readonly sums: Sums;
}

/** The best way first. */
type Ranking = (ways: Block['ways']) => readonly Way[];

/**
 * The best lawful set of clauses where a text lets only one of several be taken, with the next best. Better is what
 * grants more for sure, then what may be granted at the most. A group that may or may not apply is taken to apply, so
 * that the set is lawful in any case. Only what is met and gives money counts; joint limits are applied.
 */
export function combinationOf(
  state: Situation,
  prepared: PreparedCatalogue,
  scope: readonly Evaluated[],
): Combination {
  const paying = scope.filter(({ clause, outcome }) => clause.pair !== undefined && outcome.met === true);
  const { constraints } = prepared;
  const rank: Ranking = (ways) =>
    ways
      .map((clauses) => ({ clauses, sums: sumOf(state, paying, clauses, constraints) }))
      .sort((a, b) => better(a.sums.pair, b.sums.pair));
  const ranked = blocksOf(state, paying, constraints, rank).map(({ ways, exact }) => ({
    ways: rank(ways),
    exact,
  }));
  const best = ranked.flatMap(({ ways }) => ways.slice(0, 1));
  const next = ranked.flatMap(({ ways }, place) => {
    const [, second] = ways;
    return second === undefined ? [] : [best.map((way, index) => (index === place ? second : way))];
  });
  const [runnerUp] = next.sort((a, b) => better(total(a).pair, total(b).pair));
  return {
    best: lawfulSet(paying, best),
    ...(runnerUp === undefined ? {} : { runnerUp: lawfulSet(paying, runnerUp) }),
    choices: choicesOf(state, paying, constraints, new Set(best.flatMap(({ clauses }) => clauses))),
    sure:
      ranked.every(({ ways: [first, ...rest] }) => rest.every((way) => isBehind(way, first))) &&
      !mayCompete(state, scope, constraints),
    exact: ranked.every(({ exact }) => exact),
  };
}

/** Whether a clause that may still be met shares a group with one that is: it could then be the better one. */
function mayCompete(
  state: Situation,
  scope: readonly Evaluated[],
  constraints: readonly Constraint[],
): boolean {
  const has = (members: ReadonlySet<string>, met: Evaluated['outcome']['met']): boolean =>
    scope.some(
      ({ clause, outcome }) =>
        outcome.met === met && clause.pair !== undefined && members.has(clause.clause.id),
    );
  return constraints.some(
    (constraint) =>
      constraint.limit === undefined &&
      applies(state, constraint) &&
      has(constraint.members, true) &&
      has(constraint.members, 'unknown'),
  );
}

/** Follows the order in which sums are constrained: a group takes one of its blocks, a joint limit joins them. */
function blocksOf(
  state: Situation,
  paying: readonly Evaluated[],
  constraints: readonly Constraint[],
  rank: Ranking,
): readonly Block[] {
  let blocks: readonly Block[] = paying.map(({ clause: { clause } }) => ({
    members: new Set([clause.id]),
    ways: [[clause.id]],
    exact: true,
  }));
  for (const constraint of constraints) {
    if (!applies(state, constraint)) continue;
    const inside = blocks.filter(({ members }) => isWithin(members, constraint.members));
    if (inside.length < 2) continue;
    const outside = blocks.filter((block) => !inside.includes(block));
    const joined = constraint.limit !== undefined ? together(inside, rank) : oneOf(inside, rank);
    blocks = [...outside, joined];
  }
  return blocks;
}

/** Whether a constraint holds several clauses together. */
function applies(state: Situation, constraint: Constraint): boolean {
  return constraint.limit?.source.apply !== 'each' && appliesTo(state, constraint) !== false;
}

function isWithin(members: ReadonlySet<string>, set: ReadonlySet<string>): boolean {
  return [...members].every((id) => set.has(id));
}

function oneOf(blocks: readonly Block[], rank: Ranking): Block {
  const ways = blocks.flatMap((block) => block.ways);
  const fits = ways.length <= MOST_SETS;
  return joinedBlock(blocks, fits ? ways : bestOf(ways, rank), fits);
}

/** Limits hold sums of the best no lower than sums of others: the best of every block is always kept. */
function bestOf(ways: Block['ways'], rank: Ranking): Block['ways'] {
  return rank(ways)
    .slice(0, 1)
    .map(({ clauses }) => clauses);
}

function together(blocks: readonly Block[], rank: Ranking): Block {
  let ways: readonly (readonly string[])[] = [[]];
  let exact = true;
  for (const block of blocks) {
    const fits = ways.length * block.ways.length <= MOST_SETS;
    const some = fits ? block.ways : bestOf(block.ways, rank);
    ways = ways.flatMap((way) => some.map((more) => [...way, ...more]));
    exact &&= fits;
  }
  return joinedBlock(blocks, ways, exact);
}

function joinedBlock(blocks: readonly Block[], ways: Block['ways'], exact: boolean): Block {
  return {
    members: new Set(blocks.flatMap(({ members }) => [...members])),
    ways,
    exact: exact && blocks.every((block) => block.exact),
  };
}

function sumOf(
  state: Situation,
  paying: readonly Evaluated[],
  clauses: readonly string[],
  constraints: readonly Constraint[],
): Sums {
  const taken = new Set(clauses);
  const scope = paying.filter(({ clause }) => taken.has(clause.clause.id));
  return addSums(clustersOf(state, scope, constraints).map((cluster) => sumCluster(state, cluster)));
}

/** What is better comes first: more for sure, then more at the most; without limit is most. */
function better(a: Pair, b: Pair): number {
  return (
    falling(a.least.min, b.least.min) ||
    falling(a.most.max, b.most.max) ||
    falling(a.least.max, b.least.max) ||
    falling(a.most.min, b.most.min)
  );
}

function falling(a: Rational | null, b: Rational | null): number {
  return a === null || b === null ? Number(b === null) - Number(a === null) : compare(b, a);
}

/** Whether one way cannot give more than the first, whatever is still open. */
function isBehind(way: Way, first: Way | undefined): boolean {
  if (first === undefined) return true;
  return (['least', 'most'] as const).every((side) => {
    const [least, most] = [first.sums.pair[side].min, way.sums.pair[side].max];
    return least !== null && most !== null && compare(most, least) <= 0;
  });
}

function total(ways: readonly Way[]): Sums {
  return addSums(ways.map(({ sums }) => sums));
}

function lawfulSet(paying: readonly Evaluated[], ways: readonly Way[]): LawfulSet {
  const { pair } = total(ways);
  const taken = new Set(ways.flatMap(({ clauses }) => clauses));
  return {
    clauses: paying.map(({ clause }) => clause.clause.id).filter((id) => taken.has(id)),
    granted: moneyRange(pair.least),
    atMost: moneyRange(pair.most),
  };
}

/** What every group that leaves something out takes and leaves. */
function choicesOf(
  state: Situation,
  paying: readonly Evaluated[],
  constraints: readonly Constraint[],
  taken: ReadonlySet<string>,
): readonly Choice[] {
  return constraints.flatMap((constraint): readonly Choice[] => {
    if (constraint.limit !== undefined || !applies(state, constraint)) return [];
    const inside = paying.map(({ clause }) => clause.clause.id).filter((id) => constraint.members.has(id));
    const left = inside.filter((id) => !taken.has(id));
    if (left.length === 0) return [];
    const open = constraint.when?.holds(state) === 'unknown';
    return [{ group: constraint.owner, taken: inside.filter((id) => taken.has(id)), left, open }];
  });
}
