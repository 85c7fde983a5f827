import type { Clause } from '../../clauses/language/clause.ts';
import type { Limit } from '../../clauses/language/limit.ts';
import {
  type AwardOutcome,
  add,
  bounded,
  type ClauseOutcome,
  inWholeFen,
  lower,
  merge,
  NO_MONEY,
  orderOfEnds,
  type Pay,
  repeated,
} from './awards.ts';
import type { OracleEvaluator } from './evaluator.ts';
import type { Fraction } from './fraction.ts';

/** The own figure of a clause in one completion: after every cap that covers it, while no other clause uses them. */
export interface OwnFigures {
  readonly pay: Pay;
  /** The clauses that state the caps which lower it. */
  readonly lowering: readonly string[];
  readonly items: readonly AwardOutcome[];
}

interface OwnedCap {
  readonly owner: string;
  readonly limit: Limit & { readonly type: 'cap' };
}

/** The own figures of a clause of a law and of its items. */
export function ownFigures(
  clause: Clause,
  outcome: ClauseOutcome,
  clauses: readonly Clause[],
  evaluator: OracleEvaluator,
): OwnFigures {
  const caps = clauses.flatMap(({ id: owner, limits }) =>
    limits.flatMap((limit): readonly OwnedCap[] =>
      limit.type === 'cap' && Array.isArray(limit.over) && limit.over.includes(clause.id)
        ? [{ owner, limit: { ...limit, type: 'cap' } }]
        : [],
    ),
  );
  const ownCaps = clause.limits.flatMap((limit): readonly OwnedCap[] =>
    limit.type === 'cap' && limit.over === 'clause' ? [{ owner: '', limit: { ...limit, type: 'cap' } }] : [],
  );
  const lowering = new Set<string>();
  const under = (pay: Pay, each: readonly OwnedCap[], into = new Set<string>()): Pay =>
    each.reduce<Pay>((rest, { owner, limit }) => {
      if (typeof rest === 'string' || typeof pay === 'string') return rest;
      if (limit.when !== undefined && !evaluator.settled(limit.when)) return rest;
      const value = evaluator.value(limit.amount);
      if (isLess(bounded(pay, limit, value, outcome), pay)) into.add(owner);
      return inWholeFen(bounded(rest, limit, value, outcome));
    }, pay);
  const list = clause.list ?? '';
  const ofItems = caps.filter(({ limit }) => limit.apply === 'items');
  const others = caps.filter(({ limit }) => limit.apply !== 'items');
  const alone = clause.list === undefined ? others : [...others, ...ownCaps];
  const ofSome = new Set<string>();
  const ofAny = new Set<string>();
  const held = outcome.items.map((item, index) => {
    const row = evaluator.rows(list)[index];
    if (row === undefined) return item;
    return evaluator.at(list, row, () => {
      const here = ofItems.filter(({ limit }) => limit.when === undefined || evaluator.settled(limit.when));
      for (const { owner } of here) ofAny.add(owner);
      const always = here.map(({ owner, limit: { when: _, ...limit } }) => ({ owner, limit }));
      return { ...item, pay: item.met ? under(item.pay, always, ofSome) : item.pay };
    });
  });
  const whole =
    ofAny.size > 0 && outcome.met ? atMostItems(outcome.pay, held, evaluator.timesOf(list)) : outcome.pay;
  if (isLess(inFen(whole), inFen(outcome.pay)))
    for (const owner of ofSome.size > 0 ? ofSome : ofAny) lowering.add(owner);
  const pay = outcome.met ? under(outcome.pay, others, lowering) : outcome.pay;
  return {
    pay: typeof pay === 'object' && typeof whole === 'object' ? merge(pay, whole, lower) : pay,
    lowering: [...lowering],
    items: held.map((item) => ({ ...item, pay: item.met ? under(item.pay, alone) : item.pay })),
  };
}

function atMostItems(pay: Pay, items: readonly AwardOutcome[], each: Fraction): Pay {
  if (typeof pay === 'string') return pay;
  const sum = items.reduce(
    (total, item) => (item.met && typeof item.pay === 'object' ? merge(total, item.pay, add) : total),
    NO_MONEY,
  );
  return merge(
    pay,
    merge(sum, NO_MONEY, (end) => repeated(end, each)),
    lower,
  );
}

/** An amount as it is paid. */
function inFen(pay: Pay): Pay {
  return typeof pay === 'string' ? pay : inWholeFen(pay);
}

/** Whether some end of what may be paid at the most is lower. */
function isLess(a: Pay, b: Pay): boolean {
  if (typeof a === 'string' || typeof b === 'string') return false;
  return orderOfEnds(a.most.min, b.most.min) < 0 || orderOfEnds(a.most.max, b.most.max) < 0;
}
