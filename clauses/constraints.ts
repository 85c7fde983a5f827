import { forEachCase, type Unknown } from './completions.ts';
import { type Evaluated, reevaluate } from './evaluate.ts';
import * as interval from './interval.ts';
import { type Interval, isPoint, NOTHING } from './interval.ts';
import type { Group, Limit } from './language.ts';
import { limited, type PreparedLimit, prepareLimit, useLimit, whether } from './limits.ts';
import { type Pair, unitePairs } from './outcome.ts';
import type { PreparedCondition, Workshop } from './prepared.ts';
import type { PreparedClause } from './prepared-clause.ts';
import { forEachItem, holder, type Situation } from './situation.ts';
import { type Sign, type Use, Uses } from './uses.ts';

/** A limit of one clause over several others, or a group of which only the highest counts. */
export interface Constraint {
  /** The limiting clause, or the group. */
  readonly owner: string;
  readonly members: ReadonlySet<string>;
  readonly limit: PreparedLimit | undefined;
  readonly highest: { readonly when: PreparedCondition | undefined } | undefined;
  readonly uses: readonly Use[];
}

export function prepareJointLimit(owner: string, limit: Limit, path: string, workshop: Workshop): Constraint {
  const uses = new Uses(workshop.layout);
  useLimit(limit, uses);
  const members = new Set(typeof limit.over === 'string' ? [] : limit.over);
  return {
    owner,
    members,
    limit: prepareLimit(limit, path, workshop),
    highest: undefined,
    uses: uses.list(),
  };
}

export function prepareGroup(group: Group, workshop: Workshop): Constraint {
  const uses = new Uses(workshop.layout);
  if (group.when !== undefined) uses.condition(group.when, -1, 'amount');
  const when = group.when === undefined ? undefined : workshop.condition(group.when, '/when');
  return {
    owner: group.id,
    members: new Set(group.clauses),
    limit: undefined,
    highest: { when },
    uses: uses.list(),
  };
}

/** The sums over the clauses in scope after joint limits and groups, over all completions, in yuan. */
export interface Sums {
  readonly pair: Pair;
  readonly bound: boolean;
}

export function sumUp(
  state: Situation,
  scope: readonly Evaluated[],
  constraints: readonly Constraint[],
): Sums {
  const paying = scope.filter(({ clause }) => clause.pair !== undefined);
  const inScope = new Set(paying.map(({ clause }) => clause.clause.id));
  const applied = constraints
    .map((constraint) => ({
      ...constraint,
      members: new Set([...constraint.members].filter((id) => inScope.has(id))),
    }))
    .filter((constraint) => constraint.members.size > 0);
  let sums: Sums | undefined;
  const clauses = paying.map(({ clause }) => clause);
  const split = shared(state, clauses, applied);
  const narrowed = split.unknowns.map(({ slot }) => slot);
  const unsplit = forEachCase(split.unknowns, () => {
    const next = sumOnce(state, reevaluate(state, paying, narrowed), applied);
    sums =
      sums === undefined ? next : { pair: unitePairs(sums.pair, next.pair), bound: sums.bound || next.bound };
  });
  const found = sums ?? { pair: { least: NOTHING, most: NOTHING }, bound: false };
  const exact = isPoint(found.pair.least) && isPoint(found.pair.most);
  return { pair: found.pair, bound: !exact && (found.bound || unsplit || split.entangled) };
}

interface Block {
  readonly members: ReadonlySet<string>;
  readonly pair: Pair;
}

/** Clauses first, then what limits each of them, then joint limits and groups from the smallest set to the largest. */
function sumOnce(state: Situation, scope: readonly Evaluated[], constraints: readonly Constraint[]): Sums {
  let blocks: readonly Block[] = scope.map(({ clause, outcome }) => ({
    members: new Set([clause.clause.id]),
    pair: outcome.share,
  }));
  for (const constraint of inOrder(constraints)) blocks = constrain(state, blocks, constraint);
  const pair = { least: add(blocks, 'least'), most: add(blocks, 'most') };
  return { pair, bound: scope.some(({ outcome }) => outcome.bound) };
}

function inOrder(constraints: readonly Constraint[]): readonly Constraint[] {
  const rank = ({ limit, members }: Constraint): number =>
    limit?.source.apply === 'each' ? 0 : members.size;
  return [...constraints].sort((a, b) => rank(a) - rank(b));
}

function constrain(state: Situation, blocks: readonly Block[], constraint: Constraint): readonly Block[] {
  const { limit, highest } = constraint;
  if (limit?.source.apply === 'each') {
    return blocks.map((block) =>
      isInside(block, constraint)
        ? { ...block, pair: bothSides(block.pair, (side) => limited(state, limit, side)) }
        : block,
    );
  }
  const applies = (limit?.when ?? highest?.when)?.holds(state) ?? true;
  if (applies === false) return blocks;
  const inside = blocks.filter((block) => isInside(block, constraint));
  const outside = blocks.filter((block) => !isInside(block, constraint));
  const sum = { least: add(inside, 'least'), most: add(inside, 'most') };
  const pair =
    limit === undefined
      ? {
          least: whether(applies, top(inside, 'least'), sum.least),
          most: whether(applies, top(inside, 'most'), sum.most),
        }
      : bothSides(sum, (side) => limited(state, limit, side));
  return [...outside, { members: constraint.members, pair }];
}

function isInside(block: Block, { members }: Constraint): boolean {
  return [...block.members].every((id) => members.has(id));
}

function bothSides({ least, most }: Pair, apply: (side: Interval) => Interval): Pair {
  return { least: apply(least), most: apply(most) };
}

function add(blocks: readonly Block[], side: keyof Pair): Interval {
  return blocks.reduce((total, block) => interval.plus(total, block.pair[side]), NOTHING);
}

function top(blocks: readonly Block[], side: keyof Pair): Interval {
  return blocks.reduce((highest, block) => interval.larger(highest, block.pair[side]), NOTHING);
}

/** One open variable over all its readers; a constraint, which splits nothing by itself, counts twice. */
interface Sharing {
  readonly use: Use;
  readonly cells: Interval[];
  readers: number;
  measurers: number;
  sign: Sign;
  readonly cuts: Use['cuts'];
}

/** Unknowns that several clauses or limits read and that move the sum both ways; `entangled` where pieces do not help. */
function shared(
  state: Situation,
  clauses: readonly PreparedClause[],
  constraints: readonly Constraint[],
): { readonly unknowns: readonly Unknown[]; readonly entangled: boolean } {
  const found = new Map<Interval[], Map<number, Sharing>>();
  for (const { uses } of clauses)
    for (const use of uses) eachOpenCell(state, use, (cells) => note(found, cells, use, 1));
  for (const { uses } of constraints)
    for (const use of uses) eachOpenCell(state, use, (cells) => note(found, cells, use, 2));
  const mixed = [...found.values()]
    .flatMap((uses) => [...uses.values()])
    .filter(({ readers, sign }) => readers > 1 && sign === 0);
  return {
    unknowns: mixed
      .filter(({ use }) => use.slot.kind !== 'series')
      .map(({ use, cells, cuts }) => ({ slot: use.slot, cells, cuts })),
    entangled: mixed.some(({ measurers }) => measurers > 0),
  };
}

function eachOpenCell(state: Situation, use: Use, each: (cells: Interval[]) => void): void {
  const list = use.slot.list === undefined ? undefined : state.layout.lists[use.slot.list];
  const look = (): void => {
    const cells = holder(state, use.slot);
    const range = cells[use.slot.index];
    if (range !== undefined && !isPoint(range)) each(cells);
  };
  if (list === undefined) look();
  else forEachItem(state, list, look);
}

function note(
  found: Map<Interval[], Map<number, Sharing>>,
  cells: Interval[],
  use: Use,
  weight: number,
): void {
  const inCells = found.get(cells) ?? new Map<number, Sharing>();
  found.set(cells, inCells);
  const sign = merged(use.condition, use.amount);
  const before = inCells.get(use.slot.index);
  const sharing = before ?? { use, cells, readers: 0, measurers: 0, sign, cuts: [] };
  sharing.readers += weight;
  sharing.measurers += use.measured ? 1 : 0;
  sharing.sign = merged(sharing.sign, sign);
  sharing.cuts.push(...use.cuts);
  inCells.set(use.slot.index, sharing);
}

function merged(a: Sign | undefined, b: Sign | undefined): Sign {
  if (a === undefined) return b ?? 0;
  return b === undefined || a === b ? a : 0;
}
