import { nearestSpelling } from '../../answers/spelling.ts';
import type { Limit } from '../../language/language.ts';
import { compare } from '../../numbers/exact.ts';
import type { AuthoredLimit } from '../schema/limits.ts';
import { namesReading } from './quantity.ts';
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

/** The clauses of the policy that limits can name: by local name, whether they have an award. */
export interface Neighbours {
  /** Full id of a local name. */
  readonly fullId: (name: string) => string;
  readonly awards: ReadonlyMap<string, boolean>;
  /** The list that a clause is judged over, by local name. */
  readonly lists: ReadonlyMap<string, string>;
}

/** Compiles the limits of a clause; `list` is the list that it is judged over, `award` whether it has one of its own. */
export function compileLimits(
  authored: readonly AuthoredLimit[],
  clause: { list: string | undefined; award: boolean },
  neighbours: Neighbours,
  scope: Scope,
): Limit[] {
  const compiled = authored.map((limit, index) => compileLimit(limit, clause, neighbours, at(scope, index)));
  checkFloors(compiled, scope);
  return compiled.map(({ limit }) => limit);
}

interface Compiled {
  readonly limit: Limit;
  readonly amount: CompiledQuantity;
}

function compileLimit(
  authored: AuthoredLimit,
  clause: { list: string | undefined; award: boolean },
  neighbours: Neighbours,
  scope: Scope,
): Compiled {
  const over = compileOver(authored, clause, neighbours, scope);
  const items = authored.apply === 'items' ? itemsOf(authored, neighbours, scope) : undefined;
  const list = over === 'item' ? clause.list : items;
  const inside = within(scope, { lists: list === undefined ? [] : [list], authority: false });
  const from = scope.claims.length;
  const amount = compileAmount(authored, inside);
  if (authored.type === 'cap' && !(authored.when && namesReading(authored.when)))
    claimCeiling(authored, clause.list !== undefined && over === 'clause', from, scope);
  checkPer(authored, clause.list, scope);
  if (authored.period === 'year') claimWord(at(scope, 'period'), 'everyYear', 'period: year');
  if (authored.type === 'cap' || authored.below === 'refuse') explainWords(scope, 'refuse');
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

/** Notes what the text must say of a cap, whose figures are the claims since `from`. */
function claimCeiling(
  { per = 'programme', period = 'notStated' }: AuthoredLimit,
  together: boolean,
  from: number,
  { claims, path }: Scope,
): void {
  const figures = claims.slice(from).flatMap((claim) => (claim.kind === 'figure' ? [claim] : []));
  claims.push({ kind: 'ceiling', per, period, together, figures, path });
}

/** The one list that several clauses are judged over, whose items a limit holds one by one. */
function itemsOf({ over }: AuthoredLimit, neighbours: Neighbours, scope: Scope): string | undefined {
  const names = over === undefined ? [] : chosen(over, neighbours);
  const lists = new Set(names.map((name) => neighbours.lists.get(name)));
  const [only] = lists;
  if (lists.size === 1 && only !== undefined) return only;
  report(at(scope, 'apply'), 'limitItems', {});
  return undefined;
}

/** A noun that is a list of its own says nothing of the items of another list. */
function checkPer({ type, over, per }: AuthoredLimit, list: string | undefined, scope: Scope): void {
  if (per === undefined && type !== 'budget') report(scope, 'limitPer', {});
  if (type === 'items' && (per === 'item' || `${per}s` === list))
    report(at(scope, 'per'), 'limitItemsPer', {});
  if (type === 'items' && over !== undefined) report(at(scope, 'over'), 'limitItemsOver', {});
  // The applicant may itself be a platform, whatever list of platforms others have.
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
  const counts = type === 'items';
  if (!compatible(amount.dimension, counts ? 'count' : 'money'))
    report(here, 'wrongResult', {
      expected: counts ? '项数' : '金额',
      given: dimensionName(amount.dimension),
    });
  return amount;
}

/** 单个项目 with `for: projects` limits each item; the applicant's own noun limits all items together. */
function compileOver(
  authored: AuthoredLimit,
  clause: { list: string | undefined; award: boolean },
  neighbours: Neighbours,
  scope: Scope,
): Limit['over'] {
  const { over, per } = authored;
  if (over === undefined) {
    if (!clause.award) report(scope, 'limitOverItself', {});
    const item = per === 'item' || (clause.list !== undefined && `${per}s` === clause.list);
    const list = clause.list !== undefined;
    if ((per === 'item' || authored.type === 'items') && !list) report(scope, 'limitWithoutList', {});
    return item && list && authored.type !== 'items' ? 'item' : 'clause';
  }
  return chooseClauses(over, neighbours, at(scope, 'over')).map(neighbours.fullId);
}

/** The local names of the clauses with an award that are meant; the scope stands at the choice. */
export function chooseClauses(
  choice: string[] | { allBut: string[] },
  neighbours: Neighbours,
  scope: Scope,
): readonly string[] {
  if (Array.isArray(choice)) {
    for (const [index, name] of choice.entries()) checkNeighbour(name, neighbours, at(scope, index));
  } else {
    const here = at(scope, 'allBut');
    explainWords(scope, 'except');
    for (const [index, name] of choice.allBut.entries()) checkNamed(name, neighbours, at(here, index));
  }
  return chosen(choice, neighbours);
}

function chosen(choice: string[] | { allBut: string[] }, { awards }: Neighbours): readonly string[] {
  if (Array.isArray(choice)) return [...new Set(choice)];
  return [...awards].filter(([name, award]) => award && !choice.allBut.includes(name)).map(([name]) => name);
}

/** Reports a clause that is not in the policy, or has no award to be limited. */
export function checkNeighbour(name: string, neighbours: Neighbours, scope: Scope): void {
  checkNamed(name, neighbours, scope);
  if (neighbours.awards.get(name) === false) report(scope, 'clauseWithoutAward', { id: name });
}

function checkNamed(name: string, { awards }: Neighbours, scope: Scope): void {
  if (!awards.has(name))
    report(scope, 'unknownClause', { id: name, nearest: nearestSpelling(name, awards.keys()) });
}

function checkFloors(compiled: readonly Compiled[], scope: Scope): void {
  for (const [index, cap] of compiled.entries()) {
    if (cap.limit.type !== 'cap') continue;
    const floor = compiled.find((other) => isAbove(other, cap));
    if (floor?.limit.amount.op === 'number' && cap.limit.amount.op === 'number')
      report(at(scope, index), 'capBelowFloor', {
        cap: cap.limit.amount.text,
        floor: floor.limit.amount.text,
      });
  }
}

function isAbove(floor: Compiled, cap: Compiled): boolean {
  if (floor.limit.type !== 'floor' || String(floor.limit.over) !== String(cap.limit.over)) return false;
  return (
    floor.amount.constant !== undefined &&
    cap.amount.constant !== undefined &&
    compare(cap.amount.constant, floor.amount.constant) < 0
  );
}
