import {
  prepareAsOf,
  prepareDifference,
  prepareFold,
  prepareLater,
  prepareNotStated,
  prepareNumber,
  prepareSteps,
} from './arithmetic.ts';
import { prepareBands } from './bands.ts';
import { prepareCases } from './cases.ts';
import {
  prepareAtLeastN,
  prepareAuthority,
  prepareComparison,
  prepareJunction,
  prepareNot,
  prepareOneOf,
} from './conditions.ts';
import { prepareFact, prepareYear } from './facts.ts';
import type { Condition, Quantity } from './language.ts';
import { prepareCount, prepareQuantifier, prepareTotal } from './lists.ts';
import type { PreparedCondition, PreparedQuantity, Workshop } from './prepared.ts';
import type { Layout } from './situation.ts';

/** The one place that knows every kind of quantity and condition. */
export function workshop(layout: Layout): Workshop {
  const shop: Workshop = {
    layout,
    quantity: (source, path) => quantity(source, path, shop),
    condition: (source, path) => condition(source, path, shop),
  };
  return shop;
}

function quantity(source: Quantity, path: string, shop: Workshop): PreparedQuantity {
  switch (source.op) {
    case 'number':
      return prepareNumber(source, path);
    case 'fact':
      return prepareFact(source, path, shop);
    case 'year':
      return prepareYear(source, path, shop);
    case 'notStated':
      return prepareNotStated(source, path);
    case 'sum':
    case 'product':
    case 'smallest':
    case 'largest':
      return prepareFold(source, path, shop);
    case 'difference':
    case 'quotient':
      return prepareDifference(source, path, shop);
    case 'asOf':
      return prepareAsOf(source, path);
    case 'later':
      return prepareLater(source, path, shop);
    case 'steps':
      return prepareSteps(source, path, shop);
    case 'cases':
      return prepareCases(source, path, shop);
    case 'bands':
      return prepareBands(source, path, shop);
    case 'total':
      return prepareTotal(source, path, shop);
    case 'count':
      return prepareCount(source, path, shop);
    default:
      return unreachable(source);
  }
}

function condition(source: Condition, path: string, shop: Workshop): PreparedCondition {
  switch (source.op) {
    case 'compare':
      return prepareComparison(source, path, shop);
    case 'oneOf':
    case 'reading':
      return prepareOneOf(source, path, shop);
    case 'all':
    case 'any':
      return prepareJunction(source, path, shop);
    case 'not':
      return prepareNot(source, path, shop);
    case 'nOf':
      return prepareAtLeastN(source, path, shop);
    case 'some':
    case 'every':
      return prepareQuantifier(source, path, shop);
    case 'authority':
      return prepareAuthority(source, path);
    default:
      return unreachable(source);
  }
}

function unreachable(source: never): never {
  throw new Error(`the catalogue has an unknown part: ${JSON.stringify(source)}`);
}
