import Publicodes, { type RawPublicodes } from 'publicodes';
import type { Clause, Comparator, Condition, Quantity } from '../../clauses/index.ts';
import {
  amountOf,
  type Choices,
  type ComparedEngine,
  decimalOf,
  optionsOf,
  ownCap,
  unsupported,
} from './engine.ts';

type RawRule = NonNullable<RawPublicodes<string>[string]>;

/** `publicodes`: every clause is a rule that applies when it is met and whose value is the amount. */
export function publicodes(
  clauses: readonly Clause[],
  factIds: readonly string[],
  choices: Choices,
): ComparedEngine {
  const rules: RawPublicodes<string> = Object.fromEntries([
    ...factIds.map((id) => [nameOf(id), { question: id }] as const),
    ...clauses.map((clause, index) => [`clause ${index}`, ruleOf(clause, choices)] as const),
  ]);
  const engine = new Publicodes(rules);
  return (facts) => {
    const situation = Object.entries(facts).map(([id, value]) => [nameOf(id), literal(value)] as const);
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

function literal(value: boolean | number): number | string {
  return typeof value === 'number' ? value : value ? 'oui' : 'non';
}

function ruleOf(clause: Clause, choices: Choices): RawRule {
  const met = clause.when === undefined ? 'oui' : frenchOf(clause.when, choices);
  const amount = amountOf(clause);
  if (amount === undefined) return { valeur: met };
  const cap = ownCap(clause);
  return {
    'applicable si': met,
    valeur: worthOf(amount, choices),
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

function frenchOf(condition: Condition, choices: Choices): RawRule {
  switch (condition.op) {
    case 'compare':
      return `${wordsOf(condition.left)} ${SIGNS[condition.is]} ${wordsOf(condition.right)}`;
    case 'oneOf': {
      const name = nameOf(condition.fact);
      const options = optionsOf(condition, choices);
      if (typeof options === 'boolean') return options ? name : `${name} = non`;
      return anyOf(options.map((option) => `${name} = ${option}`));
    }
    case 'all':
      return { 'toutes ces conditions': condition.of.map((part) => frenchOf(part, choices)) };
    case 'any':
      return anyOf(condition.of.map((part) => frenchOf(part, choices)));
    default:
      return unsupported(condition.op);
  }
}

function anyOf(parts: readonly RawRule[]): RawRule {
  const [first] = parts;
  return parts.length === 1 && first !== undefined ? first : { 'une de ces conditions': [...parts] };
}

/** A quantity as a separate rule, which may have cases. */
function worthOf(quantity: Quantity, choices: Choices): RawRule {
  const each = (part: Quantity): RawRule => worthOf(part, choices);
  switch (quantity.op) {
    case 'sum':
      return { somme: quantity.of.map(each) };
    case 'smallest':
      return { 'le minimum de': quantity.of.map(each) };
    case 'largest':
      return { 'le maximum de': quantity.of.map(each) };
    case 'cases':
      return {
        variations: [
          ...quantity.cases.map(({ when, then }) => ({ si: frenchOf(when, choices), alors: each(then) })),
          ...(quantity.otherwise === undefined ? [] : [{ sinon: each(quantity.otherwise) }]),
        ],
      };
    default:
      return wordsOf(quantity);
  }
}

/** A quantity within an expression. */
function wordsOf(quantity: Quantity): string {
  switch (quantity.op) {
    case 'number':
      return String(decimalOf(quantity.value));
    case 'fact':
      return nameOf(quantity.fact);
    case 'product':
      return quantity.of.map(wordsOf).join(' * ');
    case 'sum':
      return `(${quantity.of.map(wordsOf).join(' + ')})`;
    default:
      return unsupported(quantity.op);
  }
}
