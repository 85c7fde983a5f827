import type { Catalogue, Clause, Condition, Limit, Quantity } from '../../clauses/index.ts';
import { subtree } from '../../clauses/language.ts';

/**
 * Reduces a catalogue to what other engines can express. They have no open readings, no authority and no lists: each text
 * is read in its first way, conditions that the authority judges count as met, and a list is its single item. Limits over
 * several clauses are dropped.
 */
export function firstReading(catalogue: Catalogue): Catalogue {
  const policies = catalogue.policies.map((policy) => ({
    ...policy,
    groups: [],
    clauses: policy.clauses
      .filter(({ kind }) => kind === 'award')
      .map(clauseOf)
      .filter(isExpressible),
  }));
  return { ...catalogue, policies };
}

/**
 * Which years of an output count depends on the date of the check and on the answered years. No other engine can express
 * that.
 */
function isExpressible({ when, award, limits }: Clause): boolean {
  const roots = [when, award?.least, award?.most, ...limits.flatMap((limit) => [limit.when, limit.amount])];
  return !roots.flatMap((root) => subtree(root)).some(({ op }) => op === 'year');
}

function clauseOf({ when, award, limits, readings: _, ...clause }: Clause): Clause {
  const met = when === undefined ? true : conditionOf(when);
  const { least, most, ...rest } = award ?? { form: 'money' as const, schedule: [] };
  return {
    ...clause,
    readings: [],
    ...(typeof met === 'object' && { when: met }),
    award: {
      ...rest,
      ...(least && { least: quantityOf(least) }),
      ...(most !== undefined && { most: most && quantityOf(most) }),
    },
    limits: limits.filter(isOwn).map(({ when: _, ...limit }) => limit),
  };
}

function isOwn({ type, over, when }: Limit): boolean {
  return type === 'cap' && typeof over === 'string' && (when === undefined || conditionOf(when) === true);
}

/** The rest of a condition, or its constant value. */
function conditionOf(condition: Condition): Condition | boolean {
  switch (condition.op) {
    case 'authority':
      return true;
    case 'reading':
      return condition.option === 0;
    case 'some':
      return conditionOf(condition.where);
    case 'all':
    case 'any': {
      const decides = condition.op === 'any';
      const parts = condition.of.map(conditionOf);
      if (parts.includes(decides)) return decides;
      const of = parts.filter((part) => typeof part === 'object');
      return of.length > 1 ? { op: condition.op, of } : (of[0] ?? !decides);
    }
    default:
      return condition;
  }
}

function quantityOf(quantity: Quantity): Quantity {
  switch (quantity.op) {
    case 'sum':
    case 'product':
    case 'smallest':
    case 'largest':
      return { ...quantity, of: quantity.of.map(quantityOf) };
    case 'cases': {
      const { cases, otherwise, op } = quantity;
      const rest = cases.map((each) => ({ each, when: conditionOf(each.when) }));
      const last = rest.find(({ when }) => when === true)?.each.then ?? otherwise;
      const open = rest.flatMap(({ each, when }) => (typeof when === 'object' ? [{ ...each, when }] : []));
      if (open.length === 0 && last !== undefined) return quantityOf(last);
      return { op, cases: open, ...(last && { otherwise: quantityOf(last) }) };
    }
    default:
      return quantity;
  }
}
