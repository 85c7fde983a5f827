import { nearestSpelling } from '../../answers/spelling.ts';
import type { Limit } from '../../language/limit.ts';
import { compare } from '../../numbers/exact.ts';
import { namesReading } from '../schema/conditions.ts';
import type { AuthoredLimit } from '../schema/limits.ts';
import { compatible, dimensionName } from './scope/dimension.ts';
import {
  at,
  type CompiledQuantity,
  claimWord,
  explainWords,
  report,
  type Scope,
  within,
} from './scope/scope.ts';

/** The clauses of a policy, which limits, groups and requirements can name. */
export interface Neighbours {
  /** The full id of a local name. */
  readonly fullId: (name: string) => string;
  /** Whether each clause has an award, by local name. */
  readonly awards: ReadonlyMap<string, boolean>;
  /** The list of which a clause evaluates each item, by local name. */
  readonly lists: ReadonlyMap<string, string>;
}

/** What limits need to know about the clause that they belong to. */
interface LimitingClause {
  /** The list of which the clause evaluates each item. */
  readonly list: string | undefined;
  /** Whether the clause has an award of its own. */
  readonly award: boolean;
}

/** Compiles the limits of a clause; the scope's path is that of the list of limits. */
export function compileLimits(
  authored: readonly AuthoredLimit[],
  clause: LimitingClause,
  neighbours: Neighbours,
  scope: Scope,
): Limit[] {
  const compiled = authored.map((limit, index) => compileLimit(limit, clause, neighbours, at(scope, index)));
  checkCapsAboveFloors(compiled, scope);
  return compiled.map(({ limit }) => limit);
}

interface CompiledLimit {
  readonly limit: Limit;
  readonly amount: CompiledQuantity;
}

function compileLimit(
  authored: AuthoredLimit,
  clause: LimitingClause,
  neighbours: Neighbours,
  scope: Scope,
): CompiledLimit {
  const over = compileOver(authored, clause, neighbours, scope);
  const items = authored.apply === 'items' ? itemsOf(authored, neighbours, scope) : undefined;
  const list = over === 'item' ? clause.list : items;
  const inside = within(scope, { lists: list === undefined ? [] : [list], mayAskAuthority: false });
  const firstClaim = scope.claims.length;
  const amount = compileAmount(authored, inside);
  claimLimit(authored, clause.list !== undefined && over === 'clause', firstClaim, scope);
  checkPer(authored, clause.list, scope);
  const when = authored.when && scope.compiler.condition(authored.when, at(inside, 'when'));
  if (when !== undefined) explainWords(scope, 'except');
  return {
    amount,
    limit: {
      type: authored.type,
      amount: amount.quantity,
      ...(authored.below === undefined ? {} : { below: authored.below }),
      over,
      apply: authored.apply ?? 'jointly',
      per: authored.per ?? 'programme',
      period: authored.period ?? 'notStated',
      ...(when === undefined ? {} : { when }),
    },
  };
}

/** Adds the claims of a limit besides its figures: the cap as a whole, its year, and the refusal that it explains. */
function claimLimit(authored: AuthoredLimit, forAllItems: boolean, firstClaim: number, scope: Scope): void {
  const { type, when, period, below } = authored;
  if (type === 'cap' && !(when && namesReading(when))) claimCeiling(authored, forAllItems, firstClaim, scope);
  if (period === 'year') claimWord(at(scope, 'period'), 'everyYear', 'period: year');
  if (type === 'cap' || below === 'refuse') explainWords(scope, 'refuse');
}

/**
 * Adds the claim that the text states a cap for this noun and period. The cap's figures are the claims from
 * `firstClaim` on.
 */
function claimCeiling(
  { per = 'programme', period = 'notStated' }: AuthoredLimit,
  forAllItems: boolean,
  firstClaim: number,
  { claims, path }: Scope,
): void {
  const figures = claims.slice(firstClaim).flatMap((claim) => (claim.kind === 'figure' ? [claim] : []));
  claims.push({ kind: 'ceiling', per, period, forAllItems, figures, path });
}

/**
 * The list of a limit on each item: all clauses that it covers must evaluate the same list. Otherwise it is reported.
 */
function itemsOf({ over }: AuthoredLimit, neighbours: Neighbours, scope: Scope): string | undefined {
  const names = over === undefined ? [] : chosenNames(over, neighbours);
  const lists = new Set(names.map((name) => neighbours.lists.get(name)));
  const [only] = lists;
  if (lists.size === 1 && only !== undefined) return only;
  report(at(scope, 'apply'), 'limitItems', {});
  return undefined;
}

/** Checks the noun of a limit (`per`). A noun that is a list of its own cannot limit the items of another list. */
function checkPer({ type, over, per }: AuthoredLimit, list: string | undefined, scope: Scope): void {
  if (per === undefined && type !== 'budget') report(scope, 'limitPer', {});
  if (type === 'items' && (per === 'item' || `${per}s` === list))
    report(at(scope, 'per'), 'limitItemsPer', {});
  if (type === 'items' && over !== undefined) report(at(scope, 'over'), 'limitItemsOver', {});
  // The applicant may itself be a platform, even where there is a list of platforms.
  if (
    per === undefined ||
    per === 'platform' ||
    over !== undefined ||
    list === undefined ||
    `${per}s` === list
  )
    return;
  if (scope.compilation.subjects.get(`${per}s`)?.list === true)
    report(at(scope, 'per'), 'limitPerOther', { per, list });
}

const BOUND = { cap: 'cap', items: 'cap', floor: 'floor', budget: 'budget' } as const;

function compileAmount(authored: AuthoredLimit, scope: Scope): CompiledQuantity {
  const { type, when } = authored;
  const here = within(at(scope, 'amount'), {
    bound: BOUND[type],
    guarded: when !== undefined && namesReading(when),
  });
  const amount = scope.compiler.quantity(authored.amount, here);
  const isCount = type === 'items';
  if (!compatible(amount.dimension, isCount ? 'count' : 'money'))
    report(here, 'wrongResult', {
      expected: isCount ? '项数' : '金额',
      given: dimensionName(amount.dimension),
    });
  return amount;
}

/** 单个项目 with `for: projects` limits each item. A noun for the applicant limits all items together. */
function compileOver(
  authored: AuthoredLimit,
  clause: LimitingClause,
  neighbours: Neighbours,
  scope: Scope,
): Limit['over'] {
  const { type, over, per } = authored;
  if (over !== undefined) return chooseClauses(over, neighbours, at(scope, 'over')).map(neighbours.fullId);
  const { list, award } = clause;
  if (!award) report(scope, 'limitOverItself', {});
  if ((per === 'item' || type === 'items') && list === undefined) report(scope, 'limitWithoutList', {});
  const isPerItem = list !== undefined && (per === 'item' || `${per}s` === list);
  return isPerItem && type !== 'items' ? 'item' : 'clause';
}

/** A choice of clauses as authors write it: those listed, or all clauses with an award but those listed. */
type ClauseChoice = string[] | { allBut: string[] };

/**
 * The local names of the chosen clauses. Unknown clauses, and listed ones without an award, are reported. The scope's path
 * is that of the choice.
 */
export function chooseClauses(choice: ClauseChoice, neighbours: Neighbours, scope: Scope): readonly string[] {
  if (Array.isArray(choice)) {
    for (const [index, name] of choice.entries()) checkLimitable(name, neighbours, at(scope, index));
  } else {
    const here = at(scope, 'allBut');
    explainWords(scope, 'except');
    for (const [index, name] of choice.allBut.entries()) checkKnown(name, neighbours, at(here, index));
  }
  return chosenNames(choice, neighbours);
}

/** The local names of the chosen clauses, unchecked. */
export function chosenNames(choice: ClauseChoice, { awards }: Neighbours): readonly string[] {
  if (Array.isArray(choice)) return [...new Set(choice)];
  return [...awards].filter(([name, award]) => award && !choice.allBut.includes(name)).map(([name]) => name);
}

/** Reports a clause that is not in the policy, or that has no award to limit. */
export function checkLimitable(name: string, neighbours: Neighbours, scope: Scope): void {
  checkKnown(name, neighbours, scope);
  if (neighbours.awards.get(name) === false) report(scope, 'clauseWithoutAward', { id: name });
}

function checkKnown(name: string, { awards }: Neighbours, scope: Scope): void {
  if (!awards.has(name))
    report(scope, 'unknownClause', { id: name, nearest: nearestSpelling(name, awards.keys()) });
}

/** Reports caps that are lower than a floor over the same clauses. */
function checkCapsAboveFloors(compiled: readonly CompiledLimit[], scope: Scope): void {
  for (const [index, cap] of compiled.entries()) {
    if (cap.limit.type !== 'cap') continue;
    const floor = compiled.find((other) => isFloorAbove(other, cap));
    if (floor?.limit.amount.op === 'number' && cap.limit.amount.op === 'number')
      report(at(scope, index), 'capBelowFloor', {
        cap: cap.limit.amount.text,
        floor: floor.limit.amount.text,
      });
  }
}

function isFloorAbove(floor: CompiledLimit, cap: CompiledLimit): boolean {
  if (floor.limit.type !== 'floor' || String(floor.limit.over) !== String(cap.limit.over)) return false;
  return (
    floor.amount.constant !== undefined &&
    cap.amount.constant !== undefined &&
    compare(cap.amount.constant, floor.amount.constant) < 0
  );
}
