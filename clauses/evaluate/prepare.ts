import type { Condition, Quantity } from '../language/language.ts';
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
import { prepareCount, prepareQuantifier, prepareTotal } from './lists.ts';
import {
  nothingNoted,
  type PreparedCondition,
  type PreparedQuantity,
  type Preparer,
  slotRead,
  unknownPart,
} from './prepared.ts';
import type { Layout } from './situation.ts';

/** The one place that knows every kind of quantity and condition. */
export function preparer(layout: Layout): Preparer {
  const shop: Preparer = {
    layout,
    noted: nothingNoted(),
    quantity: (source) => quantity(source, shop),
    condition: (source) => condition(source, shop),
  };
  return shop;
}

function quantity(source: Quantity, shop: Preparer): PreparedQuantity {
  switch (source.op) {
    case 'number':
      return prepareNumber(source);
    case 'fact':
      return prepareFact(source, slotRead(shop, source.fact));
    case 'year':
      return prepareYear(source, shop);
    case 'notStated':
      return prepareNotStated(source);
    case 'sum':
    case 'product':
    case 'smallest':
    case 'largest':
      return prepareFold(source, shop);
    case 'difference':
    case 'quotient':
      return prepareDifference(source, shop);
    case 'asOf':
      return prepareAsOf(source);
    case 'later':
      return prepareLater(source, shop);
    case 'steps':
      return prepareSteps(source, shop);
    case 'cases':
      return prepareCases(source, shop);
    case 'bands':
      return prepareBands(source, shop);
    case 'total':
      return prepareTotal(source, shop);
    case 'count':
      return prepareCount(source, shop);
    default:
      return unknownPart(JSON.stringify(source satisfies never));
  }
}

function condition(source: Condition, shop: Preparer): PreparedCondition {
  switch (source.op) {
    case 'compare':
      return prepareComparison(source, shop);
    case 'oneOf':
    case 'reading':
      return prepareOneOf(source, shop);
    case 'all':
    case 'any':
      return prepareJunction(source, shop);
    case 'not':
      return prepareNot(source, shop);
    case 'nOf':
      return prepareAtLeastN(source, shop);
    case 'some':
    case 'every':
      return prepareQuantifier(source, shop);
    case 'authority':
      return prepareAuthority(source, shop);
    default:
      return unknownPart(JSON.stringify(source satisfies never));
  }
}
