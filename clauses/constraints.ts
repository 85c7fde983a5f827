import type { Evaluated } from './evaluate.ts';
import * as interval from './interval.ts';
import { type Interval, NOTHING } from './interval.ts';
import type { Group, Limit } from './language.ts';
import { limited, type PreparedLimit, prepareLimit, useLimit, whether } from './limits.ts';
import type { Pair } from './outcome.ts';
import type { PreparedCondition, Workshop } from './prepared.ts';
import type { Situation } from './situation.ts';
import { type Use, Uses } from './uses.ts';

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

interface Block {
  readonly members: ReadonlySet<string>;
  readonly pair: Pair;
}

/**
 * The sum of clauses after constraints: clauses first, then what limits each of them, then joint limits and groups
 * from the smallest set to the largest. Constraints stand {@link inOrder}.
 */
export function constrainedSum(
  state: Situation,
  scope: readonly Evaluated[],
  constraints: readonly Constraint[],
): Pair {
  let blocks: readonly Block[] = scope.map(({ clause, outcome }) => ({
    members: new Set([clause.clause.id]),
    pair: outcome.share,
  }));
  for (const constraint of constraints) blocks = constrain(state, blocks, constraint);
  return { least: add(blocks, 'least'), most: add(blocks, 'most') };
}

/** What limits each clause comes first, then the smallest sets. */
export function inOrder(constraints: readonly Constraint[]): readonly Constraint[] {
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
