import { compare } from '../exact.ts';
import type { Limit } from '../language.ts';
import type { AuthoredLimit } from '../limit.schema.ts';
import { nearest } from '../nearest.ts';
import { compatible, dimensionName } from './dimension.ts';
import { namesReading } from './quantity.ts';
import { at, claimWord, explainWords, type Measured, report, type Scope, within } from './scope.ts';

/** The clauses of the policy that limits can name: by local name, whether they have an award. */
export interface Neighbours {
  /** Full id of a local name. */
  readonly fullId: (name: string) => string;
  readonly awards: ReadonlyMap<string, boolean>;
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
  readonly amount: Measured;
}

function compileLimit(
  authored: AuthoredLimit,
  clause: { list: string | undefined; award: boolean },
  neighbours: Neighbours,
  scope: Scope,
): Compiled {
  const over = compileOver(authored, clause, neighbours, scope);
  const amount = compileAmount(authored, over === 'item', clause.list, scope);
  if (authored.per === undefined && authored.type !== 'budget') report(scope, 'limitPer', {});
  if (authored.period === 'year') claimWord(at(scope, 'period'), 'everyYear', 'period: year');
  if (authored.type === 'cap') explainWords(scope, 'refuse');
  const when =
    authored.when && scope.workshop.condition(authored.when, within(at(scope, 'when'), { authority: false }));
  return {
    amount,
    limit: {
      type: authored.type,
      amount: amount.quantity,
      over,
      apply: authored.apply ?? 'jointly',
      per: authored.per ?? 'programme',
      period: authored.period ?? 'notStated',
      ...(when === undefined ? {} : { when }),
    },
  };
}

function compileAmount(
  authored: AuthoredLimit,
  item: boolean,
  list: string | undefined,
  scope: Scope,
): Measured {
  const here = within(at(scope, 'amount'), {
    bound: authored.type === 'floor' ? 'atLeast' : authored.type,
    lists: item && list !== undefined ? [list] : [],
    guarded: authored.when !== undefined && namesReading(authored.when),
    authority: false,
  });
  const amount = scope.workshop.quantity(authored.amount, here);
  if (!compatible(amount.dimension, 'money'))
    report(here, 'wrongResult', { expected: '金额', given: dimensionName(amount.dimension) });
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
    return item && clause.list !== undefined ? 'item' : 'clause';
  }
  return chooseClauses(over, neighbours, at(scope, 'over')).map(neighbours.fullId);
}

/** The local names of the clauses with an award that are meant; the scope stands at the choice. */
export function chooseClauses(
  choice: string[] | { allBut: string[] },
  neighbours: Neighbours,
  scope: Scope,
): readonly string[] {
  const listed = Array.isArray(choice);
  const named = listed ? choice : choice.allBut;
  const here = listed ? scope : at(scope, 'allBut');
  for (const [index, name] of named.entries()) checkNeighbour(name, neighbours, at(here, index));
  if (listed) return [...new Set(named)];
  return [...neighbours.awards]
    .filter(([name, award]) => award && !named.includes(name))
    .map(([name]) => name);
}

/** Reports a clause that is not in the policy, or has no award to be limited. */
export function checkNeighbour(name: string, { awards }: Neighbours, scope: Scope): void {
  const award = awards.get(name);
  if (award === undefined)
    report(scope, 'unknownClause', { id: name, nearest: nearest(name, awards.keys()) });
  else if (!award) report(scope, 'clauseWithoutAward', { id: name });
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
