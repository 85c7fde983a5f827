import { addSums, type Sums, sumCluster } from '../check/cluster-sums.ts';
import { clustersOf } from '../check/clusters.ts';
import { appliesTo, type Constraint } from '../check/constraints.ts';
import type { Choice, Combination, LawfulSet } from '../check/explanation.ts';
import type { OwnFigure } from '../check/open-causes.ts';
import type { PreparedCatalogue } from '../check/prepared-catalogue.ts';
import { moneyRangesOf } from '../check/totals.ts';
import type { Evaluated } from '../evaluate/evaluate.ts';
import type { Pair } from '../evaluate/outcome.ts';
import type { Situation } from '../evaluate/situation.ts';
import { compare, type Rational } from '../numbers/exact.ts';

/** How many sets of one block are compared; beyond that the runner-up may be another set. */
const MOST_SETS = 1024;

/** Clauses connected by groups and joint limits, with the lawful sets of them. */
interface Block {
  readonly members: ReadonlySet<string>;
  /** Lists of full ids. */
  readonly sets: readonly (readonly string[])[];
  /** Whether no lawful set was left out. */
  readonly exact: boolean;
}

/** One lawful set of the clauses of a block, and its sums after limits. */
interface SummedSet {
  readonly clauses: readonly string[];
  readonly sums: Sums;
}

/** Sorts sets, the best first. */
type Ranking = (sets: Block['sets']) => readonly SummedSet[];

/**
 * The best lawful set of clauses where a text allows only one of several, with the next best. A set is better if it
 * grants more for certain, then if it may be granted more at most. A group that may apply is taken to apply, so that the
 * set is lawful in any case. Only clauses that are met and pay money count; joint limits are applied.
 */
export function combinationOf(
  state: Situation,
  prepared: PreparedCatalogue,
  scope: readonly OwnFigure[],
): Combination {
  const paying = scope.filter(({ clause, outcome }) => clause.pair !== undefined && outcome.met === true);
  const { constraints } = prepared;
  const rank: Ranking = (sets) =>
    sets
      .map((clauses) => ({ clauses, sums: sumOf(state, paying, clauses, constraints) }))
      .sort((a, b) => compareSums(a.sums.pair, b.sums.pair));
  const ranked = blocksOf(state, paying, constraints, rank).map(({ sets, exact }) => ({
    sets: rank(sets),
    exact,
  }));
  const best = ranked.flatMap(({ sets }) => sets.slice(0, 1));
  const next = ranked.flatMap(({ sets }, block) => {
    const [, second] = sets;
    return second === undefined ? [] : [best.map((set, index) => (index === block ? second : set))];
  });
  const [runnerUp] = next.sort((a, b) => compareSums(total(a).pair, total(b).pair));
  return {
    best: lawfulSet(state, paying, best),
    ...(runnerUp === undefined ? {} : { runnerUp: lawfulSet(state, paying, runnerUp) }),
    choices: choicesOf(state, paying, constraints, new Set(best.flatMap(({ clauses }) => clauses))),
    sure:
      ranked.every(({ sets: [first, ...rest] }) => rest.every((set) => isNeverBetter(set, first))) &&
      !mayBeBeaten(state, scope, constraints),
    exact: ranked.every(({ exact }) => exact),
  };
}

/** Whether a clause that may still be met shares a group with one that is met: it could turn out to be better. */
function mayBeBeaten(
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
      connects(state, constraint) &&
      has(constraint.members, true) &&
      has(constraint.members, 'unknown'),
  );
}

/** Builds blocks as constraints nest: a group allows the sets of one of its blocks, a joint limit combines all blocks. */
function blocksOf(
  state: Situation,
  paying: readonly Evaluated[],
  constraints: readonly Constraint[],
  rank: Ranking,
): readonly Block[] {
  let blocks: readonly Block[] = paying.map(({ clause: { clause } }) => ({
    members: new Set([clause.id]),
    sets: [[clause.id]],
    exact: true,
  }));
  for (const constraint of constraints) {
    if (!connects(state, constraint)) continue;
    const inside = blocks.filter(({ members }) => isWithin(members, constraint.members));
    if (inside.length < 2) continue;
    const outside = blocks.filter((block) => !inside.includes(block));
    const connected =
      constraint.limit !== undefined ? combineBlocks(inside, rank) : chooseBlock(inside, rank);
    blocks = [...outside, connected];
  }
  return blocks;
}

/** Whether a constraint may apply and connects several clauses. */
function connects(state: Situation, constraint: Constraint): boolean {
  return constraint.limit?.source.apply !== 'each' && appliesTo(state, constraint) !== false;
}

function isWithin(members: ReadonlySet<string>, set: ReadonlySet<string>): boolean {
  return [...members].every((id) => set.has(id));
}

function chooseBlock(blocks: readonly Block[], rank: Ranking): Block {
  const sets = blocks.flatMap((block) => block.sets);
  const fits = sets.length <= MOST_SETS;
  return mergeBlocks(blocks, fits ? sets : bestOf(sets, rank), fits);
}

/** The best set alone. A limit never makes its sum lower than that of another set, so it is always enough to keep it. */
function bestOf(sets: Block['sets'], rank: Ranking): Block['sets'] {
  return rank(sets)
    .slice(0, 1)
    .map(({ clauses }) => clauses);
}

function combineBlocks(blocks: readonly Block[], rank: Ranking): Block {
  let sets: readonly (readonly string[])[] = [[]];
  let exact = true;
  for (const block of blocks) {
    const fits = sets.length * block.sets.length <= MOST_SETS;
    const some = fits ? block.sets : bestOf(block.sets, rank);
    sets = sets.flatMap((set) => some.map((more) => [...set, ...more]));
    exact &&= fits;
  }
  return mergeBlocks(blocks, sets, exact);
}

function mergeBlocks(blocks: readonly Block[], sets: Block['sets'], exact: boolean): Block {
  return {
    members: new Set(blocks.flatMap(({ members }) => [...members])),
    sets,
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

/** Compares for sorting: more for certain first, then more at most; no limit counts as the most. */
function compareSums(a: Pair, b: Pair): number {
  return (
    descending(a.least.min, b.least.min) ||
    descending(a.most.max, b.most.max) ||
    descending(a.least.max, b.least.max) ||
    descending(a.most.min, b.most.min)
  );
}

function descending(a: Rational | null, b: Rational | null): number {
  return a === null || b === null ? Number(b === null) - Number(a === null) : compare(b, a);
}

/** Whether a set cannot pay more than the first one, whatever is still open. */
function isNeverBetter(set: SummedSet, first: SummedSet | undefined): boolean {
  if (first === undefined) return true;
  return (['least', 'most'] as const).every((side) => {
    const [least, most] = [first.sums.pair[side].min, set.sums.pair[side].max];
    return least !== null && most !== null && compare(most, least) <= 0;
  });
}

function total(sets: readonly SummedSet[]): Sums {
  return addSums(sets.map(({ sums }) => sums));
}

function lawfulSet(state: Situation, paying: readonly OwnFigure[], sets: readonly SummedSet[]): LawfulSet {
  const { pair } = total(sets);
  const taken = new Set(sets.flatMap(({ clauses }) => clauses));
  const chosen = paying.filter(({ clause }) => taken.has(clause.clause.id));
  return {
    clauses: chosen.map(({ clause }) => clause.clause.id),
    ...moneyRangesOf(state, chosen, pair),
  };
}

/** What is taken from and left in each group from which a clause is left out. */
function choicesOf(
  state: Situation,
  paying: readonly Evaluated[],
  constraints: readonly Constraint[],
  taken: ReadonlySet<string>,
): readonly Choice[] {
  return constraints.flatMap((constraint): readonly Choice[] => {
    if (constraint.limit !== undefined || !connects(state, constraint)) return [];
    const inside = paying.map(({ clause }) => clause.clause.id).filter((id) => constraint.members.has(id));
    const left = inside.filter((id) => !taken.has(id));
    if (left.length === 0) return [];
    const open = constraint.when?.holds(state) === 'unknown';
    return [{ group: constraint.owner, taken: inside.filter((id) => taken.has(id)), left, open }];
  });
}
