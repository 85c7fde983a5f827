import type { OpenCause } from '../../clauses/check/money.ts';
import type { NoAmount } from '../../clauses/language/award.ts';
import type { Clause } from '../../clauses/language/clause.ts';
import type { Standing } from '../../clauses/language/standing.ts';
import {
  type AwardOutcome,
  type ClauseOutcome,
  clauseOutcome,
  type End,
  type EndRange,
  type Figures,
  NO_MONEY,
  orderOfEnds,
  type Pay,
} from './awards.ts';
import { type Ceiling, ceilingsOf, recordCeilings } from './ceilings.ts';
import { bareCompletion, forEachCompletion, type Open } from './completions.ts';
import { type Completion, OracleEvaluator, type OracleTruth, type Settle } from './evaluator.ts';
import { inFen, wholeOf } from './fraction.ts';
import { type OwnFigures, ownFigures } from './own-figures.ts';
import { influentialNames, outcomeLine } from './sensitivity.ts';
import { classOf } from './standing.ts';
import { totalOf } from './totals.ts';
import type { World } from './world.ts';

/** Why a figure of one completion has no upper end; `either`: numbers and items are both without end in it. */
type CauseOfOne = OpenCause | 'either';

/** The outcomes of many completions of one clause, item or total. */
export interface Tally {
  readonly truths: Set<OracleTruth>;
  /** The reasons for a missing amount in completions in which it is met. */
  readonly none: Set<NoAmount>;
  least?: EndRange;
  most?: EndRange;
  /** Why there is no upper end, in some completion. */
  readonly open: { readonly least: Set<CauseOfOne>; readonly most: Set<CauseOfOne> };
}

/** The own figures of a clause in many completions. */
export interface OwnTally extends Tally {
  /** The clauses that state the caps which lower it in some completion. */
  readonly lowering: Set<string>;
}

/** The outcomes of some completions of a world. */
export interface CombinedOutcomes {
  readonly clauses: ReadonlyMap<string, Tally>;
  /** The own figures of each clause, by clause id. */
  readonly own: ReadonlyMap<string, OwnTally>;
  /** The own figures of each item of an answered list, by clause id. */
  readonly items: ReadonlyMap<string, readonly Tally[]>;
  /** Of the clauses that count. */
  readonly totals: Tally;
  /** Of the others, by standing. */
  readonly byStanding: ReadonlyMap<Standing, Tally>;
}

/** The outcomes of all completions of a world. */
export interface OracleResult extends CombinedOutcomes {
  readonly completions: number;
  /** Whether every way to settle undefined conditions was tried; if not, correct amounts may be wider than these. */
  readonly whole: boolean;
  /** The outcomes with one option of a reading fixed, by the key of {@link branchOf}. */
  readonly branches: ReadonlyMap<string, CombinedOutcomes>;
  /** The names of the unknowns that alone change the outcome in some completion. */
  readonly matters: readonly string[];
  readonly ceilings: readonly Ceiling[];
}

/** Tries every completion of a world. */
export function tryEveryCompletion(world: World, open: readonly Open[]): OracleResult {
  const all = noOutcomes(world);
  const branches = new Map<string, CombinedOutcomes>();
  const branchesOf = ({ readings }: Completion): readonly CombinedOutcomes[] =>
    Array.from(readings, ([id, option]) => {
      const branch = branches.get(branchOf(id, option)) ?? noOutcomes(world);
      branches.set(branchOf(id, option), branch);
      return branch;
    });
  const lines: string[] = [];
  const ceilings = ceilingsOf(world);
  let whole = true;
  const visit = (completion: Completion): void => {
    const ways: string[] = [];
    recordCeilings(ceilings, completion, world);
    const into = [all, ...branchesOf(completion)];
    const cause = causeOf(completion);
    const tooMany = everyWay((settle) => {
      const evaluator = new OracleEvaluator(completion, settle);
      const outcomes = new Map(inScope(world).map((clause) => [clause.id, clauseOutcome(clause, evaluator)]));
      const totals = totalsByClass(outcomes, world, evaluator);
      const own = new Map(
        inScope(world).flatMap((clause) => {
          const outcome = outcomes.get(clause.id);
          const { clauses } = world.policy;
          return outcome ? [[clause.id, ownFigures(clause, outcome, clauses, evaluator)]] : [];
        }),
      );
      for (const each of into) record(each, outcomes, own, totals, cause);
      ways.push(outcomeLine(outcomes, [...[...own.values()].map(({ pay }) => pay), ...totals.values()]));
    });
    lines.push([...new Set(ways)].join('|'));
    whole &&= !tooMany;
  };
  forEachCompletion(open, bareCompletion(world), visit);
  return {
    ...all,
    completions: lines.length,
    whole,
    branches,
    matters: influentialNames(open, lines),
    ceilings,
  };
}

/** What the clauses of one class pay: those that count, or those of another standing. */
type ClassTotals = ReadonlyMap<Standing | 'counted', Figures>;

function totalsByClass(
  outcomes: ReadonlyMap<string, ClauseOutcome>,
  world: World,
  evaluator: OracleEvaluator,
): ClassTotals {
  const classes = [...new Set([...outcomes.keys()].map((id) => classOf(id, world)))];
  return new Map(
    classes.map((name) => {
      const inside = [...outcomes].filter(([id]) => classOf(id, world) === name);
      return [name, totalOf(new Map(inside), world.policy, evaluator)];
    }),
  );
}

/** The name of a reading with one of its options. */
export function branchOf(reading: string, option: number): string {
  return `${reading}=${option}`;
}

/** The awards in scope. */
function inScope({ policy, scope }: World): readonly Clause[] {
  return policy.clauses.filter(({ id, kind }) => kind === 'award' && (scope?.includes(id) ?? true));
}

function noOutcomes(world: World): CombinedOutcomes {
  const awards = inScope(world);
  return {
    clauses: new Map(awards.map(({ id }) => [id, tally()])),
    own: new Map(awards.map(({ id }) => [id, { ...tally(), lowering: new Set() }])),
    items: new Map(
      awards.map(({ id, list = '' }) => [id, (world.lists.get(list) ?? []).map((): Tally => tally())]),
    ),
    totals: tally(),
    byStanding: new Map(
      awards.flatMap(({ id }) => {
        const name = classOf(id, world);
        return name === 'counted' ? [] : [[name, tally()]];
      }),
    ),
  };
}

function record(
  { clauses, own: ownTallies, items, totals, byStanding }: CombinedOutcomes,
  outcomes: ReadonlyMap<string, ClauseOutcome>,
  own: ReadonlyMap<string, OwnFigures>,
  sums: ClassTotals,
  cause: CauseOfOne,
): void {
  for (const [id, outcome] of outcomes) {
    note(clauses.get(id), outcome, cause);
    const figures = own.get(id);
    if (figures === undefined) continue;
    note(ownTallies.get(id), { ...outcome, pay: figures.pay }, cause);
    for (const owner of outcome.met ? figures.lowering : []) ownTallies.get(id)?.lowering.add(owner);
    for (const [index, item] of figures.items.entries()) note(items.get(id)?.[index], item, cause);
  }
  count(totals, sums.get('counted') ?? NO_MONEY, cause);
  for (const [standing, tallied] of byStanding) count(tallied, sums.get(standing) ?? NO_MONEY, cause);
}

/** The number of undefined conditions of one completion that are tried both ways. */
const MOST_SETTLED = 7;

/** Runs a function for every way to settle undefined conditions. Returns whether there were too many of them. */
function everyWay(run: (settle: Settle) => void): boolean {
  let script: boolean[] = [];
  let tooMany = false;
  do {
    let asked = 0;
    run((truth) => {
      if (truth !== 'undefined') return truth;
      asked += 1;
      if (asked > script.length && script.length < MOST_SETTLED) script.push(true);
      tooMany ||= asked > script.length;
      return script[asked - 1] ?? true;
    });
    script = script.slice(0, script.lastIndexOf(true) + 1);
    if (script.length > 0) script[script.length - 1] = false;
  } while (script.length > 0);
  return tooMany;
}

function tally(): Tally {
  return { truths: new Set(), none: new Set(), open: { least: new Set(), most: new Set() } };
}

function note(to: Tally | undefined, { truth, met, pay }: AwardOutcome, cause: CauseOfOne): void {
  to?.truths.add(truth);
  if (met && to !== undefined) count(to, pay, cause);
}

function count(to: Tally, pay: Pay, cause: CauseOfOne): void {
  if (typeof pay === 'string') {
    to.none.add(pay);
    return;
  }
  for (const side of ['least', 'most'] as const) {
    const { max } = pay[side];
    if (moneyOf(max) === null) to.open[side].add(max === 'unlimited' ? 'noLimit' : cause);
  }
  to.least = widened(to.least, pay.least);
  to.most = widened(to.most, pay.most);
}

function widened(span: EndRange | undefined, more: EndRange): EndRange {
  if (span === undefined) return more;
  return {
    min: orderOfEnds(more.min, span.min) < 0 ? more.min : span.min,
    max: orderOfEnds(more.max, span.max) > 0 ? more.max : span.max,
  };
}

/** Why figures of a completion that the text limits have no upper end. */
function causeOf({ endless, values, lists }: Completion): CauseOfOne {
  if (endless.size === 0) return 'unanswered';
  const all = [values, ...[...lists.values()].flat()].flatMap((row) => [...row.values()]);
  return all.some((value) => wholeOf(value) > LIMIT || wholeOf(value) < -LIMIT) ? 'either' : 'items';
}

/**
 * The causes that must be named, and those that may be: the completions do not have every bounded number, so that where
 * numbers and items are both without end, either can be the cause.
 */
export function causesOf(open: ReadonlySet<CauseOfOne>): {
  readonly must: ReadonlySet<OpenCause>;
  readonly may: ReadonlySet<OpenCause>;
} {
  const must = new Set([...open].flatMap((cause) => (cause === 'either' ? [] : [cause])));
  return { must, may: open.has('either') ? new Set([...must, 'items', 'unanswered']) : must };
}

/** Far above every amount that answers and figures can produce. */
const LIMIT = 10n ** 45n;

/** An end as money with two decimals; `null` where it is unlimited or beyond {@link LIMIT}. */
export function moneyOf(end: End): string | null {
  if (end === 'unlimited' || wholeOf(end) > LIMIT) return null;
  return inFen(end);
}
