import { type Almanac, Engine, type NestedCondition } from 'json-rules-engine';
import type { Clause, Comparator, Condition, Quantity } from '../../clauses/index.ts';
import {
  amountOf,
  type Choices,
  type ComparedEngine,
  decimalOf,
  type EngineResult,
  optionsOf,
  ownCap,
  unsupported,
} from './engine.ts';

/** `json-rules-engine`: every clause is a rule. The engine has no arithmetic, so the amount is a fact that a function computes. */
export function jsonRules(clauses: readonly Clause[], choices: Choices): ComparedEngine {
  const engine = new Engine([], { replaceFactsInEventParams: true });
  for (const [index, clause] of clauses.entries()) {
    const amount = amountOf(clause);
    const cap = ownCap(clause) ?? Number.POSITIVE_INFINITY;
    if (amount !== undefined) {
      engine.addFact(`amount ${index}`, async (_, almanac) =>
        Math.min(cap, await computed(amount, almanac, choices)),
      );
    }
    engine.addRule({
      name: String(index),
      conditions: { all: [clause.when === undefined ? ALWAYS : conditionOf(clause.when, choices)] },
      event: {
        type: 'met',
        ...(amount === undefined ? {} : { params: { amount: { fact: `amount ${index}` } } }),
      },
    });
  }
  engine.addFact('always', true);
  return async (facts) => {
    const { results, failureResults } = await engine.run({ ...facts });
    const found: EngineResult[] = [];
    for (const { name } of failureResults) found[Number(name)] = { met: false };
    for (const { name, event } of results) {
      const amount: unknown = event?.params?.['amount'];
      found[Number(name)] = { met: true, ...(typeof amount === 'number' ? { amount } : {}) };
    }
    return found;
  };
}

const ALWAYS: NestedCondition = { fact: 'always', operator: 'equal', value: true };

const OPERATORS: Readonly<Record<Comparator, string>> = {
  atLeast: 'greaterThanInclusive',
  moreThan: 'greaterThan',
  atMost: 'lessThanInclusive',
  lessThan: 'lessThan',
  equals: 'equal',
};

function conditionOf(condition: Condition, choices: Choices): NestedCondition {
  switch (condition.op) {
    case 'compare':
      if (condition.left.op !== 'fact' || condition.right.op !== 'number') return unsupported('comparison');
      return {
        fact: condition.left.fact,
        operator: OPERATORS[condition.is],
        value: Number(condition.right.value),
      };
    case 'oneOf': {
      const value = optionsOf(condition, choices);
      return { fact: condition.fact, operator: typeof value === 'boolean' ? 'equal' : 'in', value };
    }
    case 'all':
      return { all: condition.of.map((part) => conditionOf(part, choices)) };
    case 'any':
      return { any: condition.of.map((part) => conditionOf(part, choices)) };
    default:
      return unsupported(condition.op);
  }
}

async function computed(quantity: Quantity, almanac: Almanac, choices: Choices): Promise<number> {
  switch (quantity.op) {
    case 'number':
      return decimalOf(quantity.value);
    case 'fact':
      return almanac.factValue<number>(quantity.fact);
    case 'sum':
    case 'product':
    case 'largest':
    case 'smallest': {
      const parts: number[] = [];
      for (const part of quantity.of) parts.push(await computed(part, almanac, choices));
      return FOLDS[quantity.op](parts);
    }
    case 'cases':
      for (const { when, then } of quantity.cases)
        if (await holds(when, almanac, choices)) return computed(then, almanac, choices);
      return quantity.otherwise === undefined ? 0 : computed(quantity.otherwise, almanac, choices);
    default:
      return unsupported(quantity.op);
  }
}

const FOLDS = {
  sum: (parts: readonly number[]): number => parts.reduce((sum, part) => sum + part, 0),
  product: (parts: readonly number[]): number => parts.reduce((product, part) => product * part, 1),
  largest: (parts: readonly number[]): number => Math.max(...parts),
  smallest: (parts: readonly number[]): number => Math.min(...parts),
};

async function holds(when: Condition, almanac: Almanac, choices: Choices): Promise<boolean> {
  if (when.op !== 'oneOf') return unsupported(when.op);
  const [value, options] = [await almanac.factValue<unknown>(when.fact), optionsOf(when, choices)];
  return typeof options === 'boolean' ? value === options : options.some((option) => option === value);
}
