import { type Almanac, Engine, type NestedCondition } from 'json-rules-engine';
import Publicodes, { type RawPublicodes } from 'publicodes';
import type { Clause, Comparator, Condition, Quantity } from '../../../clauses/index.ts';

/** What another engine says of one clause: met or not, and the amount in yuan where there is one. */
export interface Said {
  readonly met: boolean;
  readonly amount?: number;
}

/** An engine that has read the clauses: answers of one applicant in, all clauses out, with its own full explanation. */
export type Rival = (facts: Flat) => readonly Said[] | Promise<readonly Said[]>;

/** Everything is known, and a list has one item, whose facts stand side by side with the others. */
export type Flat = Readonly<Record<string, boolean | number | string>>;

/** What a choice's option is called, by the id of its fact. */
export type Options = ReadonlyMap<string, readonly string[]>;

/** Other engines know no open reading: the text is read in its first way. */
function isOpenReading(condition: Condition): boolean {
  return condition.op === 'reading' || (condition.op === 'all' && condition.of.some(isOpenReading));
}

function unsupported(what: string): never {
  throw new Error(`not translated: ${what}`);
}

/** The amount that a text states, where it can be computed. */
function amountOf({ award }: Clause): Quantity | undefined {
  const amount = award?.most;
  return amount === undefined || amount === null || JSON.stringify(amount).includes('notStated')
    ? undefined
    : amount;
}

function ownCap({ limits }: Clause): number | undefined {
  const cap = limits.find(
    ({ type, over, amount }) => type === 'cap' && over === 'clause' && amount.op === 'number',
  );
  return cap?.amount.op === 'number' ? Number(cap.amount.value) : undefined;
}

type RawRule = NonNullable<RawPublicodes<string>[string]>;

/** `publicodes`: every clause a rule that applies where it is met and whose value is the amount. */
export function publicodes(clauses: readonly Clause[], factIds: readonly string[], options: Options): Rival {
  const rules: RawPublicodes<string> = Object.fromEntries([
    ...factIds.map((id) => [nameOf(id), { question: id }] as const),
    ...clauses.map((clause, index) => [`clause ${index}`, ruleOf(clause, options)] as const),
  ]);
  const engine = new Publicodes(rules);
  return (facts) => {
    const situation = Object.entries(facts).map(([id, value]) => [nameOf(id), said(value)] as const);
    engine.setSituation(Object.fromEntries(situation));
    return clauses.map((_, index) => {
      const { nodeValue } = engine.evaluate(`clause ${index}`);
      return typeof nodeValue === 'number' ? { met: true, amount: nodeValue } : { met: nodeValue === true };
    });
  };
}

function nameOf(id: string): string {
  return id.replace('.', ' ');
}

function said(value: boolean | number | string): number | string {
  if (typeof value === 'string') return `'${value}'`;
  return typeof value === 'number' ? value : value ? 'oui' : 'non';
}

function ruleOf(clause: Clause, options: Options): RawRule {
  const met = clause.when === undefined ? 'oui' : frenchOf(clause.when, options);
  const amount = amountOf(clause);
  if (amount === undefined) return { valeur: met };
  const cap = ownCap(clause);
  return {
    'applicable si': met,
    valeur: quantityOf(amount, options),
    ...(cap === undefined ? {} : { plafond: cap }),
  };
}

const SIGNS: Readonly<Record<Comparator, string>> = {
  atLeast: '>=',
  moreThan: '>',
  atMost: '<=',
  lessThan: '<',
  equals: '=',
};

function frenchOf(condition: Condition, options: Options): RawRule {
  switch (condition.op) {
    case 'compare':
      return `${quantityOf(condition.left, options)} ${SIGNS[condition.is]} ${quantityOf(condition.right, options)}`;
    case 'oneOf': {
      const name = nameOf(condition.fact);
      const option = options.get(condition.fact)?.[condition.options[0] ?? 0];
      return option === undefined ? name : `${name} = '${option}'`;
    }
    case 'all':
      return { 'toutes ces conditions': condition.of.map((part) => frenchOf(part, options)) };
    case 'any': {
      const parts = condition.of.filter((part) => !isOpenReading(part));
      return { 'une de ces conditions': parts.map((part) => frenchOf(part, options)) };
    }
    default:
      return unsupported(condition.op);
  }
}

function quantityOf(quantity: Quantity, options: Options): RawRule {
  switch (quantity.op) {
    case 'number':
      return decimalOf(quantity.value);
    case 'fact':
      return nameOf(quantity.fact);
    case 'product':
      return quantity.of.map((part) => quantityOf(part, options)).join(' * ');
    case 'cases':
      return {
        variations: [
          ...quantity.cases.map(({ when, then }) => ({
            si: frenchOf(when, options),
            alors: quantityOf(then, options),
          })),
          ...(quantity.otherwise === undefined ? [] : [{ sinon: quantityOf(quantity.otherwise, options) }]),
        ],
      };
    default:
      return unsupported(quantity.op);
  }
}

function decimalOf(value: string): string {
  const [over = '', under = '1'] = value.split('/');
  return String(Number(over) / Number(under));
}

/** `json-rules-engine`: every clause a rule; the amount, which it has no words for, a fact computed by a function. */
export function jsonRules(clauses: readonly Clause[], options: Options): Rival {
  const engine = new Engine([], { replaceFactsInEventParams: true });
  for (const [index, clause] of clauses.entries()) {
    const amount = amountOf(clause);
    const cap = ownCap(clause) ?? Number.POSITIVE_INFINITY;
    if (amount !== undefined) {
      engine.addFact(`amount ${index}`, async (_, almanac) =>
        Math.min(cap, await computed(amount, almanac, options)),
      );
    }
    engine.addRule({
      name: String(index),
      conditions: { all: [clause.when === undefined ? ALWAYS : conditionOf(clause.when, options)] },
      event: {
        type: 'met',
        ...(amount === undefined ? {} : { params: { amount: { fact: `amount ${index}` } } }),
      },
    });
  }
  engine.addFact('always', true);
  return async (facts) => {
    const { results, failureResults } = await engine.run({ ...facts });
    const found: Said[] = [];
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

function conditionOf(condition: Condition, options: Options): NestedCondition {
  switch (condition.op) {
    case 'compare':
      if (condition.left.op !== 'fact' || condition.right.op !== 'number') return unsupported('comparison');
      return {
        fact: condition.left.fact,
        operator: OPERATORS[condition.is],
        value: Number(condition.right.value),
      };
    case 'oneOf':
      return { fact: condition.fact, operator: 'equal', value: optionOf(condition, options) };
    case 'all':
      return { all: condition.of.map((part) => conditionOf(part, options)) };
    case 'any':
      return {
        any: condition.of.filter((part) => !isOpenReading(part)).map((part) => conditionOf(part, options)),
      };
    default:
      return unsupported(condition.op);
  }
}

function optionOf(
  { fact, options: [first = 0] }: Extract<Condition, { op: 'oneOf' }>,
  options: Options,
): unknown {
  return options.get(fact)?.[first] ?? first === 1;
}

async function computed(quantity: Quantity, almanac: Almanac, options: Options): Promise<number> {
  switch (quantity.op) {
    case 'number':
      return Number(decimalOf(quantity.value));
    case 'fact':
      return almanac.factValue<number>(quantity.fact);
    case 'product': {
      let product = 1;
      for (const part of quantity.of) product *= await computed(part, almanac, options);
      return product;
    }
    case 'cases':
      for (const { when, then } of quantity.cases)
        if (when.op === 'oneOf' && (await almanac.factValue(when.fact)) === optionOf(when, options))
          return computed(then, almanac, options);
      return quantity.otherwise === undefined ? 0 : computed(quantity.otherwise, almanac, options);
    default:
      return unsupported(quantity.op);
  }
}
